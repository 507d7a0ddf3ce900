/**
 * Every view of Parley, each with the way to it from the conversation. What is true of all of them is tested over this
 * list. A new view is one entry; a component that stands in no entry makes the test beside this file fail.
 */
import { ONBOARDING_STEPS } from '../../../src/shared/onboarding';
import type { Problem } from '../../../src/shared/problem';
import { listening, showSnapshot, tellOverlay, tellWindow } from '../tell-window';
import { card, entries, reminder, takenShortcuts } from './examples';
import { settingsViews } from './settings-views';
import type { Stage } from './stage';
import type { View } from './view';

const problem: Problem = {
  code: 'network_error',
  sentence: 'The service could not be reached.',
  next: 'Look whether this computer is online, then try again.',
};

const conversation: readonly View[] = [
  { name: 'empty conversation', shows: ['ConversationView'], show: () => Promise.resolve() },
  {
    name: 'talk',
    shows: [],
    show: async (stage) => {
      const { app, page } = stage;
      await showSnapshot(app, { tainted: true, muted: true, status: 'muted', halfDuplex: true });
      for (const entry of entries) await tellWindow(app, 'conversation.entry', entry);
      await page.getByRole('article', { name: 'You', exact: true }).last().waitFor();
      await stage.unfold();
    },
  },
  {
    name: 'costs, a notice and a hang-up',
    shows: [],
    show: async ({ app, page }) => {
      await showSnapshot(app, {
        status: 'speaking',
        notice: problem,
        hangUpAt: Date.now() + 3_600_000,
        cost: { closedSeconds: 300, openSince: null, dollarsPerHour: 4.5 },
        latency: { transcript: 250, replyStarted: 400, firstAudio: 600, audible: 640, tools: 90 },
      });
      await page.getByTitle('Show the costs').press('Enter');
    },
  },
  {
    name: 'a key that another app has taken',
    shows: [],
    show: async ({ app, page }) => {
      await tellWindow(app, 'shortcuts.changed', takenShortcuts);
      await page.getByText('Another app has taken the key for “Talk”.').first().waitFor();
    },
  },
  {
    name: 'steps of an answer',
    shows: [],
    show: async ({ app, page }) => {
      await showSnapshot(app, {
        latency: { transcript: 250, replyStarted: 400, firstAudio: 600, audible: 640, tools: 90 },
      });
      await page.getByTitle('Show the steps').press('Enter');
    },
  },
  {
    name: 'problem',
    shows: [],
    show: async ({ app, page }) => {
      await showSnapshot(app, {
        status: 'problem',
        problem,
        live: false,
        offers: ['try-again', 'local-agent', 'continue'],
        latency: { transcript: 250, replyStarted: 400, firstAudio: 600, audible: 640, tools: 90 },
      });
      await page.getByRole('group', { name: 'What to do next' }).waitFor();
    },
  },
  {
    name: 'reminders',
    shows: ['RemindersBar'],
    show: async ({ app, page }) => {
      await tellWindow(app, 'reminders.changed', [
        reminder('call Ada about the house at the lake and everything in it', Date.now() - 60_000),
        reminder('tea', null),
        reminder('', null),
      ]);
      await page.getByRole('region', { name: 'Timers and reminders' }).waitFor();
    },
  },
  {
    name: 'requests',
    shows: ['ApprovalCard'],
    show: async (stage) => {
      const { app, page } = stage;
      await showSnapshot(app, { status: 'approval' });
      await tellWindow(app, 'approvals.changed', [card('1'), card('2', 'two.txt')]);
      await page.getByRole('alertdialog').last().waitFor();
      await stage.unfold();
    },
  },
];

const records: readonly View[] = [
  {
    name: 'history',
    shows: ['HistoryView'],
    show: async (stage) => {
      await stage.button('History').press('Enter');
      await stage.page.getByRole('button', { name: /Tokyo/ }).waitFor();
      await stage.unfold();
    },
  },
  {
    name: 'history, something found',
    shows: [],
    show: async (stage) => {
      await stage.button('History').press('Enter');
      await stage.field('Search history').fill('Tokyo');
      await stage.page.locator('mark').first().waitFor();
    },
  },
  {
    name: 'kept talk',
    shows: ['KeptPage', 'DigestSection'],
    show: async (stage) => {
      await keptTalk(stage);
      await stage.button('Rename').press('Enter');
      await stage.unfold();
    },
  },
  {
    name: 'question before a talk is deleted',
    shows: ['DeleteQuestion'],
    show: async (stage) => {
      await keptTalk(stage);
      await stage.button('Delete…').press('Enter');
      await stage.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'actions',
    shows: ['ActionsView'],
    show: async (stage) => {
      await stage.button('What Parley did').press('Enter');
      await stage.page.getByRole('article').last().waitFor();
      await stage.unfold();
    },
  },
  {
    name: 'question before actions are emptied',
    shows: [],
    show: async (stage) => {
      await stage.button('What Parley did').press('Enter');
      await stage.button('Empty the list…').press('Enter');
      await stage.button('Empty it').waitFor();
    },
  },
];

async function keptTalk(stage: Stage): Promise<void> {
  await stage.button('History').press('Enter');
  await stage.page.getByRole('button', { name: /Tokyo/ }).press('Enter');
  await stage.page.getByRole('heading', { name: /Tokyo/ }).waitFor();
}

const agents: readonly View[] = [
  {
    name: 'agents',
    shows: ['AgentsView'],
    show: async (stage) => {
      await stage.button('Agents').press('Enter');
      await stage.button(/^Clock of the observatory/).waitFor();
    },
  },
  {
    name: 'new agent with mistakes',
    shows: [
      'AgentEditor',
      'BasicsSection',
      'HearingSection',
      'ToolsSection',
      'ToolEditor',
      'TestCallPanel',
      'ModelSection',
    ],
    show: async (stage) => {
      await stage.button('Agents').press('Enter');
      await stage.button('New agent').press('Enter');
      await stage.button('Add HTTP tool').press('Enter');
      await stage.button('Add header').press('Enter');
      await stage.button('Create agent').press('Enter');
      await stage.page.getByText('Give the agent a name.').waitFor();
      await stage.unfold();
    },
  },
  {
    name: 'question before an agent is left',
    shows: [],
    show: async (stage) => {
      await stage.button('Agents').press('Enter');
      await stage.button('New agent').press('Enter');
      await stage.field('Name').fill('Draft');
      await stage.page.keyboard.press('Escape');
      await stage.button('Discard changes').waitFor();
    },
  },
  {
    name: 'deploying an agent',
    shows: ['DeployPanel'],
    show: async (stage) => {
      await stage.button('Agents').press('Enter');
      await stage.button(/^Clock of the observatory/).press('Enter');
      await stage.page.getByRole('tab', { name: 'Deploy' }).press('Enter');
      await stage.unfold();
    },
  },
];

const COMPONENTS = {
  welcome: 'WelcomeStep',
  engine: 'EngineStep',
  microphone: 'MicrophoneStep',
  speakers: 'SpeakersStep',
  shortcut: 'ShortcutStep',
  folders: 'FoldersStep',
  talk: 'TalkStep',
} as const;

const firstMinute: readonly View[] = ONBOARDING_STEPS.map((step) => ({
  name: `first minute, ${step}`,
  shows: ['OnboardingView', COMPONENTS[step]],
  show: async (stage) => {
    // With the hosted engine there is a key to save as well.
    await stage.change({ onboarding: step, ...(step === 'engine' && { activeProfile: 'work' }) });
    await stage.reopen('onboarding', stage.page.getByRole('heading', { name: 'First minute' }));
    await stage.page.locator('h2:focus').waitFor();
  },
}));

/** Every view of the window. */
export const views: readonly View[] = [
  ...conversation,
  ...records,
  ...agents,
  ...settingsViews,
  ...firstMinute,
];

/** What the overlay's page shows; it is there, hidden, once there was a talk. */
export const overlayViews: readonly View[] = [
  {
    name: 'overlay, last words',
    shows: ['OverlayPanel'],
    show: async ({ app }) => {
      await tellOverlay(app, 'approvals.changed', []);
      await tellOverlay(app, 'conversation.snapshot', listening({ status: 'speaking' }));
      for (const entry of entries) await tellOverlay(app, 'conversation.entry', entry);
    },
  },
  {
    name: 'overlay, request',
    shows: ['ApprovalCard'],
    show: async ({ app }) => {
      await tellOverlay(app, 'conversation.snapshot', listening({ status: 'approval' }));
      await tellOverlay(app, 'approvals.changed', [card('1')]);
    },
  },
  {
    name: 'overlay, problem',
    shows: [],
    show: async ({ app }) => {
      await tellOverlay(app, 'approvals.changed', []);
      await tellOverlay(app, 'conversation.snapshot', listening({ status: 'problem', problem, live: false }));
    },
  },
];

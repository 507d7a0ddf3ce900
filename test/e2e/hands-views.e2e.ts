/** What is seen of tools, in every state and both looks: nothing cut off, everything named and reached by keyboard. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApprovalCard } from '../../src/shared/ipc/approvals';
import type { TranscriptEntry } from '../../src/shared/ipc/conversation';
import { accessibilityViolations } from '../support/axe';
import { SettingsDialog } from '../support/settings-dialog';
import { sidewaysScrollers } from '../support/sideways';
import { tabTo, walk } from '../support/tab-key';
import { handOver, type TempFolder } from '../support/temp-folder';
import { showSnapshot, tellWindow } from '../support/tell-window';
import { expect, test } from './kept-home';

const LONG = `${'a-very-long-name-of-a-file-without-any-blank-'.repeat(4)}end.txt`;

for (const appearance of ['light', 'dark'] as const) {
  test(`cards, tool entries, reminders and the record of actions are whole and named (${appearance})`, async ({
    launch,
    home,
  }, info) => {
    await seedActions(home);
    const app = await launch({
      home,
      settings: { appearance, commands: COMMANDS, mcpServers: SERVERS, version: 2 },
    });
    const { window } = app;
    const { page } = window;
    const look = (view: string) =>
      test.step(view, async () => {
        for (const [width, height] of [
          [1_200, 900],
          [320, 640],
        ] as const) {
          await page.setViewportSize({ width, height });
          await page.screenshot({ path: info.outputPath(`${view}-${width}.png`) });
          expect.soft(await sidewaysScrollers(page), view).toEqual([]);
          expect.soft(await accessibilityViolations(page), view).toEqual([]);
        }
        await page.emulateMedia({ forcedColors: 'active' });
        await page.screenshot({ path: info.outputPath(`${view}-contrast.png`) });
        await page.emulateMedia({ forcedColors: null });
      });
    await expect(window.state).toHaveText('Ready');

    await showSnapshot(app, { tainted: true });
    for (const entry of ENTRIES) await tellWindow(app, 'conversation.entry', entry);
    await look('entries');
    await tellWindow(app, 'reminders.changed', [
      picture('call Ada about the house at the lake and everything in it', Date.now() - 60_000),
      { ...picture('tea', null), dueAt: Date.now() + 3_600_000 },
      { ...picture('', null), dueAt: Date.now() + 90_000 },
    ]);
    await look('reminders');
    await tellWindow(app, 'reminders.changed', []);
    await showSnapshot(app, { tainted: true, status: 'approval' });
    await tellWindow(app, 'approvals.changed', [card('1', LONG), card('2', 'two.txt')]);
    await expect(page.getByRole('alertdialog').first()).toBeFocused();
    await expect(page.getByRole('alertdialog').first().getByRole('heading')).toBeInViewport();
    await look('cards');
    const settings = await SettingsDialog.open(window);
    await look('cards-over-settings');
    await tellWindow(app, 'approvals.changed', []);
    await page.setViewportSize({ width: 1_200, height: 900 });
    for (const section of ['Commands', 'Permissions', 'MCP servers']) {
      await settings.dialog.getByRole('heading', { name: section, exact: true }).scrollIntoViewIfNeeded();
      await settings.dialog
        .getByRole('heading', { name: section, exact: true })
        .evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
      await look(`settings-${section}`);
    }
    await settings.close();

    await window.button('What Parley did').click();
    const rows = page.getByRole('article');
    await expect(rows).toHaveCount(ACTIONS.length);
    for (const summary of await page.locator('.view summary:visible').all()) await summary.click();
    await look('actions');
    await page.getByRole('searchbox', { name: 'Search actions' }).fill('nothing like this');
    await expect(page.getByText('Nothing found.')).toBeVisible();
    await look('actions-none');
  });
}

test('the record of actions is searched, exported and emptied with the keyboard alone', async ({
  launch,
  home,
}) => {
  await seedActions(home);
  const { window, electron } = await launch({ home });
  const { page } = window;
  const { keyboard } = page;
  await expect(window.state).toHaveText('Ready');
  await tabTo(page, window.button('What Parley did'));
  await keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Search actions' })).toBeFocused();
  const stops = await walk(page);
  expect(stops.filter(({ visible, name }) => !visible || name === '')).toEqual([]);

  await page.getByRole('searchbox', { name: 'Search actions' }).focus();
  await keyboard.type('greeting');
  await expect(page.getByRole('status', { name: 'Found' })).toHaveText('2 found.');
  const file = join(home.path, 'actions.md');
  await electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
  await tabTo(page, window.button('Export as Markdown'));
  await keyboard.press('Enter');
  await expect(page.getByRole('status', { name: 'Result' })).not.toBeEmpty();
  await tabTo(page, window.button('Empty the list…'));
  await keyboard.press('Enter');
  await expect(window.button('Keep it')).toBeVisible();
  await keyboard.press('Escape');
  await expect(window.button('Keep it')).toBeHidden();
  await expect(window.button('Empty the list…')).toBeFocused();
  await keyboard.press('Enter');
  await tabTo(page, window.button('Empty it'));
  await keyboard.press('Enter');
  await expect(window.button('Empty it')).toBeHidden();
  await expect(page.getByRole('status', { name: 'Result' })).toHaveText('The list is empty.');
  await expect(window.button('Empty the list…')).toBeFocused();
  await keyboard.press('Escape');
  await expect(window.button('What Parley did')).toBeFocused();
});

const COMMANDS = [
  {
    id: 'c1',
    name: 'photo backup',
    when: 'asks to back up the photos',
    program: `/opt/${LONG}`,
    arguments: ['--to', '{where}'],
    parameters: [{ name: 'where', type: 'text', description: 'where to', choices: [] }],
    folder: 'home',
    seconds: 60,
    class: 'outward',
    tellsOutput: true,
  },
];
const SERVERS = [
  {
    id: 'everything',
    name: 'everything',
    enabled: false,
    transport: { type: 'stdio', command: '/usr/bin/true', args: [LONG], env: [], cwd: null },
    tools: {},
  },
];

function entry(
  state: Extract<TranscriptEntry, { kind: 'tool' }>['state'],
  more: Partial<Extract<TranscriptEntry, { kind: 'tool' }>> = {},
): TranscriptEntry {
  return {
    kind: 'tool',
    id: `${state} ${JSON.stringify(more).length}`,
    name: 'write_file',
    arguments: JSON.stringify({ name: LONG, text: 'Hello.' }, null, 2),
    state,
    outcome: state === 'running' ? '' : `I wrote ${LONG} in Garden.`,
    milliseconds: state === 'running' ? null : 1_234,
    progress: null,
    detail: null,
    action: null,
    undone: false,
    foreign: false,
    ...more,
  };
}
const ENTRIES = [
  entry('running', { progress: '120 of 400 files searched' }),
  entry('waiting', { outcome: 'Shall I write greeting.txt in Garden?' }),
  entry('refused', { outcome: 'Nobody answered in time, so nothing was done.' }),
  entry('failed', { outcome: 'The disk is full.' }),
  entry('cancelled', { outcome: 'You stopped it.' }),
  entry('done', { detail: 'line\n'.repeat(60), action: 'a1' }),
  entry('done', { action: 'a2', undone: true }),
];

function card(id: string, name: string): ApprovalCard {
  return {
    id,
    tool: 'write_file',
    effect: `Writes the new file “${name}” in Garden.`,
    question: `Shall I write ${name} in Garden?`,
    risk: 'An older file of that name is overwritten.',
    arguments: JSON.stringify({ name, text: 'Hello, this is a long text. '.repeat(30) }, null, 2),
    preview: 'Hello, this is a long text.\n'.repeat(20),
    because: 'Parley has read text by others in this conversation.',
    verbs: ['write'],
    remember: ['conversation', 'always'],
    scope: 'Garden',
    expiresAt: Date.now() + 30_000,
  };
}

function picture(label: string, ringingSince: number | null) {
  return { id: `r ${label}`, kind: 'reminder', label, dueAt: null, repeats: false, ringingSince } as const;
}

const ACTIONS = [
  {
    outcome: 'done',
    allowed: 'approved',
    by: 'click',
    said: 'I wrote greeting.txt.',
    effect: 'Writes greeting.txt',
  },
  { outcome: 'not-run', allowed: 'denied', by: 'click', said: 'You said no.', effect: `Writes ${LONG}` },
  { outcome: 'failed', allowed: 'class', by: null, said: 'The disk is full.', effect: null },
  { outcome: 'done', allowed: 'always', by: null, said: 'I opened greeting.txt.', effect: 'Opens it' },
] as const;

async function seedActions(home: TempFolder): Promise<void> {
  const now = new Date();
  const folder = join(home.path, 'audit');
  mkdirSync(folder, { recursive: true });
  await handOver(folder);
  const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
  const lines = ACTIONS.map((action, at) =>
    JSON.stringify({
      type: 'action',
      id: `action-${at}`,
      at: now.getTime() - 60_000 * (at + 1),
      conversation: 'earlier',
      heard: 'Please write it down.',
      tool: 'write_file',
      class: 'reversible',
      arguments: { name: LONG },
      undo: null,
      ...action,
    }),
  ).reverse();
  const file = join(folder, `${month}.jsonl`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  await handOver(file);
}

import { tellWindow } from '../tell-window';
import { card, checks } from './examples';
import type { View } from './view';

/** Settings, and what opens in them. */
export const settingsViews: readonly View[] = [
  {
    name: 'settings of the local agent',
    shows: [
      'SettingsDialog',
      'ProfilesSection',
      'EngineSection',
      'ThinkingSection',
      'VoiceSection',
      'RulesSection',
      'SoundSection',
      'SignalsSection',
      'WakeWordSection',
      'ShortcutsSection',
      'FoldersSection',
      'CommandsSection',
      'PermissionsSection',
      'McpSection',
      'CostSection',
      'HistorySection',
      'PrivacySection',
      'StartSection',
      'LanguageSection',
      'AppearanceSection',
      'SelfTestSection',
      'ExchangeSection',
      'UpdatesSection',
    ],
    show: async (stage) => {
      await stage.change({ thinking: 'language-model' });
      await stage.settings();
      await tellWindow(stage.app, 'selfTest.changed', { running: null, of: 4, results: checks });
      await tellWindow(stage.app, 'wakeWord.changed', {
        status: { name: 'waiting', why: 'talk' },
        enrolled: true,
        testing: true,
      });
      await stage.button('Stop trying').waitFor();
    },
  },
  {
    name: 'settings of the hosted engine',
    shows: ['TurnTakingSection'],
    show: async (stage) => {
      await stage.change({ activeProfile: 'work' });
      await stage.settings();
    },
  },
  {
    name: 'settings with every form open',
    part: 'form, .question, section:has(> ol)',
    shows: ['RuleForm', 'CommandForm', 'McpServerForm', 'LearnName'],
    show: async (stage) => {
      await stage.settings();
      await stage.button('Add rule').press('Enter');
      await stage.button('Save rule').press('Enter');
      await stage.button('Add command').press('Enter');
      await stage.button('Add parameter').press('Enter');
      await stage.button('Save command…').press('Enter');
      await stage.button('Add server').press('Enter');
      await stage.button('Add variable').press('Enter');
      await stage.button('Save server').press('Enter');
      await stage.button('Record a name, 3 times').press('Enter');
      await stage.button('Delete Parley').press('Enter');
      await stage.button('Keep profile').waitFor();
    },
  },
  {
    name: 'configuration of a server to paste',
    part: 'form[aria-label="Paste configuration"]',
    shows: ['McpPaste'],
    show: async (stage) => {
      await stage.settings();
      await stage.button('Paste configuration').press('Enter');
      await stage.page.getByRole('form', { name: 'Paste configuration' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'servers of other programs',
    part: '[aria-label="Import MCP servers"]',
    shows: ['McpImport'],
    show: async (stage) => {
      await stage.settings();
      await stage.button('Import').press('Enter');
      await stage.page.getByRole('group', { name: 'Import MCP servers' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'settings that were found',
    part: '.search',
    shows: ['SettingsSearch'],
    show: async (stage) => {
      await stage.settings();
      await stage.page.keyboard.press('Control+f');
      await stage.page.keyboard.type('microphone');
      await stage.page.getByRole('listbox').getByRole('option').first().waitFor();
    },
  },
  {
    name: 'what a settings file would change',
    part: '[aria-label="What the file would change"]',
    shows: [],
    show: async (stage) => {
      await stage.settings();
      await stage.button('Import settings…').press('Enter');
      await stage.page.getByRole('group', { name: 'What the file would change' }).waitFor();
    },
  },
  {
    name: 'question before everything is deleted',
    shows: [],
    show: async (stage) => {
      const dialog = await stage.settings();
      await dialog.getByRole('button', { name: 'Delete…', exact: true }).press('Enter');
      await stage.page.getByRole('dialog', { name: 'Delete this for good?' }).waitFor();
    },
  },
  {
    name: 'requests over settings',
    part: '.urgent',
    shows: [],
    show: async (stage) => {
      await stage.settings();
      await tellWindow(stage.app, 'approvals.changed', [card('1')]);
      await stage.page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'profile of the local agent',
    shows: ['ProfileSheet', 'ProfileEditor'],
    show: async (stage) => {
      await stage.settings();
      await stage.button('Edit Parley').press('Enter');
      await stage.button('Change a copy of it').waitFor();
    },
  },
  {
    name: 'profile of the hosted engine',
    shows: [],
    show: async (stage) => {
      await stage.settings();
      await stage.button(/^Edit Work/).press('Enter');
      await stage.page.getByText('Not there now.').waitFor();
    },
  },
];

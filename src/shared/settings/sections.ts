import type { PlainText } from '../words/catalogue';

/** Headings of the settings, by their texts in the catalogue. */
export const SETTINGS_SECTIONS = [
  'Profiles',
  'Who answers',
  'Thinking (section)',
  'Voice',
  'Turn-taking and hearing',
  'Your own rules',
  'Shortcuts',
  'Sound',
  'Wake word',
  'Folders Parley may use',
  'Commands',
  'Permissions',
  'MCP servers',
  'Cost and limits',
  'History',
  'Privacy',
  'Start and tray',
  'Overlay and sounds',
  'Language',
  'Appearance',
  'Updates',
  'Import, export and reset',
  'Self-test',
] as const satisfies readonly PlainText[];
/** One of them. */
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** Where a setting stands, and what it is called there: both texts of the catalogue. */
export type SettingPlace = readonly [section: SettingsSection, name: PlainText];

/** Texts of the settings. */
export const settingsTexts = [
  'Appearance',
  'System',
  'Light',
  'Dark',
  'Language',
  'Language of the window',
  'As the system',
  'The local agent hears and speaks English only, whatever is chosen here.',
] as const;

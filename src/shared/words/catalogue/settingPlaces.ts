/** Names of settings in lists of changes, and what a section that was set back is told with. */
export const settingPlacesTexts = [
  'Names sent to the service',
  'Who makes summaries',
  'Model for summaries',
  '{section} is as Parley came.',
  '{section} is as it was.',
  'on',
  'off',
  'none',
] as const;

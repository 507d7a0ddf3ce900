/** Texts of the tray, notifications and dialogs of the system. */
export const desktopTexts = [
  'Pause listening for an hour',
  'Listen again (paused until {time})',
  'Show Parley',
  'Settings…',
  'Listening for its name',
  'Resting, goes on when you speak',
  'Microphone muted',
  'There is a problem',
] as const;

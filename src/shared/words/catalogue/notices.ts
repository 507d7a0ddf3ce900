/** Sentences of main in notifications and in the dialogs of the desktop. */
export const noticesTexts = [
  'Timer: {label}',
  'Alarm: {label}',
  'Reminder: {label}',
  'Due now.',
  'Was due: {when}.',
  'Missed while Parley was closed: {when}.',
  'JSON lines',
  'Table (CSV)',
  'Talk to Parley (hold, or tap)',
  'Have Parley stop speaking',
  'Mute the microphone of Parley',
  'Show the window of Parley',
  'Undo what Parley did last',
] as const;

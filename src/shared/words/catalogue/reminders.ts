/** Texts of reminders that are due. */
export const remindersTexts = [
  'Timers and reminders',
  'Dismiss {name}',
  'Snooze {name} for 5 minutes',
  'Snooze 5 minutes',
  'Cancel {name}',
  'Timer',
  'Alarm',
  'Reminder',
  'due now',
  'was due at {time}',
  'was due on {day} at {time}',
] as const;

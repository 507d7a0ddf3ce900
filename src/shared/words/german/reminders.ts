import type { remindersTexts } from '../catalogue/reminders';
import type { TranslationsOf } from '../templates';

/** Texts of reminders that are due. */
export const reminders: TranslationsOf<typeof remindersTexts> = {
  'Timers and reminders': 'Timer und Erinnerungen',
  'Dismiss {name}': '{name} ausblenden',
  'Snooze {name} for 5 minutes': '{name} um 5 Minuten aufschieben',
  'Snooze 5 minutes': '5 Minuten später',
  'Cancel {name}': '{name} abbrechen',
  Timer: 'Timer',
  Alarm: 'Wecker',
  Reminder: 'Erinnerung',
  'due now': 'jetzt fällig',
  'was due at {time}': 'war um {time} fällig',
  'was due on {day} at {time}': 'war am {day} um {time} fällig',
};

import type { remindersTexts } from '../catalogue/reminders';
import type { TranslationsOf } from '../templates';

/** Texts of reminders that are due. */
export const reminders: TranslationsOf<typeof remindersTexts> = {
  'Timers and reminders': 'المؤقتات والتذكيرات',
  'Dismiss {name}': 'إخفاء {name}',
  'Snooze {name} for 5 minutes': 'تأجيل {name} خمس دقائق',
  'Snooze 5 minutes': 'تأجيل 5 دقائق',
  'Cancel {name}': 'إلغاء {name}',
  Timer: 'مؤقت',
  Alarm: 'منبّه',
  Reminder: 'تذكير',
  'due now': 'حان وقته',
  'was due at {time}': 'كان موعده {time}',
  'was due on {day} at {time}': 'كان موعده {day} الساعة {time}',
};

import type { noticesTexts } from '../catalogue/notices';
import type { TranslationsOf } from '../templates';

/** Sentences of main in notifications and in the dialogs of the desktop. */
export const notices: TranslationsOf<typeof noticesTexts> = {
  'Timer: {label}': 'مؤقت: {label}',
  'Alarm: {label}': 'منبّه: {label}',
  'Reminder: {label}': 'تذكير: {label}',
  'Due now.': 'حان وقته.',
  'Was due: {when}.': 'كان موعده: {when}.',
  'Missed while Parley was closed: {when}.': 'فات بينما كان Parley مغلقًا: {when}.',
  'JSON lines': 'أسطر JSON',
  'Table (CSV)': 'جدول (CSV)',
  'Talk to Parley (hold, or tap)': 'التحدث إلى Parley (ضغط مستمر أو نقرة)',
  'Have Parley stop speaking': 'إسكات Parley',
  'Mute the microphone of Parley': 'كتم ميكروفون Parley',
  'Show the window of Parley': 'إظهار نافذة Parley',
  'Undo what Parley did last': 'التراجع عن آخر ما فعله Parley',
};

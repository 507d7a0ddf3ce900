import type { noticesTexts } from '../catalogue/notices';
import type { TranslationsOf } from '../templates';

/** Sentences of main in notifications and in the dialogs of the desktop. */
export const notices: TranslationsOf<typeof noticesTexts> = {
  'Timer: {label}': 'Timer: {label}',
  'Alarm: {label}': 'Wecker: {label}',
  'Reminder: {label}': 'Erinnerung: {label}',
  'Due now.': 'Jetzt fällig.',
  'Was due: {when}.': 'War fällig: {when}.',
  'Missed while Parley was closed: {when}.': 'Verpasst, während Parley geschlossen war: {when}.',
  'JSON lines': 'JSON-Zeilen',
  'Table (CSV)': 'Tabelle (CSV)',
  'Talk to Parley (hold, or tap)': 'Mit Parley sprechen (halten oder tippen)',
  'Have Parley stop speaking': 'Parley schweigen lassen',
  'Mute the microphone of Parley': 'Parleys Mikrofon stummschalten',
  'Show the window of Parley': 'Parleys Fenster zeigen',
  'Undo what Parley did last': 'Zurücknehmen, was Parley zuletzt tat',
};

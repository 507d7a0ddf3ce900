import type { overlayTexts } from '../catalogue/overlay';
import type { TranslationsOf } from '../templates';

/** Texts of the panel above other windows, and of the settings about it and the sounds. */
export const overlay: TranslationsOf<typeof overlayTexts> = {
  'Open the window': 'Fenster öffnen',
  'Last words': 'Letzte Worte',
  'You:': 'Sie:',
  'Overlay and sounds': 'Einblendung und Klänge',
  'Show a small panel above other windows while you talk':
    'Während des Gesprächs eine kleine Tafel über anderen Fenstern zeigen',
  'It shows what is heard and said and asks for your approval. It never takes the keyboard away.':
    'Sie zeigt, was gehört und gesagt wird, und fragt um Erlaubnis. Die Tastatur nimmt sie nie weg.',
  'On Wayland no app may place a window of its own above others: Parley uses notifications and the tray instead.':
    'Unter Wayland darf keine Anwendung ein eigenes Fenster über andere setzen: Parley nutzt stattdessen Benachrichtigungen und die Taskleiste.',
  Sounds: 'Klänge',
  'No sounds': 'Keine Klänge',
  'The important ones': 'Die wichtigen',
  'All sounds': 'Alle Klänge',
  'When the microphone is live or muted, at a problem, and before an idle conversation ends.':
    'Wenn das Mikrofon offen oder stumm ist, bei einem Problem und bevor ein ruhendes Gespräch endet.',
  'Also when you were heard, and when work begins and is done.':
    'Auch wenn Sie gehört wurden und wenn Arbeit beginnt und fertig ist.',
  'Sounds with a screen reader, too': 'Klänge auch mit Bildschirmleser',
  'Otherwise they are silent while a screen reader is in use.':
    'Sonst schweigen sie, solange ein Bildschirmleser benutzt wird.',
  'Pause music and videos while you talk': 'Musik und Videos während des Gesprächs anhalten',
  'What was playing goes on afterwards. On Windows Parley cannot tell what plays.':
    'Was lief, läuft danach weiter. Unter Windows kann Parley nicht erkennen, was läuft.',
};

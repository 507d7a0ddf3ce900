import type { costTexts } from '../catalogue/cost';
import type { TranslationsOf } from '../templates';

/** Texts of the cost meter and what it unfolds. */
export const cost: TranslationsOf<typeof costTexts> = {
  Period: 'Zeitraum',
  Time: 'Zeit',
  Cost: 'Kosten',
  Cap: 'Grenze',
  'Show the costs': 'Kosten anzeigen',
  'Cost of this conversation:': 'Kosten dieses Gesprächs:',
  'At {dollars} an hour while connected.': 'Zu {dollars} je Stunde, solange verbunden.',
  'no cap': 'keine Grenze',
  'of {amount}': 'von {amount}',
  'under {amount}': 'unter {amount}',
  'This conversation': 'Dieses Gespräch',
  Today: 'Heute',
  Yesterday: 'Gestern',
  'This month': 'Dieser Monat',
  '{count} lines of the record could not be read; the sums may be too small.': {
    one: 'Eine Zeile des Verzeichnisses war nicht lesbar; die Summen können zu klein sein.',
    other: '{count} Zeilen des Verzeichnisses waren nicht lesbar; die Summen können zu klein sein.',
  },
};

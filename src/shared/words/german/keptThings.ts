import type { keptThingsTexts } from '../catalogue/keptThings';
import type { TranslationsOf } from '../templates';

/** Sentences about what was deleted, imported and exported. */
export const keptThings: TranslationsOf<typeof keptThingsTexts> = {
  '{whatWords}: they could not be read.': '{whatWords}: ließen sich nicht lesen.',
  '{count} conversations were deleted.': {
    one: '{count} Gespräch wurde gelöscht.',
    other: '{count} Gespräche wurden gelöscht.',
  },
  '{number} could not be deleted: {reasonWords}': '{number} ließen sich nicht löschen: {reasonWords}',
  '{whatWords}: deleted.': '{whatWords}: gelöscht.',
  '{whatWords}: still there. {reasonWords}': '{whatWords}: noch da. {reasonWords}',
  'Please try again.': 'Bitte versuchen Sie es noch einmal.',
  'The record of what Parley did': 'Das Protokoll dessen, was Parley tat',
  'Copies kept for undoing': 'Kopien zum Zurücknehmen',
  'Notes, to-do list and reminders': 'Notizen, To-do-Liste und Erinnerungen',
  'The recordings of the name': 'Die Aufnahmen des Namens',
  'The file comes from a newer Parley; what this one knows can be taken.':
    'Die Datei kommt von einem neueren Parley; was dieses kennt, lässt sich übernehmen.',
  'This Parley does not know: {names}.': 'Dieses Parley kennt nicht: {names}.',
  'These do not fit and are left out: {names}.': 'Diese passen nicht und bleiben weg: {names}.',
  'These belong to the other computer and are left out: {whatWords}.':
    'Diese gehören zum anderen Computer und bleiben weg: {whatWords}.',
  '{count} settings were taken over.': {
    one: '{count} Einstellung wurde übernommen.',
    other: '{count} Einstellungen wurden übernommen.',
  },
};

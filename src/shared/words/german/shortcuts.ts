import type { shortcutsTexts } from '../catalogue/shortcuts';
import type { TranslationsOf } from '../templates';

/** Texts of the settings of shortcuts. */
export const shortcuts: TranslationsOf<typeof shortcutsTexts> = {
  Shortcuts: 'Tastenkürzel',
  'Allow the talk key…': 'Sprechtaste erlauben …',
  None: 'Keine',
  'Press the keys for {name}': 'Drücken Sie die Tasten für {name}',
  '{name}: {keys}. Change': '{name}: {keys}. Ändern',
  'Press keys…': 'Tasten drücken …',
  'Use the default key for Talk': 'Vorgegebene Taste fürs Sprechen verwenden',
  'No key for {name}': 'Keine Taste für {name}',
  Default: 'Vorgabe',
  'Not chosen': 'Nicht gewählt',
  Talk: 'Sprechen',
  'Hold it to talk, let go for the answer. Tap it to keep the microphone on, tap again to close it. Tap twice for an open conversation.':
    'Halten Sie sie zum Sprechen, lassen Sie los für die Antwort. Tippen lässt das Mikrofon an, noch einmal tippen schließt es. Zweimal tippen für ein offenes Gespräch.',
  'The agent falls silent.': 'Der Agent verstummt.',
  'Mutes the microphone of an open conversation, or unmutes it.':
    'Schaltet das Mikrofon eines offenen Gesprächs stumm oder wieder ein.',
  'Show window': 'Fenster zeigen',
  'Brings this window to the front.': 'Holt dieses Fenster nach vorn.',
  'Takes back what was done last in this conversation.':
    'Nimmt zurück, was in diesem Gespräch zuletzt getan wurde.',
};

import type { settingsTexts } from '../catalogue/settings';
import type { TranslationsOf } from '../templates';

/** Texts of the settings. */
export const settings: TranslationsOf<typeof settingsTexts> = {
  Appearance: 'Aussehen',
  System: 'System',
  Light: 'Hell',
  Dark: 'Dunkel',
  Language: 'Sprache',
  'Language of the window': 'Sprache des Fensters',
  'As the system': 'Wie das System',
  'The local agent hears and speaks English only, whatever is chosen here.':
    'Der lokale Agent hört und spricht nur Englisch, was auch immer hier gewählt ist.',
};

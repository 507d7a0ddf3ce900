import type { settingPlacesTexts } from '../catalogue/settingPlaces';
import type { TranslationsOf } from '../templates';

/** Names of settings in lists of changes, and what a section that was set back is told with. */
export const settingPlaces: TranslationsOf<typeof settingPlacesTexts> = {
  'Names sent to the service': 'An den Dienst gesendete Namen',
  'Who makes summaries': 'Wer Zusammenfassungen macht',
  'Model for summaries': 'Modell für Zusammenfassungen',
  '{section} is as Parley came.': '{section} ist, wie Parley kam.',
  '{section} is as it was.': '{section} ist, wie es war.',
  on: 'an',
  off: 'aus',
  none: 'nichts',
};

import type { settingsTexts } from '../catalogue/settings';
import type { TranslationsOf } from '../templates';

/** Texts of the settings. */
export const settings: TranslationsOf<typeof settingsTexts> = {
  Appearance: 'المظهر',
  System: 'النظام',
  Light: 'فاتح',
  Dark: 'داكن',
  Language: 'اللغة',
  'Language of the window': 'لغة النافذة',
  'As the system': 'كما في النظام',
  'The local agent hears and speaks English only, whatever is chosen here.':
    'الوكيل المحلي يسمع ويتكلم الإنجليزية فقط، أيًّا كان الاختيار هنا.',
};

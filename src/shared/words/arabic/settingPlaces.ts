import type { settingPlacesTexts } from '../catalogue/settingPlaces';
import type { TranslationsOf } from '../templates';

/** Names of settings in lists of changes, and what a section that was set back is told with. */
export const settingPlaces: TranslationsOf<typeof settingPlacesTexts> = {
  'Names sent to the service': 'الأسماء المرسلة إلى الخدمة',
  'Who makes summaries': 'من يُعد الملخصات',
  'Model for summaries': 'نموذج الملخصات',
  '{section} is as Parley came.': '{section} كما جاء مع Parley.',
  '{section} is as it was.': '{section} كما كان.',
  on: 'مفعّل',
  off: 'متوقف',
  none: 'لا شيء',
};

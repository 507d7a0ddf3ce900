import type { shortcutsTexts } from '../catalogue/shortcuts';
import type { TranslationsOf } from '../templates';

/** Texts of the settings of shortcuts. */
export const shortcuts: TranslationsOf<typeof shortcutsTexts> = {
  Shortcuts: 'الاختصارات',
  'Allow the talk key…': 'السماح بمفتاح التحدث…',
  None: 'بلا',
  'Press the keys for {name}': 'اضغط المفاتيح لـ {name}',
  '{name}: {keys}. Change': '{name}: {keys}. تغيير',
  'Press keys…': 'اضغط المفاتيح…',
  'Use the default key for Talk': 'استخدام المفتاح الافتراضي للتحدث',
  'No key for {name}': 'بلا مفتاح لـ {name}',
  Default: 'الافتراضي',
  'Not chosen': 'غير مختار',
  Talk: 'التحدث',
  'Hold it to talk, let go for the answer. Tap it to keep the microphone on, tap again to close it. Tap twice for an open conversation.':
    'اضغط باستمرار لتتكلم واتركه للإجابة. انقره ليبقى الميكروفون مفتوحًا، وانقره ثانيةً لإغلاقه. وانقره مرتين لمحادثة مفتوحة.',
  'The agent falls silent.': 'يصمت الوكيل.',
  'Mutes the microphone of an open conversation, or unmutes it.':
    'يكتم ميكروفون المحادثة المفتوحة أو يلغي كتمه.',
  'Show window': 'إظهار النافذة',
  'Brings this window to the front.': 'يُظهر هذه النافذة في المقدمة.',
  'Takes back what was done last in this conversation.': 'يتراجع عن آخر ما فُعل في هذه المحادثة.',
};

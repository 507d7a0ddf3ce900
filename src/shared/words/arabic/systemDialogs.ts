import type { systemDialogsTexts } from '../catalogue/systemDialogs';
import type { TranslationsOf } from '../templates';

/** Texts of dialogs of the system. */
export const systemDialogs: TranslationsOf<typeof systemDialogsTexts> = {
  'Parley would like to see its talk key': 'يرغب Parley في رؤية مفتاح التحدث',
  'macOS lets an app notice a key that you hold in another app only with your permission. Parley uses it for the talk key alone: other keys never leave the small process that listens, and are not kept.':
    'لا يسمح macOS لتطبيق بملاحظة مفتاح تضغطه في تطبيق آخر إلا بإذنك. يستخدم Parley ذلك لمفتاح التحدث وحده: لا تغادر المفاتيح الأخرى العملية الصغيرة التي ترصد، ولا تُحفظ.',
  'Not now': 'ليس الآن',
  'Choose a folder that Parley may use': 'اختر مجلدًا يجوز لـ Parley استخدامه',
  'Allow this folder': 'السماح بهذا المجلد',
  'Choose a program': 'اختيار برنامج',
  Choose: 'اختيار',
  'It runs without asking.': 'يعمل دون سؤال.',
  'It runs after you agree.': 'يعمل بعد موافقتك.',
  'It runs after you click.': 'يعمل بعد نقرك.',
  'May Parley run “{name}”?': 'هل يجوز لـ Parley تشغيل «{name}»؟',
  'Allow this command': 'السماح بهذا الأمر',
  'Export the conversation': 'تصدير المحادثة',
  'Settings of Parley': 'إعدادات Parley',
  'Import settings': 'استيراد الإعدادات',
  'Look at them': 'الاطلاع عليها',
  'Allow Parley on the page that opens: Privacy & Security, Accessibility.':
    'اسمح لـ Parley في الصفحة التي تُفتح: الخصوصية والأمن، تسهيلات الاستخدام.',
  'An app like Parley cannot ask for it by itself. Allow Parley on the page that opens: Privacy & Security, Input Monitoring.':
    'لا يستطيع تطبيق مثل Parley طلب ذلك بنفسه. اسمح لـ Parley في الصفحة التي تُفتح: الخصوصية والأمن، مراقبة الإدخال.',
};

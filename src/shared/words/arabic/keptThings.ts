import type { keptThingsTexts } from '../catalogue/keptThings';
import type { TranslationsOf } from '../templates';

/** Sentences about what was deleted, imported and exported. */
export const keptThings: TranslationsOf<typeof keptThingsTexts> = {
  '{whatWords}: they could not be read.': '{whatWords}: تعذرت القراءة.',
  '{count} conversations were deleted.': {
    zero: 'لم تُحذف أي محادثة.',
    one: 'حُذفت محادثة واحدة.',
    two: 'حُذفت محادثتان.',
    few: 'حُذفت {count} محادثات.',
    many: 'حُذفت {count} محادثة.',
    other: 'حُذفت {count} محادثة.',
  },
  '{number} could not be deleted: {reasonWords}': 'تعذّر حذف {number}: {reasonWords}',
  '{whatWords}: deleted.': '{whatWords}: حُذف.',
  '{whatWords}: still there. {reasonWords}': '{whatWords}: ما زال موجودًا. {reasonWords}',
  'Please try again.': 'حاول مجددًا من فضلك.',
  'The record of what Parley did': 'سجل ما فعله Parley',
  'Copies kept for undoing': 'النسخ المحفوظة للتراجع',
  'Notes, to-do list and reminders': 'الملاحظات وقائمة المهام والتذكيرات',
  'The recordings of the name': 'تسجيلات الاسم',
  'The file comes from a newer Parley; what this one knows can be taken.':
    'الملف من إصدار أحدث من Parley؛ يمكن أخذ ما يعرفه هذا الإصدار.',
  'This Parley does not know: {names}.': 'لا يعرف هذا الإصدار من Parley: {names}.',
  'These do not fit and are left out: {names}.': 'هذه غير مناسبة وتُترك: {names}.',
  'These belong to the other computer and are left out: {whatWords}.':
    'هذه تخص الحاسوب الآخر وتُترك: {whatWords}.',
  '{count} settings were taken over.': {
    zero: 'لم يُؤخذ أي إعداد.',
    one: 'أُخذ إعداد واحد.',
    two: 'أُخذ إعدادان.',
    few: 'أُخذت {count} إعدادات.',
    many: 'أُخذ {count} إعدادًا.',
    other: 'أُخذ {count} إعداد.',
  },
};

import type { diagnosticsTexts } from '../catalogue/diagnostics';
import type { TranslationsOf } from '../templates';

/** Texts of the self-test's view. */
export const diagnostics: TranslationsOf<typeof diagnosticsTexts> = {
  'Self-test': 'الاختبار الذاتي',
  'Tries microphone, speakers, keychain, models and engine, with a short quiet tone. Nothing you say is kept or sent, and no hosted conversation is opened.':
    'يجرّب الميكروفون والسماعات وسلسلة المفاتيح والنماذج ومن يجيب، بنغمة قصيرة هادئة. لا يُحفظ شيء مما تقول ولا يُرسل، ولا تُفتح محادثة مستضافة.',
  'Run self-test': 'تشغيل الاختبار الذاتي',
  'Cancel self-test': 'إلغاء الاختبار الذاتي',
  'Copy report': 'نسخ التقرير',
  'Results of the self-test': 'نتائج الاختبار الذاتي',
  Report: 'التقرير',
  'The report was copied. It holds no words, keys or names.':
    'نُسخ التقرير. لا يحتوي على كلام ولا مفاتيح ولا أسماء.',
  'Looking at: {name}.': 'يجري فحص: {name}.',
  'Everything that could be tried works.': 'كل ما أمكنت تجربته يعمل.',
  '{count} things need you.': {
    zero: 'لا شيء يحتاج إليك.',
    one: 'شيء واحد يحتاج إليك.',
    two: 'شيئان يحتاجان إليك.',
    few: '{count} أشياء تحتاج إليك.',
    many: '{count} شيئًا يحتاج إليك.',
    other: '{count} شيء يحتاج إليك.',
  },
  '{name}: {outcome}': '{name}: {outcome}',
  Good: 'سليم',
  'Look at this': 'انظر في هذا',
  'Does not work': 'لا يعمل',
  'Not tried': 'لم يُجرَّب',
};

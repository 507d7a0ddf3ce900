import type { costTexts } from '../catalogue/cost';
import type { TranslationsOf } from '../templates';

/** Texts of the cost meter and what it unfolds. */
export const cost: TranslationsOf<typeof costTexts> = {
  Period: 'الفترة',
  Time: 'الوقت',
  Cost: 'التكلفة',
  Cap: 'الحد',
  'Show the costs': 'عرض التكاليف',
  'Cost of this conversation:': 'تكلفة هذه المحادثة:',
  'At {dollars} an hour while connected.': 'بسعر {dollars} في الساعة أثناء الاتصال.',
  'no cap': 'بلا حد',
  'of {amount}': 'من {amount}',
  'under {amount}': 'أقل من {amount}',
  'This conversation': 'هذه المحادثة',
  Today: 'اليوم',
  Yesterday: 'أمس',
  'This month': 'هذا الشهر',
  '{count} lines of the record could not be read; the sums may be too small.': {
    one: 'تعذرت قراءة سطر واحد من السجل؛ قد تكون المجاميع أقل من الحقيقة.',
    two: 'تعذرت قراءة سطرين من السجل؛ قد تكون المجاميع أقل من الحقيقة.',
    few: 'تعذرت قراءة {count} أسطر من السجل؛ قد تكون المجاميع أقل من الحقيقة.',
    many: 'تعذرت قراءة {count} سطرًا من السجل؛ قد تكون المجاميع أقل من الحقيقة.',
    other: 'تعذرت قراءة {count} سطر من السجل؛ قد تكون المجاميع أقل من الحقيقة.',
  },
};

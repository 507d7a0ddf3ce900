import type { approvalsTexts } from '../catalogue/approvals';
import type { TranslationsOf } from '../templates';

/** Texts of what waits for the person: approvals and announced hang-ups. */
export const approvals: TranslationsOf<typeof approvalsTexts> = {
  Approve: 'موافقة',
  Deny: 'رفض',
  'This cannot be approved by voice.': 'لا يمكن الموافقة على هذا بالصوت.',
  Preview: 'معاينة',
  'Exact arguments of “{tool}”': 'المعطيات الدقيقة لـ «{tool}»',
  'Exact arguments': 'المعطيات الدقيقة',
  'Parley has read text by others: it asks before it acts.': 'قرأ Parley نصًا كتبه آخرون: سيسأل قبل أن يتصرف.',
  'In this conversation Parley no longer asks because of what it has read':
    'في هذه المحادثة لن يسأل Parley بعد الآن بسبب ما قرأه',
  'I trust it': 'أثق به',
  'Or say “{verb} it”.': 'أو قل بالإنجليزية «{verb} it».',
  'Always allow': 'السماح دائمًا',
  'Always allow in {scope}': 'السماح دائمًا في {scope}',
  'Allow in this conversation': 'السماح في هذه المحادثة',
  'Allow in {scope} in this conversation': 'السماح في {scope} خلال هذه المحادثة',
  'With the focus here, {key} approves, Escape denies.':
    'عندما يكون التركيز هنا، {key} للموافقة وEscape للرفض.',
  '{key} approves, Escape denies.': '{key} للموافقة، وEscape للرفض.',
  '{count} requests wait. {key} goes to the first, Escape denies it.': {
    one: 'طلب واحد ينتظر. {key} للانتقال إلى الأول، وEscape لرفضه.',
    two: 'طلبان ينتظران. {key} للانتقال إلى الأول، وEscape لرفضه.',
    few: '{count} طلبات تنتظر. {key} للانتقال إلى الأول، وEscape لرفضه.',
    many: '{count} طلبًا ينتظر. {key} للانتقال إلى الأول، وEscape لرفضه.',
    other: '{count} طلب ينتظر. {key} للانتقال إلى الأول، وEscape لرفضه.',
  },
  'Waiting for your approval.': 'في انتظار موافقتك.',
  'Closing in {seconds} s to save cost.': 'ستُغلق خلال {seconds} ث لتوفير التكلفة.',
  'The conversation closes in {count} seconds to save cost. Press any key to keep talking.': {
    one: 'ستُغلق المحادثة خلال ثانية واحدة لتوفير التكلفة. اضغط أي مفتاح لمواصلة الحديث.',
    two: 'ستُغلق المحادثة خلال ثانيتين لتوفير التكلفة. اضغط أي مفتاح لمواصلة الحديث.',
    few: 'ستُغلق المحادثة خلال {count} ثوانٍ لتوفير التكلفة. اضغط أي مفتاح لمواصلة الحديث.',
    many: 'ستُغلق المحادثة خلال {count} ثانية لتوفير التكلفة. اضغط أي مفتاح لمواصلة الحديث.',
    other: 'ستُغلق المحادثة خلال {count} ثانية لتوفير التكلفة. اضغط أي مفتاح لمواصلة الحديث.',
  },
  'Any key keeps it open.': 'أي مفتاح يبقيها مفتوحة.',
  'Keep talking': 'مواصلة الحديث',
};

import type { privacyTexts } from '../catalogue/privacy';
import type { TranslationsOf } from '../templates';

/** Texts of what is kept and how it is deleted. */
export const privacy: TranslationsOf<typeof privacyTexts> = {
  Privacy: 'الخصوصية',
  'Everything that Parley keeps is on this computer, in files that only you can read.':
    'كل ما يحتفظ به Parley موجود على هذا الحاسوب، في ملفات لا يقرؤها سواك.',
  'What is kept': 'ما يُحتفظ به',
  'Nothing yet. {what}': 'لا شيء بعد. {what}',
  '{size}. {what}': '{size}. {what}',
  '{number} bytes': '{number} بايت',
  '{number} KB': '{number} كيلوبايت',
  '{number} MB': '{number} ميغابايت',
  'Show in folder': 'إظهار في المجلد',
  'Show in folder: {name}': 'إظهار في المجلد: {name}',
  'What was said, with times and costs. No sound.': 'ما قيل، مع الأوقات والتكاليف. بلا صوت.',
  'Every use of a tool, with its arguments.': 'كل استخدام لأداة، مع معطياته.',
  'Copies for undoing': 'نسخ للتراجع',
  'Files as they were before Parley changed or removed them.':
    'الملفات كما كانت قبل أن يغيّرها Parley أو يزيلها.',
  'Notes, to-do list, reminders': 'الملاحظات والمهام والتذكيرات',
  'What you asked Parley to keep.': 'ما طلبت من Parley حفظه.',
  'Your name for Parley': 'الاسم الذي تنادي به Parley',
  'Figures made from your three recordings. No sound.': 'أرقام من تسجيلاتك الثلاثة. بلا صوت.',
  'With profiles, rules, permissions, folders, commands, and MCP servers with their keys.':
    'مع الملفات الشخصية والقواعد والأذونات والمجلدات والأوامر وخوادم MCP ومفاتيحها.',
  Keys: 'المفاتيح',
  'Sealed by the system’s keychain.': 'مختومة بسلسلة مفاتيح النظام.',
  Costs: 'التكاليف',
  'When hosted sessions began and ended. It stays, so that the caps hold.':
    'متى بدأت الجلسات المستضافة وانتهت. يبقى ذلك لتُحترم الحدود.',
  Log: 'السجل التقني',
  'What went wrong, without words, keys or names. At most 4 MB; it stays.':
    'ما تعطّل، بلا كلمات أو مفاتيح أو أسماء. ٤ ميغابايت على الأكثر؛ ويبقى.',
  Conversations: 'المحادثات',
  'What each engine is sent': 'ما يُرسل إلى كل جهة',
  'Local agent: nothing leaves this computer, unless you chose a language model server elsewhere; that one is sent what was said and what tools answered.':
    'الوكيل المحلي: لا شيء يغادر هذا الحاسوب، إلا إذا اخترت خادم نموذج لغوي في مكان آخر؛ فيُرسل إليه ما قيل وما أجابت به الأدوات.',
  'AssemblyAI, while a conversation is open: the sound of your microphone unless it is muted, what you type, the prompt, the names of the tools and what they answer, words to recognise, and names from folders that you allowed. AssemblyAI keeps sessions until they are deleted.':
    'AssemblyAI ما دامت المحادثة مفتوحة: صوت الميكروفون ما لم يُكتم، وما تكتبه، والتعليمات، وأسماء الأدوات وما تجيب به، والكلمات المراد تمييزها، وأسماء من المجلدات التي سمحت بها. تحتفظ AssemblyAI بالجلسات حتى تُحذف.',
  'Summaries, when you ask for one: whoever you chose for them is sent the text of that conversation.':
    'الملخصات عندما تطلبها: يُرسل نص تلك المحادثة إلى من اخترته لها.',
  'MCP servers and HTTP tools: the arguments of a call, and nothing else.':
    'خوادم MCP وأدوات HTTP: معطيات الاستدعاء ولا شيء غيرها.',
  'Delete everything here': 'حذف كل شيء هنا',
  'Delete: {name}': 'حذف: {name}',
  'Delete their sessions at AssemblyAI, too': 'حذف جلساتها لدى AssemblyAI أيضًا',
  'It needs your key and the network. Agents stored in your account stay; they are deleted in Agents.':
    'يحتاج ذلك إلى مفتاحك والشبكة. الوكلاء المحفوظون في حسابك يبقون؛ ويُحذفون في الوكلاء.',
  Deleting: 'جارٍ الحذف',
  'What was deleted': 'ما حُذف',
  'Delete this for good?': 'حذف هذا نهائيًا؟',
  'Delete for good': 'حذف نهائي',
  'This goes from this computer for good: {names}.': 'يُحذف هذا من هذا الحاسوب نهائيًا: {names}.',
  'Sessions of kept conversations are deleted at AssemblyAI, too.':
    'تُحذف جلسات المحادثات المحفوظة لدى AssemblyAI أيضًا.',
  'The service keeps what it has of them.': 'تحتفظ الخدمة بما لديها منها.',
  'Agents stored in your account, costs and the log stay.':
    'يبقى الوكلاء المحفوظون في حسابك والتكاليف والسجل التقني.',
};

import type { overlayTexts } from '../catalogue/overlay';
import type { TranslationsOf } from '../templates';

/** Texts of the panel above other windows, and of the settings about it and the sounds. */
export const overlay: TranslationsOf<typeof overlayTexts> = {
  'Open the window': 'افتح النافذة',
  'Last words': 'آخر الكلمات',
  'You:': 'أنت:',
  'Overlay and sounds': 'اللوحة العائمة والأصوات',
  'Show a small panel above other windows while you talk':
    'أظهر لوحة صغيرة فوق النوافذ الأخرى أثناء المحادثة',
  'It shows what is heard and said and asks for your approval. It never takes the keyboard away.':
    'تعرض ما يُسمع وما يُقال وتطلب موافقتك، ولا تأخذ لوحة المفاتيح أبدًا.',
  'On Wayland no app may place a window of its own above others: Parley uses notifications and the tray instead.':
    'في Wayland لا يحق لأي تطبيق أن يضع نافذة فوق غيرها، لذلك يستعمل Parley الإشعارات وأيقونة الشريط.',
  Sounds: 'الأصوات',
  'No sounds': 'بلا أصوات',
  'The important ones': 'المهمة منها',
  'All sounds': 'كل الأصوات',
  'When the microphone is live or muted, at a problem, and before an idle conversation ends.':
    'عند فتح الميكروفون أو كتمه، وعند حدوث مشكلة، وقبل انتهاء محادثة خاملة.',
  'Also when you were heard, and when work begins and is done.':
    'وكذلك عندما يُسمع كلامك، وعند بدء العمل وانتهائه.',
  'Sounds with a screen reader, too': 'الأصوات مع قارئ الشاشة أيضًا',
  'Otherwise they are silent while a screen reader is in use.': 'وإلا فهي صامتة ما دام قارئ الشاشة مستخدمًا.',
  'Pause music and videos while you talk': 'أوقف الموسيقى والفيديو مؤقتًا أثناء المحادثة',
  'What was playing goes on afterwards. On Windows Parley cannot tell what plays.':
    'يستأنف ما كان يعمل بعد ذلك. في ويندوز لا يستطيع Parley معرفة ما يعمل.',
};

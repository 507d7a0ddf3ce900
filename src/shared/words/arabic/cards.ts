import type { cardsTexts } from '../catalogue/cards';
import type { TranslationsOf } from '../templates';

/** Sentences of main on approval cards. */
export const cards: TranslationsOf<typeof cardsTexts> = {
  'Runs "{name}" with the arguments below.': 'يشغّل «{name}» بالمعطيات أدناه.',
  'Shall I {name}?': 'هل أنفّذ: {name}؟',
  'Runs your command “{name}”: {line}': 'يشغّل أمرك «{name}»: {line}',
  'Shall I run {name}?': 'هل أشغّل {name}؟',
  'Parley cannot take back what the program does.': 'لا يستطيع Parley التراجع عما يفعله البرنامج.',
  'Shall I copy {name}?': 'هل أنسخ {name}؟',
  'Shall I copy {name} to {place}?': 'هل أنسخ {name} إلى {place}؟',
  'Changes one place in {name} in {place}; the old text is kept.':
    'يغيّر موضعًا واحدًا في {name} في {place}؛ ويُحفظ النص القديم.',
  'Changes {number} places in {name} in {place}; the old text is kept.':
    'يغيّر {number} من المواضع في {name} في {place}؛ ويُحفظ النص القديم.',
  'Shall I change that in {name}?': 'هل أغيّر ذلك في {name}؟',
  'Shall I change that in {number} places in {name}?': 'هل أغيّر ذلك في {number} من المواضع في {name}؟',
  'The site gets the whole address and learns that you visit it.':
    'يحصل الموقع على العنوان كله ويعلم أنك تزوره.',
  'The address is a number instead of a name: nobody can tell from it whose it is.':
    'العنوان رقم بدل اسم: لا يمكن معرفة صاحبه منه.',
  'The address lies inside your own network.': 'العنوان داخل شبكتك.',
  'The name holds letters beyond a to z and is shown as "{name}": it may imitate another site.':
    'في الاسم أحرف غير a إلى z ويظهر هكذا «{name}»: قد يقلّد موقعًا آخر.',
  'The site belongs to whoever owns the end of that name: {name}.':
    'الموقع لمن يملك نهاية ذلك الاسم: {name}.',
  'Asks {name} to quit.': 'يطلب من {name} الإنهاء.',
  'Asks {name} to quit. All {number} of its windows close.':
    'يطلب من {name} الإنهاء. تُغلق نوافذه كلها ({number}).',
  'An app that does not ask about unsaved work loses it.': 'التطبيق الذي لا يسأل عن العمل غير المحفوظ يفقده.',
  'Unsaved work in it may be lost.': 'قد يُفقد العمل غير المحفوظ فيه.',
  'A file with the new ending runs as a program when it is opened.':
    'الملف ذو الامتداد الجديد يعمل كبرنامج عند فتحه.',
  'A file with this ending runs as a program when it is opened.':
    'الملف ذو هذا الامتداد يعمل كبرنامج عند فتحه.',
  'Puts {name} from {place} into the trash.': 'ينقل {name} من {place} إلى سلة المهملات.',
  'Puts the folder {name} and all that is in it from {place} into the trash.':
    'ينقل المجلد {name} وكل ما فيه من {place} إلى سلة المهملات.',
  'Unpacks {name} ({number} files, {size}) into the new folder {place}.':
    'يفك ضغط {name} (الملفات: {number}، {size}) في المجلد الجديد {place}.',
  'Replaces what is on the clipboard with 1 character of text.': 'يستبدل ما في الحافظة بحرف واحد من النص.',
  'Replaces what is on the clipboard with {number} characters of text.':
    'يستبدل ما في الحافظة بنص طوله {number} حرفًا.',
  'Replaces the text of {name} in {place}; the old text is kept.':
    'يستبدل نص {name} في {place}؛ ويُحفظ النص القديم.',
  'Creates {name} in {place}.': 'ينشئ {name} في {place}.',
  'Shall I replace the text of {name}?': 'هل أستبدل نص {name}؟',
  'Shall I write {name}?': 'هل أكتب {name}؟',
  'Packs {names} (one file, {size}) into {place}.': 'يضغط {names} (ملف واحد، {size}) في {place}.',
  'Packs {names} ({number} files, {size}) into {place}.':
    'يضغط {names} (الملفات: {number}، {size}) في {place}.',
  'Shall I pack {name} into {place}?': 'هل أضغط {name} في {place}؟',
  'Shall I pack {number} things into {place}?': 'هل أضغط {number} من الأشياء في {place}؟',
  '{name} was added to your account only. It may not be what its name says: look at what is started.':
    'أُضيف {name} إلى حسابك فقط. قد لا يكون ما يقوله اسمه: انظر ما الذي سيُشغَّل.',
};

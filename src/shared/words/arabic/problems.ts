import type { problemsTexts } from '../catalogue/problems';
import type { TranslationsOf } from '../templates';

/** Sentences of main that a window shows: what went wrong, and what to do next. */
export const problems: TranslationsOf<typeof problemsTexts> = {
  'Parley refused that request.': 'رفض Parley هذا الطلب.',
  'Check what was entered and try again.': 'تحقق مما أُدخل وحاول مجددًا.',
  'That did not work.': 'لم ينجح ذلك.',
  'Try again. If it keeps failing, restart Parley.': 'حاول مجددًا. إذا تكرر الفشل فأعد تشغيل Parley.',
  'Try again.': 'حاول مجددًا.',
  'Try again later.': 'حاول لاحقًا.',
  'Try again in a minute.': 'حاول بعد دقيقة.',
  'Try again in a few minutes.': 'حاول بعد بضع دقائق.',
  'The key could not be saved.': 'تعذّر حفظ المفتاح.',
  'The key is empty.': 'المفتاح فارغ.',
  'Paste the key as its provider shows it.': 'الصق المفتاح كما يعرضه مزوّده.',
  'The key holds spaces, line breaks or other characters that no key has.':
    'يحتوي المفتاح على مسافات أو فواصل أسطر أو محارف لا تكون في أي مفتاح.',
  'Copy the key again, on its own, and paste it.': 'انسخ المفتاح وحده من جديد والصقه.',
  'The setting could not be saved.': 'تعذّر حفظ الإعداد.',
  'The settings file could not be read, so the defaults are in use.':
    'تعذرت قراءة ملف الإعدادات، لذا تُستخدم القيم الافتراضية.',
  'The old file was kept as {aside}.': 'حُفظ الملف القديم باسم {aside}.',
  'The settings come from a newer Parley; what this one knows is in use.':
    'الإعدادات من إصدار أحدث من Parley؛ يُستخدم ما يعرفه هذا الإصدار.',
  'The newer file was kept as {aside}.': 'حُفظ الملف الأحدث باسم {aside}.',
  'Some settings did not fit and were set to their defaults: {names}.':
    'بعض الإعدادات لم تكن مناسبة فأعيدت إلى قيمها الافتراضية: {names}.',
  'Check them in Settings.': 'تحقق منها في الإعدادات.',
  'Check that the disk has room and that Parley may write to its folder.':
    'تحقق من وجود مساحة على القرص ومن أن Parley يستطيع الكتابة في مجلده.',
  'Check that the disk has room and that Parley may write to its folder, then start Parley again.':
    'تحقق من وجود مساحة على القرص ومن أن Parley يستطيع الكتابة في مجلده، ثم شغّل Parley من جديد.',
  'Check that Parley may write to its folder, and try again.':
    'تحقق من أن Parley يستطيع الكتابة في مجلده وحاول مجددًا.',
  'Check that Parley may read its folder, and try again.':
    'تحقق من أن Parley يستطيع قراءة مجلده وحاول مجددًا.',
  'Check that Parley may read its own folder.': 'تحقق من أن Parley يستطيع قراءة مجلده.',
  'What the hosted service costs cannot be kept on disk. The caps count from this start only.':
    'لا يمكن حفظ تكلفة الخدمة المستضافة على القرص. تُحسب الحدود من هذا التشغيل فقط.',
  'The file could not be written.': 'تعذرت كتابة الملف.',
  'Choose another folder, or check that the disk has room.':
    'اختر مجلدًا آخر، أو تحقق من وجود مساحة على القرص.',
  'The conversation could not be written to the history.': 'تعذرت كتابة المحادثة في السجل.',
  'A conversation could not be removed.': 'تعذّر حذف محادثة.',
  'That conversation is not there any more.': 'لم تعد هذه المحادثة موجودة.',
  'Go back to the list.': 'عد إلى القائمة.',
  'That conversation was kept by a newer Parley.': 'حُفظت هذه المحادثة بإصدار أحدث من Parley.',
  'Update Parley to read it.': 'حدّث Parley لقراءتها.',
  'That conversation is still going on.': 'ما زالت هذه المحادثة جارية.',
  'End it first.': 'أنهِها أولًا.',
  'Another conversation is going on.': 'هناك محادثة أخرى جارية.',
  'The {called} could not be read, so it begins empty.': 'تعذرت قراءة {called}، لذا يبدأ فارغًا.',
  'The {called} could not be saved.': 'تعذّر حفظ {called}.',
  'There are too many reminders.': 'هناك تذكيرات كثيرة جدًا.',
  'Cancel some of them first.': 'ألغِ بعضها أولًا.',
  'The to-do list is full.': 'قائمة المهام ممتلئة.',
  'Complete or remove something first.': 'أنجز شيئًا أو أزله أولًا.',
  'What Parley does could not be written to its log.': 'تعذرت كتابة ما يفعله Parley في سجله.',
  'The log of what Parley did could not be read.': 'تعذرت قراءة سجل ما فعله Parley.',
  'The log of what Parley did could not be emptied.': 'تعذّر إفراغ سجل ما فعله Parley.',
  'The window stopped working and was opened again.': 'توقفت النافذة عن العمل وفُتحت من جديد.',
  'Nothing of the conversation was lost.': 'لم يُفقد شيء من المحادثة.',
  'Parley goes on running without its window.': 'يواصل Parley العمل دون نافذته.',
  'The battery is low, so Parley keeps nothing ready and does not listen for its name.':
    'البطارية ضعيفة، لذا لا يُبقي Parley شيئًا جاهزًا ولا يستمع إلى اسمه.',
  'It does again when the computer is charged. Talking works as always.':
    'سيعود إلى ذلك عند شحن الحاسوب. والتحدث يعمل كالمعتاد.',
  'The voice could not be heard.': 'تعذّر سماع الصوت.',
  'Try again, or choose another voice.': 'حاول مجددًا، أو اختر صوتًا آخر.',
  'A conversation is open.': 'هناك محادثة مفتوحة.',
  'End it to listen to a voice.': 'أنهِها للاستماع إلى صوت.',
  'The service accepts the key.': 'تقبل الخدمة المفتاح.',
  'The service does not accept this key.': 'لا تقبل الخدمة هذا المفتاح.',
  'Copy it again from your AssemblyAI dashboard. A key that was deleted there no longer works.':
    'انسخه من جديد من لوحة AssemblyAI. المفتاح المحذوف هناك لم يعد يعمل.',
  'The service is busy, so the key could not be tried.': 'الخدمة مشغولة، لذا تعذّرت تجربة المفتاح.',
  'The service has a fault of its own, so the key could not be tried.':
    'في الخدمة خلل، لذا تعذّرت تجربة المفتاح.',
  'This profile is not there any more.': 'لم يعد هذا الملف الشخصي موجودًا.',
  'Choose another profile.': 'اختر ملفًا شخصيًا آخر.',
  'Parley {version} is there.': 'Parley {version} متوفر.',
  'Get it in Settings, under Updates, when it suits you.':
    'احصل عليه من الإعدادات، ضمن «التحديثات»، متى ناسبك.',
  'Parley {version} is ready.': 'Parley {version} جاهز.',
  'Restart from Settings, under Updates, when it suits you.':
    'أعد التشغيل من الإعدادات، ضمن «التحديثات»، متى ناسبك.',
  'Whether there is a new version could not be found out.': 'تعذرت معرفة ما إذا كان هناك إصدار جديد.',
  'Check the connection, then look again.': 'تحقق من الاتصال ثم ابحث من جديد.',
  'The language model server cannot be reached.': 'تعذّر الوصول إلى خادم النموذج اللغوي.',
  'Start it, or check its address in Settings.': 'شغّله، أو تحقق من عنوانه في الإعدادات.',
  'The language model took too long.': 'استغرق النموذج اللغوي وقتًا طويلًا.',
  'The language model server refused the key.': 'رفض خادم النموذج اللغوي المفتاح.',
  'Check the key in Settings.': 'تحقق من المفتاح في الإعدادات.',
};

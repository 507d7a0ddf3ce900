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
  'The {calledWords} could not be read, so it begins empty.': 'تعذرت قراءة {calledWords}، لذا يبدأ فارغًا.',
  'The {calledWords} could not be saved.': 'تعذّر حفظ {calledWords}.',
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
  'Enter the id of the agent. Until then the settings here are used.':
    'أدخل معرّف الوكيل. وحتى ذلك الحين تُستخدم الإعدادات هنا.',
  'This is too long for the id of an agent.': 'هذا أطول من أن يكون معرّف وكيل.',
  'Write the arguments as a JSON object, such as {}.': 'اكتب المعطيات ككائن JSON، مثل {}.',
  'A profile needs a name. The old one is kept.': 'يحتاج الملف الشخصي إلى اسم. يبقى الاسم القديم.',
  'A name has at most 60 characters. The old one is kept.': 'للاسم 60 حرفًا على الأكثر. يبقى الاسم القديم.',
  'A greeting has at most 500 characters: keep it to a sentence. It is not saved.':
    'للتحية 500 حرف على الأكثر: اكتفِ بجملة. لم تُحفظ.',
  'Too long by 1 character, so it is not saved. It stays here until Parley closes.':
    'أطول بحرف واحد، لذا لم يُحفظ. يبقى هنا حتى إغلاق Parley.',
  'Too long by {number} characters, so it is not saved. It stays here until Parley closes.':
    'أطول بمقدار {number} حرفًا، لذا لم يُحفظ. يبقى هنا حتى إغلاق Parley.',
  'Type a whole number from {min} to {max}.': 'اكتب عددًا صحيحًا من {min} إلى {max}.',
  'Type a number from {min} to {max}.': 'اكتب رقمًا من {min} إلى {max}.',
  'Write what you will say.': 'اكتب ما ستقوله.',
  'At most 60 characters, so that it is easily said.': '60 حرفًا على الأكثر، ليسهل قوله.',
  'Another rule has this phrase already.': 'لقاعدة أخرى هذه العبارة بالفعل.',
  'Fifty rules are the most.': 'خمسون قاعدة هي الحد الأقصى.',
  'Write what Parley shall do.': 'اكتب ما ينبغي أن يفعله Parley.',
  'Too long by {number} characters.': 'أطول بمقدار {number} حرفًا.',
  'Too long by {number} characters, so it is not saved.': 'أطول بمقدار {number} حرفًا، لذا لم يُحفظ.',
  'Give it a name that you will say.': 'أعطه اسمًا ستقوله.',
  'Say when it is to be used.': 'اذكر متى يُستخدم.',
  'Choose the program.': 'اختر البرنامج.',
  '“{name}” is no name for a parameter: small letters, digits and _ only.':
    '«{name}» لا يصلح اسمًا لمعامل: أحرف لاتينية صغيرة وأرقام و_ فقط.',
  'Something in it is too long, or there is too much of it.': 'فيه شيء طويل جدًا، أو أكثر مما ينبغي.',
  'Give the server a name.': 'أعطِ الخادم اسمًا.',
  'Type the program that starts the server.': 'اكتب البرنامج الذي يشغّل الخادم.',
  'Type the address of the server.': 'اكتب عنوان الخادم.',
  '“{name}” cannot be a name here.': 'لا يمكن أن يكون «{name}» اسمًا هنا.',
  'Nothing was added.': 'لم يُضف شيء.',
  'Added, switched off: {names}. Switch on what you want to use.':
    'أُضيف موقوفًا: {names}. شغّل ما تريد استخدامه.',
  'Removed.': 'أُزيل.',
  'Signed out.': 'تم تسجيل الخروج.',
  'Heard its name.': 'سمع اسمه.',
  'Heard something like its name, but took it for other words.': 'سمع ما يشبه اسمه لكنه عدّه كلامًا آخر.',
  'You will say the name three times.': 'ستقول الاسم ثلاث مرات.',
  'Say the name. Nothing is started by it now.': 'قل الاسم. لن يبدأ به شيء الآن.',
  'The name was deleted.': 'حُذف الاسم.',
  'Learning the name. This takes a few seconds.': 'جارٍ تعلّم الاسم. يستغرق ذلك بضع ثوانٍ.',
  'The name is learnt. The recordings were deleted.': 'تم تعلّم الاسم. وحُذفت التسجيلات.',
  'Say the name now, as you will say it later.': 'قل الاسم الآن كما ستقوله لاحقًا.',
  'Good. Say it again.': 'جيد. قله من جديد.',
  'Good. Once more.': 'جيد. مرة أخرى.',
  'Nothing was heard. Check the microphone, then try again.':
    'لم يُسمع شيء. تحقق من الميكروفون ثم حاول مجددًا.',
  'That was too quiet. Come closer or speak up, then try again.':
    'كان ذلك خافتًا جدًا. اقترب أو ارفع صوتك ثم حاول مجددًا.',
  'That was too short. A name of two words works best.':
    'كان ذلك قصيرًا جدًا. الاسم المكوّن من كلمتين هو الأفضل.',
  'That was too long. Say only the name.': 'كان ذلك طويلًا جدًا. قل الاسم فقط.',
  'That was so loud that it broke up. Speak a little softer.':
    'كان ذلك عاليًا حتى تشوّه. تكلّم بصوت أخفض قليلًا.',
  'There is too much noise around. Try again where it is quieter.': 'الضوضاء حولك كثيرة. حاول في مكان أهدأ.',
  'A conversation is open. End it first.': 'هناك محادثة مفتوحة. أنهِها أولًا.',
  'The microphone or the speech models cannot be used. Look at Sound in these settings.':
    'لا يمكن استخدام الميكروفون أو نماذج الكلام. انظر «الصوتيات» في هذه الإعدادات.',
  'Recording {number} sounds unlike the other two. Record it again.':
    'التسجيل {number} لا يشبه الآخرين. سجّله من جديد.',
  'Too much of everyday speech sounds like this. Choose a longer or rarer name.':
    'كثير من الكلام اليومي يشبه هذا. اختر اسمًا أطول أو أندر.',
  'The name could not be learnt. Try again.': 'تعذّر تعلّم الاسم. حاول مجددًا.',
  'Off. The microphone is not used for a name.': 'متوقف. لا يُستخدم الميكروفون لأي اسم.',
  'Listening for its name. The microphone is open; what it hears stays on this computer.':
    'يستمع إلى اسمه. الميكروفون مفتوح؛ وما يسمعه يبقى على هذا الحاسوب.',
  'A conversation is open, so the name is not needed.': 'هناك محادثة مفتوحة، فلا حاجة إلى الاسم.',
  'Waits until Parley has finished speaking.': 'ينتظر حتى ينهي Parley كلامه.',
  'Paused, or the battery is low. The microphone is closed.':
    'متوقف مؤقتًا، أو البطارية ضعيفة. الميكروفون مغلق.',
  'The computer is locked. The microphone is closed.': 'الحاسوب مقفل. الميكروفون مغلق.',
  'No microphone can be used. Look at Sound in these settings.':
    'لا يمكن استخدام أي ميكروفون. انظر «الصوتيات» في هذه الإعدادات.',
  'The speech models are missing or do not work. Restart Parley.':
    'نماذج الكلام مفقودة أو لا تعمل. أعد تشغيل Parley.',
  'Waits while you record.': 'ينتظر ريثما تسجّل.',
  'Paused until {time}': 'متوقف حتى {time}',
  'Parley’s window keeps failing and was closed.': 'تتكرر أعطال نافذة Parley وقد أُغلقت.',
  'Show it again. If it fails again, quit Parley and start it anew.':
    'أظهرها من جديد. إذا تكرر العطل فأنهِ Parley وشغّله ثانيةً.',
  'Its icon in the panel brings it back, and “Quit Parley” in the icon’s menu ends it. Settings, “Start and tray”, can make closing quit.':
    'تعيدها أيقونته في اللوحة، و«إنهاء Parley» في قائمتها ينهيه. ويمكن من الإعدادات ضمن «البدء وأيقونة اللوحة» جعل الإغلاق إنهاءً.',
  'The settings were saved. No key is in the file.': 'حُفظت الإعدادات. لا مفتاح في الملف.',
  'Everything in the file is as it is here.': 'كل ما في الملف كما هو هنا.',
  'Parley has read words that somebody else wrote in this conversation, so it asks first.':
    'قرأ Parley في هذه المحادثة كلامًا كتبه شخص آخر، لذا يسأل أولًا.',
  'Parley cannot know what the server does with them, and cannot take it back.':
    'لا يستطيع Parley معرفة ما يفعله الخادم بها، ولا التراجع عنه.',
  'The conversation ends, and your password is needed to come back.':
    'تنتهي المحادثة، وستحتاج إلى كلمة مرورك للعودة.',
  'Shall I copy it to the clipboard?': 'هل أنسخه إلى الحافظة؟',
  'Shall I lock the screen?': 'هل أقفل الشاشة؟',
  'Shall I take that back?': 'هل أتراجع عن ذلك؟',
  'Shall I add that to {name}?': 'هل أضيف ذلك إلى {name}؟',
  'Shall I make the folder {name}?': 'هل أنشئ المجلد {name}؟',
  'Shall I move {name} to {place}?': 'هل أنقل {name} إلى {place}؟',
  'Shall I open {name}?': 'هل أفتح {name}؟',
  'Shall I open {name} with {app}?': 'هل أفتح {name} باستخدام {app}؟',
  'Shall I put {name} into the trash?': 'هل أنقل {name} إلى سلة المهملات؟',
  'Shall I put {name} back into {place}?': 'هل أعيد {name} إلى {place}؟',
  'Shall I quit {name}?': 'هل أنهي {name}؟',
  'Shall I rename {name} to {place}?': 'هل أعيد تسمية {name} إلى {place}؟',
  'Shall I run {name} of {server}?': 'هل أشغّل {name} من {server}؟',
  'Shall I save a screenshot in {place}?': 'هل أحفظ صورة للشاشة في {place}؟',
  'Shall I show {name} in the file manager?': 'هل أُظهر {name} في مدير الملفات؟',
  'Shall I start {name}?': 'هل أشغّل {name}؟',
  'Shall I switch to {name}?': 'هل أنتقل إلى {name}؟',
  'Shall I unpack {name}?': 'هل أفك ضغط {name}؟',
  'Locks the screen of this computer.': 'يقفل شاشة هذا الحاسوب.',
  'Adds text at the end of {name} in {place}.': 'يضيف نصًا في نهاية {name} في {place}.',
  'Brings the window of {name} to the front.': 'يُظهر نافذة {name} في المقدمة.',
  'Copies {name} from {from} to {place}.': 'ينسخ {name} من {from} إلى {place}.',
  'Copies the folder {name} from {from} to {place}.': 'ينسخ المجلد {name} من {from} إلى {place}.',
  'Makes the folder {name} in {place}.': 'ينشئ المجلد {name} في {place}.',
  'Moves {name} from {from} to {place}.': 'ينقل {name} من {from} إلى {place}.',
  'Moves the folder {name} from {from} to {place}.': 'ينقل المجلد {name} من {from} إلى {place}.',
  'Opens {name} with {app}.': 'يفتح {name} باستخدام {app}.',
  'Opens {name} with its usual program.': 'يفتح {name} ببرنامجه المعتاد.',
  'Opens a page of {host} in your browser.': 'يفتح صفحة من {host} في متصفحك.',
  'Puts {name} from the trash back into {place}.': 'يعيد {name} من سلة المهملات إلى {place}.',
  'Renames {name} in {place} to {to}.': 'يعيد تسمية {name} في {place} إلى {to}.',
  'Runs “{name}” of the MCP server “{server}” with exactly these arguments.':
    'يشغّل «{name}» من خادم MCP ‏«{server}» بهذه المعطيات تمامًا.',
  'Saves a picture of the main screen as {name}.': 'يحفظ صورة للشاشة الرئيسية باسم {name}.',
  'Shows {name} in {place} in the file manager.': 'يُظهر {name} في {place} في مدير الملفات.',
  'Starts the app {name}.': 'يشغّل التطبيق {name}.',
  'Takes back: {deed}': 'يتراجع عن: {deed}',
  'Parley does not know this key. Press another one.': 'لا يعرف Parley هذا المفتاح. اضغط مفتاحًا آخر.',
  'Parley does not know this key.': 'لا يعرف Parley هذا المفتاح.',
  'There is no desktop whose keys could be watched.': 'لا يوجد سطح مكتب يمكن مراقبة مفاتيحه.',
  'Another app has taken this combination.': 'أخذ تطبيق آخر هذه التركيبة.',
  'The system does not let Parley watch the talk key.': 'لا يسمح النظام لـ Parley بمراقبة مفتاح التحدث.',
  'What watches the talk key is being started.': 'جارٍ بدء مراقبة مفتاح التحدث.',
  'What watches the talk key stopped; it is being started again.':
    'توقفت مراقبة مفتاح التحدث؛ ويُعاد تشغيلها.',
  'What watches the talk key stopped again and again.': 'تكرر توقف مراقبة مفتاح التحدث.',
  'This desktop (Wayland) offers apps no keys of their own.':
    'لا يوفر سطح المكتب هذا (Wayland) مفاتيح خاصة للتطبيقات.',
  'No keys were chosen in the dialog of the desktop.': 'لم تُختر مفاتيح في مربع حوار سطح المكتب.',
  'The desktop has no key for this.': 'ليس لدى سطح المكتب مفتاح لهذا.',
  'The desktop has taken its keys back from Parley.': 'استعاد سطح المكتب مفاتيحه من Parley.',
  'Your desktop (X11) lets Parley see the talk key in every app.':
    'يسمح سطح مكتبك (X11) لـ Parley برؤية مفتاح التحدث في كل تطبيق.',
  'macOS lets Parley see the talk key in every app, once you allow it.':
    'يسمح macOS لـ Parley برؤية مفتاح التحدث في كل تطبيق بعد أن تسمح بذلك.',
  'macOS does not let Parley see the talk key while you work in another app.':
    'لا يسمح macOS لـ Parley برؤية مفتاح التحدث أثناء عملك في تطبيق آخر.',
  'macOS refused to let Parley see the talk key: Input Monitoring is not allowed.':
    'رفض macOS أن يرى Parley مفتاح التحدث: مراقبة الإدخال غير مسموح بها.',
  'Allow it below. macOS may want Parley to be started again afterwards.':
    'اسمح بذلك أدناه. قد يتطلب macOS إعادة تشغيل Parley بعد ذلك.',
  'Windows lets Parley see the talk key in every app, except in one that runs as administrator.':
    'يسمح Windows لـ Parley برؤية مفتاح التحدث في كل تطبيق، ما عدا ما يعمل بصلاحيات المسؤول.',
};

import type { appProblemsTexts } from '../catalogue/appProblems';
import type { TranslationsOf } from '../templates';

/** Sentences of main about Parley itself, its processes and this computer. */
export const appProblems: TranslationsOf<typeof appProblemsTexts> = {
  'The address in {name} is not an address that begins with {safe}.':
    'العنوان في {name} ليس عنوانًا يبدأ بـ {safe}.',
  'The address in {name} is not encrypted; {plain} is allowed on this computer only.':
    'العنوان في {name} غير مشفّر؛ لا يُسمح بـ {plain} إلا على هذا الحاسوب.',
  'Correct it, or remove it, and start Parley again.': 'صحّحه أو أزله، ثم شغّل Parley من جديد.',
  'There are too many commands.': 'هناك أوامر كثيرة جدًا.',
  'Change it and save again.': 'غيّره واحفظ من جديد.',
  'A hosted session of {when} was left open when Parley stopped unexpectedly. It was open for at least {seen} and is counted with {amount}.':
    'بقيت جلسة مستضافة بتاريخ {when} مفتوحة حين توقف Parley على نحو غير متوقع. كانت مفتوحة {seen} على الأقل وتُحتسب بمبلغ {amount}.',
  '{number} hosted sessions were left open when Parley stopped unexpectedly, the first on {when}. They were open for at least {seen} and are counted with {amount}.':
    'بقيت جلسات مستضافة ({number}) مفتوحة حين توقف Parley على نحو غير متوقع، أولاها بتاريخ {when}. كانت مفتوحة {seen} على الأقل وتُحتسب بمبلغ {amount}.',
  'Had the service not noticed, it would be {amount} at most: see your usage at AssemblyAI.':
    'وإن لم تنتبه الخدمة فالمبلغ {amount} على الأكثر: راجع استهلاكك لدى AssemblyAI.',
  'There is no schema yet.': 'لا يوجد مخطط بعد.',
  'The schema is not valid JSON.': 'المخطط ليس JSON صالحًا.',
  'The schema must be a JSON object with "type": "object".':
    'يجب أن يكون المخطط كائن JSON فيه ‎"type": "object".',
  'The schema cannot be used: {reason}.': 'لا يمكن استخدام المخطط: {reason}.',
  'Correct the schema and try again.': 'صحّح المخطط وحاول مجددًا.',
  'Try a smaller model, or again later.': 'جرّب نموذجًا أصغر، أو حاول لاحقًا.',
  'The server does not have that model.': 'ليس لدى الخادم هذا النموذج.',
  'Check the name of the model.': 'تحقق من اسم النموذج.',
  'The server refused the request.': 'رفض الخادم الطلب.',
  'Try another model.': 'جرّب نموذجًا آخر.',
  'The language model server is busy.': 'خادم النموذج اللغوي مشغول.',
  'The language model server refused the request.': 'رفض خادم النموذج اللغوي الطلب.',
  'The language model server reports an error.': 'يُبلغ خادم النموذج اللغوي عن خطأ.',
  'The language model gave no answer that can be used.': 'لم يُعطِ النموذج اللغوي جوابًا يمكن استخدامه.',
  'The language model server broke off its answer.': 'قطع خادم النموذج اللغوي جوابه.',
  'What the language model gave does not fit the schema. {reasonWords}':
    'ما أعطاه النموذج اللغوي لا يناسب المخطط. {reasonWords}',
  'There is no JSON object in it.': 'لا يوجد فيه كائن JSON.',
  'It does not fit.': 'لا يناسب.',
  'Try again, or another model.': 'حاول مجددًا، أو جرّب نموذجًا آخر.',
  'Nothing was said in this conversation.': 'لم يُقل شيء في هذه المحادثة.',
  'Choose another one.': 'اختر غير ذلك.',
  'No model of a language model server is chosen.': 'لم يُختر نموذج لخادم نماذج لغوية.',
  'Choose "Language model server" under Thinking in Settings, and name its model there.':
    'اختر «خادم نموذج لغوي» ضمن «التفكير» في الإعدادات، واذكر نموذجه هناك.',
  'The LLM gateway needs an AssemblyAI key.': 'تحتاج بوابة النماذج اللغوية إلى مفتاح AssemblyAI.',
  'Add the key in Settings.': 'أضف المفتاح في الإعدادات.',
  'The {calledWords} could not be read.': 'تعذرت قراءة {calledWords}.',
  'End it to check microphone and speakers.': 'أنهِها لفحص الميكروفون والسماعات.',
  'Nothing is recorded.': 'لم يُسجَّل شيء.',
  'Check the microphone first.': 'افحص الميكروفون أولًا.',
  'The speech models are missing.': 'نماذج الكلام مفقودة.',
  'Install Parley again, or go on without this check.': 'أعد تثبيت Parley، أو تابع دون هذا الفحص.',
  'This page could not be opened.': 'تعذّر فتح هذه الصفحة.',
  'Open it yourself, in the system’s settings or your browser.': 'افتحها بنفسك في إعدادات النظام أو متصفحك.',
  'The system did not take the change ({why}).': 'لم يأخذ النظام بالتغيير ({why}).',
  'Add Parley to the programs that start at login in the system’s own settings.':
    'أضف Parley إلى البرامج التي تبدأ عند تسجيل الدخول في إعدادات النظام.',
  'Start Parley again to see the window; this desktop shows no icon for it. “Quit Parley” in Settings, “Start and tray”, ends it.':
    'شغّل Parley من جديد لرؤية النافذة؛ لا يعرض سطح المكتب هذا أيقونة له. وينهيه «إنهاء Parley» في الإعدادات ضمن «البدء وأيقونة اللوحة».',
  'The local agent does not run on Macs with an Intel processor.':
    'لا يعمل الوكيل المحلي على أجهزة Mac بمعالج Intel.',
  'Choose the hosted engine in Settings.': 'اختر الخدمة المستضافة في الإعدادات.',
  'The local agent stopped working and was started again.': 'توقف الوكيل المحلي عن العمل وأُعيد تشغيله.',
  'If an answer is missing, ask again.': 'إن غابت إجابة فاسأل من جديد.',
  'The local agent keeps failing.': 'تتكرر أعطال الوكيل المحلي.',
  'Wait a minute and try again. If it fails again, quit Parley and start it anew.':
    'انتظر دقيقة وحاول مجددًا. إذا تكرر العطل فأنهِ Parley وشغّله ثانيةً.',
  'The new version could not be fetched, or was not what it must be. Nothing was changed.':
    'تعذّر جلب الإصدار الجديد، أو لم يكن كما يجب. لم يتغير شيء.',
  'Look again later.': 'ابحث لاحقًا من جديد.',
  'Two tools have the same name, or a tool has none.': 'لأداتين الاسم نفسه، أو ليس لإحدى الأدوات اسم.',
  'Rename one of them, or switch it off in the profile.': 'أعد تسمية إحداهما، أو أوقفها في الملف الشخصي.',
  'The parameters of the tool “{name}” are not described as a JSON Schema object.':
    'معاملات الأداة «{name}» غير موصوفة ككائن JSON Schema.',
  'Give its schema the type object with properties, or switch the tool off in the profile.':
    'أعطِ مخططها النوع object مع properties، أو أوقف الأداة في الملف الشخصي.',
  'The tool “{name}” cannot be offered: its {field} does not fit.':
    'لا يمكن عرض الأداة «{name}»: الحقل {field} غير مناسب.',
  'Correct it where the tool comes from, or switch it off in the profile.':
    'صحّحه حيث تأتي الأداة، أو أوقفها في الملف الشخصي.',
  'The silences that end a turn are out of order or out of range.':
    'فترات الصمت التي تنهي الدور غير مرتبة أو خارج المسموح.',
  'The shorter one must be at least 50 and the longer one at most 10,000 milliseconds. Choose another way of taking turns.':
    'يجب ألا تقل الأقصر عن 50 وألا تزيد الأطول على 10,000 ميلي ثانية. اختر طريقة أخرى لتبادل الأدوار.',
  'The setting “{field}” cannot be sent to the service as it is.':
    'لا يمكن إرسال الإعداد «{field}» إلى الخدمة كما هو.',
  'Set it back to its default in Settings.': 'أعده إلى قيمته الافتراضية في الإعدادات.',
  'The folder of the notes could not be used.': 'تعذّر استخدام مجلد الملاحظات.',
  'The note would become too long.': 'ستصبح الملاحظة طويلة جدًا.',
  'Begin a new note.': 'ابدأ ملاحظة جديدة.',
  'Choose a file that Parley has exported.': 'اختر ملفًا صدّره Parley.',
  'No file is open any more.': 'لم يعد هناك ملف مفتوح.',
  'Choose the file again.': 'اختر الملف من جديد.',
  'This file holds no settings of Parley.': 'لا يحتوي هذا الملف على إعدادات Parley.',
  'There can be {number} MCP servers.': 'يمكن أن يكون هناك {number} من خوادم MCP.',
  'Remove one that you do not need.': 'أزل خادمًا لا تحتاج إليه.',
  'The server does not have this tool any more.': 'لم تعد هذه الأداة لدى الخادم.',
  'Choose another tool.': 'اختر أداة أخرى.',
  'This server is not there any more.': 'لم يعد هذا الخادم موجودًا.',
  'Add it again.': 'أضفه من جديد.',
  'The file cannot be read.': 'لا يمكن قراءة الملف.',
  'Choose another program, or paste its configuration.': 'اختر برنامجًا آخر، أو الصق إعداده.',
  'Correct it and save again.': 'صحّحه واحفظ من جديد.',
  'Give the server a name of at most 60 characters.': 'أعطِ الخادم اسمًا من 60 حرفًا على الأكثر.',
  'Another server has this name already.': 'لخادم آخر هذا الاسم بالفعل.',
  'The variable {name} is Parley’s own and goes to no server.':
    'المتغير {name} خاص بـ Parley ولا يذهب إلى أي خادم.',
  'Something in it is too long or cannot be used.': 'فيه شيء طويل جدًا أو لا يمكن استخدامه.',
  'The value of “{name}” is missing.': 'قيمة «{name}» مفقودة.',
  'Press Edit and enter it.': 'اضغط «تعديل» وأدخلها.',
  'The server could not be started.': 'تعذّر تشغيل الخادم.',
  'The part of Parley that talks to MCP servers has ended.': 'توقف جزء Parley الذي يتحدث مع خوادم MCP.',
  'It starts again by itself.': 'يبدأ من جديد تلقائيًا.',
  'This is not JSON that can be read.': 'هذا ليس JSON يمكن قراءته.',
  'Copy the whole block again, from its first brace to its last.':
    'انسخ المقطع كله من جديد، من أول قوس إلى آخره.',
  'There is no MCP server in it.': 'لا يوجد فيه خادم MCP.',
  'Paste the part with “mcpServers” or “servers”, or a server with its command or address.':
    'الصق الجزء الذي فيه «mcpServers» أو «servers»، أو خادمًا مع أمره أو عنوانه.',
  'The keychain does not give the keys of the MCP servers.': 'لا تعطي سلسلة المفاتيح مفاتيح خوادم MCP.',
  'Unlock it and try again.': 'افتح قفلها وحاول مجددًا.',
};

import type { entryProblemsTexts } from '../catalogue/entryProblems';
import type { TranslationsOf } from '../templates';

/** Sentences about what was entered: in agents, profiles, commands, addresses and files of settings. */
export const entryProblems: TranslationsOf<typeof entryProblemsTexts> = {
  'Shorten this instruction to 500 characters.': 'اختصر هذه التعليمة إلى 500 حرف.',
  'Keep at most {number} headers.': 'أبقِ {number} من الترويسات على الأكثر.',
  'Give the tool a name, such as order_status.': 'أعطِ الأداة اسمًا، مثل order_status.',
  'Use letters, digits, _ and - only in the tool’s name, at most 64 of them.':
    'استخدم في اسم الأداة أحرفًا لاتينية وأرقامًا و_ و- فقط، 64 على الأكثر.',
  'Name this tool otherwise: another one is called {name} too.':
    'سمِّ هذه الأداة باسم آخر: هناك أداة أخرى اسمها {name}.',
  'Describe in one sentence what the tool does and when to use it.':
    'صِف في جملة ما تفعله الأداة ومتى تُستخدم.',
  'Correct the arguments: this is not valid JSON.': 'صحّح المعطيات: هذا ليس JSON صالحًا.',
  'Make the arguments a JSON Schema object: it begins with { and ends with }.':
    'اجعل المعطيات كائن JSON Schema: يبدأ بـ { وينتهي بـ }.',
  'Give the arguments "type": "object".': 'أعطِ المعطيات ‎"type": "object".',
  'Give the arguments "properties" that is an object.': 'أعطِ المعطيات "properties" على شكل كائن.',
  'Make the property “{name}” an object, such as {"type": "string"}.':
    'اجعل الخاصية «{name}» كائنًا، مثل ‎{"type": "string"}.',
  'Name in "required" only arguments that stand in "properties".':
    'لا تذكر في "required" إلا معطيات موجودة في "properties".',
  'Set the time-out from {min} to {max} seconds, or leave it empty.':
    'اضبط المهلة من {min} إلى {max} ثانية، أو اتركها فارغة.',
  'Name the header, such as Authorization, or remove it.': 'سمِّ الترويسة، مثل Authorization، أو أزلها.',
  'Use letters, digits and - only in the header’s name “{name}”.':
    'استخدم في اسم الترويسة «{name}» أحرفًا لاتينية وأرقامًا و- فقط.',
  'Remove the header {name}: the service sets it itself.': 'أزل الترويسة {name}: تضبطها الخدمة بنفسها.',
  'Keep one header {name}: there are two.': 'أبقِ ترويسة {name} واحدة: هناك اثنتان.',
  'Write the value of {name} in one line of plain characters, at most 8,192.':
    'اكتب قيمة {name} في سطر واحد من محارف بسيطة، 8192 على الأكثر.',
  'Type a value for the header {name}.': 'اكتب قيمة للترويسة {name}.',
  'Type the value of {name} again: it is lost with the tool’s old name.':
    'اكتب قيمة {name} من جديد: تضيع مع اسم الأداة القديم.',
  'Give the agent a name.': 'أعطِ الوكيل اسمًا.',
  'Shorten the name to {number} characters.': 'اختصر الاسم إلى {number} حرفًا.',
  'Write instructions: who the agent is and what it does.': 'اكتب تعليمات: من هو الوكيل وماذا يفعل.',
  'Shorten the instructions to {number} characters.': 'اختصر التعليمات إلى {number} حرف.',
  'Shorten the greeting to 500 characters.': 'اختصر التحية إلى 500 حرف.',
  'Choose a voice.': 'اختر صوتًا.',
  'Write the name of the voice in lower case.': 'اكتب اسم الصوت بأحرف صغيرة.',
  'Write the name of the voice in one word.': 'اكتب اسم الصوت في كلمة واحدة.',
  'Set the volume from 0 to 100, or leave it empty.': 'اضبط مستوى الصوت من 0 إلى 100، أو اتركه فارغًا.',
  'Set this pause from 50 to 10,000 ms, or leave it empty.':
    'اضبط هذه الوقفة من 50 إلى 10,000 ميلي ثانية، أو اتركها فارغة.',
  'Keep at most {most} key terms: these are {number}.': 'أبقِ {most} من المصطلحات على الأكثر: هذه {number}.',
  'Shorten “{term}…” to {number} characters: longer key terms are ignored.':
    'اختصر «{term}…» إلى {number} حرفًا: تُتجاهل المصطلحات الأطول.',
  'Shorten this context to 1,750 characters.': 'اختصر هذا السياق إلى 1750 حرفًا.',
  'Take out the language “{name}”: the agent would hear nothing.':
    'أخرج اللغة «{name}»: لن يسمع الوكيل شيئًا.',
  'Set it from 0 to 1, or leave it empty.': 'اضبطه من 0 إلى 1، أو اتركه فارغًا.',
  'Set it below 1: at 1 no speech is ever heard.': 'اضبطه دون 1: عند 1 لا يُسمع أي كلام.',
  'Make the longest pause longer than the shortest.': 'اجعل أطول وقفة أطول من أقصرها.',
  'Set it from 0 to 1,000 ms, or leave it empty.': 'اضبطه من 0 إلى 1000 ميلي ثانية، أو اتركه فارغًا.',
  'Name the model, as its server calls it.': 'سمِّ النموذج كما يسميه خادمه.',
  'Paste the key in one piece, without blanks.': 'الصق المفتاح قطعة واحدة دون فراغات.',
  'Type the key again: the service does not keep it when the address or the model changes.':
    'اكتب المفتاح من جديد: لا تحتفظ به الخدمة عند تغيّر العنوان أو النموذج.',
  'Type the key of the model’s server.': 'اكتب مفتاح خادم النموذج.',
  'Type an address that begins with https://.': 'اكتب عنوانًا يبدأ بـ https://.',
  'Shorten the address to 2,048 characters.': 'اختصر العنوان إلى 2048 حرفًا.',
  'Take the name and password out of the address; use a header.':
    'أخرج الاسم وكلمة المرور من العنوان؛ استخدم ترويسة.',
  'Check the address: it cannot be read.': 'تحقق من العنوان: لا يمكن قراءته.',
  'Use an address on the public internet: private ones cannot be reached by the service.':
    'استخدم عنوانًا على الإنترنت العامة: لا تصل الخدمة إلى العناوين الخاصة.',
  'Give the whole path of the program, or choose it.': 'أعطِ المسار الكامل للبرنامج، أو اختره.',
  'A batch file reads its arguments as commands, so nothing may be put in there. Name the script itself as the program, or as the first argument.':
    'يقرأ ملف الدُفعات معطياته كأوامر، لذا لا يجوز وضع شيء هناك. سمِّ النص البرمجي نفسه برنامجًا أو معطى أول.',
  '{name} runs other programs or text that it is given, so nothing may be put in there. Name the script itself as the program, or as the first argument.':
    'يشغّل {name} برامج أخرى أو نصًا يُعطى له، لذا لا يجوز وضع شيء هناك. سمِّ النص البرمجي نفسه برنامجًا أو معطى أول.',
  '{name} would run what is put in, so nothing may be put in there. Name the script itself as the program, or as the first argument.':
    'سيشغّل {name} ما يوضع فيه، لذا لا يجوز وضع شيء هناك. سمِّ النص البرمجي نفسه برنامجًا أو معطى أول.',
  'There are two parameters called {name}.': 'هناك معاملان باسم {name}.',
  'Write what can be chosen for {name}.': 'اكتب ما يمكن اختياره لـ {name}.',
  'There is no parameter called {name}; add it below.': 'لا يوجد معامل باسم {name}؛ أضفه أدناه.',
  'The parameter {name} is not used; write it in braces where it belongs.':
    'المعامل {name} غير مستخدم؛ اكتبه بين قوسين معقوفين حيث ينبغي.',
  'An argument holds a character that no program can be given.':
    'في أحد المعطيات محرف لا يمكن إعطاؤه لأي برنامج.',
  'A profile in it uses the hosted service, which costs money and is sent what you say.':
    'فيه ملف شخصي يستخدم الخدمة المستضافة، وهي تكلّف مالًا ويُرسل إليها ما تقول.',
  'It decides what tools may do without asking.': 'يحدد ما يجوز للأدوات فعله دون سؤال.',
  'These are programs. You are asked about each.': 'هذه برامج. ستُسأل عن كل واحد منها.',
  'These are programs and addresses of others. They come switched off and without their keys.':
    'هذه برامج وعناوين لآخرين. تأتي متوقفة ودون مفاتيحها.',
  'Your key and what you say would go there.': 'سيذهب مفتاحك وما تقول إلى هناك.',
  'A profile in it may use more tools than before.': 'ملف تعريف فيه قد يستخدم أدوات أكثر من ذي قبل.',
  'It decides whether conversations are kept.': 'يحدد ما إذا كانت المحادثات تُحفظ.',
  'It decides which new versions are looked for.': 'يحدد الإصدارات الجديدة التي يُبحث عنها.',
  'It decides who is sent what was said.': 'يحدد من يُرسل إليه ما قيل.',
  'It decides how much the hosted service may cost.': 'يحدد كم يجوز أن تكلّف الخدمة المستضافة.',
  'Conversations that are older are deleted.': 'تُحذف المحادثات الأقدم.',
  'Type an address such as https://example.com/mcp, without a name and password in it.':
    'اكتب عنوانًا مثل https://example.com/mcp دون اسم وكلمة مرور فيه.',
  'Plain http is allowed on this computer only. Use https for servers elsewhere.':
    'لا يُسمح بـ http العادي إلا على هذا الحاسوب. استخدم https للخوادم في غيره.',
  'The prompt is {number} characters long; at most {most} fit.':
    'طول الموجّه {number} حرفًا؛ ويتسع {most} على الأكثر.',
  'Shorten it: say the most important rule first, and leave out what the tools tell by themselves.':
    'اختصره: قل أهم قاعدة أولًا، واترك ما تقوله الأدوات بنفسها.',
  'The key term “{term}…” has more than {number} characters; the service would ignore it.':
    'في المصطلح «{term}…» أكثر من {number} حرفًا؛ ستتجاهله الخدمة.',
  'Shorten it to the words that are said.': 'اختصره إلى الكلمات التي تُقال.',
  'There are {number} key terms; the service takes {most}.':
    'هناك {number} من المصطلحات؛ تقبل الخدمة {most}.',
  'Keep the {number} that are most often misheard.': 'أبقِ {number} مما يُساء سماعه أكثر.',
  'A key term is empty or stands there twice.': 'أحد المصطلحات فارغ أو مكرر.',
  'Write each term once, each on a line of its own.': 'اكتب كل مصطلح مرة واحدة، كلًّا في سطر.',
  'The service does not recognise the language “{name}” and would hear nothing at all.':
    'لا تتعرف الخدمة على اللغة «{name}» ولن تسمع شيئًا.',
  'Choose among the languages listed in Settings, or none for automatic.':
    'اختر من اللغات المذكورة في الإعدادات، أو لا شيء للتعرف التلقائي.',
  'The name is empty or longer than 60 characters.': 'الاسم فارغ أو أطول من 60 حرفًا.',
  'Give the profile a short name.': 'أعطِ الملف الشخصي اسمًا قصيرًا.',
  'The greeting is longer than 500 characters.': 'التحية أطول من 500 حرف.',
  'Keep it to a sentence: it is spoken at the start of every conversation.':
    'اكتفِ بجملة: تُقال في بداية كل محادثة.',
  'This is no name of a voice.': 'هذا ليس اسم صوت.',
  'Type it in lower case as the service lists it, such as anna.':
    'اكتبه بأحرف صغيرة كما تسرده الخدمة، مثل anna.',
  'This is no id of a stored agent.': 'هذا ليس معرّف وكيل مخزّن.',
  'Choose the agent from the list, or paste its id, which begins with agent_.':
    'اختر الوكيل من القائمة، أو الصق معرّفه الذي يبدأ بـ agent_.',
  'The {whatWords} cannot be used as it is.': 'لا يمكن استخدام «{whatWords}» كما هو.',
  name: 'الاسم',
  'choice of who answers': 'اختيار من يجيب',
  'stored agent': 'الوكيل المخزّن',
  prompt: 'الموجّه',
  greeting: 'التحية',
  'hosted voice': 'الصوت المستضاف',
  voice: 'الصوت',
  'way of taking turns': 'طريقة تبادل الأدوار',
  'choice of tools': 'اختيار الأدوات',
  'list of key terms': 'قائمة المصطلحات',
  'list of languages': 'قائمة اللغات',
  'Code cannot be spoken, and a model that reads code answers with code.':
    'لا يمكن نطق الشيفرة، والنموذج الذي يقرأ شيفرة يجيب بشيفرة.',
  'Say in words what is meant.': 'قل المقصود بالكلمات.',
  'A link cannot be spoken.': 'لا يمكن نطق رابط.',
  'Write the name of the place instead.': 'اكتب اسم المكان بدلًا منه.',
  'An address would be read out letter by letter.': 'سيُقرأ العنوان حرفًا حرفًا.',
  'Write the name of the place or person, or spell the address in words.':
    'اكتب اسم المكان أو الشخص، أو العنوان بالكلمات.',
  'A heading or ruled line is for the eye.': 'العنوان أو الخط الفاصل للعين.',
  'Write plain sentences, the most important first.': 'اكتب جملًا بسيطة، أهمها أولًا.',
  'A list teaches the agent to answer in lists, which cannot be heard.':
    'تعلّم القائمة الوكيل أن يجيب بقوائم، وهي لا تُسمع.',
  'Write sentences; join the points with “and” or “then”.': 'اكتب جملًا؛ واربط النقاط بـ «و» أو «ثم».',
  'A table cannot be spoken.': 'لا يمكن نطق جدول.',
  'Say each row as a sentence.': 'قل كل صف في جملة.',
  'Marks for bold or slanted letters cannot be heard, and the agent may say them.':
    'علامات الخط الغليظ أو المائل لا تُسمع، وقد ينطقها الوكيل.',
  'Leave out the marks; put what matters first.': 'اترك العلامات؛ وقدّم المهم.',
  'An emoji is left out or read by its name.': 'يُترك الرمز التعبيري أو يُقرأ باسمه.',
  'Say the feeling in words, or leave it out.': 'عبّر عن الشعور بالكلمات، أو اتركه.',
  'Words in capitals are spelt out or shouted.': 'الكلمات بأحرف كبيرة تُهجّى أو يُصرخ بها.',
  'Write them small. Say once more what matters instead of shouting it.':
    'اكتبها بأحرف صغيرة. وكرّر المهم بدل الصراخ به.',
  'Exclamation marks make the agent sound excited.': 'علامات التعجب تجعل الوكيل يبدو متحمسًا.',
  'End the sentence with a full stop.': 'أنهِ الجملة بنقطة.',
  'Type an address such as http://127.0.0.1:11434 or https://example.com/v1.':
    'اكتب عنوانًا مثل http://127.0.0.1:11434 أو https://example.com/v1.',
  'Type the name of a host, such as agents.example.com.': 'اكتب اسم مضيف، مثل agents.example.com.',
  'Leave out the user name and password: the key has its own field.':
    'اترك اسم المستخدم وكلمة المرور: للمفتاح حقله.',
  'Type only the name of a host, such as agents.example.com or https://agents.example.com.':
    'اكتب اسم المضيف فقط، مثل agents.example.com أو https://agents.example.com.',
  'Unencrypted addresses are allowed on this computer only. Use https or wss.':
    'لا يُسمح بالعناوين غير المشفّرة إلا على هذا الحاسوب. استخدم https أو wss.',
  'It uses the older SSE transport, which is not supported.': 'يستخدم نقل SSE الأقدم، وهو غير مدعوم.',
  'One of its headers has a name that cannot be used.': 'لإحدى ترويساته اسم لا يمكن استخدامه.',
  'It has neither a command nor an address.': 'ليس له أمر ولا عنوان.',
  'Its arguments are not all text.': 'ليست كل معطياته نصوصًا.',
  'One of its variables has a name that cannot be used.': 'لأحد متغيراته اسم لا يمكن استخدامه.',
  'Changes with the next conversation: {whatWords}.': 'يتغيّر مع المحادثة التالية: {whatWords}.',
  'the agent': 'الوكيل',
  'the greeting': 'التحية',
  'the voice': 'الصوت',
  'the languages': 'اللغات',
  'the loudness': 'مستوى الصوت',
  'the natural way of taking turns': 'تبادل الأدوار الطبيعي',
  'list of reminders': 'قائمة التذكيرات',
  'to-do list': 'قائمة المهام',
  'name that Parley listens for': 'الاسم الذي يستمع إليه Parley',
};

import type { profilesTexts } from '../catalogue/profiles';
import type { TranslationsOf } from '../templates';

/** Texts of the profiles. */
export const profiles: TranslationsOf<typeof profilesTexts> = {
  Agent: 'الوكيل',
  'Agent id': 'معرّف الوكيل',
  'Choose from your account’s agents, or paste the id as the service shows it.':
    'اختر من وكلاء حسابك، أو الصق المعرّف كما تعرضه الخدمة.',
  'Set up here': 'معدّ هنا',
  'With the prompt, voice and tools below.': 'بالتعليمات والصوت والأدوات أدناه.',
  'Stored agent': 'وكيل محفوظ',
  'An agent of your AssemblyAI account, used as it is: its own prompt, greeting, voice and tools.':
    'وكيل من حسابك في AssemblyAI يُستخدم كما هو: بتعليماته وتحيته وصوته وأدواته.',
  'Languages you speak': 'اللغات التي تتكلمها',
  'Tick only what you really speak: the service no longer listens for any other language. With none ticked it finds out by itself. For answers in a language, choose a voice of it and say so in the prompt.':
    'اختر فقط ما تتكلمه حقًا: فلن تستمع الخدمة بعدها إلى أي لغة أخرى. وبدون اختيار تكتشف ذلك بنفسها. للحصول على إجابات بلغة ما اختر صوتًا لها واذكر ذلك في التعليمات.',
  Profile: 'الملف الشخصي',
  'Name and engine': 'الاسم والمحرك',
  Name: 'الاسم',
  'The open conversation goes on as it is. The next one uses your choice.':
    'تستمر المحادثة المفتوحة كما هي. والتالية تتبع اختيارك.',
  'What it is told': 'ما يُقال له',
  Greeting: 'التحية',
  'Spoken when you start a conversation by hand. Empty for none.':
    'تُقال عندما تبدأ محادثة بنفسك. اتركها فارغة إن لم ترد تحية.',
  'How it sounds': 'كيف يبدو صوته',
  'Taking turns': 'تبادل الكلام',
  'Turn preset': 'نمط تبادل الكلام',
  'Fixed pauses switch off the service’s own pacing, which adapts to how you speak, until the next conversation.':
    'الوقفات الثابتة توقف إيقاع الخدمة الذي يتكيف مع طريقة كلامك حتى المحادثة التالية.',
  'What it may do': 'ما يُسمح له بفعله',
  'What it should recognise': 'ما ينبغي أن يتعرف عليه',
  'Names and jargon': 'الأسماء والمصطلحات',
  'One a line, at most 100, each at most 50 characters.':
    'واحد في كل سطر، 100 على الأكثر، وكل منها 50 حرفًا على الأكثر.',
  'Free, English only, on this computer.': 'مجاني، بالإنجليزية فقط، على هذا الحاسوب.',
  'AssemblyAI, hosted': 'AssemblyAI، مستضاف',
  'Paid for every second a conversation is open.': 'مدفوع عن كل ثانية تكون فيها المحادثة مفتوحة.',
  'Profile: {name}': 'الملف الشخصي: {name}',
  'The last profile stays': 'آخر ملف شخصي يبقى',
  Profiles: 'الملفات الشخصية',
  'Profile in use': 'الملف الشخصي المستخدم',
  'Delete {name}?': 'حذف {name}؟',
  'Delete “{name}”? Its prompt and settings are lost.': 'حذف «{name}»؟ ستضيع تعليماته وإعداداته.',
  'Delete profile': 'حذف الملف الشخصي',
  'Keep profile': 'إبقاء الملف الشخصي',
  Duplicate: 'تكرار',
  'New profile': 'ملف شخصي جديد',
  'There is room for no more profiles.': 'لا مكان لمزيد من الملفات الشخصية.',
  Prompt: 'التعليمات',
  'Who the agent is and how it answers. Everything it says is spoken: put the most important rule first, and say numbers the way people do.':
    'من هو الوكيل وكيف يجيب. كل ما يقوله يُنطق: ضع أهم قاعدة أولًا، واذكر الأرقام كما يقولها الناس.',
  'Parley’s own prompt is used.': 'تُستخدم تعليمات Parley نفسه.',
  'Bring my prompt back': 'استعادة تعليماتي',
  'Use Parley’s own prompt': 'استخدام تعليمات Parley',
  'Change a copy of it': 'تعديل نسخة منها',
  'What cannot be spoken': 'ما لا يمكن نطقه',
  'Line {line}:': 'السطر {line}:',
  'And {count} more.': {
    one: 'وواحد آخر.',
    two: 'واثنان آخران.',
    few: 'و{count} أخرى.',
    many: 'و{count} أخرى.',
    other: 'و{count} أخرى.',
  },
  'Your own rules': 'قواعدك الخاصة',
  '“{phrase}” holds until the conversation ends.': 'يسري «{phrase}» حتى نهاية المحادثة.',
  Tools: 'الأدوات',
  'Tools the agent may call': 'الأدوات التي يجوز للوكيل استخدامها',
  'Not there now.': 'غير موجودة الآن.',
  'No tool: the agent can only talk.': 'لا أدوات: يستطيع الوكيل الكلام فقط.',
  'All tools': 'جميع الأدوات',
  'Also those that come later.': 'وكذلك ما يأتي لاحقًا.',
  'Only these': 'هذه فقط',
  'The agent does not know of the others.': 'لا يعرف الوكيل شيئًا عن غيرها.',
  Natural: 'طبيعي',
  'For ordinary talk, and the fastest: the service itself judges when you have finished.':
    'للحديث العادي، وهو الأسرع: تقدّر الخدمة بنفسها متى انتهيت.',
  Quick: 'سريع',
  'For short commands: a short pause ends your turn. Fixed pauses.':
    'للأوامر القصيرة: وقفة قصيرة تنهي دورك. وقفات ثابتة.',
  Patient: 'صبور',
  'For thinking aloud: waits through longer pauses. Fixed pauses.':
    'للتفكير بصوت عالٍ: ينتظر خلال الوقفات الأطول. وقفات ثابتة.',
  Dictation: 'إملاء',
  'For dictating with long pauses. Fixed pauses.': 'للإملاء مع وقفات طويلة. وقفات ثابتة.',
  'Read-aloud': 'قراءة بصوت عالٍ',
  'For listening to long texts: speaking does not interrupt, “Stop speaking” does.':
    'للاستماع إلى نصوص طويلة: الكلام لا يقاطع، و«إيقاف الكلام» يقاطع.',
  'Noisy room': 'غرفة صاخبة',
  'For a room where others talk: asks for clearer speech. Fixed pauses.':
    'لغرفة يتحدث فيها آخرون: يتطلب كلامًا أوضح. وقفات ثابتة.',
  'Recognised automatically': 'يُتعرف عليها تلقائيًا',
  'AssemblyAI, stored agent': 'AssemblyAI، وكيل محفوظ',
  '{characters} of {most} characters': '{characters} من {most} حرف',
  '{count} cents': {
    one: 'سنت واحد',
    two: 'سنتان',
    few: '{count} سنتات',
    many: '{count} سنتًا',
    other: '{count} سنت',
  },
  '{least} to {most} cents': 'من {least} إلى {most} سنتًا',
  '{count} things cannot be spoken:': {
    one: 'شيء واحد لا يمكن نطقه:',
    two: 'شيئان لا يمكن نطقهما:',
    few: '{count} أشياء لا يمكن نطقها:',
    many: '{count} شيئًا لا يمكن نطقه:',
    other: '{count} شيء لا يمكن نطقه:',
  },
  'A sample is a paid session of about ten seconds: {price}.':
    'العينة جلسة مدفوعة مدتها نحو عشر ثوانٍ: {price}.',
};

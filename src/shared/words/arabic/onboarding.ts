import type { onboardingTexts } from '../catalogue/onboarding';
import type { TranslationsOf } from '../templates';

/** Texts of the first minute. */
export const onboarding: TranslationsOf<typeof onboardingTexts> = {
  'Show the first minute': 'عرض الدقيقة الأولى',
  'First minute': 'الدقيقة الأولى',
  'Step {number} of {most}': 'الخطوة {number} من {most}',
  'Skip all': 'تخطّي الكل',
  Begin: 'ابدأ',
  'Skip this step': 'تخطّي هذه الخطوة',
  Finish: 'إنهاء',
  'Welcome to Parley': 'مرحبًا بك في Parley',
  'Who answers you?': 'من يجيبك؟',
  'Can Parley hear you?': 'هل يسمعك Parley؟',
  'Can you hear Parley?': 'هل تسمع Parley؟',
  'How to call Parley': 'كيف تنادي Parley',
  'What may Parley see?': 'ماذا يجوز لـ Parley أن يرى؟',
  'Your first conversation': 'محادثتك الأولى',
  'Talk to your computer: Parley listens when you ask it to, answers aloud, and does things for you.':
    'تحدّث إلى حاسوبك: يستمع Parley حين تطلب ذلك، ويجيب بصوت مسموع، وينجز لك الأعمال.',
  'The next steps take about a minute. Each can be skipped, and you find them again in Settings.':
    'تستغرق الخطوات التالية نحو دقيقة. يمكن تخطّي كل منها، وتجدها ثانيةً في الإعدادات.',
  'Try it now on this computer': 'جرّبه الآن على هذا الحاسوب',
  'Free, in English, and nothing you say leaves this computer. No account needed.':
    'مجاني وبالإنجليزية، ولا يغادر هذا الحاسوبَ شيء مما تقول. بلا حساب.',
  'AssemblyAI, with a key': 'AssemblyAI بمفتاح',
  'Hears and answers better. Your voice is sent to AssemblyAI, and every hour of conversation is paid.':
    'يسمع ويجيب على نحو أفضل. يُرسل صوتك إلى AssemblyAI، وكل ساعة محادثة مدفوعة.',
  'Get a key in the browser': 'احصل على مفتاح في المتصفح',
  'Without a key the local agent answers your first question.':
    'بلا مفتاح يجيب الوكيل المحلي عن سؤالك الأول.',
  'Press the button and say a few words. The recording stays on this computer and is thrown away after this step.':
    'اضغط الزر وقل بضع كلمات. يبقى التسجيل على هذا الحاسوب ويُحذف بعد هذه الخطوة.',
  'Check the microphone': 'افحص الميكروفون',
  'Play what I said': 'شغّل ما قلتُه',
  'Microphone check': 'فحص الميكروفون',
  'In use: {device}': 'المستخدَم: {device}',
  'Open the system’s sound settings': 'افتح إعدادات الصوت في النظام',
  'Open the system’s privacy settings': 'افتح إعدادات الخصوصية في النظام',
  'This seems to be a Bluetooth headset. While its microphone is open, both sides sound like a telephone. Another microphone is understood better.':
    'يبدو أن هذه سماعة بلوتوث. ما دام ميكروفونها مفتوحًا يبدو صوت الطرفين كصوت الهاتف. يُفهم ميكروفون آخر على نحو أفضل.',
  'The microphone is off.': 'الميكروفون مغلق.',
  'Opening the microphone…': 'يُفتح الميكروفون…',
  'Say something, for example “Hello, Parley”.': 'قل شيئًا، مثل ‎“Hello, Parley”‎.',
  'Parley hears you. Go on …': 'يسمعك Parley. تابع…',
  'Parley hears nobody speak.': 'لا يسمع Parley أحدًا يتكلم.',
  'Speak up, come nearer, or choose another microphone below.':
    'ارفع صوتك أو اقترب أو اختر ميكروفونًا آخر أدناه.',
  'Look for a mute switch or key on it, or choose another microphone below.':
    'ابحث فيه عن زر كتم، أو اختر ميكروفونًا آخر أدناه.',
  'Your microphone works.': 'ميكروفونك يعمل.',
  'Your microphone works, but you are hard to hear.': 'ميكروفونك يعمل، لكن صوتك يصعب سماعه.',
  'Come nearer to it.': 'اقترب منه.',
  'Your microphone works, but it is too loud.': 'ميكروفونك يعمل، لكنه عالٍ جدًّا.',
  'Move away from it a little.': 'ابتعد عنه قليلًا.',
  'Allow it in the system’s privacy settings, then check again.':
    'اسمح به في إعدادات الخصوصية في النظام، ثم افحص ثانيةً.',
  'Connect one and it is used at once. You can also go on and type.':
    'صِل واحدًا فيُستخدم فورًا. ويمكنك أيضًا المتابعة والكتابة.',
  'Another program is using the microphone.': 'يستخدم برنامج آخر الميكروفون.',
  'Close that program, or choose another microphone below. Then check again.':
    'أغلق ذلك البرنامج أو اختر ميكروفونًا آخر أدناه، ثم افحص ثانيةً.',
  'Sound does not work on this computer now.': 'لا يعمل الصوت على هذا الحاسوب الآن.',
  'Check that its sound system runs. You can also go on and type.':
    'تحقّق من أن نظام الصوت فيه يعمل. ويمكنك أيضًا المتابعة والكتابة.',
  'Parley plays two tones and a sentence.': 'يشغّل Parley نغمتين وجملة.',
  'Play a sound': 'شغّل صوتًا',
  'I heard it': 'سمعتُه',
  'I heard nothing': 'لم أسمع شيئًا',
  'Speaker check': 'فحص مكبّرات الصوت',
  'Turn the volume up, look for a mute key, or choose other speakers below. Then play it again.':
    'ارفع مستوى الصوت أو ابحث عن مفتاح كتم أو اختر مكبّرات أخرى أدناه، ثم شغّله ثانيةً.',
  'Playing …': 'يُشغَّل…',
  'Did you hear it?': 'هل سمعتَه؟',
  'Nothing was played yet.': 'لم يُشغَّل شيء بعد.',
  'A conversation is started and ended with the button in this window.':
    'تبدأ المحادثة وتنتهي بالزر الذي في هذه النافذة.',
  'In any other app, hold this key, speak, and let go for the answer:':
    'في أي تطبيق آخر اضغط هذا المفتاح مطوّلًا وتكلّم، ثم اتركه لتسمع الإجابة:',
  'Talk key check': 'فحص مفتاح الكلام',
  'Parley felt the key: it works. Let go when you have spoken.':
    'أحسّ Parley بالمفتاح: إنه يعمل. اتركه حين تفرغ من الكلام.',
  'Try it now: hold the key for a moment.': 'جرّبه الآن: اضغط المفتاح لحظة.',
  'Escape stops an answer at any time.': 'يوقف مفتاح Escape الإجابة في أي وقت.',
  'Parley can find, open and tidy files, in folders that you choose and nowhere else. It asks before it changes anything. You can leave this for later.':
    'يستطيع Parley العثور على الملفات وفتحها وترتيبها، في المجلدات التي تختارها ولا غير. ويسأل قبل أن يغيّر شيئًا. يمكنك تأجيل هذا.',
  'Start a conversation, and when Parley has greeted you, say:': 'ابدأ محادثة، وحين يحيّيك Parley قل:',
  'Type it for me': 'اكتبها عني',
  'First conversation': 'المحادثة الأولى',
  'That worked: Parley heard you, and you heard the answer.': 'نجح الأمر: سمعك Parley وسمعتَ الإجابة.',
};

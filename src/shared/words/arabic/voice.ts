import type { voiceTexts } from '../catalogue/voice';
import type { TranslationsOf } from '../templates';

/** Texts of the settings about voice, hearing and taking turns. */
export const voice: TranslationsOf<typeof voiceTexts> = {
  'Turn-taking and hearing': 'تبادل الكلام والسمع',
  'For the hosted engine. The turn preset belongs to each profile.':
    'للمحرك المستضاف. نمط الأدوار خاص بكل ملف شخصي.',
  'Speaking interrupts Parley': 'الكلام يقاطع Parley',
  'Off: it speaks to the end unless you press “Stop speaking”.':
    'عند الإيقاف: يتكلم حتى النهاية ما لم تضغط «إيقاف الكلام».',
  Recognition: 'التعرف على الكلام',
  'Careful recognition makes fewer mistakes and answers later.': 'التعرف المتأني أقل خطأً وأبطأ إجابة.',
  Fastest: 'الأسرع',
  'Most careful': 'الأكثر تأنيًا',
  'What you talk about': 'ما تتحدث عنه',
  'Helps the recogniser to expect the right words, such as “Calls about boat engines”. It is no instruction to the agent.':
    'يساعد على توقع الكلمات الصحيحة، مثل «مكالمات عن محركات القوارب». وليس تعليمة للوكيل.',
  'Fine tuning': 'ضبط دقيق',
  'Speech before an interruption counts': 'الكلام قبل احتساب المقاطعة',
  'Longer keeps a cough from interrupting. Setting it may switch off the service’s own pacing.':
    'الأطول يمنع السعال من المقاطعة. وقد يوقف ضبطه إيقاع الخدمة.',
  'Voice focus': 'التركيز على الصوت',
  'What the service takes for your voice and what for background. Used from the next conversation on.':
    'ما تعدّه الخدمة صوتك وما تعدّه خلفية. يُستخدم من المحادثة التالية.',
  'You are close to the microphone': 'أنت قريب من الميكروفون',
  'You are across the room': 'أنت في الطرف الآخر من الغرفة',
  'Suppression of other voices': 'كبت الأصوات الأخرى',
  'Higher takes away more of what is not you. Used from the next conversation on.':
    'الأعلى يزيل أكثر مما ليس صوتك. يُستخدم من المحادثة التالية.',
  'Loudness of the hosted voice': 'علوّ الصوت المستضاف',
  'As the service sends it; your speakers have their own.': 'كما ترسله الخدمة؛ ولسماعاتك مستواها الخاص.',
  'When a tool’s result is sent': 'متى تُرسل نتيجة الأداة',
  'Leave to the service': 'تركه للخدمة',
  'At once': 'فورًا',
  'The answer comes about a second sooner.': 'تأتي الإجابة أبكر بنحو ثانية.',
  'After the reply': 'بعد الرد',
  'Waits until nobody speaks. For a service that mishandles results in the middle of a reply.':
    'ينتظر حتى لا يتكلم أحد. لخدمة تسيء التعامل مع النتائج وسط الرد.',
  'Wake word': 'كلمة التنبيه',
  'Parley can begin a conversation when you say a name that you choose. It is listened for on this computer only. Another voice that says it much alike may wake it too, so nothing is approved by it.':
    'يستطيع Parley بدء محادثة عندما تقول اسمًا تختاره. يُستمع إليه على هذا الحاسوب فقط. وقد يوقظه صوت آخر يقوله بطريقة مشابهة، لذا لا تتم به أي موافقة.',
  'Listen for its name': 'الاستماع إلى اسمه',
  'How readily it answers to its name': 'مدى استجابته لاسمه',
  'Record it anew': 'تسجيله من جديد',
  'Stop trying': 'إيقاف التجربة',
  'Try it out': 'تجربته',
  'Delete the name': 'حذف الاسم',
  'Microphone level': 'مستوى الميكروفون',
  Strict: 'صارم',
  Normal: 'عادي',
  Recordings: 'التسجيلات',
  'Go on recording': 'متابعة التسجيل',
  'Start recording': 'بدء التسجيل',
  'to come': 'لاحقًا',
  'Recording {number}: {state}': 'التسجيل {number}: {state}',
  good: 'جيد',
  listening: 'يستمع الآن',
  next: 'التالي',
  'Record a name, {number} times': 'تسجيل اسم، {number} مرات',
  'Saying “stop” silences Parley': 'قول “stop” يُسكت Parley',
  '“Stop”, “stop it”, “quiet”, “that’s enough” or “cancel”, said on its own while Parley speaks, stops it at once, also where speaking does not interrupt it. English, recognised on this computer. It opens no microphone; during a conversation with the hosted service it keeps the recogniser in memory.':
    'إذا قلت “stop” أو “stop it” أو “quiet” أو “that’s enough” أو “cancel” وحدها أثناء كلام Parley سكت فورًا، حتى عندما لا يقاطعه الكلام. بالإنجليزية، ويُتعرّف عليها على هذا الحاسوب. لا يفتح أي ميكروفون، وأثناء محادثة مع الخدمة المستضافة يُبقي نموذج التعرّف على الكلام في الذاكرة.',
};

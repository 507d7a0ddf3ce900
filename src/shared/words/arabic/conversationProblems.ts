import type { conversationProblemsTexts } from '../catalogue/conversationProblems';
import type { TranslationsOf } from '../templates';

/** Sentences of main about a talk: what went wrong, and what to do next. */
export const conversationProblems: TranslationsOf<typeof conversationProblemsTexts> = {
  'Parley heard its own voice, so speaking over it does not interrupt it in this talk.':
    'سمع Parley صوته، لذا لن يقاطعه الكلام فوقه في هذه المحادثة.',
  'Use headphones to interrupt by voice, or press Stop speaking.':
    'استخدم سماعات الرأس للمقاطعة بالصوت، أو اضغط «إيقاف الكلام».',
  'A word like “yes” alone approves nothing, so it was not done.':
    'كلمة مثل «yes» وحدها لا توافق على شيء، لذا لم يُنفذ.',
  'Ask again, and answer with what to do: “open it”, “go ahead and move it”.':
    'اطلب من جديد، وأجب بما يجب فعله: «open it» أو «go ahead and move it».',
  'Several requests wait and these words fit more than one, so none was approved.':
    'تنتظر عدة طلبات وهذه الكلمات تناسب أكثر من واحد، لذا لم تتم الموافقة على أي منها.',
  'Say which, or press Approve on its card.': 'قل أيّها، أو اضغط «موافقة» على بطاقته.',
  'That was said before Parley had finished asking, so it does not count.':
    'قيل ذلك قبل أن ينهي Parley سؤاله، لذا لا يُحتسب.',
  'Say it again, or press Approve on the card.': 'قله من جديد، أو اضغط «موافقة» على البطاقة.',
  'Press Approve on the card, or Deny.': 'اضغط «موافقة» على البطاقة أو «رفض».',
  'Something else may be playing sound, so these words do not approve it.':
    'ربما يُشغّل شيء آخر صوتًا، لذا لا توافق هذه الكلمات عليه.',
  'Press Approve on the card, or hold the talk key while you say it.':
    'اضغط «موافقة» على البطاقة، أو اضغط مفتاح التحدث باستمرار وأنت تقوله.',
  'The local agent stopped unexpectedly.': 'توقف الوكيل المحلي على نحو غير متوقع.',
  'Start the conversation again; it is started anew.': 'ابدأ المحادثة من جديد؛ سيُشغَّل ثانيةً.',
  'The voice service does not offer the chosen voice any more; another one speaks.':
    'لم تعد خدمة الصوت توفر الصوت المختار؛ يتكلم صوت آخر.',
  'The voice service does not offer the chosen voice.': 'لا توفر خدمة الصوت الصوت المختار.',
  'Choose another voice in Settings.': 'اختر صوتًا آخر في الإعدادات.',
  'The answer failed at the voice service.': 'فشلت الإجابة لدى خدمة الصوت.',
  'Ask again.': 'اسأل من جديد.',
  'The voice service did not answer.': 'لم تُجب خدمة الصوت.',
  'Check the connection and start again.': 'تحقق من الاتصال وابدأ من جديد.',
  'No answer came.': 'لم تأتِ إجابة.',
  'Say it again, or in other words.': 'قله من جديد أو بكلمات أخرى.',
  'A message of the voice service could not be read and was skipped.':
    'تعذرت قراءة رسالة من خدمة الصوت فتُجوهلت.',
  'The conversation goes on. If answers are missing, end it and start again.':
    'تستمر المحادثة. إذا غابت إجابات فأنهِها وابدأ من جديد.',
  'The voice engine could not be started.': 'تعذّر تشغيل محرك الصوت.',
  'Start again. If it keeps failing, install Parley again.':
    'ابدأ من جديد. إذا تكرر الفشل فأعد تثبيت Parley.',
  'This conversation has reached its cap of {amount}.': 'بلغت هذه المحادثة حدها {amount}.',
  'Begin a new one, raise the cap in Settings under “Cost and limits”, or use the local agent.':
    'ابدأ محادثة جديدة، أو ارفع الحد في الإعدادات ضمن «التكلفة والحدود»، أو استخدم الوكيل المحلي.',
  'The hosted service has reached its cap of {amount} for today.':
    'بلغت الخدمة المستضافة حدها {amount} لهذا اليوم.',
  'Raise the cap in Settings under “Cost and limits”, or use the local agent until tomorrow.':
    'ارفع الحد في الإعدادات ضمن «التكلفة والحدود»، أو استخدم الوكيل المحلي حتى الغد.',
  'The hosted service has reached its cap of {amount} for this month.':
    'بلغت الخدمة المستضافة حدها {amount} لهذا الشهر.',
  'Raise the cap in Settings under “Cost and limits”, or use the local agent.':
    'ارفع الحد في الإعدادات ضمن «التكلفة والحدود»، أو استخدم الوكيل المحلي.',
  'The system does not let Parley use the microphone.': 'لا يسمح النظام لـ Parley باستخدام الميكروفون.',
  'Allow the microphone for Parley in the system’s privacy settings, or type a message.':
    'اسمح لـ Parley بالميكروفون في إعدادات خصوصية النظام، أو اكتب رسالة.',
  'No microphone was found.': 'لم يُعثر على ميكروفون.',
  'Connect one and unmute, or type a message.': 'صِل ميكروفونًا وألغِ الكتم، أو اكتب رسالة.',
  'The microphone is in use by another program.': 'الميكروفون مستخدم من برنامج آخر.',
  'Close that program or choose another microphone in Settings.':
    'أغلق ذلك البرنامج أو اختر ميكروفونًا آخر في الإعدادات.',
  'The microphone was lost; now using {device}.': 'فُقد الميكروفون؛ يُستخدم الآن {device}.',
  'The microphone was lost.': 'فُقد الميكروفون.',
  'Choose another in Settings if you like.': 'اختر غيره في الإعدادات إن شئت.',
  'Connect one, or type a message.': 'صِل واحدًا، أو اكتب رسالة.',
  'The microphone delivers only silence.': 'الميكروفون لا يعطي سوى الصمت.',
  'Check its mute switch and the system’s sound settings.': 'تحقق من مفتاح كتمه ومن إعدادات الصوت في النظام.',
  'The speakers were lost; now using {device}.': 'فُقدت السماعات؛ يُستخدم الآن {device}.',
  'The speakers were lost.': 'فُقدت السماعات.',
  'Choose others in Settings if you like.': 'اختر غيرها في الإعدادات إن شئت.',
  'Sound could not be opened.': 'تعذّر فتح الصوت.',
  'Check that the sound system works, or type a message.': 'تحقق من عمل نظام الصوت، أو اكتب رسالة.',
  'Sound stopped working and was opened again.': 'توقف الصوت عن العمل وفُتح من جديد.',
  'Ask again for what you did not hear.': 'اسأل من جديد عما لم تسمعه.',
  'The local agent did not start in time.': 'لم يبدأ الوكيل المحلي في الوقت المناسب.',
  'Start the conversation again.': 'ابدأ المحادثة من جديد.',
  'The local agent could not be started.': 'تعذّر تشغيل الوكيل المحلي.',
  'Start the conversation again. If it keeps failing, install Parley again.':
    'ابدأ المحادثة من جديد. إذا تكرر الفشل فأعد تثبيت Parley.',
  'The speech models of the local agent are missing.': 'نماذج الكلام الخاصة بالوكيل المحلي مفقودة.',
  'Install Parley again, or run npm start where it runs from its source; it fetches them. Or choose the hosted engine in Settings.':
    'أعد تثبيت Parley، أو شغّل npm start حيث يعمل من شيفرته المصدرية؛ فهو يجلبها. أو اختر المحرك المستضاف في الإعدادات.',
  'The hosted engine needs an AssemblyAI key.': 'يحتاج المحرك المستضاف إلى مفتاح AssemblyAI.',
  'Add the key in Settings, or choose the local agent there.':
    'أضف المفتاح في الإعدادات، أو اختر الوكيل المحلي هناك.',
  'The key is stored, but the keychain does not give it out now.':
    'المفتاح محفوظ، لكن سلسلة المفاتيح لا تسلّمه الآن.',
  'Unlock the keychain and start again, or save the key anew in Settings.':
    'افتح قفل سلسلة المفاتيح وابدأ من جديد، أو احفظ المفتاح ثانيةً في الإعدادات.',
  'The custom host in Settings cannot be used.': 'لا يمكن استخدام المضيف المخصص في الإعدادات.',
  'The address of the language model server cannot be used.': 'لا يمكن استخدام عنوان خادم النموذج اللغوي.',
  'The voice service reported a problem.': 'أبلغت خدمة الصوت عن مشكلة.',
  'Start a new conversation to have it now.': 'ابدأ محادثة جديدة ليسري الآن.',
};

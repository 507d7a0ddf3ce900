import type { computerOutcomesTexts } from '../catalogue/computerOutcomes';
import type { TranslationsOf } from '../templates';

/** More of what became of calls: sentences about this computer and about what was meant. */
export const computerOutcomes: TranslationsOf<typeof computerOutcomesTexts> = {
  'The disk does not tell how much room it has.': 'لا يخبر القرص بمقدار مساحته.',
  '{name} did not answer.': 'لم يُجب {name}.',
  'No sound output was found whose volume can be changed.': 'لم يُعثر على مخرج صوت يمكن تغيير مستواه.',
  'The sound system did not take the change.': 'لم يأخذ نظام الصوت بالتغيير.',
  'Neither Music nor Spotify is running; no other player can be told on macOS.':
    'لا يعمل Music ولا Spotify؛ ولا يمكن توجيه مشغّل آخر على macOS.',
  '{name} did not answer, or macOS did not allow it.': 'لم يُجب {name}، أو لم يسمح macOS بذلك.',
  'Allow it below. Parley learns of that one key only, never of what you type.':
    'اسمح بذلك أدناه. لا يعلم Parley إلا بذلك المفتاح وحده، ولا يعلم أبدًا بما تكتبه.',
  'The sound output that is in use has no volume of its own.': 'ليس لمخرج الصوت المستخدم مستوى صوت خاص به.',
  'Windows did not tell about the battery.': 'لم يخبر Windows عن البطارية.',
  'Windows did not lock the screen.': 'لم يقفل Windows الشاشة.',
  'Windows does not tell Parley what plays.': 'لا يخبر Windows برنامج Parley بما يُشغَّل.',
  'Windows did not take the media key.': 'لم يقبل Windows مفتاح الوسائط.',
  'Windows does not tell programs whether Do not disturb is on.':
    'لا يخبر Windows البرامج هل «عدم الإزعاج» مفعّل.',
  '{number} apps fit that: {names}.': 'التطبيقات المناسبة ({number}): {names}.',
  'That text is in {name} several times: line {lines}.': 'هذا النص في {name} عدة مرات: السطر {lines}.',
  '{name} has several time zones, for example those of {places}.':
    'في {name} عدة مناطق زمنية، منها مناطق {places}.',
  'No time zone is known for "{name}".': 'لا تُعرف منطقة زمنية لـ «{name}».',
  '{number} things in the trash fit "{name}": {names}.':
    'الأشياء المناسبة لـ «{name}» في سلة المهملات ({number}): {names}.',
  '"{text}" is no length of time.': '«{text}» ليس مدة زمنية.',
  '{number} things fit "{name}": {names}.': 'الأشياء المناسبة لـ «{name}» ({number}): {names}.',
  'There is no {kindWords}.': 'لا يوجد: {kindWords}.',
  'No {kindWords} fits "{name}".': 'لا شيء يناسب «{name}»: {kindWords}.',
  '{number} {kindWords} fit: {names}.': 'المناسبة ({number} {kindWords}): {names}.',
  note: 'ملاحظة',
  'to-do': 'مهمة',
  notes: 'ملاحظات',
  'to-dos': 'مهام',
  timers: 'مؤقتات',
  alarms: 'منبّهات',
  reminders: 'تذكيرات',
  'The window manager here brings no windows to the front.': 'لا يُحضر مدير النوافذ هنا نوافذ إلى المقدمة.',
  'The window manager did not bring {name} to the front.': 'لم يُحضر مدير النوافذ {name} إلى المقدمة.',
  '{name} is what you are talking to: close its window to end it.':
    'أنت تتحدث إلى {name}: أغلق نافذته لإنهائه.',
  'The windows of {name} cannot be asked to close.': 'لا يمكن أن يُطلب من نوافذ {name} الإغلاق.',
  'The screen could not be reached.': 'تعذّر الوصول إلى الشاشة.',
  '{name} has changed just now.': 'تغيّر {name} للتو.',
  'Windows did not tell what is running.': 'لم يخبر Windows بما يعمل.',
  'On Windows, Parley cannot choose the app that a file is opened with.':
    'في Windows لا يستطيع Parley اختيار التطبيق الذي يُفتح به ملف.',
  'Windows did not let Parley bring {name} to the front.':
    'لم يسمح Windows لـ Parley بإحضار {name} إلى المقدمة.',
  'Windows did not ask {name} to close.': 'لم يطلب Windows من {name} الإغلاق.',
  'The timer is done in {lengthWords}.': 'ينتهي المؤقت بعد {lengthWords}.',
  'The timer for {name} is done in {lengthWords}.': 'ينتهي مؤقت {name} بعد {lengthWords}.',
  '{count} seconds': {
    zero: '{count} ثانية',
    one: 'ثانية واحدة',
    two: 'ثانيتين',
    few: '{count} ثوانٍ',
    many: '{count} ثانية',
    other: '{count} ثانية',
  },
  '{count} minutes': {
    zero: '{count} دقيقة',
    one: 'دقيقة واحدة',
    two: 'دقيقتين',
    few: '{count} دقائق',
    many: '{count} دقيقة',
    other: '{count} دقيقة',
  },
  '{count} hours': {
    zero: '{count} ساعة',
    one: 'ساعة واحدة',
    two: 'ساعتين',
    few: '{count} ساعات',
    many: '{count} ساعة',
    other: '{count} ساعة',
  },
};

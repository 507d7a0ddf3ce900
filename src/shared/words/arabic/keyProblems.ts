import type { keyProblemsTexts } from '../catalogue/keyProblems';
import type { TranslationsOf } from '../templates';

/** Sentences of main about the keys that work in every app. */
export const keyProblems: TranslationsOf<typeof keyProblemsTexts> = {
  '{keys} is needed for typing.': '{keys} مطلوب للكتابة.',
  'Add Ctrl, Alt or another such key, or take a function key.':
    'أضف Ctrl أو Alt أو ما شابه، أو خذ مفتاح وظيفة.',
  '{keys} is already the key for “{deedWords}”.': '{keys} هو مفتاح «{deedWords}» بالفعل.',
  '{keys} alone can only be the key for “{deedWords}”.': '{keys} وحده لا يكون إلا مفتاح «{deedWords}».',
  'Add another key to it.': 'أضف إليه مفتاحًا آخر.',
  'Another app has taken the key for “{deedWords}”.': 'أخذ تطبيق آخر مفتاح «{deedWords}».',
  'Other apps have taken several keys of Parley.': 'أخذت تطبيقات أخرى عدة مفاتيح من Parley.',
  'Choose another one in Settings, or free it in that app.':
    'اختر غيره في الإعدادات، أو حرّره في ذلك التطبيق.',
  '{keys} copies.': '{keys} ينسخ.',
  '{keys} pastes.': '{keys} يلصق.',
  '{keys} cuts.': '{keys} يقص.',
  '{keys} undoes in every app.': '{keys} يتراجع في كل تطبيق.',
  '{keys} selects everything.': '{keys} يحدد الكل.',
  '{keys} saves.': '{keys} يحفظ.',
  '{keys} searches.': '{keys} يبحث.',
  '{keys} closes a tab or window.': '{keys} يغلق لسانًا أو نافذة.',
  '{keys} quits apps.': '{keys} ينهي التطبيقات.',
  '{keys} switches between windows.': '{keys} يبدّل بين النوافذ.',
  '{keys} switches between apps.': '{keys} يبدّل بين التطبيقات.',
  '{keys} closes windows.': '{keys} يغلق النوافذ.',
  '{keys} belongs to the system.': '{keys} خاص بالنظام.',
  '{keys} belongs to Windows.': '{keys} خاص بـ Windows.',
  '{keys} locks the screen.': '{keys} يقفل الشاشة.',
  '{keys} opens a terminal.': '{keys} يفتح طرفية.',
  '{keys} writes characters on many keyboards (AltGr).': '{keys} يكتب محارف على لوحات مفاتيح كثيرة (AltGr).',
  '{keys} writes characters (Option).': '{keys} يكتب محارف (Option).',
  '{keys} opens the Task Manager.': '{keys} يفتح مدير المهام.',
  '{keys} shows the desktop.': '{keys} يُظهر سطح المكتب.',
  '{keys} opens the menu of a window.': '{keys} يفتح قائمة نافذة.',
  '{keys} opens Spotlight.': '{keys} يفتح Spotlight.',
  '{keys} changes the input source.': '{keys} يغيّر مصدر الإدخال.',
  'Use the window, or parley --toggle-talk.': 'استخدم النافذة، أو parley --toggle-talk.',
  'Choose another one, or free it in that app.': 'اختر غيرها، أو حرّرها في ذلك التطبيق.',
  'Use the window, or bind a key of the desktop to parley --toggle-talk.':
    'استخدم النافذة، أو اربط مفتاحًا من سطح المكتب بـ parley --toggle-talk.',
  'Try the key in a moment.': 'جرّب المفتاح بعد لحظة.',
  'Choose the key anew in Settings under Shortcuts, or restart Parley.':
    'اختر المفتاح من جديد في الإعدادات ضمن «الاختصارات»، أو أعد تشغيل Parley.',
  'Bind a key in the settings of your desktop to: parley --toggle-talk. Where it can bind the press and the release apart, use parley --talk and parley --stop.':
    'اربط في إعدادات سطح مكتبك مفتاحًا بـ: parley --toggle-talk. وحيث يمكن ربط الضغط والإفلات كل على حدة، استخدم parley --talk وparley --stop.',
  'Your desktop (Wayland) keeps the keys that work in every app, and asks you for them; change them in its settings.':
    'يحتفظ سطح مكتبك (Wayland) بالمفاتيح التي تعمل في كل تطبيق ويسألك عنها؛ غيّرها في إعداداته.',
  'Bind a key in its settings to parley --toggle-talk.': 'اربط في إعداداته مفتاحًا بـ parley --toggle-talk.',
  'Restart Parley to be asked again, or bind a key to parley --toggle-talk.':
    'أعد تشغيل Parley لتُسأل من جديد، أو اربط مفتاحًا بـ parley --toggle-talk.',
  'Choose one in its settings.': 'اختر واحدًا في إعداداته.',
  'Restart Parley to ask for them again.': 'أعد تشغيل Parley لطلبها من جديد.',
  'Listening is paused.': 'الاستماع متوقف مؤقتًا.',
  '“Listen again” in the menu of Parley’s icon ends the pause.':
    'ينهي «استئناف الاستماع» في قائمة أيقونة Parley التوقف.',
};

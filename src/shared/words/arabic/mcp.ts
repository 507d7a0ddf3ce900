import type { mcpTexts } from '../catalogue/mcp';
import type { TranslationsOf } from '../templates';

/** Texts of the settings of MCP servers. */
export const mcp: TranslationsOf<typeof mcpTexts> = {
  Variables: 'المتغيرات',
  'Name of {noun} {number}': 'اسم {noun} {number}',
  'Value of {noun} {number}': 'قيمة {noun} {number}',
  variable: 'المتغير',
  header: 'الترويسة',
  'Kept; type to replace': 'محفوظ؛ اكتب للاستبدال',
  Value: 'القيمة',
  'Remove {noun} {name}': 'إزالة {noun} {name}',
  'Import MCP servers': 'استيراد خوادم MCP',
  '{program} has these. Choose what Parley should have, too.':
    'لدى {program} هذه. اختر ما ينبغي أن يكون لدى Parley أيضًا.',
  '{program} has none.': 'ليس لدى {program} أي منها.',
  'The file is read when you press its program. Nothing in it is changed.':
    'يُقرأ الملف عندما تضغط برنامجه. ولا يُغيَّر فيه شيء.',
  'No file of a program that Parley knows is on this computer. Paste the configuration instead.':
    'لا يوجد على هذا الحاسوب ملف لبرنامج يعرفه Parley. الصق الإعداد بدلًا من ذلك.',
  'Import {number}': 'استيراد {number}',
  'Paste configuration': 'لصق إعداد',
  Configuration: 'الإعداد',
  'The JSON that a server’s page shows for Claude Desktop, Cursor or VS Code. Keys in it go to the keychain. Nothing runs until you switch it on.':
    'نص JSON الذي تعرضه صفحة الخادم لـ Claude Desktop أو Cursor أو VS Code. المفاتيح فيه تذهب إلى سلسلة المفاتيح. لا يعمل شيء حتى تشغّله.',
  'Add from it': 'الإضافة منه',
  'MCP servers': 'خوادم MCP',
  'Servers bring tools of other makers: programs that run on this computer, or addresses. What they say and what they do is theirs. Their tools ask before each use, by click, until you choose otherwise.':
    'تجلب الخوادم أدوات من صانعين آخرين: برامج تعمل على هذا الحاسوب أو عناوين. ما تقوله وما تفعله شأنها. تسأل أدواتها قبل كل استخدام، بنقرة، حتى تختار غير ذلك.',
  'Add server': 'إضافة خادم',
  Import: 'استيراد',
  'What was done with MCP servers': 'ما تم مع خوادم MCP',
  'MCP server': 'خادم MCP',
  'You say it to mean this server’s tools.': 'تقوله لتعني أدوات هذا الخادم.',
  'Kind of server': 'نوع الخادم',
  'It runs with your rights, such as npx or /usr/bin/my-server.':
    'يعمل بصلاحياتك، مثل npx أو ‎/usr/bin/my-server.',
  'One a line. What looks like a key goes to the keychain.':
    'واحد في كل سطر. ما يشبه المفتاح يذهب إلى سلسلة المفاتيح.',
  'Working folder': 'مجلد العمل',
  'Empty for your home folder.': 'فارغ لمجلدك الرئيسي.',
  'Without a value it is taken from Parley’s own surroundings. Values are kept in the keychain.':
    'دون قيمة يُؤخذ من محيط Parley. تُحفظ القيم في سلسلة المفاتيح.',
  'Such as https://example.com/mcp. Plain http is for this computer only.':
    'مثل https://example.com/mcp. ‏http العادي لهذا الحاسوب فقط.',
  'Such as Authorization. Values are kept in the keychain.':
    'مثل Authorization. تُحفظ القيم في سلسلة المفاتيح.',
  'Save server': 'حفظ الخادم',
  'MCP server {name}': 'خادم MCP ‏{name}',
  'Edit {name}': 'تعديل {name}',
  'State of {name}': 'حالة {name}',
  'Remove {name} and its keys?': 'إزالة {name} ومفاتيحه؟',
  'Sign in to {name}': 'تسجيل الدخول إلى {name}',
  Start: 'تشغيل',
  Restart: 'إعادة التشغيل',
  'Sign out': 'تسجيل الخروج',
  'Tools of {name} ({count})': 'أدوات {name} ({count})',
  'Log of {name}': 'سجل {name}',
  'Nothing yet.': 'لا شيء بعد.',
  'It has changed since you chose.': 'تغيّر منذ أن اخترت.',
  'Waiting for you to sign in, in your browser': 'في انتظار تسجيل دخولك في المتصفح',
  'Switched off': 'موقوف',
  'Starts with the next conversation': 'يبدأ مع المحادثة التالية',
  'Starting…': 'جارٍ البدء…',
  'Ready, {count} tools': {
    one: 'جاهز، أداة واحدة',
    two: 'جاهز، أداتان',
    few: 'جاهز، {count} أدوات',
    many: 'جاهز، {count} أداة',
    other: 'جاهز، {count} أداة',
  },
  'Needs you to sign in': 'يحتاج إلى تسجيل دخولك',
  'Not running': 'لا يعمل',
  'Asks; click only': 'يسأل؛ بنقرة فقط',
  'Asks; voice or click': 'يسأل؛ بالصوت أو بنقرة',
  'Runs without asking': 'يعمل دون أن يسأل',
  Off: 'متوقف',
  'The server claims: {claims}.': 'يزعم الخادم: {claims}.',
  '{count} tools have changed since you chose for them, so Parley asks again. Look at what is new before you choose.':
    {
      one: 'تغيّرت أداة واحدة منذ أن اخترت لها، لذا يسأل Parley من جديد. انظر ما الجديد قبل أن تختار.',
      two: 'تغيّرت أداتان منذ أن اخترت لهما، لذا يسأل Parley من جديد. انظر ما الجديد قبل أن تختار.',
      few: 'تغيّرت {count} أدوات منذ أن اخترت لها، لذا يسأل Parley من جديد. انظر ما الجديد قبل أن تختار.',
      many: 'تغيّرت {count} أداة منذ أن اخترت لها، لذا يسأل Parley من جديد. انظر ما الجديد قبل أن تختار.',
      other: 'تغيّرت {count} أداة منذ أن اخترت لها، لذا يسأل Parley من جديد. انظر ما الجديد قبل أن تختار.',
    },
  'of {name}': 'من خادم {name}',
};

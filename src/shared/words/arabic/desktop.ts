import type { desktopTexts } from '../catalogue/desktop';
import type { TranslationsOf } from '../templates';

/** Texts of the tray, notifications and dialogs of the system. */
export const desktop: TranslationsOf<typeof desktopTexts> = {
  'Pause listening for an hour': 'إيقاف الاستماع ساعة',
  'Listen again (paused until {time})': 'استئناف الاستماع (متوقف حتى {time})',
  'Show Parley': 'إظهار Parley',
  'Settings…': 'الإعدادات…',
  'Listening for its name': 'يستمع إلى اسمه فقط',
  'Resting, goes on when you speak': 'في استراحة، يتابع عندما تتكلم',
  'Microphone muted': 'الميكروفون مكتوم',
  'There is a problem': 'هناك مشكلة',
};

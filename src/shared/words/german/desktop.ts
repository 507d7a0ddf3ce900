import type { desktopTexts } from '../catalogue/desktop';
import type { TranslationsOf } from '../templates';

/** Texts of the tray, notifications and dialogs of the system. */
export const desktop: TranslationsOf<typeof desktopTexts> = {
  'Pause listening for an hour': 'Eine Stunde nicht zuhören',
  'Listen again (paused until {time})': 'Wieder zuhören (Pause bis {time})',
  'Show Parley': 'Parley zeigen',
  'Settings…': 'Einstellungen …',
  'Listening for its name': 'Hört auf seinen Namen',
  'Resting, goes on when you speak': 'Ruht, geht weiter, wenn Sie sprechen',
  'Microphone muted': 'Mikrofon stumm',
  'There is a problem': 'Es gibt ein Problem',
};

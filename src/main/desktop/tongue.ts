import { app } from 'electron';
import type { Settings } from '../../shared/settings/schema';
import { tongueFor, type Tongue } from '../../shared/words/languages';
import { translated } from '../../shared/words/translated';

/** The language in which main speaks through the system: tray, notifications and dialogs. The window's own. */
export const tongueOf = ({ language }: Pick<Settings, 'language'>): Tongue =>
  tongueFor(language, app.getLocale());

/** English sentences of main as the person reads them there, where nothing can mark them as English. */
export const readIn =
  (settings: Pick<Settings, 'language'>) =>
  (sentence: string): string =>
    translated(tongueOf(settings), sentence).text;

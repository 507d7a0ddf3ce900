import type { interfaceTexts } from '../catalogue';
import type { TranslationsOf } from '../templates';
import { common } from './common';
import { conversation } from './conversation';
import { settings } from './settings';

/** Every text of the interface in Arabic. */
export const arabic: TranslationsOf<typeof interfaceTexts> = {
  ...common,
  ...conversation,
  ...settings,
};

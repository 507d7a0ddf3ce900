import type { interfaceTexts } from '../catalogue';
import type { TranslationsOf } from '../templates';
import { actions } from './actions';
import { approvals } from './approvals';
import { common } from './common';
import { conversation } from './conversation';
import { conversationProblems } from './conversationProblems';
import { cost } from './cost';
import { history } from './history';
import { problems } from './problems';
import { reminders } from './reminders';
import { overlay } from './overlay';
import { settings } from './settings';

/** Every text of the interface in German. */
export const german: TranslationsOf<typeof interfaceTexts> = {
  ...actions,
  ...approvals,
  ...common,
  ...conversation,
  ...conversationProblems,
  ...cost,
  ...history,
  ...problems,
  ...reminders,
  ...settings,
  ...overlay,
};

/** The catalogue: every text of the interface once, in English, which is its key. */
import { actionsTexts } from './actions';
import { approvalsTexts } from './approvals';
import { commonTexts } from './common';
import { conversationTexts } from './conversation';
import { conversationProblemsTexts } from './conversationProblems';
import { costTexts } from './cost';
import { historyTexts } from './history';
import { problemsTexts } from './problems';
import { remindersTexts } from './reminders';
import { overlayTexts } from './overlay';
import { settingsTexts } from './settings';

/** Sentences that main tells in English: at a window's edge they are found again by their words (`translated.ts`). */
export const sentencesOfMain = [...conversationProblemsTexts, ...problemsTexts] as const;

/** Every text of the interface. */
export const interfaceTexts = [
  ...actionsTexts,
  ...approvalsTexts,
  ...commonTexts,
  ...conversationTexts,
  ...costTexts,
  ...historyTexts,
  ...overlayTexts,
  ...remindersTexts,
  ...settingsTexts,
  ...sentencesOfMain,
] as const;

/** A text of the interface, in English; templates have `{name}` placeholders. */
export type InterfaceText = (typeof interfaceTexts)[number];
/** A text of the interface without placeholders. */
export type PlainText = Exclude<InterfaceText, `${string}{${string}}${string}`>;

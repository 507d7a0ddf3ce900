/** The catalogue: every text of the interface once, in English, which is its key. */
import { actionsTexts } from './actions';
import { agentsTexts } from './agents';
import { approvalsTexts } from './approvals';
import { commonTexts } from './common';
import { conversationTexts } from './conversation';
import { conversationProblemsTexts } from './conversationProblems';
import { costTexts } from './cost';
import { desktopTexts } from './desktop';
import { historyTexts } from './history';
import { mcpTexts } from './mcp';
import { onboardingTexts } from './onboarding';
import { overlayTexts } from './overlay';
import { privacyTexts } from './privacy';
import { problemsTexts } from './problems';
import { profilesTexts } from './profiles';
import { remindersTexts } from './reminders';
import { settingsTexts } from './settings';
import { shortcutsTexts } from './shortcuts';
import { toolNamesTexts } from './toolNames';
import { voiceTexts } from './voice';
import { diagnosticsTexts } from './diagnostics';
import { selfTestTexts } from './selfTest';
import { serviceProblemsTexts } from './serviceProblems';
import { appProblemsTexts } from './appProblems';
import { keyProblemsTexts } from './keyProblems';
import { entryProblemsTexts } from './entryProblems';
import { keptThingsTexts } from './keptThings';
import { systemDialogsTexts } from './systemDialogs';
import { noticesTexts } from './notices';
import { settingPlacesTexts } from './settingPlaces';
import { cardsTexts } from './cards';
import { outcomesTexts } from './outcomes';
import { computerOutcomesTexts } from './computerOutcomes';

/** Sentences that main tells in English: at a window's edge they are found again by their words (`translated.ts`). */
export const sentencesOfMain = [
  ...conversationProblemsTexts,
  ...problemsTexts,
  ...toolNamesTexts,
  ...selfTestTexts,
  ...serviceProblemsTexts,
  ...appProblemsTexts,
  ...keyProblemsTexts,
  ...entryProblemsTexts,
  ...keptThingsTexts,
  ...noticesTexts,
  ...cardsTexts,
  ...outcomesTexts,
  ...computerOutcomesTexts,
] as const;

/** Every text of the interface. */
export const interfaceTexts = [
  ...actionsTexts,
  ...agentsTexts,
  ...approvalsTexts,
  ...commonTexts,
  ...conversationTexts,
  ...costTexts,
  ...desktopTexts,
  ...historyTexts,
  ...mcpTexts,
  ...onboardingTexts,
  ...overlayTexts,
  ...privacyTexts,
  ...profilesTexts,
  ...remindersTexts,
  ...settingsTexts,
  ...shortcutsTexts,
  ...voiceTexts,
  ...diagnosticsTexts,
  ...systemDialogsTexts,
  ...settingPlacesTexts,
  ...sentencesOfMain,
] as const;

/** A text of the interface, in English; templates have `{name}` placeholders. */
export type InterfaceText = (typeof interfaceTexts)[number];
/** A text of the interface without placeholders. */
export type PlainText = Exclude<InterfaceText, `${string}{${string}}${string}`>;

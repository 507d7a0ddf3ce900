import type { interfaceTexts } from '../catalogue';
import type { TranslationsOf } from '../templates';
import { actions } from './actions';
import { agents } from './agents';
import { approvals } from './approvals';
import { common } from './common';
import { conversation } from './conversation';
import { conversationProblems } from './conversationProblems';
import { cost } from './cost';
import { desktop } from './desktop';
import { history } from './history';
import { mcp } from './mcp';
import { onboarding } from './onboarding';
import { overlay } from './overlay';
import { privacy } from './privacy';
import { problems } from './problems';
import { profiles } from './profiles';
import { reminders } from './reminders';
import { settings } from './settings';
import { shortcuts } from './shortcuts';
import { toolNames } from './toolNames';
import { voice } from './voice';
import { diagnostics } from './diagnostics';
import { selfTest } from './selfTest';
import { serviceProblems } from './serviceProblems';
import { appProblems } from './appProblems';
import { keyProblems } from './keyProblems';
import { entryProblems } from './entryProblems';
import { keptThings } from './keptThings';
import { systemDialogs } from './systemDialogs';
import { notices } from './notices';
import { settingPlaces } from './settingPlaces';
import { cards } from './cards';
import { outcomes } from './outcomes';
import { computerOutcomes } from './computerOutcomes';

/** Every text of the interface in German. */
export const german: TranslationsOf<typeof interfaceTexts> = {
  ...actions,
  ...agents,
  ...approvals,
  ...common,
  ...conversation,
  ...conversationProblems,
  ...cost,
  ...desktop,
  ...history,
  ...mcp,
  ...onboarding,
  ...overlay,
  ...privacy,
  ...problems,
  ...profiles,
  ...reminders,
  ...settings,
  ...shortcuts,
  ...toolNames,
  ...voice,
  ...diagnostics,
  ...selfTest,
  ...serviceProblems,
  ...appProblems,
  ...keyProblems,
  ...entryProblems,
  ...keptThings,
  ...systemDialogs,
  ...notices,
  ...settingPlaces,
  ...cards,
  ...outcomes,
  ...computerOutcomes,
};

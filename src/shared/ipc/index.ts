import { agentsRequests } from './agents';
import { approvalRequests, type ApprovalEvents } from './approvals';
import { auditRequests, type AuditEvents } from './audit';
import { audioRequests, type AudioEvents } from './audio';
import { commandRequests } from './commands';
import type { ArgumentOf, ResultOf } from './contract';
import { conversationRequests, type ConversationEvents } from './conversation';
import { costRequests, type CostEvents } from './cost';
import { historyRequests, type HistoryEvents } from './history';
import { mcpRequests, type McpEvents } from './mcp';
import { onboardingRequests, type OnboardingEvents } from './onboarding';
import { presenceRequests, type PresenceEvents } from './presence';
import { profileRequests } from './profiles';
import { overlaySettingsRequests, type OverlayEvents, type overlayRequests } from './overlay';
import { reminderRequests, type ReminderEvents } from './reminders';
import { wakeWordRequests, type WakeWordEvents } from './wake-word';
import { privacyRequests, type PrivacyEvents } from './privacy';
import { selfTestRequests, type SelfTestEvents } from './self-test';
import { settingsFileRequests } from './settings-file';
import { shortcutRequests, type ShortcutEvents } from './shortcuts';
import { settingsRequests, type SettingsEvents } from './settings';
import { updateRequests, type UpdateEvents } from './updates';

/** Every request a window may make of main. A new one is a line in its feature's file plus its handler. */
export const windowRequests = {
  ...conversationRequests,
  ...settingsRequests,
  ...costRequests,
  ...historyRequests,
  ...agentsRequests,
  ...approvalRequests,
  ...auditRequests,
  ...profileRequests,
  ...mcpRequests,
  ...reminderRequests,
  ...commandRequests,
  ...updateRequests,
  ...settingsFileRequests,
  ...onboardingRequests,
  ...privacyRequests,
  ...selfTestRequests,
  ...wakeWordRequests,
  ...presenceRequests,
  ...overlaySettingsRequests,
  ...shortcutRequests,
} as const;
/** Every request the audio page may make. */
export const audioPageRequests = audioRequests;

/** Requests of a window, by name. */
export type WindowRequests = typeof windowRequests;
/** Requests of the overlay, by name. */
export type OverlayRequests = typeof overlayRequests;
/** Requests of the audio page, by name. */
export type AudioPageRequests = typeof audioPageRequests;

/** Every event main sends to windows, by name. */
export type WindowEvents = ConversationEvents &
  SettingsEvents &
  PrivacyEvents &
  SelfTestEvents &
  CostEvents &
  HistoryEvents &
  ApprovalEvents &
  McpEvents &
  AuditEvents &
  ReminderEvents &
  UpdateEvents &
  OnboardingEvents &
  WakeWordEvents &
  PresenceEvents &
  ShortcutEvents;
export type { AudioEvents, OverlayEvents };

/** The typed bridge a page sees. */
export interface Bridge<Requests, Events> {
  /** Rejects with a plain sentence when main refuses or fails. */
  request<Name extends keyof Requests & string>(
    name: Name,
    ...argument: undefined extends ArgumentOf<Requests[Name]> ? [] : [ArgumentOf<Requests[Name]>]
  ): Promise<ResultOf<Requests[Name]>>;
  /** Returns the function that ends the subscription. */
  on<Name extends keyof Events & string>(name: Name, listener: (payload: Events[Name]) => void): () => void;
}

/** What a window sees of main. */
export type WindowBridge = Bridge<WindowRequests, WindowEvents>;
/** What the overlay sees of main. */
export type OverlayBridge = Bridge<OverlayRequests, OverlayEvents>;
/** What the audio page sees of main. */
export type AudioBridge = Bridge<AudioPageRequests, AudioEvents>;

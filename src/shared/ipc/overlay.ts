import { z } from 'zod';
import { approvalRequests, type ApprovalEvents } from './approvals';
import { request } from './contract';
import type { Settings } from '../settings/schema';
import { conversationRequests, type ConversationEvents } from './conversation';

const nothing = z.undefined();
/** A length in CSS pixels. */
const pixels = z.number().int().min(0).max(4_000);

/** How the person wants to see it. */
export type OverlayLooks = Pick<Settings, 'language' | 'appearance'>;

/** Every request the overlay may make: it shows the talk, stops it and answers cards, and nothing else. */
export const overlayRequests = {
  'conversation.current': conversationRequests['conversation.current'],
  'conversation.end': conversationRequests['conversation.end'],
  'conversation.stopSpeaking': conversationRequests['conversation.stopSpeaking'],
  'approvals.current': approvalRequests['approvals.current'],
  'approvals.answer': approvalRequests['approvals.answer'],
  /** How large the panel is; it stands at the bottom of the page, in the middle. The rest of the page is empty. */
  'overlay.sized': request(z.strictObject({ width: pixels, height: pixels })).returning<undefined>(),
  /** Whether the pointer is over the panel; asked for where the system does not tell it of an empty place. */
  'overlay.pointer': request(z.boolean()).returning<undefined>(),
  /** The first picture since it was shown is on the screen. */
  'overlay.painted': request(nothing).returning<undefined>(),
  'overlay.openWindow': request(nothing).returning<undefined>(),
  'overlay.look': request(nothing).returning<OverlayLooks>(),
} as const;

/** What the overlay is told. */
export interface OverlayEvents
  extends
    Pick<
      ConversationEvents,
      'conversation.snapshot' | 'conversation.entry' | 'conversation.cleared' | 'conversation.levels'
    >,
    Pick<ApprovalEvents, 'approvals.changed'> {
  /** It is being shown: what stands in it is new to the person. */
  readonly 'overlay.shown': OverlayLooks;
}

/** Whether an overlay can be shown here; `wayland`: the system lets no app place a window. */
export type OverlayAbility = 'works' | 'wayland';

/** Requests of the settings about it. */
export const overlaySettingsRequests = {
  'overlay.ability': request(nothing).returning<OverlayAbility>(),
} as const;

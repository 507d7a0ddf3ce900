/**
 * Parley's life beside its window: the tray, close and start without a window, places of windows, the start at login,
 * low battery, and recovery of a window that crashed. This file says in one word and one sentence what Parley is doing.
 */
import { assertNever } from '../../shared/assert-never';
import type { ConversationSnapshot } from '../../shared/ipc/conversation';

/** What the tray's icon shows. */
export const PRESENCE_STATES = [
  'idle',
  'listening',
  'speaking',
  'working',
  'muted',
  'approval',
  'problem',
  'paused',
] as const;
/** One of them. `paused`: nothing brings Parley to listen by itself for a while. */
export type PresenceState = (typeof PRESENCE_STATES)[number];

/** The part of the talk's picture that the tray needs. */
export type TalkGlance = Pick<ConversationSnapshot, 'status' | 'problem' | 'live' | 'muted' | 'resting'>;

/** What Parley is doing, for the icon. */
export function presenceState(talk: TalkGlance, paused: boolean): PresenceState {
  switch (talk.status) {
    case 'ready':
    case 'ended':
      // A talk that rests is still listened to, on this computer: no pause hides that.
      if (talk.resting && !talk.muted) return 'listening';
      return paused ? 'paused' : 'idle';
    case 'listening':
    case 'hearing':
      return 'listening';
    case 'muted':
      return 'muted';
    case 'speaking':
      return 'speaking';
    case 'approval':
      return 'approval';
    case 'problem':
      return 'problem';
    case 'connecting':
    case 'thinking':
    case 'working':
    case 'reconnecting':
    case 'ending':
      return 'working';
    default:
      return assertNever(talk.status);
  }
}

/** The same in words, for tooltip and menu. `until`: when a pause ends, as a time of day. */
export function presenceWords(state: PresenceState, talk: TalkGlance, until: string): string {
  switch (state) {
    case 'idle':
      return 'Ready';
    case 'listening':
      return talk.resting ? 'Resting, goes on when you speak' : 'Listening';
    case 'speaking':
      return 'Speaking';
    case 'working':
      return workingWords(talk);
    case 'muted':
      return 'Microphone muted';
    case 'approval':
      return 'Waiting for your approval';
    case 'problem':
      return talk.problem?.sentence ?? 'There is a problem';
    case 'paused':
      return `Paused until ${until}`;
    default:
      return assertNever(state);
  }
}

function workingWords({ status }: TalkGlance): string {
  if (status === 'connecting') return 'Connecting';
  if (status === 'reconnecting') return 'Reconnecting';
  return status === 'ending' ? 'Ending' : 'Working';
}

/**
 * Cues: short sounds that tell where the talk stands without a look at the screen. This file says which one, if any,
 * goes with a step of the talk; `cue-sounds.ts` makes them, `cues.ts` plays them.
 */
import { assertNever } from '../../shared/assert-never';
import type { ConversationSnapshot, ConversationStatus } from '../../shared/ipc/conversation';
import type { Settings } from '../../shared/settings/schema';

/** Every cue. */
export const CUES = ['listening', 'heard', 'working', 'done', 'problem', 'muted', 'hang-up'] as const;
/** One of them. */
export type Cue = (typeof CUES)[number];

/** The talk, as far as it can be heard in cues. */
export interface TalkSigns {
  readonly status: ConversationStatus;
  /** The person's words are taken, and a microphone is really heard. It lasts until the microphone is closed. */
  readonly listening: boolean;
  /** The person has muted the microphone. */
  readonly muted: boolean;
  /** The end of an idle talk has been announced. */
  readonly hangUp: boolean;
}

/** Before the first talk. */
export const noTalk: TalkSigns = { status: 'ready', listening: false, muted: false, hangUp: false };

/** What the person wants to hear. */
export interface CueWishes {
  readonly cues: Settings['cues'];
  readonly cuesWithScreenReader: boolean;
  /** A screen reader speaks: it tells the same, and two at once are not understood. */
  readonly screenReader: boolean;
}

/** The part of the talk's picture that cues follow. */
export type TalkPicture = Pick<ConversationSnapshot, 'status' | 'live' | 'muted' | 'hangUpAt' | 'talkKey'>;

/** The signs after `before`. `microphoneHeard`: sound has come from a microphone since it was opened. */
export function signsOf(before: TalkSigns, picture: TalkPicture, microphoneHeard: boolean): TalkSigns {
  const { status, live, muted, hangUpAt, talkKey } = picture;
  const open = live && !muted && microphoneHeard && status !== 'ready' && status !== 'ending';
  return {
    status,
    listening: open && (before.listening || status === 'listening' || status === 'hearing'),
    // A key that is let go closes the microphone as well, and the person knows.
    muted: live && muted && talkKey === 'unused',
    hangUp: hangUpAt !== null,
  };
}

/** The cue that goes with a step of the talk; null for none. What matters more comes first. */
export function cueFor(before: TalkSigns, after: TalkSigns, wishes: CueWishes): Cue | null {
  const cue = cueOf(before, after);
  return cue !== null && wanted(cue, wishes) ? cue : null;
}

function cueOf(before: TalkSigns, after: TalkSigns): Cue | null {
  const { status } = after;
  if (status === 'problem' && before.status !== 'problem') return 'problem';
  if (after.hangUp && !before.hangUp) return 'hang-up';
  if (after.listening && !before.listening) return 'listening';
  if (after.muted && before.listening) return 'muted';
  if (before.status === 'hearing' && (status === 'thinking' || status === 'working')) return 'heard';
  if (status === 'working' && before.status !== 'working') return 'working';
  return before.status === 'working' && goesOn(status) ? 'done' : null;
}

/** After work: it is done, not broken off. */
function goesOn(status: ConversationStatus): boolean {
  return ['thinking', 'speaking', 'listening', 'hearing', 'muted'].includes(status);
}

function wanted(cue: Cue, { cues, cuesWithScreenReader, screenReader }: CueWishes): boolean {
  if (screenReader && !cuesWithScreenReader) return false;
  switch (cues) {
    case 'off':
      return false;
    case 'essential':
      return cue !== 'heard' && cue !== 'working' && cue !== 'done';
    case 'all':
      return true;
    default:
      return assertNever(cues);
  }
}

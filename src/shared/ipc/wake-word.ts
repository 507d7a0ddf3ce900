import { z } from 'zod';
import type { PhraseTrouble } from '../audio/phrase';
import { WAKE_WORD_RECORDINGS, type EnrolmentTrouble } from '../wake-word';
import { request } from './contract';

/** Why the name is not listened for just now, though it is wanted. */
export type WakeWordWait =
  /** A talk is open. */
  | 'talk'
  /** Parley itself makes sound. */
  | 'sound'
  /** The person paused listening, or the battery is low. */
  | 'paused'
  /** The computer sleeps or is locked. */
  | 'away'
  /** There is no microphone. */
  | 'microphone'
  /** The speech models are missing or have failed. */
  | 'models'
  /** It is being recorded. */
  | 'recording';

/** Whether the name is listened for. `listening` means that the microphone is open for it. */
export type WakeWordStatus =
  | { readonly name: 'off' }
  | { readonly name: 'listening' }
  | { readonly name: 'waiting'; readonly why: WakeWordWait };

/** What a window shows of the wake word. */
export interface WakeWordPicture {
  readonly status: WakeWordStatus;
  readonly enrolled: boolean;
  /** What is heard goes to the settings view, and starts no talk. */
  readonly testing: boolean;
}

/** How one recording went. `stopped`: by the person; `busy`: a talk is open; `sound`: no microphone or no models. */
export type WakeWordRecorded =
  { readonly ok: true } | { readonly ok: false; readonly why: PhraseTrouble | 'stopped' | 'busy' | 'sound' };

/** How making a wake word of the recordings went. */
export type WakeWordEnrolled =
  | { readonly ok: true }
  | { readonly ok: false; readonly trouble: EnrolmentTrouble | { readonly type: 'failed' } };

const nothing = z.undefined();

/** Requests about the wake word. */
export const wakeWordRequests = {
  'wakeWord.current': request(nothing).returning<WakeWordPicture>(),
  /** Opens the microphone and takes the next words said as this recording (from 0). */
  'wakeWord.record': request(
    z
      .number()
      .int()
      .min(0)
      .max(WAKE_WORD_RECORDINGS - 1),
  ).returning<WakeWordRecorded>(),
  /** Gives up what is being recorded, and what was recorded. */
  'wakeWord.cancel': request(nothing).returning<undefined>(),
  /** Makes the wake word of the recordings, which are then forgotten. */
  'wakeWord.enrol': request(nothing).returning<WakeWordEnrolled>(),
  /** Deletes the enrolled name, and switches listening off. */
  'wakeWord.forget': request(nothing).returning<undefined>(),
  /** Begins or ends trying it out. */
  'wakeWord.test': request(z.boolean()).returning<undefined>(),
} as const;

/** What windows are told of the wake word. */
export interface WakeWordEvents {
  readonly 'wakeWord.changed': WakeWordPicture;
  /** Level 0..1 of the microphone, while a recording is made or the name is tried out. */
  readonly 'wakeWord.level': number;
  /** While it is tried out: something like the name was heard. */
  readonly 'wakeWord.tried': { readonly accepted: boolean };
}

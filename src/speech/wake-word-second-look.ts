/**
 * The second look at what sounded like the wake word. The first one is cheap and must not miss the name; this one
 * compares the whole of the sound with the recordings, by the ear of the recognizer, and decides.
 */
import type { WakeWordEnrolment, WakeWordSensitivity } from '../shared/wake-word';
import { MODEL_RATE } from './part';
import { comparable, unpacked, type HearSound } from './wake-word-ear';
import { PhraseScorer } from './wake-word-matcher';
import { ROOM_ALLOWANCES } from './wake-word-rooms';

/** Sound before and after the phrase that is looked at along with it, in seconds. */
export const LOOK_MARGIN = 0.15;
/** It may have been said so much slower than the recordings. */
const SLOWER = 1.3;
/** What the first look found has a say as well. */
const FIRST_LOOK = 0.3;
/**
 * How alike it must be: 0 is other speech, 1 the recordings among themselves. Fitted on four names by six synthetic
 * voices: two in a hundred with noise 20 dB below them stay below 0.85, and 93 of names that sound alike.
 */
const LEAST = { low: 0.88, normal: 0.85, high: 0.78 } as const satisfies Record<WakeWordSensitivity, number>;
/** What is found so soon after the name (seconds) is the same saying of it. */
const AGAIN = 1.6;

/** Samples of sound that the second look takes for a phrase of this mean length. They end `LOOK_MARGIN` after it. */
export function lookSamples(milliseconds: number): number {
  return Math.round(((SLOWER * milliseconds) / 1_000 + 2 * LOOK_MARGIN) * MODEL_RATE);
}

/** How alike something is, from 0 (as other speech) to 1 (as the recordings among themselves), or a little beyond. */
function likeness(score: number, { alike, other }: { readonly alike: number; readonly other: number }) {
  return (score - other) / Math.max(alike - other, 0.05);
}

/** What the first look found; `sound` holds the last `lookSamples` up to `LOOK_MARGIN` after it. */
export interface Found {
  readonly score: number;
  readonly endSample: number;
  readonly sound: Float32Array;
}

/** Looks again at what was found in one stream. */
export class SecondLook {
  private readonly scorer: PhraseScorer;
  private heardAt = -Infinity;

  constructor(
    private readonly hear: HearSound,
    private readonly enrolment: WakeWordEnrolment,
    private readonly sensitivity: WakeWordSensitivity,
  ) {
    this.scorer = new PhraseScorer(
      enrolment.ear.recordings.map((rooms) => rooms.map(unpacked)),
      ROOM_ALLOWANCES,
    );
  }

  /** Whether it is the name; null when it is the same saying of it that was accepted already. */
  async look({ score, endSample, sound }: Found): Promise<boolean | null> {
    if (endSample - this.heardAt < AGAIN * MODEL_RATE) return null;
    const { ear } = this.enrolment;
    const heard = comparable(await this.hear(sound), ear.mean);
    const second = likeness(this.scorer.highest(heard), ear);
    const whole = (second + FIRST_LOOK * likeness(score, this.enrolment)) / (1 + FIRST_LOOK);
    const accepted = whole >= LEAST[this.sensitivity];
    if (accepted) this.heardAt = endSample;
    return accepted;
  }
}

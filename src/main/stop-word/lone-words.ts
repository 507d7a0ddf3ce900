import { AUDIO_RATE } from '../../shared/ipc/audio-port';

/** Chance of speech from which on a frame of 32 ms is voice, and below which it is not. */
const VOICE = 0.5;
const SILENCE = 0.35;
/** Voice begins with two frames in a row, so that a click is none; it ends with five (160 ms) without. */
const ONSET_FRAMES = 2;
const END_FRAMES = 5;
/** A pause so short is one inside a phrase: what follows belongs to it. In seconds, as all below. */
const PAUSE = 0.35;
/** Nobody has spoken for so long before words that stand alone. */
const ALONE = 0.4;
/** The longest phrase of the list, said slowly. */
const LONGEST = 1.4;
/**
 * How much of the sound before the first frame of voice is heard with the words, in the order in which it serves best:
 * a soft beginning ("s") lies there, or what is left of Parley's own voice. In the built app over Parley's voice the
 * first understood 47 of 84 stop words, the second 44, nothing before them 21.
 */
const LEADS = [0.2, 0.35, 0];
/** In so many ways words are cut. */
export const WAYS = LEADS.length;
/** Sound that is kept. */
const KEPT = 3;

/** What is told of words. */
export interface LoneWordsHeard {
  /** A few words that stand alone have ended: 24 kHz mono, cut in several ways, the one to be heard first in front. */
  ended(ways: readonly Int16Array[]): void;
  /** They go on after all. */
  goesOn(): void;
}

interface Stretch {
  readonly start: number;
  readonly alone: boolean;
}

/**
 * Cuts short stretches of speech that stand alone out of the microphone's sound, by voice activity. Longer speech and
 * the words inside it are told of nobody.
 */
export class LoneWords {
  private readonly recent = new Int16Array(KEPT * AUDIO_RATE);
  private pushed = 0;
  private voiced = 0;
  private unvoiced = 0;
  private open: Stretch | null = null;
  private last: { readonly stretch: Stretch; readonly end: number } | null = null;

  constructor(private readonly heard: LoneWordsHeard) {}

  /** Takes the next samples. */
  push(pcm: Int16Array): void {
    this.recent.copyWithin(0, pcm.length);
    this.recent.set(pcm.subarray(-this.recent.length), Math.max(0, this.recent.length - pcm.length));
    this.pushed += pcm.length;
  }

  /** Takes the chance of speech in the frame of 32 ms that ends at a sample, in order. */
  voice(probability: number, endSample: number): void {
    this.voiced = probability >= VOICE ? this.voiced + 1 : 0;
    this.unvoiced = probability < SILENCE ? this.unvoiced + 1 : 0;
    if (!this.open && this.voiced >= ONSET_FRAMES) this.begin(endSample - samples(0.032 * ONSET_FRAMES));
    else if (this.open && this.unvoiced >= END_FRAMES) this.end(this.open, endSample);
  }

  private begin(start: number): void {
    const { last } = this;
    const pause = last ? start - last.end : Infinity;
    if (last && pause < samples(PAUSE)) {
      this.open = last.stretch;
      this.heard.goesOn();
    } else this.open = { start, alone: pause >= samples(ALONE) };
  }

  private end(stretch: Stretch, endSample: number): void {
    this.open = null;
    const end = endSample - samples(0.032 * END_FRAMES);
    this.last = { stretch, end };
    if (!stretch.alone || end - stretch.start > samples(LONGEST)) return;
    const index = (sample: number) => Math.max(0, sample - this.pushed + this.recent.length);
    const from = (lead: number) => this.recent.slice(index(stretch.start - samples(lead)), index(endSample));
    this.heard.ended(LEADS.map(from));
  }
}

const samples = (seconds: number): number => Math.round(seconds * AUDIO_RATE);

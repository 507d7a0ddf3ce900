/** The sounds of the cues, made from sine waves: soft, short and quiet, each with a shape of its own. */
import { AUDIO_RATE } from '../../shared/ipc/audio-port';
import type { Cue } from './cue';

/** Greatest sample of a cue: -26 dBFS, well under a voice. */
const PEAK = 10 ** (-26 / 20);
/** A note begins without a click and rings out. */
const ATTACK_SECONDS = 0.008;
const RELEASE_SECONDS = 0.03;

interface Note {
  readonly hertz: number;
  /** From the start of the cue, in seconds. */
  readonly at: number;
  readonly lasts: number;
}

const [D4, G4, A4, C5, D5, E5, G5] = [293.66, 392, 440, 523.25, 587.33, 659.26, 783.99];

const NOTES: Readonly<Record<Cue, readonly Note[]>> = {
  // Upwards: go ahead.
  listening: [
    { hertz: D5, at: 0, lasts: 0.09 },
    { hertz: G5, at: 0.07, lasts: 0.13 },
  ],
  // One short tap.
  heard: [{ hertz: E5, at: 0, lasts: 0.08 }],
  working: [
    { hertz: A4, at: 0, lasts: 0.07 },
    { hertz: A4, at: 0.11, lasts: 0.07 },
  ],
  // Home.
  done: [
    { hertz: C5, at: 0, lasts: 0.1 },
    { hertz: E5, at: 0.08, lasts: 0.1 },
    { hertz: G5, at: 0.16, lasts: 0.18 },
  ],
  // Downwards and low.
  problem: [
    { hertz: G4, at: 0, lasts: 0.15 },
    { hertz: D4, at: 0.14, lasts: 0.24 },
  ],
  // The mirror of listening.
  muted: [
    { hertz: G5, at: 0, lasts: 0.09 },
    { hertz: D5, at: 0.07, lasts: 0.13 },
  ],
  // Three of the same: time runs out.
  'hang-up': [
    { hertz: C5, at: 0, lasts: 0.1 },
    { hertz: C5, at: 0.2, lasts: 0.1 },
    { hertz: C5, at: 0.4, lasts: 0.14 },
  ],
};

const made = new Map<Cue, Int16Array>();

/** The samples of a cue: mono PCM16 at 24 kHz, at most -26 dBFS, beginning and ending in silence. */
export function cueSound(cue: Cue): Int16Array {
  const known = made.get(cue);
  if (known) return known;
  const sound = synthesize(NOTES[cue]);
  made.set(cue, sound);
  return sound;
}

function synthesize(notes: readonly Note[]): Int16Array {
  const seconds = Math.max(...notes.map(({ at, lasts }) => at + lasts));
  const mix = new Float64Array(Math.ceil(seconds * AUDIO_RATE));
  for (const note of notes) addNote(mix, note);
  const loudest = mix.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return Int16Array.from(mix, (sample) => Math.trunc((sample / loudest) * PEAK * 32_767));
}

function addNote(mix: Float64Array, { hertz, at, lasts }: Note): void {
  const from = Math.round(at * AUDIO_RATE);
  const length = Math.min(mix.length - from, Math.round(lasts * AUDIO_RATE));
  for (let i = 0; i < length; i++) {
    const time = i / AUDIO_RATE;
    const phase = 2 * Math.PI * hertz * time;
    // A little of the octave makes it a chime and not a test tone.
    const wave = Math.sin(phase) + 0.25 * Math.sin(2 * phase);
    mix[from + i] = mix[from + i]! + wave * envelope(time, lasts);
  }
}

function envelope(time: number, lasts: number): number {
  const rise = smooth(time / ATTACK_SECONDS);
  const fall = smooth((lasts - time) / RELEASE_SECONDS);
  return rise * fall * Math.exp((-2.5 * time) / lasts);
}

/** 0 to 1 without a corner. */
function smooth(part: number): number {
  const inside = Math.min(1, Math.max(0, part));
  return 0.5 - 0.5 * Math.cos(Math.PI * inside);
}

import { CUES, type Cue } from '../../../src/main/cues/cue';
import { cueSound } from '../../../src/main/cues/cue-sounds';
import { AUDIO_RATE } from '../../../src/shared/ipc/audio-port';
import type { Recorder } from './recorder';
import { RIG_RATE } from './pulse-server';

/** The notes that cues are made of, in Hz, and how finely they are looked for. */
const NOTES = [293.66, 392, 440, 523.25, 587.33, 659.26, 783.99] as const;
const WINDOW_SECONDS = 0.04;
const STEP_SECONDS = 0.01;
/** How alike a sound must be to a cue, 0 to 1. Any two cues are less alike than this. */
const ALIKE = 0.8;

/** How strong each note is, step by step. */
type Score = readonly Float64Array[];

/** The one cue that sounds between the two times (epoch milliseconds); null when it is none of them. */
export function cueBetween(speakers: Recorder, from: number, to: number): Cue | null {
  return cueIn(speakers.samples.slice(speakers.sampleAt(from), speakers.sampleAt(to)), RIG_RATE);
}

function cueIn(pcm: Int16Array, rate: number): Cue | null {
  const heard = scoreOf(pcm, rate);
  const alike = CUES.map((cue) => ({
    cue,
    likeness: likeness(heard, scoreOf(padded(cueSound(cue)), AUDIO_RATE)),
  }));
  const best = alike.reduce((one, other) => (other.likeness > one.likeness ? other : one));
  return best.likeness >= ALIKE ? best.cue : null;
}

/**
 * How much of all that is heard is this cue, at the place where it fits best: the whole counts, so that one note of a
 * longer cue is not taken for a short one.
 */
function likeness(heard: Score, cue: Score): number {
  const whole = Math.sqrt(energy(heard) * energy(cue));
  let best = 0;
  for (let lag = -cue.length; lag < heard.length; lag++) {
    let sum = 0;
    cue.forEach((notes, at) => notes.forEach((note, n) => (sum += note * (heard[lag + at]?.[n] ?? 0))));
    best = Math.max(best, sum / whole);
  }
  return best;
}

const energy = (score: Score): number =>
  score.reduce((sum, notes) => sum + notes.reduce((part, note) => part + note * note, 0), 0);

function scoreOf(pcm: Int16Array, rate: number): Score {
  const size = Math.round(WINDOW_SECONDS * rate);
  const step = Math.round(STEP_SECONDS * rate);
  const steps = Math.max(0, Math.floor((pcm.length - size) / step) + 1);
  return Array.from({ length: steps }, (_, at) => {
    const part = pcm.subarray(at * step, at * step + size);
    return Float64Array.from(NOTES, (hertz) => strength(part, hertz, rate));
  });
}

/** The amplitude of one frequency under a window that fades in and out. */
function strength(pcm: Int16Array, hertz: number, rate: number): number {
  let real = 0;
  let imaginary = 0;
  pcm.forEach((sample, at) => {
    const weight = 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / pcm.length);
    const angle = (2 * Math.PI * hertz * at) / rate;
    real += weight * sample * Math.cos(angle);
    imaginary += weight * sample * Math.sin(angle);
  });
  return Math.hypot(real, imaginary) / pcm.length;
}

/** With silence around it, as it is heard. */
function padded(pcm: Int16Array): Int16Array {
  const silence = Math.round(WINDOW_SECONDS * AUDIO_RATE);
  const whole = new Int16Array(pcm.length + 2 * silence);
  whole.set(pcm, silence);
  return whole;
}

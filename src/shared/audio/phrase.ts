import { rms, toDbfs } from './level';

/** Where the words of a recording lie, in samples. */
export interface PhraseBounds {
  readonly start: number;
  readonly end: number;
}

/** Why a recording of a short phrase cannot be used. */
export type PhraseTrouble = 'silent' | 'quiet' | 'short' | 'long' | 'clipped' | 'noisy';

/** Length of a window in which loudness is taken. */
const WINDOW_MS = 20;
/** The words end where it is so much quieter than their loudest moment. */
const BELOW_PEAK = 0.06;
/** Loudest moments below these (dBFS): nothing, or too quiet to know a voice by. */
const SILENT_DB = -50;
const QUIET_DB = -36;
/** The loudest moment must stand out from the quietest tenth by so much (dB). */
const NOISY_DB = 15;
const QUIET_SHARE = 0.1;
/** The words are at least so much louder than that. */
const ABOVE_NOISE = 2;
const SHORTEST_MS = 400;
const LONGEST_MS = 2_500;
/** Share of the words' samples at full scale from which on it sounds broken. */
const CLIPPED = 0.002;
const FULL = 32_440;
/** Pauses inside a phrase may be so long. */
const PAUSE_MS = 300;

/** Finds the words around the loudest moment; null when there is none above -50 dBFS. */
export function phraseBounds(pcm: Int16Array, rate: number): PhraseBounds | null {
  const { levels, size, noise } = loudness(pcm, rate);
  const peakAt = levels.indexOf(Math.max(...levels));
  const peak = levels[peakAt] ?? 0;
  if (toDbfs(peak) < SILENT_DB) return null;
  const least = Math.min(peak, Math.max(peak * BELOW_PEAK, noise * ABOVE_NOISE));
  const loud = (at: number) => levels[at]! >= least;
  const pause = Math.round(PAUSE_MS / WINDOW_MS);
  let first = peakAt;
  for (let at = peakAt; at >= 0 && first - at <= pause; at--) if (loud(at)) first = at;
  let last = peakAt;
  for (let at = peakAt; at < levels.length && at - last <= pause; at++) if (loud(at)) last = at;
  return { start: first * size, end: Math.min(pcm.length, (last + 1) * size) };
}

/** The first thing that keeps a recording of a phrase from being used; null when it is good. */
export function phraseTrouble(pcm: Int16Array, rate: number): PhraseTrouble | null {
  const bounds = phraseBounds(pcm, rate);
  if (!bounds) return 'silent';
  const { levels, noise } = loudness(pcm, rate);
  const peak = toDbfs(Math.max(...levels));
  if (peak < QUIET_DB) return 'quiet';
  const words = pcm.subarray(bounds.start, bounds.end);
  const full = words.filter((sample) => Math.abs(sample) >= FULL).length;
  if (full / words.length > CLIPPED) return 'clipped';
  if (peak - toDbfs(noise) < NOISY_DB) return 'noisy';
  const milliseconds = (words.length / rate) * 1_000;
  if (milliseconds < SHORTEST_MS) return 'short';
  return milliseconds > LONGEST_MS ? 'long' : null;
}

interface Loudness {
  readonly levels: readonly number[];
  /** Samples of one level. */
  readonly size: number;
  /** What the quietest tenth stays below. */
  readonly noise: number;
}

function loudness(pcm: Int16Array, rate: number): Loudness {
  const size = Math.round((rate * WINDOW_MS) / 1_000);
  const levels: number[] = [];
  for (let at = 0; at < pcm.length; at += size) levels.push(rms(pcm.subarray(at, at + size)));
  const noise = levels.toSorted((a, b) => a - b)[Math.floor(levels.length * QUIET_SHARE)] ?? 0;
  return { levels, size, noise };
}

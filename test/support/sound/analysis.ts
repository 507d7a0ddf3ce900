/** What can be read from recorded samples. Pure; positions are sample indices, `to` is exclusive. */

/** Below this (-50 dBFS) nobody hears anything; the product's own "audible" uses the same figure. */
export const AUDIBLE = 104;

/** A run of samples that stay below the threshold. */
export interface Silence {
  readonly from: number;
  readonly to: number;
}

/** Index of the first sample that can be heard, or null. */
export function firstAudible(pcm: Int16Array, from = 0, to = pcm.length, threshold = AUDIBLE): number | null {
  for (let at = Math.max(0, from); at < Math.min(to, pcm.length); at++) {
    if (Math.abs(pcm[at]!) > threshold) return at;
  }
  return null;
}

/** Index of the last sample that can be heard, or null. */
export function lastAudible(pcm: Int16Array, from = 0, to = pcm.length, threshold = AUDIBLE): number | null {
  for (let at = Math.min(to, pcm.length) - 1; at >= Math.max(0, from); at--) {
    if (Math.abs(pcm[at]!) > threshold) return at;
  }
  return null;
}

/** Every silence of at least `minimum` samples, in order. */
export function silences(
  pcm: Int16Array,
  minimum: number,
  from = 0,
  to = pcm.length,
  threshold = AUDIBLE,
): readonly Silence[] {
  const found: Silence[] = [];
  let start = Math.max(0, from);
  const end = Math.min(to, pcm.length);
  for (let at = start; at <= end; at++) {
    if (at < end && Math.abs(pcm[at]!) <= threshold) continue;
    if (at - start >= minimum) found.push({ from: start, to: at });
    start = at + 1;
  }
  return found;
}

/** Root mean square of a stretch, in dB of full scale; -Infinity for digital silence. */
export function levelDb(pcm: Int16Array, from = 0, to = pcm.length): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += (pcm[at]! / 32_768) ** 2;
  return 10 * Math.log10(sum / Math.max(1, to - from));
}

/** The largest step between neighbouring samples: a click stands out in it. */
export function largestStep(pcm: Int16Array, from = 0, to = pcm.length): number {
  let largest = 0;
  for (let at = from + 1; at < to; at++) largest = Math.max(largest, Math.abs(pcm[at]! - pcm[at - 1]!));
  return largest;
}

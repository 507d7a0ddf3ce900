/** Compares recordings by how loud they are over time. In decibels, so that a gain control's slow drift weighs little. */

/** Quieter than this is all one: about -60 dB of full scale. */
const FLOOR = 33;

/** Level of each whole window of `size` samples, in dB above the floor. */
export function envelope(pcm: Int16Array, size: number): readonly number[] {
  return Array.from({ length: Math.floor(pcm.length / size) }, (_, window) => {
    let sum = 0;
    for (let at = window * size; at < (window + 1) * size; at++) sum += pcm[at]! ** 2;
    return 20 * Math.log10(Math.max(1, Math.sqrt(sum / size) / FLOOR));
  });
}

/** Where `wanted` lies in `whole` and how alike the two are there: correlation, at most 1. */
export interface Match {
  readonly window: number;
  readonly correlation: number;
}

/** Finds the best place for one envelope in another; null when `whole` is shorter. */
export function bestMatch(wanted: readonly number[], whole: readonly number[]): Match | null {
  let best: Match | null = null;
  for (let window = 0; window + wanted.length <= whole.length; window++) {
    const value = correlation(wanted, whole.slice(window, window + wanted.length));
    if (!best || value > best.correlation) best = { window, correlation: value };
  }
  return best;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let squareA = 0;
  let squareB = 0;
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [a[at]! - meanA, b[at]! - meanB];
    both += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return squareA === 0 || squareB === 0 ? 0 : both / Math.sqrt(squareA * squareB);
}

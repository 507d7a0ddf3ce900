import type { Make } from './checker';

/** Samples of the heap that are needed to tell a trend, and how many of the first are warm-up. */
const LEAST_HEAPS = 6;
const WARM_UP_SHARE = 0.2;

/** The heap does not grow: the line through its sizes after warm-up rises or falls less than allowed. */
export const flatHeap: Make = ({ heapDrift }) => {
  const heaps: { readonly at: number; readonly bytes: number }[] = [];
  return {
    take(event) {
      if (event.type === 'gauges' && event.gauges.heapBytes !== null)
        heaps.push({ at: event.at, bytes: event.gauges.heapBytes });
      return null;
    },
    finish() {
      const drift = heapDriftOf(heaps);
      if (heapDrift === null || drift === null || drift <= heapDrift) return null;
      return `the heap grew by ${(drift / 1e6).toFixed(1)} MB`;
    },
  };
};

/** How far the line of least squares through the sizes rises over the run, after warm-up; null for too few. */
export function heapDriftOf(
  heaps: readonly { readonly at: number; readonly bytes: number }[],
): number | null {
  const settled = heaps.slice(Math.floor(heaps.length * WARM_UP_SHARE));
  if (settled.length < LEAST_HEAPS) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [times, sizes] = [settled.map(({ at }) => at), settled.map(({ bytes }) => bytes)];
  const [middle, middleSize] = [mean(times), mean(sizes)];
  const spread = times.reduce((sum, at) => sum + (at - middle) ** 2, 0);
  const slope = times.reduce((sum, at, i) => sum + (at - middle) * (sizes[i]! - middleSize), 0) / spread;
  return slope * (times.at(-1)! - times[0]!);
}

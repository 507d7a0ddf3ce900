/** Epoch milliseconds with fractions, of a clock that never jumps: the time base of every measurement in the tests. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

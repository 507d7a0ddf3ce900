/** Epoch milliseconds of a clock that never jumps: finer than Date.now, on the time line of the audio thread's stamps. */
export const steadyNow = (): number => performance.timeOrigin + performance.now();

/** Time, handed in so that tests can turn it by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` once after `milliseconds`; the returned function prevents it. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The system's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    // Node fires at once when asked for more than 2^31 ms.
    const timer = setTimeout(run, Math.min(Math.max(0, milliseconds), 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};

/** How much a server may send: a store that fills up steadily and is drawn from. Times in milliseconds. */
export interface Allowance {
  readonly most: number;
  readonly perSecond: number;
}

/** What one server may send before it is stopped. */
export interface FloodLimits {
  readonly messages: Allowance;
  readonly bytes: Allowance;
}

/** Far above what a working server sends, far below what keeps the process busy. */
export const FLOOD_LIMITS: FloodLimits = {
  messages: { most: 2_000, perSecond: 200 },
  bytes: { most: 32_000_000, perSecond: 2_000_000 },
};

/** Largest single message, in bytes. */
export const MOST_MESSAGE_BYTES = 8_000_000;

/** Counts against an allowance; `now` in milliseconds. */
export function meter({ most, perSecond }: Allowance, now: () => number): { take(amount: number): boolean } {
  let left = most;
  let at = now();
  return {
    /** False once more was taken than there was. */
    take(amount) {
      const then = now();
      left = Math.min(most, left + ((then - at) / 1_000) * perSecond) - amount;
      at = then;
      return left >= 0;
    },
  };
}

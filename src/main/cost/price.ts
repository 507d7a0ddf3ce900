/** What a session of the hosted service costs. Whole milliseconds and micro-dollars only, so that sums are exact. */

/** After a bare close the service keeps a session for so long and bills it (protocol.md section 11). */
export const GRACE_MS = 30_000;
/** The longest a session may last (protocol.md section 11); a clock that says more has jumped. */
export const LONGEST_SESSION_MS = 10_800_000;

const HOUR_MS = 3_600_000;

/** Time and money together. */
export interface Spent {
  readonly milliseconds: number;
  readonly microDollars: number;
}

/** Nothing spent. */
export const nothingSpent: Spent = { milliseconds: 0, microDollars: 0 };

/** The sum of two. */
export function plus(one: Spent, other: Spent): Spent {
  return {
    milliseconds: one.milliseconds + other.milliseconds,
    microDollars: one.microDollars + other.microDollars,
  };
}

/** A price or a cap in whole micro-dollars. */
export function microDollars(dollars: number): number {
  return Math.round(dollars * 1_000_000);
}

/** What so many milliseconds cost at so many micro-dollars an hour, rounded down to whole micro-dollars. */
export function priceOf(milliseconds: number, perHour: number): number {
  // In two parts, because the whole product would not fit a number exactly.
  const hours = Math.floor(milliseconds / HOUR_MS);
  return hours * perHour + Math.floor(((milliseconds % HOUR_MS) * perHour) / HOUR_MS);
}

/** From one moment to another: never negative, never longer than a session can be, whatever the clock did. */
export function elapsed(from: number, to: number): number {
  return Math.round(Math.min(Math.max(0, to - from), LONGEST_SESSION_MS));
}

/**
 * What the service bills for a closed socket, in milliseconds: its own figure when it told one, else the time between
 * the two moments (epoch milliseconds), with the grace of a bare close. Without `session.ready` there is no session
 * that the service could keep.
 */
export function billedMilliseconds(socket: {
  readonly openedAt: number;
  readonly closedAt: number;
  readonly ready: boolean;
  readonly saidGoodbye: boolean;
  readonly seconds: number | null;
}): number {
  const { openedAt, closedAt, ready, saidGoodbye, seconds } = socket;
  if (seconds !== null && Number.isFinite(seconds)) return elapsed(0, seconds * 1_000);
  return elapsed(openedAt, closedAt) + (ready && !saidGoodbye ? GRACE_MS : 0);
}

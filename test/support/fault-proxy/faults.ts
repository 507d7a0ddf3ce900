/** Which way bytes go: `up` from the client to the server. */
export type Direction = 'up' | 'down';

/** How bytes travel in one direction. */
export interface Course {
  readonly delayMs: number;
  /** On top of the delay, up to this much, at random; order is kept. */
  readonly jitterMs: number;
  readonly bytesPerSecond: number;
  /** What the way holds before its sender is made to wait: small for a slow reader, large for a slow network. */
  readonly holds: number;
}

/** A way without faults. */
export const clearCourse: Course = { delayMs: 0, jitterMs: 0, bytesPerSecond: Infinity, holds: 1_048_576 };

/** What the proxy can be told to do, while it runs. */
export type ProxyFault =
  /** From now on in these directions (both when not given); what is not named stays. */
  | { readonly kind: 'course'; readonly direction?: Direction; readonly course: Partial<Course> }
  /** The reader takes this many bytes a second, and whoever sends more has to wait. */
  | { readonly kind: 'slow-reader'; readonly direction: Direction; readonly bytesPerSecond: number }
  /** Nothing passes, nothing is lost, every socket stays up; new connections too. Until `flow`. */
  | { readonly kind: 'stall'; readonly direction?: Direction }
  | { readonly kind: 'flow' }
  /** Every open connection is reset (RST) at both ends. */
  | { readonly kind: 'reset' }
  /** Open connections go half-open: what either end sends vanishes, and neither end is told. */
  | { readonly kind: 'half-open' }
  /** New connections are reset at once, or accepted and never answered. Until `accept`. */
  | { readonly kind: 'refuse'; readonly how: 'reset' | 'silent' }
  | { readonly kind: 'accept' }
  /** The next message of this type from the server is changed; see {@link Alteration}. */
  | ({ readonly kind: 'alter' } & Alteration)
  /** All courses are clear again, nothing is altered or refused. */
  | { readonly kind: 'clear' };

/** A change to one message of the server. */
export interface Alteration {
  /** The `type` of the message. */
  readonly message: string;
  /**
   * `truncate`: its text ends half-way, in a frame that is whole. `cut`: half of the frame's bytes pass, then the
   * connection is reset. `repeat`: it comes twice. `drop`: it never comes.
   */
  readonly how: 'truncate' | 'cut' | 'repeat' | 'drop';
}

/**
 * When bytes that came at `now` arrive at the far end, and when the way is free again (both in the clock of `now`).
 * `free` is what the call before gave. Pure.
 */
export function arrival(
  { delayMs, jitterMs, bytesPerSecond }: Course,
  bytes: number,
  now: number,
  free: number,
  random: () => number,
): number {
  const travelled = now + delayMs + (jitterMs > 0 ? random() * jitterMs : 0);
  return Math.max(travelled, free) + (bytes * 1_000) / bytesPerSecond;
}

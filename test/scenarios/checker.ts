import type { BedEvent } from '../support/bed-events';

/** One invariant at work. */
export interface Checker {
  /** Takes the next event; a sentence when it breaks the invariant. */
  take(event: BedEvent): string | null;
  /** The talk is over: what is still owed. */
  finish(): string | null;
}

/** A broken invariant. */
export interface Violation {
  readonly invariant: string;
  readonly what: string;
  readonly at: number;
}

/** How invariants are set. */
export interface Strictness {
  /** Words are told exactly (tones), or as a recognizer hears them. */
  readonly words: 'exact' | 'roughly';
  /** Bytes by which the heap may drift over the whole run; null when it is not watched. */
  readonly heapDrift: number | null;
}

/** Makes one, for a run that is as strict as this. */
export type Make = (strictness: Strictness) => Checker;

/** For invariants that owe nothing at the end. */
export const nothingOwed = () => null;

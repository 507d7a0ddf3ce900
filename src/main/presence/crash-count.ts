/** Tells one crash from a row of them, so that what keeps crashing is not started again for ever. */

/** So many crashes within this time are a row. */
const MOST = 3;
const WITHIN_MS = 60_000;

/** The crashes of one part of Parley. */
export class CrashCount {
  private times: readonly number[] = [];

  /** `now`: milliseconds of a clock that only goes on. */
  constructor(private readonly now: () => number) {}

  /** Counts one. Returns true when it is the third within a minute: the part is to be left alone. */
  happened(): boolean {
    this.times = [...this.recent(), this.now()];
    return this.isRow;
  }

  /** Whether there were three within the last minute. */
  get isRow(): boolean {
    return this.recent().length >= MOST;
  }

  /** The person asked for it again: it starts from nothing. */
  forget(): void {
    this.times = [];
  }

  private recent(): readonly number[] {
    const since = this.now() - WITHIN_MS;
    return this.times.filter((time) => time > since);
  }
}

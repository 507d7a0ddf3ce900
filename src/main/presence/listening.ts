/** What may bring Parley to listen by itself, and what is kept ready for it. */

/** What others ask before they listen. */
export interface ListeningRules {
  /** Its name may start a talk. */
  readonly wakeWord: boolean;
  /** Shortcuts may start a talk. */
  readonly shortcuts: boolean;
  /** Something may be kept loaded so that a start is instant. */
  readonly warmth: boolean;
}

const PAUSE_MS = 3_600_000;

/** Keeps whether listening is paused and whether the battery is low, and tells who depends on it. */
export class Listening {
  private until: number | null = null;
  private timer: NodeJS.Timeout | null = null;
  private low = false;
  private readonly listeners = new Set<(rules: ListeningRules) => void>();

  /** `now`: the wall clock in milliseconds, because a pause is told as a time of day. */
  constructor(private readonly now: () => number) {}

  /** What holds now. */
  get rules(): ListeningRules {
    const paused = this.until !== null;
    return { wakeWord: !paused && !this.low, shortcuts: !paused, warmth: !this.low };
  }

  /** When the pause ends (epoch milliseconds); null while there is none. */
  get pausedUntil(): number | null {
    return this.until;
  }

  /** Nothing but the person's own click starts a talk for an hour. Asked again, the hour begins anew. */
  pause(): void {
    this.until = this.now() + PAUSE_MS;
    this.tell();
    this.look();
  }

  resume(): void {
    if (this.until === null) return;
    this.stopTimer();
    this.until = null;
    this.tell();
  }

  /** The battery has become low, or is not any more. */
  setLowBattery(low: boolean): void {
    if (low === this.low) return;
    this.low = low;
    this.tell();
  }

  /** Ends a pause that is over: to be called after sleep as well, because timers stand still in it. */
  look(): void {
    this.stopTimer();
    if (this.until === null) return;
    // A clock that was set back must not make a pause of days, nor end one.
    this.until = Math.min(this.until, this.now() + PAUSE_MS);
    const left = this.until - this.now();
    if (left <= 0) return this.resume();
    this.timer = setTimeout(() => this.look(), left);
    this.timer.unref();
  }

  /** Calls with the rules at each change. Returns the function that ends it. */
  onChange(listener: (rules: ListeningRules) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private stopTimer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.rules);
  }
}

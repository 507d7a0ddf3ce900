import { now } from './clock';

/** Sends things one after another at a steady pace, each late by a random time, never out of order. */
export class Pacer {
  /** Resolves when all were sent, or when stopped. */
  readonly done: Promise<void>;
  private finish: () => void = () => undefined;
  private timer: NodeJS.Timeout | null = null;
  private next = 0;
  private readonly due: readonly number[];

  constructor(
    private readonly things: readonly string[],
    everyMs: number,
    jitterMs: number,
    private readonly send: (thing: string) => void,
    random: () => number = Math.random,
  ) {
    const start = now();
    let latest = start;
    this.due = things.map((_, at) => {
      latest = Math.max(latest, start + at * everyMs + random() * jitterMs);
      return latest;
    });
    this.done = new Promise((resolve) => (this.finish = resolve));
    this.run();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.finish();
  }

  private run(): void {
    while (this.next < this.things.length && this.due[this.next]! <= now()) {
      this.send(this.things[this.next++]!);
    }
    if (this.next === this.things.length) return this.finish();
    this.timer = setTimeout(() => this.run(), Math.max(0, this.due[this.next]! - now()));
  }
}

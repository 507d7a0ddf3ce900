import type { ConversationEffect, TimerName } from './events';

/** The timers of a conversation, one of each name at the most. */
export class TalkTimers {
  private readonly running = new Map<TimerName, NodeJS.Timeout>();

  constructor(
    /** 0 to 1. */
    private readonly random: () => number,
    private readonly over: (name: TimerName) => void,
  ) {}

  /** Starts a timer, anew if it runs; `jitter` makes it longer by up to that part. */
  set({ name, milliseconds, jitter = 0 }: Extract<ConversationEffect, { type: 'set-timer' }>): void {
    this.clear(name);
    this.running.set(
      name,
      setTimeout(() => this.over(name), milliseconds * (1 + jitter * this.random())),
    );
  }

  clear(name: TimerName): void {
    clearTimeout(this.running.get(name));
    this.running.delete(name);
  }
}

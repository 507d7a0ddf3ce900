import type { MediaPlayers } from '../system/desktop';

/** Players are asked over a bus or a script; one that hangs is left as it is. */
const ANSWERS_WITHIN_MS = 3_000;

/** What it reaches. */
export interface MediaPauseWorld {
  readonly media: MediaPlayers;
  /** The person wants it. */
  readonly wanted: () => boolean;
  readonly log: (line: string) => void;
}

/** Pauses what plays while somebody talks with Parley. Only what it has paused itself goes on afterwards. */
export class MediaPause {
  private talking = false;
  private paused: readonly string[] = [];
  /** One thing after the other: a talk may end before its pause has been answered. */
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly world: MediaPauseWorld) {}

  /** Somebody talks now, or no longer does. */
  talks(now: boolean): void {
    if (now === this.talking) return;
    this.talking = now;
    if (now && this.world.wanted()) this.next((signal) => this.pause(signal));
    if (!now) this.next((signal) => this.goOn(signal));
  }

  /** Resolves when all that was asked for is done. */
  settled(): Promise<void> {
    return this.running;
  }

  private next(step: (signal: AbortSignal) => Promise<void>): void {
    this.running = this.running
      .then(() => step(AbortSignal.timeout(ANSWERS_WITHIN_MS)))
      .catch(() => this.world.log('a media player did not answer'));
  }

  private async pause(signal: AbortSignal): Promise<void> {
    const { media } = this.world;
    const playing = await media.playing(signal);
    if (!playing.ok) return;
    for (const player of playing.value) {
      const told = await media.control('pause', player, signal);
      if (told.ok) this.paused = [...this.paused, player];
    }
  }

  private async goOn(signal: AbortSignal): Promise<void> {
    const paused = this.paused;
    this.paused = [];
    for (const player of paused) await this.world.media.control('play', player, signal);
  }
}

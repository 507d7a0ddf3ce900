import { AUDIO_RATE } from '../../shared/ipc/audio-port';

const samples = (milliseconds: number) => (milliseconds * AUDIO_RATE) / 1_000;

/** Head start of the first reply, in samples: 90 ms ("80 ms worked", protocol.md section 7.2). */
export const LEAST_DELAY = samples(90);
/** No reply ever waits longer than this for stragglers, in samples: 320 ms carries jitter of ±150 ms. */
export const MOST_DELAY = samples(320);
/** Received audio after which an old observation has lost most of its weight. */
const MEMORY = samples(30_000);

/**
 * How much later than the earliest chunk others come, and the head start that carries it.
 * It grows at once and shrinks slowly. All figures are samples.
 */
export class Jitter {
  private spread = 0;

  /** The head start to play behind: twice the lateness seen, since the worst is yet to come. */
  get delay(): number {
    return Math.min(MOST_DELAY, Math.max(LEAST_DELAY, 2 * this.spread));
  }

  /** A chunk of `length` came `lateness` after it could have come at best. */
  observe(lateness: number, length: number): void {
    this.spread = Math.max(lateness, this.spread * Math.max(0, 1 - length / MEMORY));
  }

  /** The head start was too small: take the largest, one gap is enough. */
  ranDry(): void {
    this.spread = MOST_DELAY / 2;
  }
}

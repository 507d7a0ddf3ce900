import type { ApiClient } from './client';
import { toWire } from './g711';

/** Somebody who can speak: 24 kHz mono samples of a text, without long silence at its ends. */
export interface Voice {
  speak(text: string): Promise<Int16Array>;
}

const RATE = 24_000;
/** Audio per message (protocol.md section 7.2). */
const CHUNK_MS = 50;

/** Streams one session's input in real time: what is played, and silence in between, as a client must. */
export class Microphone {
  private queue: Int16Array[] = [];
  private waiting: { readonly until: number; readonly resolve: () => void }[] = [];
  private timer: NodeJS.Timeout | null = null;
  private startedAt = 0;
  /** Samples sent, and samples queued in all. */
  private sent = 0;
  private queued = 0;

  constructor(
    private readonly client: ApiClient,
    private readonly encoding: string,
    private readonly chunkMs = CHUNK_MS,
  ) {}

  /** Begins to stream silence; needed only where silence itself is the matter. */
  start(): void {
    if (this.timer) return;
    this.startedAt = performance.now();
    this.timer = setInterval(() => this.pump(), 10);
    this.client.socket.once('close', () => this.stop());
  }

  /** Plays samples after what is queued; resolves when the last one was sent. */
  play(pcm: Int16Array): Promise<void> {
    this.start();
    this.queued = Math.max(this.queued, this.sent) + pcm.length;
    this.queue.push(pcm);
    return new Promise((resolve) => this.waiting.push({ until: this.queued, resolve }));
  }

  private stop(): void {
    if (this.timer) clearInterval(this.timer);
    for (const { resolve } of this.waiting.splice(0)) resolve();
  }

  private pump(): void {
    const size = (this.chunkMs * RATE) / 1_000;
    const due = ((performance.now() - this.startedAt) * RATE) / 1_000;
    while (this.sent + size <= due && this.client.socket.readyState === this.client.socket.OPEN) {
      const audio = toWire(this.take(size), this.encoding).toString('base64');
      this.client.send({ type: 'input.audio', audio });
      this.sent += size;
      this.waiting = this.waiting.filter(({ until, resolve }) => {
        if (until > this.sent) return true;
        resolve();
        return false;
      });
    }
  }

  private take(size: number): Int16Array {
    const chunk = new Int16Array(size);
    for (let filled = 0; filled < size && this.queue[0];) {
      const part = this.queue[0].subarray(0, size - filled);
      chunk.set(part, filled);
      filled += part.length;
      const rest = this.queue[0].subarray(part.length);
      if (rest.length > 0) this.queue[0] = rest;
      else this.queue.shift();
    }
    return chunk;
  }
}

import type { ChildProcess } from 'node:child_process';
import { now } from '../clock';
import { RIG_RATE, type PulseServer } from './pulse-server';

/** Buffered by the sound server, and written ahead of that, so that a busy machine tears no hole into the stream. */
const SAFE_BUFFER_MS = 300;
/** How much more than the buffer is written ahead of real time. */
const SPARE_MS = 100;
const TICK_MS = 10;

/** When something written was or will be heard; epoch milliseconds. */
export interface Placed {
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * One endless stream into a sink: silence at real-time pace, with sound laid into it. Since it never stops, a
 * sample's place in it tells when it sounds; `offsetMs` comes from the rig's calibration.
 */
export class StreamPlayer {
  private readonly startedAt = now();
  private readonly ticker: NodeJS.Timeout;
  private written = 0;
  private queue: Int16Array[] = [];
  offsetMs = 0;

  private constructor(
    private readonly process: ChildProcess,
    private readonly leadMs: number,
  ) {
    // The player may be killed while we write; the rig is over then anyway.
    process.stdin!.on('error', () => this.stop());
    this.ticker = setInterval(() => this.fill(), TICK_MS);
  }

  static start(server: PulseServer, sink: string, { bufferMs = SAFE_BUFFER_MS } = {}): StreamPlayer {
    const options = [
      `--device=${sink}`,
      '--playback',
      '--raw',
      '--format=s16le',
      `--rate=${RIG_RATE}`,
      '--channels=1',
      `--latency-msec=${bufferMs}`,
    ];
    return new StreamPlayer(server.client('pacat', options, 'write'), bufferMs + SPARE_MS);
  }

  /** Lays sound into the stream, after what is waiting already. */
  play(pcm: Int16Array): Placed {
    const waiting = this.queue.reduce((sum, part) => sum + part.length, 0);
    const at = this.written + waiting;
    this.queue.push(pcm);
    return { startsAt: this.timeOf(at), endsAt: this.timeOf(at + pcm.length) };
  }

  /** Falls silent: forgets what is waiting. */
  clear(): void {
    this.queue = [];
  }

  stop(): void {
    clearInterval(this.ticker);
    this.process.kill('SIGTERM');
  }

  private timeOf(sample: number): number {
    return this.startedAt + (sample / RIG_RATE) * 1_000 + this.offsetMs;
  }

  private fill(): void {
    const due = Math.floor(((now() - this.startedAt + this.leadMs) / 1_000) * RIG_RATE);
    const wanted = due - this.written;
    if (wanted <= 0) return;
    const samples = new Int16Array(wanted);
    let filled = 0;
    while (filled < wanted && this.queue.length > 0) {
      const part = this.queue[0]!;
      const taken = part.subarray(0, wanted - filled);
      samples.set(taken, filled);
      filled += taken.length;
      if (taken.length === part.length) this.queue.shift();
      else this.queue[0] = part.subarray(taken.length);
    }
    this.written += wanted;
    this.process.stdin!.write(Buffer.from(samples.buffer));
  }
}

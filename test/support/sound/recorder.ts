import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { now } from '../clock';
import { until } from '../until';
import { AUDIBLE, firstAudible, lastAudible } from './analysis';
import { RIG_RATE, type PulseServer } from './pulse-server';
import { wavFile } from './wav';

/** The latency asked of the sound server: it records in blocks of this length. */
export const RECORDING_BLOCK_MS = 10;
const FIRST_CAPACITY = RIG_RATE * 60;
/** The sink may run ahead of the clock until it has taken up our latency; these first samples tell no time. */
const UNSETTLED_SAMPLES = RIG_RATE / 5;
/** Chunks this near tell when a sample came; a delay of one of them does not matter. */
const NEAR_SAMPLES = RIG_RATE * 10;

interface Mark {
  /** Samples received, this chunk included. */
  readonly samples: number;
  /** Arrival of the chunk less the time its samples take from the start of the recording. */
  readonly start: number;
}

/**
 * Records a source without end. Times are epoch milliseconds of {@link now}. A sample's time is taken from the
 * least delayed chunk near it, which makes it independent of how busy this process is.
 */
export class Recorder {
  private pcm = new Int16Array(FIRST_CAPACITY);
  private length = 0;
  private oddByte: Buffer | null = null;
  private readonly marks: Mark[] = [];

  private constructor(private readonly process: ChildProcess) {
    process.stdout!.on('data', (chunk: Buffer) => this.take(chunk));
  }

  /** Resolves when samples come in step with the clock. */
  static async start(server: PulseServer, source: string): Promise<Recorder> {
    const options = [
      `--device=${source}`,
      '--raw',
      '--format=s16le',
      `--rate=${RIG_RATE}`,
      '--channels=1',
      `--latency-msec=${RECORDING_BLOCK_MS}`,
    ];
    const recorder = new Recorder(server.client('parec', options, 'read'));
    await until(`sound arrives from ${source}`, () => recorder.marks.length > 0);
    return recorder;
  }

  /** Everything recorded so far; a view, not a copy. */
  get samples(): Int16Array {
    return this.pcm.subarray(0, this.length);
  }

  /** When a sample sounded. */
  timeOf(sample: number): number {
    return this.startNear(sample) + (sample / RIG_RATE) * 1_000;
  }

  /** The sample that sounded then; bounded to what was recorded. */
  sampleAt(time: number): number {
    const rough = ((time - this.startNear(this.length)) / 1_000) * RIG_RATE;
    const near = ((time - this.startNear(rough)) / 1_000) * RIG_RATE;
    return Math.min(this.length, Math.max(0, Math.round(near)));
  }

  /** When the first sound after `time` was heard, or null if none was. */
  firstAudibleAfter(time: number, threshold = AUDIBLE): number | null {
    const found = firstAudible(this.samples, this.sampleAt(time), this.length, threshold);
    return found === null ? null : this.timeOf(found);
  }

  /** When the last sound between the two times was heard, or null if none was. */
  lastAudibleBetween(from: number, to: number, threshold = AUDIBLE): number | null {
    const found = lastAudible(this.samples, this.sampleAt(from), this.sampleAt(to), threshold);
    return found === null ? null : this.timeOf(found);
  }

  /** Waits for a sound after `time` and resolves to when it was heard. */
  async waitForSound(time: number, timeoutMs: number, threshold = AUDIBLE): Promise<number> {
    return until('a sound is heard', () => this.firstAudibleAfter(time, threshold), { timeoutMs });
  }

  /** Waits until nothing was heard for `milliseconds` since `time`; resolves to when the last sound was heard. */
  async waitForSilence(time: number, milliseconds: number, timeoutMs: number): Promise<number> {
    return until(
      `${milliseconds} ms of silence`,
      () => {
        const last = this.lastAudibleBetween(time, now() + 1_000) ?? time;
        return this.timeOf(this.length) - last >= milliseconds ? last : null;
      },
      { timeoutMs },
    );
  }

  /** Resolves once everything that sounded before `time` has been recorded. */
  async recordedUntil(time: number): Promise<void> {
    await until('the recording reaches that time', () => this.timeOf(this.length) >= time, {
      timeoutMs: Math.max(0, time - now()) + 5_000,
    });
  }

  /** Writes what sounded between the two times to a wav file. */
  save(path: string, from: number, to: number): void {
    writeFileSync(path, wavFile(this.pcm.slice(this.sampleAt(from), this.sampleAt(to)), RIG_RATE));
  }

  stop(): void {
    this.process.kill('SIGTERM');
  }

  private take(chunk: Buffer): void {
    const arrived = now();
    const bytes = this.oddByte ? Buffer.concat([this.oddByte, chunk]) : chunk;
    const samples = bytes.length >> 1;
    this.oddByte = bytes.length % 2 === 1 ? bytes.subarray(samples * 2) : null;
    this.reserve(samples);
    for (let at = 0; at < samples; at++) this.pcm[this.length + at] = bytes.readInt16LE(at * 2);
    this.length += samples;
    if (this.length < UNSETTLED_SAMPLES) return;
    this.marks.push({ samples: this.length, start: arrived - (this.length / RIG_RATE) * 1_000 });
  }

  private reserve(samples: number): void {
    if (this.length + samples <= this.pcm.length) return;
    const larger = new Int16Array(this.pcm.length * 2);
    larger.set(this.samples);
    this.pcm = larger;
  }

  private startNear(sample: number): number {
    let least = Infinity;
    for (let at = this.firstMarkAfter(sample - NEAR_SAMPLES); at < this.marks.length; at++) {
      const mark = this.marks[at]!;
      least = Math.min(least, mark.start);
      if (mark.samples > sample + NEAR_SAMPLES) break;
    }
    return Number.isFinite(least) ? least : (this.marks.at(-1)?.start ?? now());
  }

  private firstMarkAfter(sample: number): number {
    let low = 0;
    let high = this.marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.marks[middle]!.samples < sample) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The newest input audio, addressed by its place in the stream. Bounded: the oldest is dropped. */
export class InputBuffer {
  private chunks: Int16Array[] = [];
  /** Sample position of the first kept chunk, and of the end. */
  private from = 0;
  private end = 0;

  /** @param limitMs how much is kept at most. */
  constructor(
    private readonly sampleRate: number,
    private readonly limitMs: number,
  ) {}

  push(pcm: Int16Array): void {
    this.chunks.push(pcm);
    this.end += pcm.length;
    this.dropBefore(this.end - this.samples(this.limitMs));
  }

  /** Lets go of whole chunks before this position. */
  forget(beforeMs: number): void {
    this.dropBefore(this.samples(beforeMs));
  }

  /** A copy of what is kept of [fromMs, untilMs). */
  slice(fromMs: number, untilMs: number): Int16Array {
    const from = Math.max(this.from, this.samples(fromMs));
    const until = Math.min(this.end, this.samples(untilMs));
    const out = new Int16Array(Math.max(0, until - from));
    let at = this.from;
    for (const chunk of this.chunks) {
      const start = Math.max(0, from - at);
      const stop = Math.min(chunk.length, until - at);
      if (stop > start) out.set(chunk.subarray(start, stop), at + start - from);
      at += chunk.length;
    }
    return out;
  }

  private dropBefore(sample: number): void {
    let count = 0;
    for (const chunk of this.chunks) {
      if (this.from + chunk.length > sample) break;
      this.from += chunk.length;
      count++;
    }
    if (count > 0) this.chunks = this.chunks.slice(count);
  }

  private samples(milliseconds: number): number {
    return Math.round((milliseconds * this.sampleRate) / 1_000);
  }
}

/** Samples a buffer begins with, and does not shrink below. */
const SMALLEST = 4_096;

/**
 * The newest input audio, addressed by its place in the stream. Bounded: the oldest is dropped. One ring of samples
 * that grows with what is kept and shrinks again, however small the pieces were.
 */
export class InputBuffer {
  private ring = new Int16Array(SMALLEST);
  /** Sample positions of the first that is kept, and of the end. */
  private from = 0;
  private end = 0;

  /** @param limitMs how much is kept at most. */
  constructor(
    private readonly sampleRate: number,
    private readonly limitMs: number,
  ) {}

  /** Memory held. */
  get bytes(): number {
    return this.ring.byteLength;
  }

  push(pcm: Int16Array): void {
    const limit = this.samples(this.limitMs);
    const newest = pcm.length > limit ? pcm.subarray(pcm.length - limit) : pcm;
    this.end += pcm.length;
    this.from = Math.min(Math.max(this.from, this.end - limit), this.end - newest.length);
    const needed = this.end - this.from;
    if (needed > this.ring.length)
      this.resize(Math.min(limit, Math.max(needed, this.ring.length * 2)), newest.length);
    this.write(newest, this.end - newest.length);
  }

  /** Lets go of what is before this position. */
  forget(beforeMs: number): void {
    this.from = Math.min(this.end, Math.max(this.from, this.samples(beforeMs)));
    const kept = this.end - this.from;
    if (this.ring.length > SMALLEST && kept * 4 < this.ring.length)
      this.resize(Math.max(SMALLEST, kept * 2), 0);
  }

  /** A copy of what is kept of [fromMs, untilMs). */
  slice(fromMs: number, untilMs: number): Int16Array {
    const from = Math.max(this.from, this.samples(fromMs));
    const until = Math.min(this.end, this.samples(untilMs));
    return this.read(from, Math.max(from, until));
  }

  /** A ring of another size with the same samples; the newest `unwritten` are not there yet. */
  private resize(length: number, unwritten: number): void {
    const until = Math.max(this.from, this.end - unwritten);
    const kept = this.read(this.from, until);
    this.ring = new Int16Array(length);
    this.write(kept, this.from);
  }

  private read(from: number, until: number): Int16Array {
    const out = new Int16Array(until - from);
    const start = from % this.ring.length;
    const head = this.ring.subarray(start, start + out.length);
    out.set(head);
    out.set(this.ring.subarray(0, out.length - head.length), head.length);
    return out;
  }

  private write(pcm: Int16Array, at: number): void {
    const start = at % this.ring.length;
    const head = pcm.subarray(0, this.ring.length - start);
    this.ring.set(head, start);
    this.ring.set(pcm.subarray(head.length), 0);
  }

  private samples(milliseconds: number): number {
    return Math.round((milliseconds * this.sampleRate) / 1_000);
  }
}

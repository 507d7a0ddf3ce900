/** Audio of one reply that waits to be played: the chunks as they came, read sample by sample. */
export class QueuedReply {
  /** Samples received and played so far. */
  received = 0;
  played = 0;
  /** No more audio will come. */
  finished = false;
  /** Its first sample that can be heard was reported. */
  audible = false;
  /** When it ran empty in the middle, in epoch milliseconds; null while it has audio or has not begun. */
  dryAt: number | null = null;
  /** The earliest a chunk ever came, as arrival minus place in the reply, both in samples. */
  earliest = Infinity;

  private readonly chunks: Int16Array[] = [];
  private offset = 0;

  constructor(readonly id: string) {}

  /** Samples that wait. */
  get available(): number {
    return this.received - this.played;
  }

  append(pcm: Int16Array): void {
    if (pcm.length === 0) return;
    this.chunks.push(pcm);
    this.received += pcm.length;
  }

  /** Takes the next sample, -1..1. Ask only while some are available. */
  next(): number {
    const chunk = this.chunks[0];
    if (!chunk) return 0;
    const sample = chunk[this.offset]! / 32_768;
    this.played += 1;
    this.offset += 1;
    if (this.offset === chunk.length) {
      this.chunks.shift();
      this.offset = 0;
    }
    return sample;
  }

  /** The sample `ahead` places after the next one, -1..1, without taking it; 0 beyond the end. */
  peek(ahead: number): number {
    let place = this.offset + ahead;
    for (const chunk of this.chunks) {
      if (place < chunk.length) return chunk[place]! / 32_768;
      place -= chunk.length;
    }
    return 0;
  }
}

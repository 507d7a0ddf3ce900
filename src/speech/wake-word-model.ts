import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { EMBEDDING_SIZE } from '../shared/wake-word';
import { openModel } from './onnx';
import type { Closable } from './part';
import { hearSound, type HearSound } from './wake-word-ear';
import { MEL_BANDS, MEL_ROWS, MelWindow } from './wake-word-window';

/** Turns chunks of sound into embeddings. */
export interface WakeWordModel extends Closable {
  /** An embedder with a memory of its own, for one stream. */
  open(): ChunkEmbedder;
  /** The ear of the second look. */
  readonly hear: HearSound;
}

/** Embeds the chunks of one stream, in order: one call at a time. */
export interface ChunkEmbedder {
  /** The next `WAKE_CHUNK` samples at `MODEL_RATE`; gives null until 0.8 s have been heard. */
  embed(chunk: Float32Array): Promise<Float32Array | null>;
  /** Forgets what was heard: the next chunk does not follow on the last one. */
  reset(): void;
}

/**
 * Loads melspectrogram and speech embedding (Google's, by way of openWakeWord) and the recognizer's encoder: 0.3 s.
 * Throws PartError as `openModel` does.
 */
export async function loadWakeWordModel(directory: string): Promise<WakeWordModel> {
  const mel = await openModel(directory, 'wake-word/melspectrogram.onnx');
  const embedding = await openModel(directory, 'wake-word/embedding_model.onnx');
  const encoder = await openModel(directory, 'moonshine-base/encoder.onnx');
  return {
    open: () => new Embedder(mel, embedding),
    hear: (sound) => hearSound(encoder, sound),
    close: async () => {
      await mel.release();
      await embedding.release();
      await encoder.release();
    },
  };
}

/** A chunk takes 2 to 3 ms. */
class Embedder implements ChunkEmbedder {
  private readonly window = new MelWindow();

  constructor(
    private readonly mel: InferenceSession,
    private readonly embedding: InferenceSession,
  ) {}

  reset(): void {
    this.window.reset();
  }

  async embed(chunk: Float32Array): Promise<Float32Array | null> {
    const samples = this.window.withTail(chunk);
    const rows = await run(this.mel, samples, [1, samples.length]);
    const window = this.window.push(rows);
    if (!window) return null;
    const values = await run(this.embedding, window, [1, MEL_ROWS, MEL_BANDS, 1]);
    return centred(values);
  }
}

async function run(session: InferenceSession, values: Float32Array, shape: readonly number[]) {
  const out = await session.run({ [session.inputNames[0]!]: new Tensor('float32', values, shape) });
  const result = out[session.outputNames[0]!];
  if (!(result?.data instanceof Float32Array)) throw new TypeError('The wake word model gave nothing.');
  return result.data;
}

/** Without what all speech has in common, and of length one: only so does an angle tell sounds apart. */
function centred(values: Float32Array): Float32Array {
  const rest = Float32Array.from({ length: EMBEDDING_SIZE }, (_, i) => values[i]! - MEAN[i]!);
  const length = Math.hypot(...rest);
  return rest.map((value) => (length === 0 ? 0 : value / length));
}

/** The mean embedding of speech: over ten synthetic voices with twelve sentences each. */
const MEAN = [
  -10.95, 16.27, 6.72, 1.12, 3.83, 24.36, 9.1, -3.48, 6.94, 18.24, -15.73, -4.01, 6.79, -6.37, -4.56, 7.11,
  0.47, -4.53, 5.29, -9.93, 2.75, 17.3, -12.85, 4.15, -4.04, 9.57, -19.56, 5.03, 8.35, 4.65, -19.75, 12.34,
  -25.49, -1.56, -6.67, 7.89, 27.26, 20.56, 1.59, 25.7, -4.03, 1.79, 44.15, -16.45, -9.14, -6.36, -17.6, 7.93,
  14.6, 0.92, -12.79, 8.07, 9.94, -5.81, -13.27, -14.68, -7.69, 26.97, -17.52, -4.45, 6.29, 6.62, 1.19, -7.61,
  21.6, 10.31, -3.29, -7.14, -5.91, -5.23, 0.28, 17.87, 4.6, -11.48, 18.85, -1.14, -2.22, -6.07, -23.69,
  -29.44, 4.81, 17.55, 19.83, -7.15, 13.86, 6.71, 3.02, -4.05, -0.84, 26.69, 2.3, 16.4, 19.64, -22.38, 1.55,
  16.02,
] as const;

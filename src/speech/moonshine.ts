/** The Moonshine network itself, from sound to logits; what is made of them is recognizer.ts. */
import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { openModel } from './onnx';

const START = 1;
/** The token after which nothing comes. */
export const END = 2;

/** Attention layers and the width of a head: all that differs between the two models on the outside. */
const SIZES = { base: { layers: 8, headWidth: 52 }, tiny: { layers: 6, headWidth: 36 } } as const;
const HEADS = 8;

/** Which of the two models: base hears better, tiny sooner. */
export type MoonshineSize = keyof typeof SIZES;

/** Encoder and decoder of one size, with int8 weights. */
export class MoonshineModel {
  private constructor(
    private readonly encoder: InferenceSession,
    private readonly decoder: Decoder,
  ) {}

  /** Base takes 1 to 2 s, tiny less than 1 s. Throws PartError as `openModel` does. */
  static async open(directory: string, size: MoonshineSize): Promise<MoonshineModel> {
    const encoder = await openModel(directory, `moonshine-${size}/encoder.onnx`);
    const decoder = await openModel(directory, `moonshine-${size}/decoder.onnx`);
    return new MoonshineModel(encoder, new Decoder(decoder, SIZES[size]));
  }

  /** The step after the start mark, for samples at MODEL_RATE with the silence around them that `pad` puts there. */
  async begin(audio: Float32Array, signal: AbortSignal): Promise<Step> {
    const { last_hidden_state: sound } = await this.encoder.run({
      input_values: new Tensor('float32', audio, [1, audio.length]),
    });
    if (!sound) throw new TypeError('The encoder gave nothing.');
    signal.throwIfAborted();
    return this.decoder.begin(sound);
  }

  /** Frees its memory. */
  async release(): Promise<void> {
    await this.encoder.release();
    await this.decoder.release();
  }
}

/** Where the decoder stands after some tokens. Steps never change: many can follow one. */
export interface Step {
  /** Logits for what comes after the i-th token of this step. */
  row(i: number): Float32Array;
  follow(tokens: readonly number[]): Promise<Step>;
}

type Memory = Readonly<Record<string, Tensor>>;

/** The merged decoder. Its memory of keys and values is passed on as the tensors that came out, uncopied. */
class Decoder {
  private readonly blank: Memory;
  /** Memory names that grow with each token; the others (of the encoder) stay as the first step made them. */
  private readonly growing: readonly string[];
  private readonly fetched: readonly string[];

  constructor(
    private readonly session: InferenceSession,
    { layers, headWidth }: { readonly layers: number; readonly headWidth: number },
  ) {
    const names = (side: string) =>
      Array.from({ length: layers }, (_, i) => [`${i}.${side}.key`, `${i}.${side}.value`]).flat();
    this.growing = names('decoder');
    this.fetched = ['logits', ...this.growing.map((name) => `present.${name}`)];
    const nothing = new Tensor('float32', new Float32Array(0), [0, HEADS, 1, headWidth]);
    this.blank = Object.fromEntries([...this.growing, ...names('encoder')].map((name) => [name, nothing]));
  }

  release(): Promise<void> {
    return this.session.release();
  }

  /** The step after the start mark, for encoded audio. */
  async begin(sound: Tensor): Promise<Step> {
    const out = await this.run([START], sound, this.blank, false);
    const memory = Object.keys(this.blank).map((name) => [name, out[`present.${name}`]!] as const);
    return this.toStep(out, sound, Object.fromEntries(memory));
  }

  private async follow(tokens: readonly number[], sound: Tensor, memory: Memory): Promise<Step> {
    const out = await this.run(tokens, sound, memory, true);
    const grown = this.growing.map((name) => [name, out[`present.${name}`]!] as const);
    return this.toStep(out, sound, { ...memory, ...Object.fromEntries(grown) });
  }

  private run(tokens: readonly number[], sound: Tensor, memory: Memory, continues: boolean) {
    const feeds: Record<string, Tensor> = {
      input_ids: new Tensor('int64', BigInt64Array.from(tokens, BigInt), [1, tokens.length]),
      encoder_hidden_states: sound,
      use_cache_branch: new Tensor('bool', [continues]),
    };
    for (const [name, tensor] of Object.entries(memory)) feeds[`past_key_values.${name}`] = tensor;
    return continues ? this.session.run(feeds, this.fetched) : this.session.run(feeds);
  }

  private toStep(out: InferenceSession.ReturnType, sound: Tensor, memory: Memory): Step {
    const logits = out['logits'];
    if (!(logits?.data instanceof Float32Array)) throw new TypeError('The decoder gave no logits.');
    const { data, dims } = logits;
    const width = dims[2]!;
    return {
      row: (i) => data.subarray(i * width, (i + 1) * width),
      follow: (tokens) => this.follow(tokens, sound, memory),
    };
  }
}

import llamaTokenizer from 'llama-tokenizer-js';
import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { pcm16ToFloat } from '../shared/audio/pcm';
import { resample } from '../shared/audio/resample';
import {
  argmax,
  asSentence,
  isAudible,
  logProbability,
  loopCut,
  pad,
  phraseScore,
  splitAtQuiet,
  tokenLimit,
} from './decoding';
import { dereverberate } from './dereverberation';
import { asWritten, isBelieved, readings } from './keyterms';
import { openModel } from './onnx';
import { MODEL_RATE, type Closable, type Recognizer, type Transcript, type Utterance } from './part';

const START = 1;
const END = 2;
/** Tokens from here on are the model's own marks, not text. */
const FIRST_MARK = 32_000;
/** The model was trained on pieces of up to half a minute, and its cost grows with the square of the length. */
const LONGEST_PIECE = 24 * MODEL_RATE;

/** A phrase that fits worse than this (mean log-probability) is none that was said. */
const WORST_PHRASE = -2.5;
/** Readings tried at a time, and terms put into one sentence. */
const MOST_READINGS = 4;
const MOST_TERMS = 3;

/** Attention layers and the width of a head: all that differs between the two models on the outside. */
const SIZES = { base: { layers: 8, headWidth: 52 }, tiny: { layers: 6, headWidth: 36 } } as const;
const HEADS = 8;

/**
 * Loads Moonshine (English) with int8 weights: base takes 1 to 2 s, tiny less than 1 s. Throws PartError as
 * `openModel` does.
 */
export async function loadRecognizer(
  directory: string,
  size: keyof typeof SIZES,
  now: () => number,
): Promise<Recognizer & Closable> {
  const encoder = await openModel(directory, `moonshine-${size}/encoder.onnx`);
  const decoder = await openModel(directory, `moonshine-${size}/decoder.onnx`);
  // Partial transcripts are wanted often and are only a preview: theirs stays out.
  const clear = size === 'base' ? dereverberate : (samples: Float32Array) => samples;
  return new Moonshine(encoder, new Decoder(decoder, SIZES[size]), clear, now);
}

/** Greedy decoding. Holds its thread for one token at a time, and sees a cancellation between two. */
class Moonshine implements Recognizer, Closable {
  constructor(
    private readonly encoder: InferenceSession,
    private readonly decoder: Decoder,
    private readonly clear: (samples: Float32Array) => Float32Array,
    private readonly now: () => number,
  ) {}

  async recognize(utterance: Utterance, signal: AbortSignal): Promise<Transcript> {
    const started = this.now();
    const samples = resample(pcm16ToFloat(utterance.pcm), utterance.sampleRate, MODEL_RATE);
    const pieces = splitAtQuiet(samples, LONGEST_PIECE, MODEL_RATE).filter(isAudible);
    // A closed set is about a word or two: it makes no sense on more than one piece.
    const phrases = pieces.length === 1 ? (utterance.expect ?? []) : [];
    const heard: Heard[] = [];
    for (const piece of pieces) {
      heard.push(await this.hear(piece, { phrases, terms: utterance.keyterms ?? [] }, signal));
    }
    const expected = heard[0]?.expected;
    return {
      text: heard
        .map((piece) => piece.text)
        .filter(Boolean)
        .join(' '),
      ...(expected && { expected }),
      milliseconds: this.now() - started,
    };
  }

  async close(): Promise<void> {
    await this.encoder.release();
    await this.decoder.release();
  }

  private async hear(piece: Float32Array, known: Known, signal: AbortSignal): Promise<Heard> {
    const audio = pad(this.clear(piece), MODEL_RATE);
    const { last_hidden_state: sound } = await this.encoder.run({
      input_values: new Tensor('float32', audio, [1, audio.length]),
    });
    if (!sound) throw new TypeError('The encoder gave nothing.');
    signal.throwIfAborted();
    const first = await this.decoder.begin(sound);
    const { phrases, terms } = known;
    const scored = phrases.length + terms.length > 0;
    const free = await this.decode(first, tokenLimit(audio.length / MODEL_RATE), scored, signal);
    const freeScore = free.sum / (free.tokens.length + 1);
    const heard = toText(free.tokens);
    const text = terms.length > 0 ? await this.withTerms(free, heard, terms, signal) : heard;
    const best = await this.choose(first, phrases, signal);
    return best ? { text, expected: { ...best, freeScore } } : { text };
  }

  private async decode(first: Step, limit: number, score: boolean, signal: AbortSignal): Promise<Free> {
    const tokens: number[] = [];
    const path: Passed[] = [];
    let sum = 0;
    let step = first;
    for (;;) {
      const row = step.row(0);
      const token = argmax(row);
      if (score) {
        path.push({ step, sum });
        sum += logProbability(row, token);
      }
      if (token === END) return { tokens, path, sum };
      tokens.push(token);
      const cut = loopCut(tokens);
      if (cut !== undefined || tokens.length >= limit) return { tokens: tokens.slice(0, cut), path, sum };
      step = await step.follow([token]);
      signal.throwIfAborted();
    }
  }

  /** What was heard, with the terms in it that the sound bears out. */
  private async withTerms(
    free: Free,
    heard: string,
    terms: readonly string[],
    signal: AbortSignal,
  ): Promise<string> {
    let text = heard;
    let score = free.sum;
    for (let turn = 0; turn < MOST_TERMS; turn++) {
      let best: { readonly text: string; readonly score: number } | null = null;
      for (const reading of readings(text, terms, MOST_READINGS)) {
        const believed = (its: number) => isBelieved(its, score, reading.likeness);
        const its = await this.sentenceScore(free, llamaTokenizer.encode(reading.text, false), believed);
        signal.throwIfAborted();
        if (its !== null && (!best || its > best.score)) best = { text: reading.text, score: its };
      }
      if (!best) break;
      ({ text, score } = best);
    }
    return asWritten(text, terms);
  }

  /**
   * Log-probability of a whole sentence, its end included; null when `believed` holds of it no more. Up to where it
   * parts from what was heard all is known, and what the first other token adds, too: mostly that is enough to tell.
   */
  private async sentenceScore(
    { tokens: heard, path }: Free,
    tokens: readonly number[],
    believed: (score: number) => boolean,
  ): Promise<number | null> {
    const parts = tokens.findIndex((token, at) => token !== heard[at]);
    const from = Math.min(parts < 0 ? tokens.length : parts, path.length - 1);
    const { step, sum } = path[from]!;
    const [next = END, ...rest] = tokens.slice(from);
    let score = sum + logProbability(step.row(0), next);
    if (next === END || !believed(score)) return believed(score) ? score : null;
    const onwards = await step.follow([next, ...rest]);
    [...rest, END].forEach((token, at) => (score += logProbability(onwards.row(at), token)));
    return believed(score) ? score : null;
  }

  /** Forces the decoder through each phrase that may fit and gives the likeliest; none if all are far off. */
  private async choose(
    first: Step,
    phrases: readonly string[],
    signal: AbortSignal,
  ): Promise<Best | undefined> {
    const row = first.row(0);
    // The first token costs nothing to look up, and with the others at best certain it bounds the whole score.
    const bounded = phrases
      .map((phrase) => {
        const tokens = llamaTokenizer.encode(asSentence(phrase), false);
        return { phrase, tokens, bound: logProbability(row, tokens[0]!) / (tokens.length + 1) };
      })
      .sort((a, b) => b.bound - a.bound);
    let best: Best | undefined;
    for (const { phrase, tokens, bound } of bounded) {
      if (bound < (best?.score ?? WORST_PHRASE)) break;
      const step = await first.follow(tokens);
      signal.throwIfAborted();
      const score = phraseScore(tokens, END, (i) => (i === 0 ? row : step.row(i - 1)));
      if (score >= (best?.score ?? WORST_PHRASE)) best = { phrase, score };
    }
    return best;
  }
}

/** What the caller knows of what may be said. */
interface Known {
  readonly phrases: readonly string[];
  readonly terms: readonly string[];
}
interface Free {
  readonly tokens: readonly number[];
  /** Where the decoder stood before each of them and before the end; nothing when no score was asked for. */
  readonly path: readonly Passed[];
  /** Log-probability of them all and of the end; 0 when it was not asked for. */
  readonly sum: number;
}
interface Passed {
  readonly step: Step;
  /** Log-probability of the tokens up to here. */
  readonly sum: number;
}
interface Best {
  readonly phrase: string;
  readonly score: number;
}
interface Heard {
  readonly text: string;
  readonly expected?: Best & { readonly freeScore: number };
}

function toText(tokens: readonly number[]): string {
  const text = tokens.filter((token) => token > END && token < FIRST_MARK);
  return text.length > 0 ? llamaTokenizer.decode(text, false, false).trim() : '';
}

/** Where the decoder stands after some tokens. Steps never change: many can follow one. */
interface Step {
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

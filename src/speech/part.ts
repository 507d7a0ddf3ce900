/**
 * What the speech process is made of: four parts, each behind an interface, so that a better model can take
 * the place of one by a setting. The parts know nothing of ports; service.ts maps requests to them.
 */
import type { SpeechFailure, SpokenWord, VoiceChoice } from '../shared/ipc/speech-port';

/** The only error a part throws on purpose. The message is for logs: it holds no text of the person. */
export class PartError extends Error {
  constructor(
    readonly code: SpeechFailure,
    message: string,
  ) {
    super(message);
    this.name = 'PartError';
  }
}

/** Tells voice from everything else. */
export interface VoiceActivityModel extends Closable {
  /** A scorer with a memory of its own, for one stream. */
  open(): FrameScorer;
}

/** Scores the frames of one stream, in order: one call at a time. */
export interface FrameScorer {
  /** Chance of speech (0..1) in the next `VAD_FRAME_SAMPLES` samples at `MODEL_RATE`. */
  score(frame: Float32Array): Promise<number>;
}

/** Sample rate in Hz that the voice-activity model and the recognizer hear at. */
export const MODEL_RATE = 16_000;
/** Samples of one voice-activity frame at `MODEL_RATE`: 32 ms. */
export const VAD_FRAME_SAMPLES = 512;

/** Mono speech to be turned into text; `expect` and `keyterms` as in the speech port's `recognize`. */
export interface Utterance {
  readonly pcm: Int16Array;
  readonly sampleRate: number;
  readonly expect?: readonly string[];
  readonly keyterms?: readonly string[];
}

/** Text of an utterance; empty when nothing was said. Scores are mean log-probabilities a token (0 is best). */
export interface Transcript {
  readonly text: string;
  readonly milliseconds: number;
  readonly expected?: { readonly phrase: string; readonly score: number; readonly freeScore: number };
}

/** Speech to text. Rejects with the signal's reason once aborted. */
export interface Recognizer {
  recognize(utterance: Utterance, signal: AbortSignal): Promise<Transcript>;
}

/** One clause to speak; `speed` 1 is normal, 2 twice as fast. */
export interface Clause<V extends VoiceChoice = VoiceChoice> {
  readonly text: string;
  readonly voice: V;
  readonly speed: number;
}

/** A spoken clause: mono PCM16 at `SYNTHESIS_RATE`, with the place of every word of its text. */
export interface Speech {
  readonly pcm: Int16Array;
  readonly words: readonly SpokenWord[];
  readonly milliseconds: number;
}

/** Text to speech. Rejects with the signal's reason once aborted. */
export interface Synthesizer<V extends VoiceChoice = VoiceChoice> {
  synthesize(clause: Clause<V>, signal: AbortSignal): Promise<Speech>;
}

/** Sentences to vectors of length one; the dot product of two says how alike they are. */
export interface Embedder {
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[]>;
}

/** A part that can be let go. */
export interface Closable {
  /** Frees its memory; calls that are still open reject. */
  close(): Promise<void>;
}

/**
 * Messages between the speech process and those it serves (the local agent; main for ducking and reminders).
 * They travel on any structured-clone port. Samples are mono PCM16; positions count samples of the
 * stream's own rate from its first sample. Every request with an `id` gets exactly one answer with that id.
 */
import type { EnrolmentTrouble, WakeWordEnrolment, WakeWordSensitivity } from '../wake-word';

/** The models that can be loaded on their own. */
export type SpeechPart =
  'vad' | 'recognizer' | 'partial-recognizer' | 'synthesizer' | 'embedder' | 'wake-word';

/** The voices of the built-in synthesizer. */
export const LOCAL_VOICES = ['slt', 'rms', 'awb', 'kal16'] as const;
/** One of the built-in voices. */
export type LocalVoice = (typeof LOCAL_VOICES)[number];

/**
 * Every voice that can be chosen: the built-in ones, the operating system's best English one, and a neural one that
 * has to be fetched. One that cannot be had is stood in for by a built-in one.
 */
export const VOICE_CHOICES = [...LOCAL_VOICES, 'system', 'neural'] as const;
/** One of all voices. */
export type VoiceChoice = (typeof VOICE_CHOICES)[number];

/** Sample rate in Hz of everything the synthesizer returns. */
export const SYNTHESIS_RATE = 24_000;

/** To the speech process. */
export type SpeechRequest =
  /** Load these models now, so that the first use does not wait. Answer: `done`. */
  | { readonly type: 'warm'; readonly id: number; readonly parts: readonly SpeechPart[] }
  /** Begin a voice-activity stream. No answer; `vad.frame` follows as audio arrives. */
  | { readonly type: 'vad.open'; readonly stream: number; readonly sampleRate: number }
  | { readonly type: 'vad.push'; readonly stream: number; readonly pcm: Int16Array }
  | { readonly type: 'vad.close'; readonly stream: number }
  /** Listen for a wake word in a stream. No answer; `wake.heard` follows when it is said. */
  | {
      readonly type: 'wake.open';
      readonly stream: number;
      readonly sampleRate: number;
      readonly enrolment: WakeWordEnrolment;
      readonly sensitivity: WakeWordSensitivity;
    }
  | { readonly type: 'wake.push'; readonly stream: number; readonly pcm: Int16Array }
  | { readonly type: 'wake.close'; readonly stream: number }
  /** Make a wake word of `WAKE_WORD_RECORDINGS` recordings of one phrase. Answer: `wake.enrolled`. */
  | {
      readonly type: 'wake.enrol';
      readonly id: number;
      readonly recordings: readonly Int16Array[];
      readonly sampleRate: number;
    }
  /**
   * Turn speech into text. `partial` is quick and rough, `final` is the best there is.
   * `expect` lists short phrases to score against the audio (closed set). `keyterms` are names that may have been
   * said: words that sound like one are read as it where the audio bears it out. At most 200 of each, of at most 200
   * characters. Answer: `recognized`.
   */
  | {
      readonly type: 'recognize';
      readonly id: number;
      readonly pcm: Int16Array;
      readonly sampleRate: number;
      readonly effort: 'partial' | 'final';
      readonly expect?: readonly string[];
      readonly keyterms?: readonly string[];
    }
  /** Speak one clause. `speed` 1 is normal, 2 twice as fast. Answer: `synthesized`. */
  | {
      readonly type: 'synthesize';
      readonly id: number;
      readonly text: string;
      readonly voice: VoiceChoice;
      readonly speed: number;
    }
  /** Sentence embeddings, one unit-length vector a text. Answer: `embedded`. */
  | { readonly type: 'embed'; readonly id: number; readonly texts: readonly string[] }
  /** Which voices are there now. Answer: `voices`. */
  | { readonly type: 'voices'; readonly id: number }
  /** Give up a request: it answers `failed` with code `cancelled`, unless it was done already. */
  | { readonly type: 'cancel'; readonly id: number };

/** A spoken word with its place in the audio of its clause, in milliseconds. */
export interface SpokenWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** Why a request to the speech process failed. */
export type SpeechFailure = 'cancelled' | 'model_missing' | 'model_unreadable' | 'internal';

/** From the speech process. */
export type SpeechAnswer =
  | { readonly type: 'done'; readonly id: number }
  | { readonly type: 'voices'; readonly id: number; readonly voices: readonly VoiceChoice[] }
  /** Chance of speech (0..1) in the frame of 32 ms that ends at `endSample`. */
  | {
      readonly type: 'vad.frame';
      readonly stream: number;
      readonly endSample: number;
      readonly probability: number;
    }
  /** The stream is over: its model cannot be loaded or gave out. Sent at most once a stream. */
  | {
      readonly type: 'vad.failed';
      readonly stream: number;
      readonly code: SpeechFailure;
      readonly message: string;
    }
  /**
   * Something like the wake word was said; its words end about at `endSample`. `accepted`: the second look took it for
   * the name. `score`: how alike the first look found it, 1 at best.
   */
  | {
      readonly type: 'wake.heard';
      readonly stream: number;
      readonly endSample: number;
      readonly score: number;
      readonly accepted: boolean;
    }
  /** As `vad.failed`. */
  | {
      readonly type: 'wake.failed';
      readonly stream: number;
      readonly code: SpeechFailure;
      readonly message: string;
    }
  | ({ readonly type: 'wake.enrolled'; readonly id: number } & (
      | { readonly ok: true; readonly enrolment: WakeWordEnrolment }
      | { readonly ok: false; readonly trouble: EnrolmentTrouble }
    ))
  | {
      readonly type: 'recognized';
      readonly id: number;
      readonly text: string;
      /** Compute time. */
      readonly milliseconds: number;
      /** Best of `expect` with its mean log-probability and that of the free text; missing when none comes near. */
      readonly expected?: { readonly phrase: string; readonly score: number; readonly freeScore: number };
    }
  | {
      readonly type: 'synthesized';
      readonly id: number;
      readonly pcm: Int16Array;
      readonly words: readonly SpokenWord[];
      readonly milliseconds: number;
    }
  | { readonly type: 'embedded'; readonly id: number; readonly vectors: readonly Float32Array[] }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly code: SpeechFailure;
      /** For logs: holds no text of the person. */
      readonly message: string;
    };

/** The least a message port must do; Electron's, the web's and Node's ports all fit behind it. */
export interface SpeechPort {
  post(message: SpeechRequest): void;
  /** Registers the only listener. */
  listen(listener: (answer: SpeechAnswer) => void): void;
}

/** What the speech process tells main when nobody has used it for long. */
export const IDLE = 'idle';

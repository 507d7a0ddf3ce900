import type { CancelSignal } from '../cancellation';
import type { EnrolmentTrouble, WakeWordEnrolment, WakeWordSensitivity } from '../wake-word';
import type {
  SpeechAnswer,
  SpeechFailure,
  SpeechPart,
  SpeechPort,
  SpeechRequest,
  SpokenWord,
  VoiceChoice,
} from './speech-port';

/** Thrown by every call of {@link SpeechClient} that the speech process could not answer. */
export class SpeechError extends Error {
  constructor(
    readonly code: SpeechFailure | 'process_gone',
    message: string,
  ) {
    super(message);
    this.name = 'SpeechError';
  }
}

/** Result of {@link SpeechClient.recognize}; scores are mean log-probabilities (0 is best). */
export interface Recognized {
  readonly text: string;
  readonly milliseconds: number;
  readonly expected?: { readonly phrase: string; readonly score: number; readonly freeScore: number };
}

/** Result of {@link SpeechClient.synthesize}: mono PCM16 at `SYNTHESIS_RATE`. */
export interface Synthesized {
  readonly pcm: Int16Array;
  readonly words: readonly SpokenWord[];
  readonly milliseconds: number;
}

/** The wake word in a stream: how many samples had been pushed when its last word ended. */
export interface WakeWordHeard {
  readonly endSample: number;
  readonly score: number;
  /** False: the second look says that it was something else. */
  readonly accepted: boolean;
}

/** An open voice-activity or wake word stream. */
export interface VoiceActivityStream {
  push(pcm: Int16Array): void;
  close(): void;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Call = DistributiveOmit<Extract<SpeechRequest, { id: number }>, 'id'>;
type Reply = Extract<SpeechAnswer, { id: number }>;
interface Listener {
  readonly onFrame?: (probability: number, endSample: number) => void;
  readonly onWakeWord?: (heard: WakeWordHeard) => void;
  readonly onFailure: (error: SpeechError) => void;
}
interface Waiting {
  readonly resolve: (answer: Reply) => void;
  readonly reject: (error: SpeechError) => void;
}

/** Calls to the speech process as promises. Every call rejects with {@link SpeechError} when it fails. */
export class SpeechClient {
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();
  private readonly streams = new Map<number, Listener>();
  private gone = false;

  constructor(private readonly port: SpeechPort) {
    port.listen((answer) => this.receive(answer));
  }

  /** Nothing is asked and no stream is open. */
  get isIdle(): boolean {
    return this.waiting.size === 0 && this.streams.size === 0;
  }

  /** Loads models ahead of their first use. */
  async warm(parts: readonly SpeechPart[]): Promise<void> {
    await this.call({ type: 'warm', parts });
  }

  /**
   * Opens a voice-activity stream; `onFrame` gets the chance of speech (0..1) for each 32 ms. `onFailure` is
   * called at most once, when no more frames will come (also with `process_gone`).
   */
  openVoiceActivity(
    sampleRate: number,
    onFrame: (probability: number, endSample: number) => void,
    onFailure: (error: SpeechError) => void = () => undefined,
  ): VoiceActivityStream {
    const stream = this.nextId++;
    this.streams.set(stream, { onFrame, onFailure });
    this.post({ type: 'vad.open', stream, sampleRate });
    return {
      push: (pcm) => this.post({ type: 'vad.push', stream, pcm }),
      close: () => {
        if (this.streams.delete(stream)) this.post({ type: 'vad.close', stream });
      },
    };
  }

  /**
   * Listens for a wake word. `onHeard` is called each time something like it was said; `onFailure` at most once, when
   * it is listened for no longer (also with `process_gone`).
   */
  openWakeWord(
    wanted: {
      readonly sampleRate: number;
      readonly enrolment: WakeWordEnrolment;
      readonly sensitivity: WakeWordSensitivity;
    },
    onHeard: (heard: WakeWordHeard) => void,
    onFailure: (error: SpeechError) => void,
  ): VoiceActivityStream {
    const stream = this.nextId++;
    this.streams.set(stream, { onWakeWord: onHeard, onFailure });
    this.post({ type: 'wake.open', stream, ...wanted });
    return {
      push: (pcm) => this.post({ type: 'wake.push', stream, pcm }),
      close: () => {
        if (this.streams.delete(stream)) this.post({ type: 'wake.close', stream });
      },
    };
  }

  /** Makes a wake word of recordings of one phrase, or says what keeps them from being one. */
  async enrolWakeWord(
    recordings: readonly Int16Array[],
    sampleRate: number,
    signal?: CancelSignal,
  ): Promise<
    | { readonly ok: true; readonly enrolment: WakeWordEnrolment }
    | { readonly ok: false; readonly trouble: EnrolmentTrouble }
  > {
    const answer = await this.call({ type: 'wake.enrol', recordings, sampleRate }, signal);
    return expectType(answer, 'wake.enrolled');
  }

  async recognize(
    request: Omit<Extract<SpeechRequest, { type: 'recognize' }>, 'type' | 'id'>,
    signal?: CancelSignal,
  ): Promise<Recognized> {
    const answer = await this.call({ type: 'recognize', ...request }, signal);
    return expectType(answer, 'recognized');
  }

  async synthesize(
    request: { readonly text: string; readonly voice: VoiceChoice; readonly speed: number },
    signal?: CancelSignal,
  ): Promise<Synthesized> {
    const answer = await this.call({ type: 'synthesize', ...request }, signal);
    return expectType(answer, 'synthesized');
  }

  async embed(texts: readonly string[], signal?: CancelSignal): Promise<readonly Float32Array[]> {
    const answer = await this.call({ type: 'embed', texts }, signal);
    return expectType(answer, 'embedded').vectors;
  }

  /** The voices that are there now: the built-in ones, and those of the system and the network where they are. */
  async voices(): Promise<readonly VoiceChoice[]> {
    return expectType(await this.call({ type: 'voices' }), 'voices').voices;
  }

  /** Tells the client that the process has died: every open and later call rejects with `process_gone`. */
  processGone(): void {
    this.gone = true;
    for (const { reject } of this.waiting.values()) reject(goneError());
    this.waiting.clear();
    for (const { onFailure } of this.streams.values()) onFailure(goneError());
    this.streams.clear();
  }

  private call(call: Call, signal?: CancelSignal): Promise<Reply> {
    if (this.gone) return Promise.reject(goneError());
    if (signal?.aborted) return Promise.reject(new SpeechError('cancelled', 'Cancelled before it began.'));
    const id = this.nextId++;
    return new Promise<Reply>((resolve, reject) => {
      const onAbort = () => this.post({ type: 'cancel', id });
      const settle = () => signal?.removeEventListener('abort', onAbort);
      this.waiting.set(id, {
        resolve: (answer) => (settle(), resolve(answer)),
        reject: (error) => (settle(), reject(error)),
      });
      signal?.addEventListener('abort', onAbort, { once: true });
      this.post({ ...call, id });
    });
  }

  private post(message: SpeechRequest): void {
    if (!this.gone) this.port.post(message);
  }

  private receive(answer: SpeechAnswer): void {
    if (answer.type === 'vad.frame') {
      this.streams.get(answer.stream)?.onFrame?.(answer.probability, answer.endSample);
      return;
    }
    if (answer.type === 'wake.heard') {
      this.streams.get(answer.stream)?.onWakeWord?.(answer);
      return;
    }
    if (answer.type === 'vad.failed' || answer.type === 'wake.failed') {
      const listener = this.streams.get(answer.stream);
      this.streams.delete(answer.stream);
      listener?.onFailure(new SpeechError(answer.code, answer.message));
      return;
    }
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (answer.type === 'failed') waiting?.reject(new SpeechError(answer.code, answer.message));
    else waiting?.resolve(answer);
  }
}

function goneError(): SpeechError {
  return new SpeechError('process_gone', 'The speech process is gone.');
}

function expectType<T extends Reply['type']>(answer: Reply, type: T): Extract<Reply, { type: T }> {
  if (answer.type !== type) throw new SpeechError('internal', `Expected ${type}, got ${answer.type}.`);
  return answer as Extract<Reply, { type: T }>;
}

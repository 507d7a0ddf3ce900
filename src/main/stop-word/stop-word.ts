/**
 * The stop word: "stop", said on its own while Parley speaks, silences it at once. Recognised on this computer, with
 * the microphone that is open anyway; also where speaking does not interrupt the agent. `lone-words.ts` finds short
 * speech that stands alone, `verdict.ts` decides what it is; this is the shell around both.
 */
import { AUDIO_RATE, type CaptureMessage } from '../../shared/ipc/audio-port';
import {
  SpeechError,
  type Recognized,
  type SpeechClient,
  type VoiceActivityStream,
} from '../../shared/ipc/speech-client';
import { LoneWords } from './lone-words';
import { EXPECTED, isStopWord } from './verdict';

/** Words that began over Parley's voice end a little after it. */
const AFTER_MS = 1_500;
/** What has failed is tried again so much later. */
const RETRY_MS = 5_000;

/** What the stop word reaches. */
export interface StopWordWorld {
  /** It is switched on, and the person has the microphone open. */
  readonly allowed: () => boolean;
  /** What Parley says aloud about now; null while it is silent. */
  readonly saying: () => string | null;
  /** Null when models are missing. */
  readonly speech: () => SpeechClient | null;
  /** It was said. */
  readonly stop: () => void;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  readonly log: (line: string) => void;
}

interface Listening {
  readonly stream: VoiceActivityStream;
  readonly words: LoneWords;
}

/** Listens for the stop word while Parley speaks. Whatever changes around it is told by `refresh`. */
export class StopWord {
  private listening: Listening | null = null;
  /** Words that are being recognised, the latest last. */
  private judging: AbortController[] = [];
  private until = -Infinity;
  /** What was said lately, while it may still echo. */
  private said = '';
  private retryAt = -Infinity;
  /** No frames come when the microphone closes: then this looks whether Parley still speaks. */
  private clock: NodeJS.Timeout | null = null;

  constructor(private readonly world: StopWordWorld) {}

  /** A frame of the microphone, whoever has it open. */
  captured({ pcm }: CaptureMessage): void {
    this.refresh();
    this.listening?.words.push(pcm);
    this.listening?.stream.push(pcm);
  }

  /** The talk, the settings or an announcement have changed. */
  refresh(): void {
    const allowed = this.world.allowed();
    const saying = allowed ? this.world.saying() : null;
    if (saying !== null) {
      this.said = saying;
      this.until = this.world.now() + AFTER_MS;
    }
    const over = this.world.now() >= this.until && this.judging.length === 0;
    if (!allowed || over) this.close();
    else this.open();
  }

  /** Listens no more until something changes. */
  close(): void {
    this.listening?.stream.close();
    this.listening = null;
    for (const judging of this.judging) judging.abort();
    if (this.clock) clearTimeout(this.clock);
    this.clock = null;
  }

  private open(): void {
    if (this.listening || this.world.now() < this.retryAt) return;
    const speech = this.world.speech();
    if (!speech) return;
    const words = new LoneWords({
      ended: (ways) => void this.judge(speech, ways),
      goesOn: () => this.judging.at(-1)?.abort(),
    });
    const stream = speech.openVoiceActivity(
      AUDIO_RATE,
      (probability, endSample) => words.voice(probability, endSample),
      (error) => {
        if (this.listening?.stream !== stream) return;
        this.close();
        this.failed(error);
      },
    );
    this.listening = { stream, words };
    this.lookLater();
    // Ahead of the first word; it stays loaded as long as the talk is open.
    speech.warm(['recognizer']).catch(this.failed);
  }

  private lookLater(): void {
    this.clock = setTimeout(() => {
      this.refresh();
      if (this.listening) this.lookLater();
    }, AFTER_MS);
    this.clock.unref();
  }

  /** Words are heard in one way after the other, until they are the stop word by what was heard so far. */
  private async judge(speech: SpeechClient, ways: readonly Int16Array[]): Promise<void> {
    const judging = new AbortController();
    this.judging.push(judging);
    const heard: Recognized[] = [];
    try {
      for (const pcm of ways) {
        const asked = { pcm, sampleRate: AUDIO_RATE, effort: 'final', expect: EXPECTED } as const;
        heard.push(await speech.recognize(asked, judging.signal));
        if (judging.signal.aborted) return;
        if (isStopWord(heard, this.said)) return this.world.stop();
      }
    } catch (error) {
      this.failed(error);
    } finally {
      this.judging = this.judging.filter((other) => other !== judging);
    }
  }

  private readonly failed = (error: unknown): void => {
    if (error instanceof SpeechError && error.code === 'cancelled') return;
    this.retryAt = this.world.now() + RETRY_MS;
    this.world.log(`stop word: ${error instanceof SpeechError ? error.code : 'failed'}`);
  };
}

import type { SpeechAnswer } from '../shared/ipc/speech-port';
import { floatToPcm16 } from '../shared/audio/pcm';
import type { WakeWordEnrolment, WakeWordSensitivity } from '../shared/wake-word';
import { Framer } from './framer';
import { MODEL_RATE, type Recognizer, type VoiceActivityModel } from './part';
import { WakeWordListener, type Hit } from './wake-word-listener';
import { thresholdOf, WakeWordMatcher } from './wake-word-matcher';
import type { WakeWordModel } from './wake-word-model';
import { isSomethingElse } from './wake-word-second-look';
import { toFailure } from './worker-calls';

/** What to listen for. */
export interface WakeWordWanted {
  readonly sampleRate: number;
  readonly enrolment: WakeWordEnrolment;
  readonly sensitivity: WakeWordSensitivity;
}

/** The parts that listening takes; each is loaded when it is first asked for. */
export interface WakeWordParts {
  readonly vad: () => Promise<VoiceActivityModel>;
  readonly wakeWord: () => Promise<WakeWordModel>;
  /** Asked for only once something sounded like the phrase. */
  readonly recognizer: () => Promise<Recognizer>;
}

interface Stream {
  readonly wanted: WakeWordWanted;
  readonly framer: Framer;
  readonly listener: Promise<WakeWordListener>;
  readonly closed: AbortController;
  last: Promise<void>;
}

/** The streams of one client in which a wake word is listened for. A stream that fails says so once, then stays silent. */
export class WakeWordStreams {
  private readonly streams = new Map<number, Stream>();

  constructor(
    private readonly parts: WakeWordParts,
    private readonly send: (answer: SpeechAnswer) => void,
  ) {}

  /** How many are open. */
  get size(): number {
    return this.streams.size;
  }

  /** Opens a stream; one that is open under this number begins anew. */
  open(id: number, wanted: WakeWordWanted): void {
    this.close(id);
    const { enrolment, sensitivity } = wanted;
    const listener = Promise.all([this.parts.vad(), this.parts.wakeWord()]).then(
      ([vad, model]) =>
        new WakeWordListener(
          vad.open(),
          model.open(),
          new WakeWordMatcher(enrolment.recordings, thresholdOf(enrolment, sensitivity)),
          enrolment.milliseconds,
        ),
    );
    const stream: Stream = {
      wanted,
      framer: new Framer(wanted.sampleRate),
      listener,
      closed: new AbortController(),
      last: Promise.resolve(),
    };
    this.streams.set(id, stream);
    listener.catch((error: unknown) => this.fail(id, stream, error));
  }

  push(id: number, pcm: Int16Array): void {
    const stream = this.streams.get(id);
    if (!stream) return;
    const frames = stream.framer.push(pcm);
    stream.last = stream.last.then(async () => {
      const listener = await stream.listener;
      for (const { samples } of frames) {
        if (stream.closed.signal.aborted) return;
        const hit = await listener.push(samples);
        // Not waited for: the stream is listened to meanwhile.
        if (hit) void this.lookAgain(id, stream, hit).catch((error: unknown) => this.fail(id, stream, error));
      }
    });
    stream.last.catch((error: unknown) => this.fail(id, stream, error));
  }

  close(id: number): void {
    this.streams.get(id)?.closed.abort();
    this.streams.delete(id);
  }

  closeAll(): void {
    for (const id of [...this.streams.keys()]) this.close(id);
  }

  private async lookAgain(id: number, stream: Stream, { score, endSample, sound }: Hit): Promise<void> {
    const { enrolment, sampleRate } = stream.wanted;
    const { signal } = stream.closed;
    const accepted = enrolment.textMargin === null || !(await this.isOther(sound, enrolment, signal));
    if (signal.aborted) return;
    const end = Math.round((endSample * sampleRate) / MODEL_RATE);
    this.send({ type: 'wake.heard', stream: id, endSample: end, score, accepted });
  }

  private async isOther(sound: Float32Array, enrolment: WakeWordEnrolment, signal: AbortSignal) {
    const recognizer = await this.parts.recognizer();
    signal.throwIfAborted();
    const utterance = { pcm: floatToPcm16(sound), sampleRate: MODEL_RATE, expect: enrolment.texts };
    return isSomethingElse(await recognizer.recognize(utterance, signal), enrolment);
  }

  private fail(id: number, stream: Stream, error: unknown): void {
    if (stream.closed.signal.aborted) return;
    this.close(id);
    this.send({ type: 'wake.failed', stream: id, ...toFailure(error) });
  }
}

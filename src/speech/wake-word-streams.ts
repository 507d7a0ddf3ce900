import type { SpeechAnswer } from '../shared/ipc/speech-port';
import type { WakeWordEnrolment, WakeWordSensitivity } from '../shared/wake-word';
import { Framer } from './framer';
import { MODEL_RATE, type VoiceActivityModel } from './part';
import { WakeWordListener, type Hit } from './wake-word-listener';
import { FIRST_THRESHOLD, WakeWordMatcher } from './wake-word-matcher';
import type { WakeWordModel } from './wake-word-model';
import { SecondLook } from './wake-word-second-look';
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
}

interface Looks {
  readonly first: WakeWordListener;
  readonly second: SecondLook;
}

interface Stream {
  readonly wanted: WakeWordWanted;
  readonly framer: Framer;
  readonly looks: Promise<Looks>;
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
    const looks = Promise.all([this.parts.vad(), this.parts.wakeWord()]).then(([vad, model]) => ({
      first: new WakeWordListener(
        vad.open(),
        model.open(),
        new WakeWordMatcher(enrolment.recordings, FIRST_THRESHOLD[sensitivity]),
        enrolment.milliseconds,
      ),
      second: new SecondLook(model.hear, enrolment, sensitivity),
    }));
    const stream: Stream = {
      wanted,
      framer: new Framer(wanted.sampleRate),
      looks,
      closed: new AbortController(),
      last: Promise.resolve(),
    };
    this.streams.set(id, stream);
    looks.catch((error: unknown) => this.fail(id, stream, error));
  }

  push(id: number, pcm: Int16Array): void {
    const stream = this.streams.get(id);
    if (!stream) return;
    const frames = stream.framer.push(pcm);
    stream.last = stream.last.then(async () => {
      const { first, second } = await stream.looks;
      for (const { samples } of frames) {
        if (stream.closed.signal.aborted) return;
        const hit = await first.push(samples);
        if (hit) await this.lookAgain(id, stream, second, hit);
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

  private async lookAgain(id: number, stream: Stream, second: SecondLook, hit: Hit): Promise<void> {
    const accepted = await second.look(hit);
    if (accepted === null || stream.closed.signal.aborted) return;
    const end = Math.round((hit.endSample * stream.wanted.sampleRate) / MODEL_RATE);
    this.send({ type: 'wake.heard', stream: id, endSample: end, score: hit.score, accepted });
  }

  private fail(id: number, stream: Stream, error: unknown): void {
    if (stream.closed.signal.aborted) return;
    this.close(id);
    this.send({ type: 'wake.failed', stream: id, ...toFailure(error) });
  }
}

import type { SpeechAnswer, SpeechPart, SpeechRequest } from '../shared/ipc/speech-port';
import type { Closable, Embedder, Recognizer, Synthesizer } from './part';
import { SpeechService, type PartLoaders } from './service';

const pcm = new Int16Array(3);
/** A request for words. */
export const recognize = (id: number, effort: 'partial' | 'final' = 'final'): SpeechRequest => ({
  type: 'recognize',
  id,
  pcm,
  sampleRate: 16_000,
  effort,
});
/** A request for sound. */
export const synthesize = (id: number): SpeechRequest => ({
  type: 'synthesize',
  id,
  text: 'hi',
  voice: 'slt',
  speed: 1,
});

/** Work that is done when the test says so. */
interface Job {
  readonly signal: AbortSignal;
  finish(): void;
  fail(error: Error): void;
}

/** Parts that hold every call until the test lets it go, and count how often they were loaded. */
class FakeParts {
  readonly loads: SpeechPart[] = [];
  readonly closed: SpeechPart[] = [];
  readonly jobs: Job[] = [];
  readonly broken = new Map<SpeechPart, Error>();
  readonly onGone = new Map<SpeechPart, () => void>();
  /** Chances that the voice-activity scorers gave, in order of the calls. */
  scored = 0;

  readonly loaders: PartLoaders = {
    vad: (onGone) => this.load('vad', onGone, { open: () => this.scorer() }),
    recognizer: (onGone) => this.load<Recognizer>('recognizer', onGone, this.recognizer('final')),
    'partial-recognizer': (onGone) =>
      this.load<Recognizer>('partial-recognizer', onGone, this.recognizer('partial')),
    synthesizer: (onGone) =>
      this.load<Synthesizer>('synthesizer', onGone, {
        synthesize: (_clause, signal) => this.job(signal, { pcm, words: [], milliseconds: 1 }),
      }),
    embedder: (onGone) =>
      this.load<Embedder>('embedder', onGone, {
        embed: (texts, signal) =>
          this.job(
            signal,
            texts.map(() => new Float32Array(1)),
          ),
      }),
    'wake-word': (onGone) =>
      this.load('wake-word', onGone, {
        open: () => ({ embed: () => Promise.resolve(null), reset: () => undefined }),
        hear: () => Promise.resolve([]),
      }),
  };

  private recognizer(text: string): Recognizer {
    return { recognize: (_utterance, signal) => this.job(signal, { text, milliseconds: 1 }) };
  }

  private scorer() {
    // Later frames are quicker than earlier ones: order must not depend on it.
    let turns = 20;
    return {
      score: async (frame: Float32Array) => {
        for (let i = turns--; i > 0; i--) await Promise.resolve();
        this.scored++;
        return Math.abs(frame[0]!);
      },
    };
  }

  private load<P>(part: SpeechPart, onGone: () => void, value: P): Promise<P & Closable> {
    this.loads.push(part);
    this.onGone.set(part, onGone);
    const error = this.broken.get(part);
    const close = () => {
      this.closed.push(part);
      return Promise.resolve();
    };
    return error ? Promise.reject(error) : Promise.resolve({ ...value, close });
  }

  private job<T>(signal: AbortSignal, value: T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.jobs.push({ signal, finish: () => resolve(value), fail: reject });
    });
  }
}

/** A service of such parts, with one client and a clock that is turned by hand. */
export function serve() {
  const parts = new FakeParts();
  const reports: string[] = [];
  const clock = { now: 0 };
  const service = new SpeechService(
    parts.loaders,
    (message) => reports.push(message),
    () => clock.now,
    () => Promise.resolve(['slt', 'system']),
  );
  const answers: SpeechAnswer[] = [];
  const client = service.connect((answer) => answers.push(answer));
  return { parts, service, client, answers, reports, clock };
}

/** Lets everything that can happen without a test's leave happen. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

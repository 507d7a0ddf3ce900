import type { SpeechAnswer } from '../shared/ipc/speech-port';
import { Framer } from './framer';
import type { FrameScorer, VoiceActivityModel } from './part';
import { toFailure } from './worker-calls';

interface Stream {
  readonly framer: Framer;
  readonly scorer: Promise<FrameScorer>;
  /** Ends with the last frame pushed so far: frames are scored strictly in order. */
  last: Promise<void>;
}

/** The voice-activity streams of one client. A stream that fails says so once, then stays silent. */
export class VoiceActivityStreams {
  private readonly streams = new Map<number, Stream>();

  constructor(
    private readonly model: () => Promise<VoiceActivityModel>,
    private readonly send: (answer: SpeechAnswer) => void,
  ) {}

  /** How many are open. */
  get size(): number {
    return this.streams.size;
  }

  /** Opens a stream; one that is open under this number begins anew. */
  open(id: number, sampleRate: number): void {
    const scorer = this.model().then((model) => model.open());
    const stream: Stream = { framer: new Framer(sampleRate), scorer, last: Promise.resolve() };
    this.streams.set(id, stream);
    scorer.catch((error: unknown) => this.fail(id, stream, error));
  }

  push(id: number, pcm: Int16Array): void {
    const stream = this.streams.get(id);
    if (!stream) return;
    const frames = stream.framer.push(pcm);
    stream.last = stream.last.then(async () => {
      const scorer = await stream.scorer;
      for (const { samples, endSample } of frames) {
        if (this.streams.get(id) !== stream) return;
        const probability = await scorer.score(samples);
        if (this.streams.get(id) !== stream) return;
        this.send({ type: 'vad.frame', stream: id, endSample, probability });
      }
    });
    stream.last.catch((error: unknown) => this.fail(id, stream, error));
  }

  close(id: number): void {
    this.streams.delete(id);
  }

  closeAll(): void {
    this.streams.clear();
  }

  private fail(id: number, stream: Stream, error: unknown): void {
    if (this.streams.get(id) !== stream) return;
    this.streams.delete(id);
    this.send({ type: 'vad.failed', stream: id, ...toFailure(error) });
  }
}

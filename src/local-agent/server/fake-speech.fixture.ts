import { SpeechClient } from '../../shared/ipc/speech-client';
import type { SpeechAnswer, SpeechRequest } from '../../shared/ipc/speech-port';

/** Samples of one voice frame at 24 kHz. */
const FRAME = 768;

/**
 * A speech process without models. Loud input counts as speech; what was heard is scripted, one text a turn; what is
 * spoken is 100 ms of quiet a word.
 */
export class FakeSpeech {
  readonly client: SpeechClient;
  /** Texts that were synthesized. */
  readonly spoken: string[] = [];
  private readonly heard: string[] = [];
  private answer: (answer: SpeechAnswer) => void = () => undefined;
  private loud: boolean[] = [];
  private frames = 0;

  constructor() {
    this.client = new SpeechClient({
      post: (message) => queueMicrotask(() => this.take(message)),
      listen: (listener) => {
        this.answer = listener;
      },
    });
  }

  /** The next finals will be these. */
  hears(...texts: string[]): void {
    this.heard.push(...texts);
  }

  /** The next finals will be these, whatever of {@link hears} nobody has heard yet. */
  hearsOnly(...texts: string[]): void {
    this.heard.splice(0, this.heard.length, ...texts);
  }

  private take(message: SpeechRequest): void {
    switch (message.type) {
      case 'vad.push':
        this.listen(message.stream, message.pcm);
        return;
      case 'recognize': {
        const text = message.effort === 'final' ? (this.heard.shift() ?? '') : 'so far';
        this.answer({ type: 'recognized', id: message.id, text, milliseconds: 1 });
        return;
      }
      case 'synthesize': {
        this.spoken.push(message.text);
        const words = message.text
          .split(' ')
          .map((text, index) => ({ text, startMs: index * 100, endMs: index * 100 + 100 }));
        const pcm = new Int16Array(words.length * 2_400).fill(100);
        this.answer({ type: 'synthesized', id: message.id, pcm, words, milliseconds: 1 });
        return;
      }
      case 'embed':
        this.answer({ type: 'failed', id: message.id, code: 'model_missing', message: 'no model' });
        return;
      case 'voices':
        this.answer({ type: 'voices', id: message.id, voices: ['slt', 'system'] });
        return;
      case 'warm':
        this.answer({ type: 'done', id: message.id });
        return;
      case 'vad.open':
      case 'vad.close':
      case 'cancel':
        return;
    }
  }

  private listen(stream: number, pcm: Int16Array): void {
    for (const sample of pcm) this.loud.push(Math.abs(sample) > 1_000);
    while (this.loud.length >= FRAME) {
      const probability = this.loud.slice(0, FRAME).some(Boolean) ? 1 : 0;
      this.loud = this.loud.slice(FRAME);
      this.frames++;
      this.answer({ type: 'vad.frame', stream, endSample: this.frames * FRAME, probability });
    }
  }
}

/**
 * Speech without models that still carries words: every word is a tone of its own pitch. What was said can be read
 * back from any recording of it, however it was cut, delayed or sent twice, so lost and doubled words show exactly.
 */
import { SpeechClient } from '../../src/shared/ipc/speech-client';
import { LOCAL_VOICES, type SpeechAnswer, type SpeechRequest } from '../../src/shared/ipc/speech-port';

const RATE = 24_000;
const WORD_MS = 140;
const GAP_MS = 30;
/** Recognition looks at windows of this length, and wants a word's pitch in this many in a row. */
const WINDOW_MS = 10;
const WINDOWS_A_WORD = 7;
const LOWEST_HZ = 400;
const STEP_HZ = 50;
const LOUDNESS = 8_000;
const LOUD = 1_000;
/** Samples of one frame of voice activity: 32 ms. */
const VOICE_FRAME = 768;
/** How the agent sounds: audible, and quick. */
const AGENT_WORD_MS = 100;
const AGENT_LOUDNESS = 3_000;

const VOCABULARY = [
  ...['what', 'time', 'is', 'it', 'in', 'tokyo', 'paris', 'london', 'cairo', 'lima', 'oslo', 'rome', 'now'],
  ...['good', 'morning', 'to', 'you', 'thank', 'very', 'much', 'tell', 'me', 'about', 'the', 'weather'],
  ...['apples', 'bears', 'candles', 'doors', 'engines', 'flowers', 'gardens', 'horses', 'islands', 'jackets'],
  ...['kettles', 'lemons', 'mirrors', 'needles', 'oranges', 'pencils', 'rabbits', 'shadows', 'tigers'],
  ...['umbrellas', 'violins', 'windows', 'yachts', 'zebras', 'please', 'stop', 'and', 'we', 'saw', 'two'],
];

/** A person says this: 24 kHz mono PCM16. @throws Error when a word is not in the vocabulary. */
export function toneSpeech(text: string): Int16Array {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const word = (WORD_MS * RATE) / 1_000;
  const stride = ((WORD_MS + GAP_MS) * RATE) / 1_000;
  const pcm = new Int16Array(words.length * stride);
  words.forEach((name, at) => {
    const pitch = VOCABULARY.indexOf(name);
    if (pitch < 0) throw new Error(`"${name}" is no word of the vocabulary.`);
    for (let i = 0; i < word; i++) {
      const phase = (2 * Math.PI * (LOWEST_HZ + pitch * STEP_HZ) * i) / RATE;
      pcm[at * stride + i] = Math.round(LOUDNESS * Math.sin(phase));
    }
  });
  return pcm;
}

/** The words in a recording of 24 kHz, in their order; a word of which more than half is missing is not heard. */
export function hearTones(pcm: Int16Array): string {
  const size = (WINDOW_MS * RATE) / 1_000;
  const words: string[] = [];
  let current = -1;
  let inRow = 0;
  for (let at = 0; at + size <= pcm.length; at += size) {
    const pitch = pitchOf(pcm, at, at + size);
    inRow = pitch === current ? inRow + 1 : 1;
    current = pitch;
    if (pitch >= 0 && inRow === WINDOWS_A_WORD) words.push(VOCABULARY[pitch] ?? '');
  }
  return words.join(' ');
}

/** Which word's tone this is, by its zero crossings; -1 for none. */
function pitchOf(pcm: Int16Array, from: number, to: number): number {
  let first = -1;
  let last = -1;
  let crossings = 0;
  let peak = 0;
  for (let i = from + 1; i < to; i++) {
    const [before, after] = [pcm[i - 1]!, pcm[i]!];
    peak = Math.max(peak, Math.abs(after));
    if (before >= 0 || after < 0) continue;
    last = i - 1 + before / (before - after);
    if (first < 0) first = last;
    crossings += 1;
  }
  if (peak < LOUD || crossings < 2) return -1;
  const hertz = ((crossings - 1) * RATE) / (last - first);
  const pitch = Math.round((hertz - LOWEST_HZ) / STEP_HZ);
  return Math.abs(hertz - LOWEST_HZ - pitch * STEP_HZ) < STEP_HZ / 4 && pitch < VOCABULARY.length
    ? pitch
    : -1;
}

interface VoiceStream {
  readonly left: number[];
  frames: number;
}

/** A speech process that understands {@link toneSpeech}, and speaks a tenth of a second a word. */
export class ToneSpeech {
  readonly client: SpeechClient;
  private answer: (answer: SpeechAnswer) => void = () => undefined;
  private readonly streams = new Map<number, VoiceStream>();

  constructor() {
    this.client = new SpeechClient({
      post: (message) => queueMicrotask(() => this.take(message)),
      listen: (listener) => {
        this.answer = listener;
      },
    });
  }

  private take(message: SpeechRequest): void {
    switch (message.type) {
      case 'vad.open':
        this.streams.set(message.stream, { left: [], frames: 0 });
        return;
      case 'vad.push':
        return this.listen(message.stream, message.pcm);
      case 'vad.close':
        this.streams.delete(message.stream);
        return;
      case 'recognize': {
        const words = hearTones(message.pcm);
        // A sentence, so that the agent need not wait for more of it.
        const text = words === '' ? '' : `${words[0]!.toUpperCase()}${words.slice(1)}.`;
        this.answer({ type: 'recognized', id: message.id, text, milliseconds: 1 });
        return;
      }
      case 'synthesize': {
        const words = message.text.split(' ').map((text, at) => ({
          text,
          startMs: at * AGENT_WORD_MS,
          endMs: (at + 1) * AGENT_WORD_MS,
        }));
        const pcm = new Int16Array((words.length * AGENT_WORD_MS * RATE) / 1_000).fill(AGENT_LOUDNESS);
        this.answer({ type: 'synthesized', id: message.id, pcm, words, milliseconds: 1 });
        return;
      }
      case 'embed':
        this.answer({ type: 'failed', id: message.id, code: 'model_missing', message: 'no model' });
        return;
      case 'voices':
        this.answer({ type: 'voices', id: message.id, voices: LOCAL_VOICES });
        return;
      case 'warm':
        this.answer({ type: 'done', id: message.id });
        return;
      case 'cancel':
        return;
    }
  }

  private listen(id: number, pcm: Int16Array): void {
    const stream = this.streams.get(id);
    if (!stream) return;
    for (const sample of pcm) stream.left.push(sample);
    while (stream.left.length >= VOICE_FRAME) {
      const probability = stream.left.splice(0, VOICE_FRAME).some((sample) => Math.abs(sample) > LOUD)
        ? 1
        : 0;
      stream.frames += 1;
      this.answer({ type: 'vad.frame', stream: id, endSample: stream.frames * VOICE_FRAME, probability });
    }
  }
}

/** The real models, alone and in the real process. `npm test` fetches them first. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pcm16ToFloat } from '../shared/audio/pcm';
import { resample } from '../shared/audio/resample';
import { SpeechClient } from '../shared/ipc/speech-client';
import { LOCAL_VOICES, SYNTHESIS_RATE, type SpeechAnswer } from '../shared/ipc/speech-port';
import { Framer } from './framer';
import { MODEL_RATE, type Recognizer, type Synthesizer, type VoiceActivityModel } from './part';
import { loadEmbedder } from './embedder';
import { modelsDirectory } from './models.fixture';
import { loadRecognizer } from './recognizer';
import { loadSynthesizer } from './synthesizer';
import { loadVoiceActivity } from './voice-activity';

const models = modelsDirectory();
const never = new AbortController().signal;
const now = () => performance.now();
const LONG_WORD = 'e'.repeat(400);
const words = (text: string) => text.toLowerCase().match(/[a-z0-9']+/g) ?? [];

/** 35 words. */
const SENTENCES = [
  'open the downloads folder',
  'turn the volume down',
  'what time is it in tokyo right now',
  'remind me to call the dentist tomorrow afternoon',
  'open the downloads folder and list the five newest files, please',
];

/** Words to put in, take out or change to get from one to the other. */
function wordErrors(said: readonly string[], heard: readonly string[]): number {
  let row = [...Array(heard.length + 1).keys()];
  said.forEach((word, i) => {
    const next = [i + 1];
    heard.forEach((other, j) =>
      next.push(Math.min(row[j]! + (word === other ? 0 : 1), row[j + 1]! + 1, next[j]! + 1)),
    );
    row = next;
  });
  return row.at(-1)!;
}

let synthesizer: Synthesizer;
beforeAll(async () => {
  synthesizer = await loadSynthesizer(now);
});
const say = (text: string, speed = 1) => synthesizer.synthesize({ text, voice: 'slt', speed }, never);

describe('synthesizer', () => {
  test('speaks the same again, with words that it has met and instances made ahead', async () => {
    const text = 'Twenty minutes past nine.';
    const [first, second] = [await say(text), await say(text)];
    expect({ ...second, milliseconds: 0 }).toEqual({ ...first, milliseconds: 0 });
  });

  test.each(LOCAL_VOICES)('voice %s speaks, and every word has its place', async (voice) => {
    const { pcm, words: placed } = await synthesizer.synthesize(
      { text: 'Open the downloads folder, please.', voice, speed: 1 },
      never,
    );
    const seconds = pcm.length / SYNTHESIS_RATE;
    expect(seconds).toBeGreaterThan(1.2);
    expect(seconds).toBeLessThan(3.5);
    expect(placed.map((word) => word.text)).toEqual(['Open', 'the', 'downloads', 'folder,', 'please.']);
    expect(placed[0]!.startMs).toBe(5);
    expect(placed.at(-1)!.endMs / 1000).toBeGreaterThan(seconds - 0.15);
    for (const { startMs, endMs } of placed) expect(endMs - startMs).toBeGreaterThan(40);
    // The comma is a pause, and the pause belongs to no word.
    expect(placed[4]!.startMs - placed[3]!.endMs).toBeGreaterThan(50);
  });

  test('there is sound where the words are, and none in the pause', async () => {
    const { pcm, words: placed } = await say('Yes, please.');
    const peak = (fromMs: number, toMs: number) =>
      Math.max(...pcm.subarray(fromMs * 24, toMs * 24).map((sample) => Math.abs(sample)));
    for (const word of placed) expect(peak(word.startMs, word.endMs)).toBeGreaterThan(3_000);
    expect(peak(placed[0]!.endMs + 60, placed[1]!.startMs - 60)).toBeLessThan(600);
  });

  test('twice the speed takes about half the time', async () => {
    const [normal, fast] = [
      await say('What time is it in Tokyo?'),
      await say('What time is it in Tokyo?', 2),
    ];
    expect(fast.pcm.length / normal.pcm.length).toBeGreaterThan(0.45);
    expect(fast.pcm.length / normal.pcm.length).toBeLessThan(0.62);
  });

  test.each(['', ' — ', '🎉', '-o /etc/passwd', '--help', '<b>&"\'`$(ls)\0', LONG_WORD])(
    'text %# is text, never an option or a failure',
    async (text) => {
      const { pcm, words: placed } = await say(text);
      expect(placed.map((word) => word.text).join(' ')).toBe(text.trim());
      expect(pcm.length > 0).toBe(/[a-z]/.test(text));
    },
  );

  test('a long text is spoken whole, with its words in order', async () => {
    const { words: placed } = await synthesizer.synthesize(
      { text: 'One two three four five. '.repeat(20), voice: 'kal16', speed: 2 },
      never,
    );
    expect(placed).toHaveLength(100);
    expect(placed.map((word) => word.startMs)).toEqual(
      placed.map((word) => word.startMs).toSorted((a, b) => a - b),
    );
  });

  test('a long text is given up between two pieces', async () => {
    const controller = new AbortController();
    const speech = synthesizer.synthesize(
      { text: 'One two. '.repeat(500), voice: 'slt', speed: 1 },
      controller.signal,
    );
    setImmediate(() => controller.abort());
    const started = now();
    await expect(speech).rejects.toMatchObject({ name: 'AbortError' });
    expect(now() - started).toBeLessThan(4_000);
  });

  test('the same text is the same audio', async () => {
    expect((await say('Again.')).pcm).toEqual((await say('Again.')).pcm);
  });
});

describe('voice activity', () => {
  let model: VoiceActivityModel;
  beforeAll(async () => {
    model = await loadVoiceActivity(models);
  });

  const peak = async (pcm: Int16Array, rate: number): Promise<number> => {
    const scorer = model.open();
    let highest = 0;
    for (const { samples } of new Framer(rate).push(pcm))
      highest = Math.max(highest, await scorer.score(samples));
    return highest;
  };

  test('fires on speech', async () => {
    const { pcm } = await say('Open the downloads folder');
    expect(await peak(pcm, SYNTHESIS_RATE)).toBeGreaterThan(0.9);
  });

  test('stays calm in silence, noise and hum', async () => {
    let seed = 12_345;
    const random = () => (seed = (seed * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 31 - 1;
    const noise = Int16Array.from({ length: 48_000 }, () => random() * 1_600);
    const hum = Int16Array.from(
      { length: 48_000 },
      (_, i) => 3_000 * Math.sin((2 * Math.PI * 100 * i) / 16_000),
    );
    for (const sound of [new Int16Array(48_000), noise, hum]) {
      expect(await peak(sound, MODEL_RATE)).toBeLessThan(0.4);
    }
  });
});

describe.each([
  // Measured over four voices: one word in twenty goes wrong.
  { size: 'base', mistakes: 3 },
  // One in eight: it is for captions while somebody speaks.
  { size: 'tiny', mistakes: 8 },
] as const)('recognizer $size', ({ size, mistakes }) => {
  let recognizer: Recognizer;
  beforeAll(async () => {
    recognizer = await loadRecognizer(models, size, now);
  });

  test('understands what is said, but for a few words', async () => {
    let wrong = 0;
    for (const sentence of SENTENCES) {
      const { pcm } = await say(sentence);
      const { text } = await recognizer.recognize({ pcm, sampleRate: SYNTHESIS_RATE }, never);
      wrong += wordErrors(words(sentence), words(text));
    }
    expect(wrong).toBeLessThanOrEqual(mistakes);
  });

  test('hears nothing in silence and nothing in noise', async () => {
    const noise = Int16Array.from({ length: 32_000 }, (_, i) => 800 * Math.sin(i * i));
    for (const pcm of [new Int16Array(0), new Int16Array(32_000), noise]) {
      const transcript = await recognizer.recognize({ pcm, sampleRate: MODEL_RATE }, never);
      expect(transcript.text).toBe('');
      expect(transcript.expected).toBeUndefined();
    }
  });

  test('tells short commands apart when it knows what to expect', async () => {
    const expect_ = ['stop', 'yes', 'no', 'cancel', 'go back', 'stop talking'];
    for (const phrase of expect_) {
      const { pcm } = await say(phrase);
      const { expected } = await recognizer.recognize(
        { pcm, sampleRate: SYNTHESIS_RATE, expect: expect_ },
        never,
      );
      expect(expected?.phrase).toBe(phrase);
      expect(expected!.freeScore - expected!.score).toBeLessThan(1);
    }
  });

  test('what was not expected scores far below what was heard, or is not worth telling', async () => {
    const { pcm } = await say('open the downloads folder');
    const asked = { pcm, sampleRate: SYNTHESIS_RATE, expect: ['yes', 'no'] };
    const { text, expected } = await recognizer.recognize(asked, never);
    expect(words(text).length).toBeGreaterThan(2);
    expect((expected?.freeScore ?? 0) - (expected?.score ?? -Infinity)).toBeGreaterThan(2);
  });

  test('stops between two tokens', async () => {
    const controller = new AbortController();
    const { pcm } = await say('open the downloads folder');
    const transcript = recognizer.recognize({ pcm, sampleRate: SYNTHESIS_RATE }, controller.signal);
    setImmediate(() => controller.abort());
    await expect(transcript).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('loading', () => {
  let scratch: string;
  beforeAll(() => {
    scratch = mkdtempSync(join(outFolder(), 'models-'));
  });
  afterAll(() => rmSync(scratch, { recursive: true }));

  test('a model that is not there is missing', async () => {
    await expect(loadVoiceActivity(scratch)).rejects.toMatchObject({ code: 'model_missing' });
  });

  test('a file that is no model is unreadable', async () => {
    mkdirSync(join(scratch, 'silero-vad'));
    writeFileSync(join(scratch, 'silero-vad/silero_vad_v6.onnx'), 'not a model');
    await expect(loadVoiceActivity(scratch)).rejects.toMatchObject({ code: 'model_unreadable' });
  });
});

const REFERENCE = [0.0614, -0.0526, -0.0316, 0.0536];

test('sentences that mean the same are alike, others are not', async () => {
  const embedder = await loadEmbedder(models);
  const [timer, remind, folder] = await embedder.embed(
    ['set a timer for ten minutes', 'start a countdown of ten minutes', 'open the downloads folder'],
    never,
  );
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  expect(dot(timer!, timer!)).toBeCloseTo(1, 5);
  expect(dot(timer!, remind!)).toBeGreaterThan(dot(timer!, folder!) + 0.2);
  // Against the numbers that the model gives under TensorFlow.js, for which its weights were packed.
  const [hello] = await embedder.embed(["what's 3:30 in Tokyo?"], never);
  expect([...hello!.slice(0, 4)].map((value) => Number(value.toFixed(4)))).toEqual(REFERENCE);
});

describe('the process', () => {
  // Inside the project, so that the packages with native code are found.
  let folder: string;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(outFolder(), 'speech-'));
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: true,
        target: 'node20.18',
        outDir: folder,
        rollupOptions: {
          input: {
            speech: join(import.meta.dirname, 'index.ts'),
            'speech-worker': join(import.meta.dirname, 'speech-worker.ts'),
          },
          output: { format: 'es', entryFileNames: '[name].js' },
        },
      },
    });
  });
  afterAll(() => {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true });
  });

  function start(directory: string): SpeechClient {
    const child = fork(join(folder, 'speech.js'), ['--models', directory], { serialization: 'advanced' });
    children.push(child);
    const client = new SpeechClient({
      post: (message) => child.send(message),
      listen: (listener) => child.on('message', (answer) => listener(answer as SpeechAnswer)),
    });
    child.on('exit', () => client.processGone());
    return client;
  }

  test('hears what it said, and voice activity goes on while it does', async () => {
    const client = start(models);
    await client.warm(['vad', 'recognizer', 'synthesizer']);
    const { pcm } = await client.synthesize({ text: 'open the downloads folder', voice: 'slt', speed: 1 });

    const seen: { readonly probability: number; readonly whileBusy: boolean }[] = [];
    let busy = true;
    let feed = () => {};
    const stream = client.openVoiceActivity(SYNTHESIS_RATE, (probability) => {
      seen.push({ probability, whileBusy: busy });
      feed();
    });
    // One frame after the other: none is sent before the one ahead came back.
    let at = 0;
    feed = () => {
      if (at < pcm.length && busy) stream.push(pcm.slice(at, (at += 768)));
    };
    feed();
    feed();
    const heard = await client.recognize({ pcm, sampleRate: SYNTHESIS_RATE, effort: 'final' });
    busy = false;
    expect(words(heard.text)).toEqual(['open', 'the', 'downloads', 'folder']);
    expect(seen.filter((frame) => frame.whileBusy).length).toBeGreaterThan(20);
    expect(Math.max(...seen.map((frame) => frame.probability))).toBeGreaterThan(0.9);
  });

  test('without models it stays up: what needs none works, the rest says what is missing', async () => {
    const client = start(join(folder, 'nowhere'));
    const pcm = new Int16Array(100);
    await expect(client.recognize({ pcm, sampleRate: 16_000, effort: 'final' })).rejects.toMatchObject({
      code: 'model_missing',
    });
    await expect(client.warm(['vad'])).rejects.toMatchObject({ code: 'model_missing' });
    const failure = await new Promise<{ readonly code: string }>((resolve) => {
      client.openVoiceActivity(16_000, () => {}, resolve);
    });
    expect(failure.code).toBe('model_missing');
    const { pcm: speech } = await client.synthesize({ text: 'still here', voice: 'kal16', speed: 1 });
    expect(resample(pcm16ToFloat(speech), SYNTHESIS_RATE, MODEL_RATE).length).toBeGreaterThan(4_000);
  });

  test('a cancelled request is given up at once', async () => {
    const client = start(models);
    const controller = new AbortController();
    const pcm = new Int16Array(160_000).map((_, i) => 3_000 * Math.sin(i / 9));
    const call = client.recognize({ pcm, sampleRate: 16_000, effort: 'partial' }, controller.signal);
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });
});

function outFolder(): string {
  const out = join(import.meta.dirname, '../../out');
  mkdirSync(out, { recursive: true });
  return out;
}

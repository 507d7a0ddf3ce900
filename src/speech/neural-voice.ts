/*
 * A neural voice by sherpa-onnx, opt-in: its package with native code is no dependency of Parley, and its model is
 * fetched from its own home when the person chooses it (resources/models.json, "voices").
 */
import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { floatToPcm16 } from '../shared/audio/pcm';
import { resample } from '../shared/audio/resample';
import { SYNTHESIS_RATE } from '../shared/ipc/speech-port';
import { PartError } from './part';
import { spreadWords } from './spread-words';
import type { VoiceEngine } from './system-synthesizer';

/** As much of sherpa-onnx-node as is used. */
interface Sherpa {
  readonly OfflineTts: new (config: unknown) => {
    generate(request: { text: string; sid: number; speed: number }): {
      readonly samples: Float32Array;
      readonly sampleRate: number;
    };
  };
}

const FOLDER = 'voices/kitten-nano-en-v0_1-fp16';
const MODEL = `${FOLDER}/model.fp16.onnx`;
const PACKAGE = 'sherpa-onnx-node';
/** Of the model's eight speakers a calm female one. */
const SPEAKER = 1;

/** Whether its package and its model are there; nothing is loaded. */
export async function hasNeuralVoice(directory: string): Promise<boolean> {
  try {
    createRequire(import.meta.url).resolve(PACKAGE);
    await access(join(directory, MODEL));
    return true;
  } catch {
    return false;
  }
}

/** Loads the voice. Throws PartError `model_missing` when its package or its files are not there. */
export async function loadNeuralVoice(directory: string, now: () => number): Promise<VoiceEngine> {
  const file = (name: string) => join(directory, FOLDER, name);
  await access(join(directory, MODEL)).catch(() => {
    throw new PartError('model_missing', 'The neural voice has not been fetched.');
  });
  const sherpa = await importSherpa();
  const kitten = {
    model: join(directory, MODEL),
    voices: file('voices.bin'),
    tokens: file('tokens.txt'),
    dataDir: file('espeak-ng-data'),
  };
  const model = { kitten, numThreads: 1, provider: 'cpu', debug: false };
  const tts = new sherpa.OfflineTts({ model, maxNumSentences: 1 });
  return {
    speak: ({ text, speed }, signal) => {
      const started = now();
      signal.throwIfAborted();
      const { samples, sampleRate } = tts.generate({ text, sid: SPEAKER, speed });
      const pcm = floatToPcm16(resample(samples, sampleRate, SYNTHESIS_RATE));
      return Promise.resolve({
        pcm,
        words: spreadWords(text, pcm, SYNTHESIS_RATE),
        milliseconds: now() - started,
      });
    },
  };
}

async function importSherpa(): Promise<Sherpa> {
  try {
    const loaded: unknown = await import(/* @vite-ignore */ PACKAGE);
    const found = isSherpa(loaded) ? loaded : (loaded as { default?: unknown }).default;
    if (isSherpa(found)) return found;
  } catch {
    // Told below: a package that cannot be loaded serves no better than one that is missing.
  }
  throw new PartError(
    'model_missing',
    `The neural voice needs the package ${PACKAGE}, which is not installed.`,
  );
}

const isSherpa = (value: unknown): value is Sherpa =>
  typeof value === 'object' && value !== null && 'OfflineTts' in value;

/**
 * `npm run soak -- MINUTES`: the app's conversation talks with the local agent and its real models, while network and
 * service fail at random. The seed is printed; the same seed makes the same mishaps.
 * Exit codes: 0 every invariant held, 1 some did not, 2 the command line is wrong.
 */
import { join } from 'node:path';
import { cacheFolder } from '../../build/setup/cache.mjs';
import { PROJECT } from '../../build/setup/set-up.mjs';
import { ensureModels } from '../../build/setup/speech-models.mjs';
import { startSpeech, type SpeechChild } from '../../src/local-agent/speech-process';
import { embedInTime } from '../../src/local-agent/thinking/embed-in-time';
import { IntentRouter } from '../../src/local-agent/thinking/thinker';
import { ALL_PARTS } from '../../src/local-agent/warming';
import { synthesizedVoice } from '../conformance/voice';
import type { BedVoices } from '../scenarios/bed';
import { readSoakWish, USAGE, type SoakWish } from './command-line';
import { reportText } from './report';
import { IN_TONES, SPOKEN } from './sentences';
import { soak } from './soak';

/** Bytes by which the heap may drift over a run, however long. */
const HEAP_DRIFT = 5e6;

/** Soaks; resolves to the exit code. */
export async function main(): Promise<number> {
  const wish = readSoakWish(process.argv.slice(2));
  if (typeof wish === 'string') {
    console.error(`${wish}\n\n${USAGE}`);
    return 2;
  }
  const models = wish.tones ? null : await realVoices();
  try {
    return await run(wish, models?.voices ?? null);
  } finally {
    models?.speech.stop();
  }
}

async function run(wish: SoakWish, voices: BedVoices | null): Promise<number> {
  const seed = wish.seed ?? Date.now() % 1_000_000;
  const { gc } = globalThis;
  console.log(`Talking for ${String(wish.minutes)} minutes with seed ${String(seed)}.`);
  if (!gc) console.log('The heap is not watched: node was started without --expose-gc.');
  const report = await soak({
    seed,
    milliseconds: wish.minutes * 60_000,
    strictness: { words: voices ? 'roughly' : 'exact', heapDrift: gc ? HEAP_DRIFT : null },
    sentences: voices ? SPOKEN : IN_TONES,
    ...(voices && { voices }),
    heap: () => {
      if (!gc) return null;
      gc();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    },
    say: (line) => console.log(line),
  });
  console.log(`\n${reportText(report)}`);
  if (report.violations.length > 0) console.log(`\nAgain with --seed ${String(seed)}.`);
  return report.violations.length > 0 ? 1 : 0;
}

async function realVoices(): Promise<{ readonly voices: BedVoices; readonly speech: SpeechChild }> {
  const models = await ensureModels({ project: PROJECT, cache: cacheFolder() });
  const speech = startSpeech(join(PROJECT, 'out', 'main', 'speech.js'), models, (code) => {
    console.error(`The speech process ended unexpectedly (code ${String(code)}).`);
  });
  await speech.client.warm(ALL_PARTS);
  const person = await synthesizedVoice(SPOKEN);
  const sounds = new Map(
    await Promise.all(SPOKEN.map(async (text) => [text as string, await person.speak(text)] as const)),
  );
  const thinker = new IntentRouter(
    embedInTime(
      (texts, signal) => speech.client.embed(texts, signal),
      (code) => console.error(`The sentence embedder failed (${code}).`),
    ),
  );
  return {
    speech,
    voices: { speech: speech.client, thinker, speak: (text) => sounds.get(text) ?? new Int16Array(0) },
  };
}

/**
 * How often the local agent's thinking does what was asked: right tool, right arguments, and nothing when nothing
 * was asked. `--failures` prints the development cases that went wrong; `--show-held-out` those of the held-out
 * set, which nobody should tune against.
 */
import { join } from 'node:path';
import { cacheFolder } from '../../../build/setup/cache.mjs';
import { PROJECT } from '../../../build/setup/set-up.mjs';
import { ensureModels } from '../../../build/setup/speech-models.mjs';
import { startSpeech } from '../../../src/local-agent/speech-process';
import { IntentRouter } from '../../../src/local-agent/thinking/thinker';
import { SYNTHESIS_RATE, type SpeechPart } from '../../../src/shared/ipc/speech-port';
import type { SpeechClient } from '../../../src/shared/ipc/speech-client';
import type { AccuracySet } from '../accuracy/cases';
import { development } from '../accuracy/development';
import { failuresText, figuresOf, rowsOf } from '../accuracy/figures';
import { heldOut } from '../accuracy/held-out';
import { holdSet, type Hear } from '../accuracy/talk';
import type { Findings, Measurement } from '../measurement';

/** The person must not sound like the agent, whose voice is another. */
const PERSON = 'rms';

/** Both sets, typed. */
export const accuracy: Measurement = {
  name: 'accuracy',
  flags: ['--failures', '--show-held-out'],
  needsDesktop: false,
  run: (_bench, flags) =>
    measure([development, heldOut], ['embedder'], flags, () => (said) => Promise.resolve(said)),
};

/** The held-out set, spoken by the synthesizer and heard by the recognizer. */
export const accuracySpoken: Measurement = {
  name: 'accuracy-spoken',
  flags: ['--show-held-out'],
  needsDesktop: false,
  run: (_bench, flags) =>
    measure([heldOut], ['embedder', 'synthesizer', 'recognizer'], flags, (speech) => async (said) => {
      const { pcm } = await speech.synthesize({ text: said, voice: PERSON, speed: 1 });
      return (await speech.recognize({ pcm, sampleRate: SYNTHESIS_RATE, effort: 'final' })).text;
    }),
};

async function measure(
  sets: readonly AccuracySet[],
  parts: readonly SpeechPart[],
  flags: ReadonlySet<string>,
  hearWith: (speech: SpeechClient) => Hear,
): Promise<Findings> {
  const models = await ensureModels({ project: PROJECT, cache: cacheFolder() });
  const speech = startSpeech(join(PROJECT, 'out', 'main', 'speech.js'), models, (code) => {
    console.error(`The speech process ended unexpectedly (code ${String(code)}).`);
  });
  try {
    await speech.client.warm(parts);
    const details: Record<string, unknown> = {};
    const rows = [];
    for (const set of sets) {
      // Without a limit to waiting: a busy machine must not change what is thought.
      const router = new IntentRouter((texts, signal) => speech.client.embed(texts, signal));
      const outcomes = await holdSet(set, router, hearWith(speech.client));
      const figures = figuresOf(outcomes);
      rows.push(...rowsOf(set.name, figures, set.name === 'held-out'));
      const shown = set.name === 'development' || flags.has('--show-held-out');
      details[set.name] = { ...figures, ...(shown && { outcomes }) };
      if (shown && (flags.has('--failures') || flags.has('--show-held-out')))
        console.log(failuresText(outcomes));
    }
    return { rows, details };
  } finally {
    speech.stop();
  }
}

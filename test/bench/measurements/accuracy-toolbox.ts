/**
 * Whether a typed request reaches the right one of all of Parley's own tools, most of which have to be looked for
 * first. `--failures` prints the development requests that went wrong; nobody should tune against the held-out ones.
 */
import { join } from 'node:path';
import { cacheFolder } from '../../../build/setup/cache.mjs';
import { PROJECT } from '../../../build/setup/set-up.mjs';
import { ensureModels } from '../../../build/setup/speech-models.mjs';
import { startSpeech } from '../../../src/local-agent/speech-process';
import { IntentRouter } from '../../../src/local-agent/thinking/thinker';
import { developmentRequests } from '../accuracy/toolbox/development';
import { toolboxFailures, toolboxFigures, toolboxRows } from '../accuracy/toolbox/figures';
import { heldOutRequests } from '../accuracy/toolbox/held-out';
import { holdToolbox } from '../accuracy/toolbox/toolbox';
import type { Measurement } from '../measurement';

export const accuracyToolbox: Measurement = {
  name: 'accuracy-toolbox',
  flags: ['--failures'],
  needsDesktop: false,
  async run(_bench, flags) {
    const models = await ensureModels({ project: PROJECT, cache: cacheFolder() });
    const speech = startSpeech(join(PROJECT, 'out', 'main', 'speech.js'), models, (code) => {
      console.error(`The speech process ended unexpectedly (code ${String(code)}).`);
    });
    try {
      await speech.client.warm(['embedder']);
      const router = new IntentRouter((texts, signal) => speech.client.embed(texts, signal));
      const rows = [];
      const details: Record<string, unknown> = {};
      for (const set of [developmentRequests, heldOutRequests]) {
        const outcomes = await holdToolbox(set, router);
        const figures = toolboxFigures(outcomes);
        rows.push(...toolboxRows(`own tools, ${set.name}`, figures, set.name === 'held-out'));
        details[set.name] = figures;
        if (set.name === 'development' && flags.has('--failures')) console.log(toolboxFailures(outcomes));
      }
      return { rows, details };
    } finally {
      speech.stop();
    }
  },
};

/**
 * Fits the weights of the router's choice on the training and the development set, and writes them to
 * `src/local-agent/thinking/choosing/weights.ts`. The figures are cross-validated: every toolset is judged by weights
 * that never saw its tools. The held-out set takes no part.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../../build/setup/cache.mjs';
import { PROJECT } from '../../../build/setup/set-up.mjs';
import { ensureModels } from '../../../build/setup/speech-models.mjs';
import type { Weights } from '../../../src/local-agent/thinking/choosing/score';
import { startSpeech } from '../../../src/local-agent/speech-process';
import type { Embed } from '../../../src/local-agent/thinking/types';
import { development } from '../accuracy/development';
import { crossValidate, type Judged } from '../accuracy/fit/cross-validation';
import { examplesOf } from '../accuracy/fit/examples';
import { fit, WITH_MEANING, WORDS_ALONE, type Fitting } from '../accuracy/fit/regression';
import { weightsText } from '../accuracy/fit/weights-text';
import { developmentRequests } from '../accuracy/toolbox/development';
import { toolboxExamples } from '../accuracy/toolbox/examples';
import { training } from '../accuracy/training';
import type { Findings, Measurement, Row } from '../measurement';

const WEIGHTS = join(PROJECT, 'src', 'local-agent', 'thinking', 'choosing', 'weights.ts');

/** Fits the weights anew; the same sets always give the same weights. */
export const accuracyFit: Measurement = {
  name: 'accuracy-fit',
  needsDesktop: false,
  onlyByName: true,
  run: async () => {
    const models = await ensureModels({ project: PROJECT, cache: cacheFolder() });
    const speech = startSpeech(join(PROJECT, 'out', 'main', 'speech.js'), models, (code) => {
      console.error(`The speech process ended unexpectedly (code ${String(code)}).`);
    });
    try {
      await speech.client.warm(['embedder']);
      const withMeaning = await fitted((texts, signal) => speech.client.embed(texts, signal), WITH_MEANING);
      const wordsAlone = await fitted(null, WORDS_ALONE);
      writeFileSync(WEIGHTS, weightsText(withMeaning.weights, wordsAlone.weights));
      return {
        rows: [row('with meaning', withMeaning.judged), row('words alone', wordsAlone.judged)],
        details: { withMeaning, wordsAlone },
      } satisfies Findings;
    } finally {
      speech.stop();
    }
  },
};

async function fitted(
  embed: Embed | null,
  fitting: Fitting,
): Promise<{ readonly weights: Weights; readonly judged: Judged }> {
  const examples = [
    ...(await examplesOf(training, embed)),
    ...(await examplesOf(development, embed)),
    ...(await toolboxExamples(developmentRequests, embed)),
  ];
  return { weights: fit(examples, fitting), judged: crossValidate(examples, fitting) };
}

function row(name: string, { right, requests, acted, idle }: Judged): Row {
  const other = `right tool ${String(right)} of ${String(requests)}; false action ${String(acted)} of ${String(idle)}`;
  return { measurement: `cross-validated: ${name}`, p50: null, p99: null, other, target: '', met: null };
}

/** `node build/setup/fetch-voice.mjs`: fetches the optional neural voice for the local agent. */

import { join } from 'node:path';
import { cacheFolder } from './cache.mjs';
import { DownloadError } from './download.mjs';
import { readJson } from './files.mjs';
import { downloadProblem, errorText, SetupProblem } from './problem.mjs';
import { runEntry, say } from './report.mjs';
import { PROJECT } from './set-up.mjs';
import { checkManifest, ensureModels, ensureVoice } from './speech-models.mjs';

/** What to do where each kind of download fails. */
const NEXT = {
  unreachable: 'Check the connection, then run the same command again: it goes on where it stopped.',
  refused: 'Try again later.',
  mismatch: 'Run the same command again; if it happens twice, something on the way alters the download.',
};

await runEntry(async () => {
  const models = await ensureModels({ project: PROJECT, cache: cacheFolder() });
  const checked = checkManifest(readJson(join(PROJECT, 'resources', 'models.json')));
  const voices = 'manifest' in checked ? checked.manifest.voices : [];
  for (const voice of voices) {
    let told = -1;
    const onProgress = (/** @type {number} */ bytes) => {
      const tenth = Math.floor((bytes / voice.bytes) * 10);
      if (tenth > told) say(`The ${voice.name} voice: ${tenth * 10} %`);
      told = Math.max(told, tenth);
    };
    say(`The ${voice.name} voice: ${voice.source}. Licence: ${voice.licence}.`);
    const folder = await ensureVoice(voice, models, { onProgress }).catch((error) => {
      throw voiceProblem(voice.name, error);
    });
    say(`The ${voice.name} voice is in ${folder}`);
  }
  say(
    'It speaks once the package sherpa-onnx-node is installed beside Parley: npm i --no-save sherpa-onnx-node',
  );
  return 0;
});

/**
 * @param {string} name
 * @param {unknown} error
 * @returns {SetupProblem}
 */
function voiceProblem(name, error) {
  if (error instanceof SetupProblem) return error;
  const what = `the ${name} voice`;
  if (!(error instanceof DownloadError)) return downloadProblem(what, errorText(error));
  return new SetupProblem(`Could not fetch ${what}: ${error.message}`, NEXT[error.code]);
}

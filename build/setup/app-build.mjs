/** Builds the app into out/, when something that goes into the build has changed. */

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { fingerprint, readJson, writeJson } from './files.mjs';
import { SetupProblem } from './problem.mjs';
import { say } from './report.mjs';

const INPUTS = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'build/packaging/bundled-packages.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const MAIN_FILE = 'out/main/index.js';

/**
 * What the set-up leaves for the app in out/setup.json.
 * @typedef {{ models: string }} SetupFile
 */

/**
 * Makes sure that out/ is the build of the sources as they are, and that out/setup.json names the models.
 *
 * @param {{ project: string, models: string }} what
 * @returns {Promise<string>} Fingerprint of the build.
 */
export async function ensureBuild({ project, models }) {
  const stampFile = join(project, 'out', 'build.json');
  const built = fingerprint(project, INPUTS);
  const stamp = readJson(stampFile);
  const upToDate = typeof stamp === 'object' && stamp !== null && 'inputs' in stamp && stamp.inputs === built;
  if (!upToDate || !existsSync(join(project, MAIN_FILE))) {
    say('App: building ...');
    // A build that breaks off must not look like a whole one.
    rmSync(stampFile, { force: true });
    const cli = join(project, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const build = await run(process.execPath, [cli, 'build', '--logLevel', 'warn'], {
      cwd: project,
      env: { ...process.env, NO_COLOR: '1' },
    });
    if (build.code !== 0) {
      throw new SetupProblem(
        `The app could not be built.\n${build.text.replaceAll(/^ {4}at .*\n?/gm, '').trim()}`,
        'Mend what the build names, then run the same command again.',
      );
    }
    writeJson(stampFile, { inputs: built });
  }
  const setupFile = join(project, 'out', 'setup.json');
  const known = readJson(setupFile);
  if (typeof known !== 'object' || known === null || !('models' in known) || known.models !== models) {
    writeJson(setupFile, /** @type {SetupFile} */ ({ models }));
  }
  return built;
}

/**
 * Everything between a fresh clone and a startable app, in order; each step does nothing when its work is done.
 * Until the dependencies are there, only Node's own modules may be imported: so the steps after them import
 * packages inside their functions.
 */

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readableAppFolder } from './app-copy.mjs';
import { ensureBuild } from './app-build.mjs';
import { cacheFolder } from './cache.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { hasDisplay } from './display.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { withLock } from './lock.mjs';
import { SetupProblem } from './problem.mjs';
import { ensureModels } from './speech-models.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { ensureUnprivilegedUser, ensureWrapper, mayUse } from './unprivileged-user.mjs';

/** The project's folder, absolute. */
export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const asRoot = () => process.platform === 'linux' && process.getuid?.() === 0;

/** Whether Electron would find a screen without our help. */
export const screenIsThere = () => hasDisplay(process.platform, process.env, asRoot());

/**
 * @typedef {object} Ready What the set-up made available.
 * @property {import('./electron-runtime.mjs').ElectronRuntime} runtime `runtime.executable` is Electron itself.
 * @property {string} executable What to start: Electron, or as root a program that starts it as another user.
 * @property {string} appFolder Electron's first argument.
 * @property {string} models
 * @property {import('./unprivileged-user.mjs').UnprivilegedUser | undefined} user Who Electron runs as, if not us.
 */

/**
 * Prepares everything. May be run any number of times, also at once.
 *
 * @param {{ rigs: boolean }} needs `rigs`: the test rigs' programs too.
 * @returns {Promise<Ready>}
 */
export async function setUp({ rigs }) {
  // What root makes here is read by another user.
  if (asRoot()) process.umask(0o022);
  const cache = cacheFolder();
  const places = { project: PROJECT, cache };
  makeCache(cache);
  return withLock(join(cache, 'setup.lock'), async () => {
    await ensureSystemPackages({ app: true, screen: rigs || !screenIsThere(), rigs });
    await ensureDependencies(PROJECT);
    const runtime = await ensureElectron(places);
    const models = await ensureModels(places);
    const built = await ensureBuild({ project: PROJECT, models });
    const user = await ensureUnprivilegedUser();
    if (user) await checkReadable(user, runtime.executable);
    const executable = user ? ensureWrapper(user, runtime.executable, cache) : runtime.executable;
    const appFolder = await readableAppFolder({ ...places, user, built });
    return { runtime, executable, appFolder, models, user };
  });
}

/**
 * What the local agent needs on its own: no Electron.
 *
 * @returns {Promise<{ models: string }>}
 */
export async function setUpLocalAgent() {
  const cache = cacheFolder();
  makeCache(cache);
  return withLock(join(cache, 'setup.lock'), async () => {
    await ensureDependencies(PROJECT);
    const models = await ensureModels({ project: PROJECT, cache });
    await ensureBuild({ project: PROJECT, models });
    return { models };
  });
}

/** @param {string} cache */
function makeCache(cache) {
  try {
    mkdirSync(cache, { recursive: true });
  } catch (error) {
    throw new SetupProblem(
      `The cache folder ${cache} cannot be made: ${error instanceof Error ? error.message : String(error)}.`,
      'Set PARLEY_CACHE to a folder that can be written, then run the same command again.',
    );
  }
}

/**
 * @param {import('./unprivileged-user.mjs').UnprivilegedUser} user
 * @param {string} file
 */
async function checkReadable(user, file) {
  if (await mayUse(user, file, ['-x'])) return;
  throw new SetupProblem(
    `The user "${user.name}" cannot reach the cache at ${file}.`,
    'Set PARLEY_CACHE to a folder below one that every user may read, then run the same command again.',
  );
}

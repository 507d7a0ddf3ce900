/**
 * Started as root from a folder that only root may read (a build machine's private clone), the app runs from a
 * copy in the cache, because the unprivileged user could not read the original.
 */

import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fillOnce } from './cache.mjs';
import { listFiles, readJson, shortHash } from './files.mjs';
import { say } from './report.mjs';
import { mayUse } from './unprivileged-user.mjs';

const APP_PATHS = ['package.json', 'out', 'resources'];

/**
 * The folders of the packages that the app loads at run time, read from the lock file: those that are no
 * development dependency.
 *
 * @param {unknown} lock Content of package-lock.json.
 * @returns {string[]} Relative to the project, such as `node_modules/onnxruntime-node`.
 */
export function runtimePackages(lock) {
  const packages = /** @type {{ packages?: Record<string, { dev?: boolean, optional?: boolean }> }} */ (lock)
    .packages;
  return Object.entries(packages ?? {})
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.dev)
    .map(([path]) => path);
}

/**
 * Whether a file is native code of another system or processor: onnxruntime-node carries all of them (240 MB).
 *
 * @param {string} path
 * @param {string} platform
 * @param {string} arch
 */
export function isForeignBinary(path, platform, arch) {
  const match = /\/bin\/napi-v\d+\/([^/]+)\/([^/]+)\//.exec(path);
  return match !== null && (match[1] !== platform || match[2] !== arch);
}

/**
 * A hard link where the file system allows one and the file may be read by all, else a copy.
 *
 * @param {string} from
 * @param {string} to
 */
function linkOrCopy(from, to) {
  const { mode } = statSync(from);
  if ((mode & 0o004) !== 0) {
    try {
      linkSync(from, to);
      return;
    } catch {
      // Another file system; copied below.
    }
  }
  copyFileSync(from, to);
  chmodSync(to, mode | 0o444);
}

/**
 * @param {string} project
 * @param {string} folder
 */
function copyApp(project, folder) {
  const packages = runtimePackages(readJson(join(project, 'package-lock.json')));
  for (const file of listFiles(project, [...APP_PATHS, ...packages])) {
    if (isForeignBinary(file, process.platform, process.arch)) continue;
    const to = join(folder, file);
    // Packages nested in others are listed twice.
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    linkOrCopy(join(project, file), to);
  }
}

/**
 * The folder that the app is started from: the project's own when that user can read it, else a copy.
 *
 * @param {{ project: string, cache: string, user: import('./unprivileged-user.mjs').UnprivilegedUser | undefined, built: string }} what
 *   `built`: fingerprint of the build.
 * @returns {Promise<string>}
 */
export async function readableAppFolder({ project, cache, user, built }) {
  if (!user) return project;
  const samples = [
    'package.json',
    'resources/models.json',
    'out/main/index.js',
    'node_modules/onnxruntime-node/package.json',
  ];
  const readable = await Promise.all(samples.map((file) => mayUse(user, join(project, file), ['-r'])));
  if (readable.every(Boolean)) return project;

  const home = join(cache, 'app', shortHash(project));
  const folder = join(home, built);
  if (!existsSync(folder)) {
    say(`App: the user "${user.name}" cannot read ${project}, so it runs from a copy in ${folder}`);
    await fillOnce(folder, async (temporary) => copyApp(project, temporary));
    for (const older of readdirSync(home)) {
      if (older !== built && !older.endsWith('.partial'))
        rmSync(join(home, older), { recursive: true, force: true });
    }
  }
  return folder;
}

/** The project's own dependencies: installed when they are missing or the lock file has changed. */

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm, run } from './child.mjs';
import { readJson, shortHash, writeJson } from './files.mjs';
import { downloadProblem, SetupProblem } from './problem.mjs';
import { say } from './report.mjs';

/** Oldest Node that the tools run on. */
const OLDEST_NODE = /** @type {const} */ ([20, 19]);

/**
 * Whether a Node version is new enough.
 *
 * @param {string} version For example `20.19.0`.
 */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/**
 * Whether to run `npm ci`. An install that a person ran by hand counts when it is newer than the lock file.
 *
 * @param {{ lock: string, stamp: unknown, installedAt: number | undefined, lockChangedAt: number }} state
 *   `lock`: hash of the lock file; `stamp`: what we wrote after our last install; times in milliseconds.
 */
export function mustInstall({ lock, stamp, installedAt, lockChangedAt }) {
  if (installedAt === undefined) return true;
  if (typeof stamp === 'object' && stamp !== null && 'lock' in stamp) return stamp.lock !== lock;
  return installedAt < lockChangedAt;
}

/**
 * Makes sure that node_modules is what the lock file says.
 *
 * @param {string} project
 */
export async function ensureDependencies(project) {
  if (!nodeIsNewEnough(process.versions.node)) {
    throw new SetupProblem(
      `Node ${process.versions.node} is too old.`,
      `Install Node ${OLDEST_NODE.join('.')} or newer (https://nodejs.org), then run the same command again.`,
    );
  }
  const lockFile = join(project, 'package-lock.json');
  const stampFile = join(project, 'node_modules', '.parley', 'dependencies.json');
  const lock = shortHash(readFileSync(lockFile));
  const changedAt = (/** @type {string} */ path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const stamp = readJson(stampFile);
  // npm writes this file last, so a broken-off install has none.
  const installedAt = changedAt(join(project, 'node_modules', '.package-lock.json'));
  if (mustInstall({ lock, stamp, installedAt, lockChangedAt: changedAt(lockFile) ?? 0 })) {
    say('Dependencies: installing them (npm ci) ...');
    const [command, args] = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    const installed = await run(command, args, { cwd: project });
    if (installed.code !== 0) throw downloadProblem('the dependencies', installed.text);
  } else if (stamp !== undefined) {
    return;
  }
  writeJson(stampFile, { lock });
}

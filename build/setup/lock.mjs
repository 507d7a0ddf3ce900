/** One set-up at a time: two would install, fetch and build the same things over each other. */

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './report.mjs';

/** No set-up takes this long, so a lock this old was left by a machine that went down. In milliseconds. */
const ABANDONED_MS = 45 * 60_000;
const POLL_MS = 200;

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);

/**
 * Whether a process is there.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it lives.
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Takes the lock if it is free or abandoned.
 *
 * @param {string} path
 * @returns {number} 0 when it is ours now, else the id of the process that holds it.
 */
function tryLock(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return 0;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  try {
    const holder = Number(readFileSync(path, 'utf8'));
    const age = Date.now() - statSync(path).mtimeMs;
    // An empty file is a lock that is just being written.
    if (age < ABANDONED_MS && (holder === 0 ? age < 5_000 : isAlive(holder))) return holder || -1;
    rmSync(path, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  return -1;
}

/**
 * Does something while holding the lock; waits for whoever holds it. The lock goes when the process ends, too.
 *
 * @template T
 * @param {string} path The lock file; its folder is made.
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  for (let holder = tryLock(path); holder !== 0; holder = tryLock(path)) {
    if (holder > 0 && !told) say(`Another set-up is at work (process ${holder}); waiting for it ...`);
    told ||= holder > 0;
    await wait(POLL_MS);
  }
  const free = () => rmSync(path, { force: true });
  process.once('exit', free);
  try {
    return await work();
  } finally {
    process.off('exit', free);
    free();
  }
}

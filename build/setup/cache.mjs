/**
 * The per-user cache: the Electron runtime, the speech models and what else can be fetched again.
 * A folder in it is either whole or absent: it is filled under a temporary name, then renamed.
 */

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './lock.mjs';

/**
 * Where the cache is. Root's lies where the unprivileged user of the tests can read it.
 *
 * @param {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, uid: number | undefined, home: string }} system
 * @returns {string}
 */
export function cacheFolderOf({ platform, env, uid, home }) {
  if (env['PARLEY_CACHE']) return env['PARLEY_CACHE'];
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Parley', 'Cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'Parley');
  if (uid === 0) return '/var/cache/parley';
  return join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'parley');
}

/** The cache folder of whoever runs this. */
export function cacheFolder() {
  return cacheFolderOf({
    platform: process.platform,
    env: process.env,
    uid: process.getuid?.(),
    home: homedir(),
  });
}

/**
 * Removes what fills of this folder left that were killed.
 *
 * @param {string} folder
 */
function removeLeftovers(folder) {
  const prefix = `${basename(folder)}.`;
  for (const name of readdirSync(dirname(folder))) {
    const pid = name.startsWith(prefix)
      ? /^(\d+)-[0-9a-f]+\.partial$/.exec(name.slice(prefix.length))?.[1]
      : undefined;
    if (pid && !isAlive(Number(pid))) rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/**
 * Fills a folder of the cache once. Concurrent fills are safe: the first to finish wins.
 *
 * @param {string} folder Absolute; its parent is made.
 * @param {(temporary: string) => Promise<void>} fill Puts everything into `temporary`, or throws and nothing stays.
 */
export async function fillOnce(folder, fill) {
  if (existsSync(folder)) return;
  const temporary = `${folder}.${process.pid}-${randomBytes(4).toString('hex')}.partial`;
  try {
    mkdirSync(temporary, { recursive: true });
    removeLeftovers(folder);
    await fill(temporary);
    renameSync(temporary, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolderOf, fillOnce } from './cache.mjs';

describe('where the cache is', () => {
  /** @type {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, uid: number, home: string }} */
  const person = { platform: 'linux', env: {}, uid: 1000, home: '/home/ada' };

  it.each([
    ['a person on Linux', {}, '/home/ada/.cache/parley'],
    ['a person with a cache folder of their own', { env: { XDG_CACHE_HOME: '/fast' } }, '/fast/parley'],
    ['root, whose cache another user must read', { uid: 0 }, '/var/cache/parley'],
    ['macOS', { platform: /** @type {const} */ ('darwin') }, '/home/ada/Library/Caches/Parley'],
    ['PARLEY_CACHE', { uid: 0, env: { PARLEY_CACHE: '/elsewhere' } }, '/elsewhere'],
  ])('%s', (_case, change, expected) => {
    expect(cacheFolderOf({ ...person, ...change }).replaceAll('\\', '/')).toBe(expected);
  });
});

describe('filling a folder of the cache', () => {
  /** @type {string} */
  let root;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'parley-cache-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('leaves nothing behind when it breaks off', async () => {
    const folder = join(root, 'models');
    const broken = fillOnce(folder, async (temporary) => {
      writeFileSync(join(temporary, 'half'), 'x');
      throw new Error('disk full');
    });
    await expect(broken).rejects.toThrow('disk full');
    expect(readdirSync(root)).toEqual([]);
  });

  it('removes what a killed fill left, and nothing of one that goes on', async () => {
    const folder = join(root, 'models');
    // Above the largest process id that Linux gives.
    mkdirSync(`${folder}.4194305-0a1b2c3d.partial`);
    mkdirSync(`${folder}.${process.ppid}-0a1b2c3d.partial`);
    await fillOnce(folder, () => Promise.resolve());
    expect(readdirSync(root)).toEqual(['models', `models.${process.ppid}-0a1b2c3d.partial`]);
  });

  it('is not done again', async () => {
    const folder = join(root, 'models');
    let fills = 0;
    const fill = async () => void (fills += 1);
    await fillOnce(folder, fill);
    await fillOnce(folder, fill);
    expect(fills).toBe(1);
  });

  it('keeps one whole copy when two fill it at once', async () => {
    const folder = join(root, 'models');
    const fill = (/** @type {string} */ by) => async (/** @type {string} */ temporary) => {
      writeFileSync(join(temporary, 'first'), by);
      await new Promise((resolve) => setImmediate(resolve));
      writeFileSync(join(temporary, 'second'), by);
    };
    await Promise.all([fillOnce(folder, fill('a')), fillOnce(folder, fill('b'))]);
    expect(readFileSync(join(folder, 'first'), 'utf8')).toBe(readFileSync(join(folder, 'second'), 'utf8'));
    expect(readdirSync(root)).toEqual(['models']);
    expect(existsSync(folder)).toBe(true);
  });
});

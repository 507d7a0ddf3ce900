import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withLock } from './lock.mjs';

/** @type {string} */
let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-lock-'));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

const lock = () => join(root, 'setup.lock');

describe('the set-up lock', () => {
  it('lets one in at a time, and both in the end', async () => {
    /** @type {string[]} */
    const order = [];
    const work = (/** @type {string} */ name) => async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(`${name} out`);
    };
    await Promise.all([withLock(lock(), work('a')), withLock(lock(), work('b'))]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
    expect(readdirSync(root)).toEqual([]);
  });

  it('is freed when the work fails', async () => {
    await expect(withLock(lock(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(root)).toEqual([]);
  });

  it('is taken over from a process that is gone', async () => {
    // Above the largest process id that Linux gives.
    writeFileSync(lock(), '4194305');
    await expect(withLock(lock(), () => Promise.resolve('mine'))).resolves.toBe('mine');
  });

  it('is taken over when it is older than any set-up, though its number lives on in another process', async () => {
    writeFileSync(lock(), String(process.ppid));
    const hoursAgo = Date.now() / 1000 - 7200;
    utimesSync(lock(), hoursAgo, hoursAgo);
    await expect(withLock(lock(), () => Promise.resolve('mine'))).resolves.toBe('mine');
  });
});

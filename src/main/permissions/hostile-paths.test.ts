/** Paths that a misheard person, a mistaken model or an attacker may name. None may reach what is outside. */
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isWithin } from './fence';
import { MISSING, NOT_NAMES, OUTSIDE, SECRETS, trap, WINDOWS } from './hostile-paths.fixture';
import { grantsOf } from './temp-grants';

describe('a named path never reaches outside', () => {
  test.each(OUTSIDE)('%j is outside', async (named) => {
    const { root, system } = await trap();
    expect(await grantsOf([root], system).resolve(named)).toEqual({ ok: false, refusal: 'outside' });
  });

  test.each(NOT_NAMES)('%j is no name', async (named) => {
    const { root, system } = await trap();
    expect(await grantsOf([root], system).resolve(named)).toEqual({ ok: false, refusal: 'not_allowed' });
  });

  test.each(MISSING)('%j is nothing', async (named) => {
    const { root, system } = await trap();
    expect(await grantsOf([root], system).resolve(named)).toEqual({ ok: false, refusal: 'missing' });
  });

  test.each(WINDOWS)('%j is refused on Windows before the disk is asked', async (named) => {
    const { root, system } = await trap();
    const files = grantsOf([root], { ...system, platform: 'win32' });
    expect(await files.resolve(named)).toEqual({ ok: false, refusal: 'not_allowed' });
  });

  test('the same folder with another beginning is another folder', async () => {
    const { disk, root, system } = await trap();
    const files = grantsOf([root], system);
    // Elsewhere `Allowed` and `allowed` are one folder.
    const otherCase = process.platform === 'linux' ? ['Allowed/other-case.txt', 'Allowed'] : [];
    for (const path of ['allowed_evil/loot.txt', 'allowed_evil', ...otherCase]) {
      expect(await files.resolve(join(disk.path, path))).toEqual({ ok: false, refusal: 'outside' });
    }
  });

  test('a way through a link outside that leads back in is what it leads to', async () => {
    const { disk, root, system } = await trap();
    const answer = await grantsOf([root], system).resolve(join(disk.path, 'outside/back/notes.txt'));
    expect(answer).toMatchObject({ ok: true, path: { absolute: join(root, 'notes.txt') } });
  });

  test('whether something exists outside cannot be learned', async () => {
    const { disk, root, system } = await trap();
    const files = grantsOf([root], system);
    const there = await files.resolve(join(disk.path, 'outside/secret.txt'));
    const notThere = await files.resolve(join(disk.path, 'outside/never.txt'));
    expect(there).toEqual(notThere);
  });
});

describe('secrets inside a grant stay closed', () => {
  test.each(SECRETS)('%j', async (secret) => {
    const { root, system } = await trap();
    const files = grantsOf([root], system);
    for (const named of [secret, join(root, secret), `allowed/${secret.toUpperCase()}`]) {
      const answer = await files.resolve(named);
      expect(answer.ok).toBe(false);
      expect(answer).not.toEqual({ ok: false, refusal: 'outside' });
    }
  });

  test.each(['parley-data', 'parley-data/settings.json', 'to-hidden', 'to-hidden/config', 'to-key'])(
    '%j',
    async (named) => {
      const { root, system } = await trap();
      const answer = await grantsOf([root], system).resolve(named);
      expect(answer).toEqual({ ok: false, refusal: expect.stringMatching(/hidden|not_allowed/) });
    },
  );

  test('a grant of a folder of keys opens nothing in it', async () => {
    const { root, system } = await trap();
    const files = grantsOf([join(root, '.ssh')], system);
    expect(await files.resolve('config')).toEqual({ ok: false, refusal: 'not_allowed' });
  });

  test('sockets and devices are not touched', async () => {
    const { root, system } = await trap();
    const server = createServer().listen(join(root, 'socket'));
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    symlinkSync('/dev/zero', join(root, 'zero'));
    const files = grantsOf([root], system);
    expect(await files.resolve('socket')).toEqual({ ok: false, refusal: 'not_allowed' });
    expect(await files.resolve('zero')).toEqual({ ok: false, refusal: 'outside' });
    const socket = { absolute: join(root, 'socket'), spoken: 'socket' };
    await expect(files.read(socket, 10)).rejects.toThrow('not_allowed');
  });
});

describe('no list of segments escapes', () => {
  const segment = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('..', '.', '', 'sub', 'allowed', 'outside', 'allowed_evil', '~'),
    },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'to-outside',
        'to-root',
        'to-parent',
        'hop',
        'loop',
        'etc',
        'passwd',
        'secret.txt',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('notes.txt', 'deep.txt', 'Sub', '.ssh', 'my allowed folder', 'back'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  );

  test('what resolves lies in the grant after links, is not hidden, and can be resolved again', async () => {
    const { disk, root, system } = await trap();
    const files = grantsOf([root], system);
    const start = fc.constantFrom('', '/', `${root}/`, `${disk.path}/`, '~/');
    await fc.assert(
      fc.asyncProperty(start, fc.array(segment, { maxLength: 8 }), async (beginning, segments) => {
        const answer = await files.resolve(beginning + segments.join('/'));
        if (!answer.ok) return;
        const { absolute } = answer.path;
        expect(isWithin(root, absolute)).toBe(true);
        expect(absolute.slice(root.length)).not.toMatch(/\/\.|to-|hop|parley-data/);
        expect(await files.resolve(absolute)).toEqual(answer);
      }),
      { numRuns: 1_500 },
    );
  });

  test('resolving never throws, whatever the text', async () => {
    const { root, system } = await trap();
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const files = grantsOf([root], { ...system, platform });
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (named) => {
          await files.resolve(named);
        }),
        { numRuns: 200 },
      );
    }
  });
});

import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { recorded } from './run-program.fixture';
import type { RunProgram } from './run-program';
import { electronScreen, waylandScreen } from './screen';

const { signal } = new AbortController();
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

describe('a picture by way of Electron', () => {
  test('comes as it is', async () => {
    const screen = electronScreen(() => Promise.resolve(PNG), 'No.');
    expect(await screen.capture(signal)).toEqual({ ok: true, value: PNG });
  });

  test.each([
    ['none', () => Promise.resolve(null)],
    ['a fault', () => Promise.reject(new Error('no screen'))],
    ['no PNG', () => Promise.resolve(new Uint8Array([1, 2, 3]))],
  ])('%s is told of', async (_, capture) => {
    expect(await electronScreen(capture, 'No.').capture(signal)).toEqual({ ok: false, sentence: 'No.' });
  });
});

describe('a picture on Wayland', () => {
  /** A program that writes the picture where it is told to. */
  const writing =
    (program: string): RunProgram =>
    async (called, args) => {
      if (called !== program) return { ok: false, why: 'missing' };
      await writeFile(args.at(-1)!, PNG);
      return { ok: true, output: '' };
    };

  test.each(['grim', 'spectacle', 'gnome-screenshot'])('by %s; no copy is left', async (program) => {
    const before = await readdir(tmpdir());
    expect(await waylandScreen(writing(program)).capture(signal)).toEqual({ ok: true, value: PNG });
    const left = (await readdir(tmpdir())).filter(
      (name) => name.startsWith('parley-screen-') && !before.includes(name),
    );
    expect(left).toEqual([]);
  });

  test('with none of them it is said', async () => {
    const answer = await waylandScreen(recorded({}).run).capture(signal);
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringContaining('Wayland') });
  });

  test('a program that ends well and leaves no picture does not count', async () => {
    expect(await waylandScreen(recorded({ grim: '' }).run).capture(signal)).toMatchObject({ ok: false });
  });
});

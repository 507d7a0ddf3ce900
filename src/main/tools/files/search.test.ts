import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grantsOf, tempFolder, type TempFolder } from '../../permissions/temp-grants';
import type { GrantedFiles } from '../../permissions/granted-files';
import { searchFor, type Search } from './search';

const day = (number: number) => new Date(Date.UTC(2026, 5, number));

async function place(fill: (disk: TempFolder) => Promise<unknown>) {
  const disk = await tempFolder();
  await fill(disk);
  return { disk, files: grantsOf([disk.path]) };
}

async function search(
  files: GrantedFiles,
  words: string,
  more: Partial<Search> & {
    clock?: () => number;
    signal?: AbortSignal;
    progress?: (note: string) => void;
  } = {},
) {
  const { clock, signal = new AbortController().signal, progress = () => undefined, ...rest } = more;
  const answer = await searchFor(
    { words, folders: await files.roots(), within: 'both', count: 5, ...rest },
    { files, progress, ...(clock && { clock }) },
    signal,
  );
  return { ...answer, names: answer.found.map(({ path }) => path.spoken.replace(/^.*\//u, '')) };
}

test('a word of the name and one of a folder around it find a file', async () => {
  const { files } = await place(async (disk) => {
    await disk.write('Miller/invoice.pdf');
    await disk.write('Smith/invoice.pdf');
    await disk.write('Miller/letter.pdf');
  });
  const { found } = await search(files, 'invoice Miller');
  expect(found.map(({ path }) => path.spoken.split('/').slice(-2).join('/'))).toEqual(['Miller/invoice.pdf']);
});

test('names only, contents only, folders only', async () => {
  const { files } = await place(async (disk) => {
    await disk.write('garden/other.txt', 'nothing');
    await disk.write('garden plan.txt', 'nothing');
    await disk.write('notes.txt', 'the garden');
  });
  expect((await search(files, 'garden', { within: 'name' })).names.sort()).toEqual([
    'garden',
    'garden plan.txt',
  ]);
  expect((await search(files, 'garden', { within: 'content' })).names).toEqual(['notes.txt']);
  expect((await search(files, 'garden', { kind: 'folder' })).names).toEqual(['garden']);
});

test('what git ignores is not searched', async () => {
  const { files } = await place(async (disk) => {
    await disk.write('.git/HEAD');
    await disk.write('.gitignore', 'dist\n');
    await disk.write('dist/garden.txt', 'garden');
    await disk.write('src/garden.txt', 'garden');
  });
  expect((await search(files, 'garden')).total).toBe(1);
});

describe('with a clock that runs fast', () => {
  const texts = async (disk: TempFolder) => {
    for (let at = 1; at <= 28; at += 1) await disk.write(`${at}.txt`, 'garden', day(at));
  };

  test('enough is enough: the newest are told, and that there may be more', async () => {
    const { files } = await place(texts);
    let time = 0;
    const answer = await search(files, 'garden', { clock: () => (time += 40), count: 3 });
    expect(answer.complete).toBe(false);
    expect(answer.total).toBeGreaterThanOrEqual(3);
    expect(answer.names[0]).toBe('28.txt');
  });

  test('a search that finds nothing ends all the same, and says that not all was searched', async () => {
    const { files } = await place(texts);
    let time = 0;
    expect(await search(files, 'unicorn', { clock: () => (time += 400) })).toMatchObject({
      total: 0,
      complete: false,
    });
  });

  test('a file that was edited since the last search is read first', async () => {
    const { disk, files } = await place(texts);
    await search(files, 'garden');
    await writeFile(join(disk.path, '2.txt'), 'garden, edited');
    await utimes(join(disk.path, '2.txt'), day(30), day(30));
    let time = 0;
    const answer = await search(files, 'garden', { clock: () => (time += 15), count: 3, within: 'content' });
    expect(answer.complete).toBe(false);
    expect(answer.names[0]).toBe('2.txt');
  });

  test('how far it has come is told, and the first match at once', async () => {
    const { files } = await place(texts);
    const notes: string[] = [];
    let time = 0;
    await search(files, 'unicorn', { clock: () => (time += 100), progress: (note) => notes.push(note) });
    expect(notes[0]).toMatch(/^\d+ (names|texts) looked through$/u);
    notes.length = 0;
    await search(files, 'garden', { progress: (note) => notes.push(note) });
    expect(notes[0]).toMatch(/^1 found, /u);
  });
});

test('an abort ends it at once wherever it is, and nothing is left that complains', async () => {
  const { files } = await place(async (disk) => {
    for (let at = 0; at < 300; at += 1) await disk.write(`${at % 30}/${at}.txt`, 'garden '.repeat(200));
  });
  for (const wait of [0, 1, 3, 8, 20]) {
    const abort = new AbortController();
    const searching = search(files, 'garden unicorn', { signal: abort.signal });
    const ended = expect(searching).rejects.toThrow('stop');
    await new Promise((resolve) => setTimeout(resolve, wait));
    const at = performance.now();
    abort.abort(new Error('stop'));
    // One that was done before has nothing to reject with.
    await Promise.race([ended, searching.then(() => undefined)]).catch(() => undefined);
    expect(performance.now() - at).toBeLessThan(100);
  }
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { grantsOf, tempFolder } from '../../permissions/temp-grants';
import { findByName } from './find-by-name';
import type { IndexedFolder } from './name-index';
import { walk } from './walk';

const never = new AbortController().signal;
const wide = { entries: 10_000, depth: 10, milliseconds: 10_000 };

const thingsIn = ({ path, files, folders }: IndexedFolder): readonly string[] => [
  ...files.map((name) => join(path.absolute, name)),
  ...folders.map(({ absolute }) => absolute),
];

test('the best name comes first, folders and files alike', async () => {
  const disk = await tempFolder();
  await disk.write('a/b/Quarterly Budget 2026.ods');
  await disk.write('a/old quarterly budget draft copy.ods');
  await disk.folder('Budget');
  const { matches, complete } = await findByName(grantsOf([disk.path]), 'quarterly budget', never);
  expect(complete).toBe(true);
  expect(matches.map(({ path }) => path.absolute.slice(disk.path.length))).toEqual([
    '/a/b/Quarterly Budget 2026.ods',
    '/a/old quarterly budget draft copy.ods',
  ]);
});

test('a search in one folder or for one kind stays there', async () => {
  const disk = await tempFolder();
  await disk.write('one/plan.md');
  await disk.write('two/plan.md');
  await disk.folder('two/plan');
  const files = grantsOf([disk.path]);
  const two = await files.resolve('two');
  const folders = two.ok ? [two.path] : [];
  expect((await findByName(files, 'plan', never, { folders })).matches).toHaveLength(2);
  const only = await findByName(files, 'plan', never, { folders, kind: 'folder' });
  expect(only.matches.map(({ kind }) => kind)).toEqual(['folder']);
});

test('hidden, ignored and outside folders are not searched', async () => {
  const disk = await tempFolder();
  await disk.write('in/.git/target.txt');
  await disk.write('in/node_modules/x/target.txt');
  await disk.write('in/__pycache__/target.txt');
  await disk.write('out/target.txt');
  await disk.link('in/link', '../out');
  const files = grantsOf([`${disk.path}/in`]);
  expect((await findByName(files, 'target', never)).matches).toEqual([]);
});

test('a folder that is reached by links and in a circle is visited once', async () => {
  const disk = await tempFolder();
  await disk.write('a/target.txt');
  await disk.link('a/self', '.');
  await disk.link('a/up', '..');
  await disk.link('b', 'a');
  const seen: string[] = [];
  const files = grantsOf([disk.path]);
  const complete = await walk(
    files,
    await files.roots(),
    (folder) => void seen.push(...thingsIn(folder)),
    never,
    wide,
  );
  expect(complete).toBe(true);
  expect(seen.sort()).toEqual([`${disk.path}/a`, `${disk.path}/a/target.txt`]);
});

test('bounds of count, depth and time end the walk and say so', async () => {
  const disk = await tempFolder();
  for (let at = 0; at < 20; at += 1) await disk.write(`d${at}/deep/deeper/file.txt`);
  const files = grantsOf([disk.path]);
  const visitAll = async (limits: typeof wide, clock?: () => number) => {
    let count = 0;
    const complete = await walk(
      files,
      await files.roots(),
      (folder) => void (count += thingsIn(folder).length),
      never,
      limits,
      clock,
    );
    return { count, complete };
  };
  expect(await visitAll(wide)).toEqual({ count: 80, complete: true });
  // Folders are looked at whole.
  expect(await visitAll({ ...wide, entries: 30 })).toEqual({ count: 40, complete: false });
  expect(await visitAll({ ...wide, depth: 2 })).toEqual({ count: 40, complete: false });
  let time = 0;
  expect(await visitAll({ ...wide, milliseconds: 2 }, () => time++)).toMatchObject({ complete: false });
});

test('an abort in mid-walk rejects with its reason', async () => {
  const disk = await tempFolder();
  for (let at = 0; at < 5; at += 1) await disk.write(`d${at}/file.txt`);
  const files = grantsOf([disk.path]);
  const abort = new AbortController();
  const walking = walk(
    files,
    await files.roots(),
    () => void abort.abort(new Error('stop')),
    abort.signal,
    wide,
  );
  await expect(walking).rejects.toThrow('stop');
});

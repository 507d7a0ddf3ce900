import { appendFile, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { grantsOf, tempFolder, type TempFolder } from '../../permissions/temp-grants';
import type { GrantedFiles } from '../../permissions/granted-files';
import { nameIndexOf } from './name-index';
import { nameOf, walk } from './walk';

const never = new AbortController().signal;
const LONG_AGO = new Date('2026-01-01T00:00:00Z');

/** Times so old that a listing counts as settled. */
async function settle(disk: TempFolder, ...folders: readonly string[]) {
  for (const folder of folders) await utimes(join(disk.path, folder), LONG_AGO, LONG_AGO);
}

async function namesIn(files: GrantedFiles, signal = never): Promise<readonly string[]> {
  const names: string[] = [];
  await walk(
    files,
    await files.roots(),
    (folder) => void names.push(...folder.files, ...folder.folders.map(nameOf)),
    signal,
  );
  return names.sort();
}

/** Counts how often folders are really listed. */
function counting(files: GrantedFiles) {
  const listed: string[] = [];
  const counted: GrantedFiles = {
    ...files,
    async look() {
      const look = await files.look();
      return { ...look, list: (folder, most) => (listed.push(folder.spoken), look.list(folder, most)) };
    },
  };
  return { files: counted, listed };
}

test('a second walk lists nothing again, and sees what was added, renamed and removed', async () => {
  const disk = await tempFolder();
  await disk.write('Docs/a.txt');
  await disk.write('Docs/sub/b.txt');
  await disk.write('Docs/sub/c.txt');
  await settle(disk, 'Docs/sub', 'Docs');
  const { files, listed } = counting(grantsOf([join(disk.path, 'Docs')]));
  expect(await namesIn(files)).toEqual(['a.txt', 'b.txt', 'c.txt', 'sub']);
  listed.length = 0;
  await namesIn(files);
  expect(listed).toEqual([]);
  await rename(join(disk.path, 'Docs/sub/b.txt'), join(disk.path, 'Docs/sub/d.txt'));
  await rm(join(disk.path, 'Docs/sub/c.txt'));
  await disk.write('Docs/sub/e.txt');
  expect(await namesIn(files)).toEqual(['a.txt', 'd.txt', 'e.txt', 'sub']);
  expect(listed).toEqual(['Docs/sub']);
});

test('a folder that changed a moment ago is listed again, whatever its stamp says', async () => {
  const disk = await tempFolder();
  await disk.write('a.txt');
  const { files, listed } = counting(grantsOf([disk.path]));
  await namesIn(files);
  await namesIn(files);
  expect(listed).toHaveLength(2);
});

test('a folder that is swapped for another one, or for a link that leads out, is not answered from memory', async () => {
  const disk = await tempFolder();
  await disk.write('Docs/sub/old.txt');
  await disk.write('outside/secret.txt');
  await settle(disk, 'Docs/sub');
  const files = grantsOf([join(disk.path, 'Docs')]);
  await namesIn(files);
  await rename(join(disk.path, 'Docs/sub'), join(disk.path, 'aside'));
  await disk.link('Docs/sub', '../outside');
  await settle(disk, 'outside');
  expect(await namesIn(files)).toEqual([]);
});

test('ignore files are respected: .ignore everywhere, .gitignore in a repository, the innermost word counts', async () => {
  const disk = await tempFolder();
  await disk.write('plain/.gitignore', '*.log\n');
  await disk.write('plain/kept.log');
  await disk.write('plain/notes/.ignore', 'drafts/\n');
  await disk.write('plain/notes/drafts/draft.txt');
  await disk.write('repo/.git/HEAD');
  await disk.write('repo/.gitignore', '# built\r\n/dist\r\n*.log\r\n');
  await disk.write('repo/dist/built.js');
  await disk.write('repo/src/run.log');
  await disk.write('repo/src/keep/.gitignore', '!run.log\n');
  await disk.write('repo/src/keep/run.log');
  await disk.write('repo/src/dist/source.js');
  expect(await namesIn(grantsOf([disk.path]))).toEqual(
    ['plain', 'kept.log', 'notes', 'repo', 'src', 'keep', 'run.log', 'dist', 'source.js'].sort(),
  );
});

test('rules hold in a folder that was asked for by name, but not when it is ignored itself', async () => {
  const disk = await tempFolder();
  await disk.write('.git/HEAD');
  await disk.write('.gitignore', 'dist\n*.log\n');
  await disk.write('src/a.log');
  await disk.write('src/a.txt');
  await disk.write('dist/b.log');
  const files = grantsOf([disk.path]);
  const inFolder = async (named: string) => {
    const folder = await files.resolve(named);
    const names: string[] = [];
    const where = folder.ok ? [folder.path] : [];
    await walk(files, where, (found) => void names.push(...found.files), never);
    return names;
  };
  expect(await inFolder('src')).toEqual(['a.txt']);
  expect(await inFolder('dist')).toEqual(['b.log']);
});

test('rules that are edited count at once, and leave unchanged folders in memory as long as they stay', async () => {
  const disk = await tempFolder();
  const rules = await disk.write('.ignore', '*.tmp\n');
  await disk.write('sub/a.tmp');
  await disk.write('sub/a.txt');
  await settle(disk, 'sub', '.');
  const { files, listed } = counting(grantsOf([disk.path]));
  expect(await namesIn(files)).toEqual(['a.txt', 'sub']);
  listed.length = 0;
  await namesIn(files);
  expect(listed).toHaveLength(1);
  await appendFile(rules, '*.txt\n');
  expect(await namesIn(files)).toEqual(['sub']);
});

test('a file of rules that would take for ever is not obeyed', async () => {
  const disk = await tempFolder();
  await disk.write('.ignore', `${'*a'.repeat(30)}b\n${'x'.repeat(1_000)}\n*.tmp\n`);
  await disk.write(`${'a'.repeat(200)}.txt`);
  await disk.write('a.tmp');
  const started = performance.now();
  expect(await namesIn(grantsOf([disk.path]))).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test('names are counted, let go when they vanish and on clearing', async () => {
  const disk = await tempFolder();
  await disk.write('a/one.txt');
  await disk.write('a/two.txt');
  const files = grantsOf([disk.path]);
  await namesIn(files);
  const index = nameIndexOf(files);
  expect(index.size).toBe(2);
  await rm(join(disk.path, 'a/one.txt'));
  await namesIn(files);
  expect(index.size).toBe(1);
  index.clear();
  expect(index.size).toBe(0);
  expect(await namesIn(files)).toEqual(['a', 'two.txt']);
});

test('what links lead to is found once, where it lies, if that is in the grants', async () => {
  const disk = await tempFolder();
  await mkdir(join(disk.path, 'in'));
  await disk.write('in/real/target.txt');
  await disk.link('in/inside.txt', 'real/target.txt');
  await writeFile(join(disk.path, 'out.txt'), '');
  await disk.link('in/outside.txt', '../out.txt');
  expect(await namesIn(grantsOf([join(disk.path, 'in')]))).toEqual(['real', 'target.txt']);
});

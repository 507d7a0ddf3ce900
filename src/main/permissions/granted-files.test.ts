import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileRefused, type GrantedPath } from './granted-files';
import { grantsOf, tempFolder } from './temp-grants';

async function house() {
  const disk = await tempFolder();
  await disk.write('Documents/budget.txt', 'rent');
  await disk.write('Documents/Work/plan.md', 'plan');
  await disk.write('Downloads/photo.jpg', 'jpg');
  await disk.write('elsewhere/secret.txt', 'secret');
  const documents = join(disk.path, 'Documents');
  const downloads = join(disk.path, 'Downloads');
  return { disk, documents, downloads, files: grantsOf([documents, downloads], { home: disk.path }) };
}

const spoken = (path: string) => ({ ok: true, path: expect.objectContaining({ spoken: path }) });

describe('finding what was named', () => {
  test.each([
    ['a path inside a grant', 'Documents/budget.txt', 'Documents/budget.txt'],
    ['a relative path in any grant', 'Work/plan.md', 'Documents/Work/plan.md'],
    ['a file in the second grant', 'photo.jpg', 'Downloads/photo.jpg'],
    ["a grant's own name", 'Downloads', 'Downloads'],
    ['a grant in lower case', 'downloads', 'Downloads'],
    ['a grant heard as a genitive', "my download's folder", 'Downloads'],
    ['a grant as it is spoken', 'my downloads folder', 'Downloads'],
    ['a grant in the singular', 'the download directory', 'Downloads'],
    ['a spoken grant with a path', 'my documents folder/budget.txt', 'Documents/budget.txt'],
    ['other letter case', 'documents/WORK/Plan.MD', 'Documents/Work/plan.md'],
    ['a path from home', '~/Documents/budget.txt', 'Documents/budget.txt'],
    ['quotes around it', '"Documents/budget.txt"', 'Documents/budget.txt'],
    ['dots that stay inside', 'Documents/Work/../budget.txt', 'Documents/budget.txt'],
    ['doubled separators', 'Documents//Work///plan.md', 'Documents/Work/plan.md'],
  ])('%s', async (_, named, expected) => {
    const { files } = await house();
    expect(await files.resolve(named)).toEqual(spoken(expected));
  });

  test('an absolute path inside a grant', async () => {
    const { files, documents } = await house();
    expect(await files.resolve(join(documents, 'budget.txt'))).toEqual(spoken('Documents/budget.txt'));
  });

  test('a name in another Unicode form', async () => {
    const { disk, files } = await house();
    await disk.write(`Documents/${'Café'.normalize('NFD')}.txt`);
    expect(await files.resolve(`Documents/${'Café'.normalize('NFC')}.txt`)).toMatchObject({ ok: true });
  });

  test('a name that several grants have is ambiguous', async () => {
    const { disk, files } = await house();
    await disk.write('Downloads/budget.txt');
    expect(await files.resolve('budget.txt')).toEqual({ ok: false, refusal: 'ambiguous' });
    expect(await files.resolve('Downloads/budget.txt')).toEqual(spoken('Downloads/budget.txt'));
  });

  test('grants of the same name are told apart by their parents', async () => {
    const disk = await tempFolder();
    const paths = [await disk.folder('home/Notes'), await disk.folder('work/Notes')];
    await disk.write('home/Notes/a.txt');
    const files = grantsOf(paths);
    expect((await files.roots()).map((root) => root.spoken)).toEqual(['home/Notes', 'work/Notes']);
    expect(await files.resolve('notes')).toEqual({ ok: false, refusal: 'ambiguous' });
    expect(await files.resolve('home/Notes/a.txt')).toEqual(spoken('home/Notes/a.txt'));
  });

  test('a link inside a grant leads to what it means', async () => {
    const { disk, files } = await house();
    await disk.link('Documents/latest.md', 'Work/plan.md');
    expect(await files.resolve('Documents/latest.md')).toEqual(spoken('Documents/Work/plan.md'));
  });

  test('grants are asked anew each time', async () => {
    const { disk, documents } = await house();
    const grants = [{ id: '1', path: documents }];
    const { createGrantedFiles } = await import('./granted-files');
    const files = createGrantedFiles(() => grants, { forbidden: [], home: disk.path });
    grants.length = 0;
    expect(await files.resolve('budget.txt')).toEqual({ ok: false, refusal: 'missing' });
    expect(await files.resolve(join(documents, 'budget.txt'))).toEqual({ ok: false, refusal: 'outside' });
  });
});

describe('what tools may see', () => {
  test('a folder shows no hidden things, no secrets and no links that lead out', async () => {
    const { disk, files, documents } = await house();
    await disk.write('Documents/.hidden');
    await disk.write('Documents/server.pem');
    await disk.link('Documents/out', '../elsewhere');
    await disk.link('Documents/out.txt', '../elsewhere/secret.txt');
    await disk.link('Documents/gone', 'nowhere');
    await disk.link('Documents/inner', 'Work');
    const entries = await files.entries({ absolute: documents, spoken: 'Documents' });
    expect(entries.map(({ path, kind }) => `${kind} ${path.spoken}`).sort()).toEqual([
      'file Documents/budget.txt',
      'folder Documents/Work',
      'folder Documents/Work',
    ]);
  });

  test('a listing stops at its bound', async () => {
    const { disk, files, documents } = await house();
    for (const name of ['a', 'b', 'c', 'd']) await disk.write(`Documents/${name}.txt`);
    expect(await files.entries({ absolute: documents, spoken: 'Documents' }, 3)).toHaveLength(3);
  });

  test('facts tell kind, bytes and time of change', async () => {
    const { disk, files } = await house();
    const changed = new Date('2026-01-02T03:04:05Z');
    await disk.write('Documents/old.txt', 'abc', changed);
    const path = await resolved(files.resolve('Documents/old.txt'));
    expect(await files.facts(path)).toEqual({ kind: 'file', size: 3, modified: changed, runs: false });
  });

  test('a read is cut at its bound and tells the whole size', async () => {
    const { disk, files } = await house();
    await disk.write('Documents/long.txt', 'x'.repeat(1000));
    const { bytes, size } = await files.read(await resolved(files.resolve('Documents/long.txt')), 10);
    expect(new TextDecoder().decode(bytes)).toBe('x'.repeat(10));
    expect(size).toBe(1000);
  });

  test('a folder is not read and a file is not listed', async () => {
    const { files } = await house();
    const folder = await resolved(files.resolve('Documents'));
    const file = await resolved(files.resolve('Documents/budget.txt'));
    await expect(files.read(folder, 10)).rejects.toThrow(FileRefused);
    await expect(files.entries(file)).rejects.toThrow(FileRefused);
  });
});

describe('what changes between the check and the use', () => {
  test('a file swapped for a link that leads out is not read', async () => {
    const { disk, files, documents } = await house();
    const path = await resolved(files.resolve('Documents/budget.txt'));
    await rm(join(documents, 'budget.txt'));
    await disk.link('Documents/budget.txt', '../elsewhere/secret.txt');
    await expect(files.read(path, 10)).rejects.toMatchObject({ refusal: 'outside' });
    await expect(files.facts(path)).rejects.toMatchObject({ refusal: 'outside' });
  });

  test('a folder on the way swapped for a link that leads out is not entered', async () => {
    const { disk, files, documents } = await house();
    await disk.write('elsewhere/plan.md', 'secret');
    const file = await resolved(files.resolve('Documents/Work/plan.md'));
    const folder = await resolved(files.resolve('Documents/Work'));
    await rename(join(documents, 'Work'), join(documents, 'Was'));
    await disk.link('Documents/Work', '../elsewhere');
    await expect(files.read(file, 10)).rejects.toMatchObject({ refusal: 'outside' });
    await expect(files.entries(folder)).rejects.toMatchObject({ refusal: 'outside' });
  });

  test('a grant swapped for a link elsewhere is no grant any more', async () => {
    const { disk, files, documents } = await house();
    await rename(documents, join(disk.path, 'Moved'));
    await symlink(join(disk.path, 'elsewhere'), documents);
    expect(await files.resolve('Documents/secret.txt')).toMatchObject({ ok: false });
    expect((await files.roots()).map((root) => root.spoken)).toEqual(['Downloads']);
  });

  test('a folder that is gone says so', async () => {
    const { disk, files } = await house();
    await mkdir(join(disk.path, 'Documents', 'Temp'));
    const path = await resolved(files.resolve('Documents/Temp'));
    await rm(path.absolute, { recursive: true });
    await expect(files.entries(path)).rejects.toMatchObject({ refusal: 'missing' });
  });
});

async function resolved(answer: ReturnType<ReturnType<typeof grantsOf>['resolve']>): Promise<GrantedPath> {
  const found = await answer;
  if (!found.ok) throw new Error(`Refused: ${found.refusal}`);
  return found.path;
}

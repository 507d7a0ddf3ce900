import { lstat, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grantsOf, tempFolder } from '../temp-grants';
import { changesOf } from './changes.fixture';
import type { FileChanges } from './file-changes';
import type { Place } from './new-paths';
import type { PinnedPath } from './pinned-path';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A grant with a few files, and the two sides of the door to it. */
async function house() {
  const disk = await tempFolder();
  const root = await disk.folder('Documents');
  await disk.write('Documents/plan.md', 'old plan');
  await disk.write('Documents/Work/notes.txt', 'notes');
  await disk.write('Documents/Work/deep/far.txt', 'far');
  await disk.write('outside/secret.txt', 'secret');
  const changes = changesOf([root], { home: disk.path });
  const files = grantsOf([root], { home: disk.path });
  const pinned = async (name: string): Promise<PinnedPath> => {
    const found = await files.resolve(name);
    if (!found.ok) throw new Error(found.refusal);
    return changes.pin(found.path);
  };
  const spot = (name: string) => placed(changes, name);
  const text = (name: string) => readFile(join(root, name), 'utf8');
  return { disk, root, changes, files, pinned, spot, text };
}

async function placed(changes: FileChanges, name: string): Promise<Place> {
  const answer = await changes.place(name);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.place;
}

const refusal = (name: string) => ({ refusal: name });

describe('writing', () => {
  test('a new file holds what was given, and nothing else is left in its folder', async () => {
    const { changes, spot, text, root } = await house();
    const { path } = await changes.writeNew(await spot('Documents/Work/new.txt'), bytes('hello'));
    expect(path).toMatchObject({ spoken: 'Documents/Work/new.txt', kind: 'file', size: 5, links: 1 });
    expect(await text('Work/new.txt')).toBe('hello');
    expect((await readdir(join(root, 'Work'))).sort()).toEqual(['deep', 'new.txt', 'notes.txt']);
  });

  test('a name that is taken, also in another letter case, is never written over', async () => {
    const { changes, spot, text } = await house();
    for (const name of ['plan.md', 'PLAN.md']) {
      const place = await spot(name);
      expect(place.taken).toMatchObject({ name: expect.stringMatching(/^plan\.md$/iu), kind: 'file' });
      await expect(changes.writeNew(place, bytes('x'))).rejects.toMatchObject(refusal('exists'));
    }
    expect(await text('plan.md')).toBe('old plan');
  });

  test('a name that was taken since is not written over either', async () => {
    const { changes, spot, disk, text } = await house();
    const place = await spot('new.txt');
    await disk.write('Documents/new.txt', 'theirs');
    await expect(changes.writeNew(place, bytes('ours'))).rejects.toMatchObject(refusal('exists'));
    expect(await text('new.txt')).toBe('theirs');
  });

  test('a replaced file keeps its rights, and the old content comes back with undo', async () => {
    const { changes, pinned, text, root } = await house();
    await writeFile(join(root, 'run.sh'), 'one', { mode: 0o755 });
    const { undo, path } = await changes.replace(await pinned('run.sh'), bytes('two'));
    expect(await text('run.sh')).toBe('two');
    expect((await lstat(path.absolute)).mode & 0o777).toBe(0o755);
    await changes.undo(undo);
    expect(await text('run.sh')).toBe('one');
    expect((await lstat(path.absolute)).mode & 0o777).toBe(0o755);
  });

  test('a file written to since it was looked at is not replaced or appended to', async () => {
    const { changes, pinned, text, root } = await house();
    const plan = await pinned('plan.md');
    await writeFile(join(root, 'plan.md'), 'new plan');
    await expect(changes.replace(plan, bytes('x'))).rejects.toMatchObject(refusal('changed'));
    await expect(changes.append(plan, bytes('x'))).rejects.toMatchObject(refusal('changed'));
    expect(await text('plan.md')).toBe('new plan');
  });

  test('an append is cut off again by undo, and only if it is still the end', async () => {
    const { changes, pinned, text, disk } = await house();
    const first = await changes.append(await pinned('plan.md'), bytes('\nmore'));
    expect(await text('plan.md')).toBe('old plan\nmore');
    await changes.undo(first.undo);
    expect(await text('plan.md')).toBe('old plan');
    const second = await changes.append(await pinned('plan.md'), bytes('\nmore'));
    await disk.write('Documents/plan.md', 'old plan\nmore and theirs');
    await expect(changes.undo(second.undo)).rejects.toMatchObject(refusal('changed'));
    expect(await text('plan.md')).toBe('old plan\nmore and theirs');
  });
});

describe('moving, copying, trashing', () => {
  test('a file and a folder move and come back', async () => {
    const { changes, pinned, spot, text, root } = await house();
    const file = await changes.move(await pinned('plan.md'), await spot('Work/plan 2.md'));
    expect(await text('Work/plan 2.md')).toBe('old plan');
    const folder = await changes.move(await pinned('Work'), await spot('Archive'));
    expect(await text('Archive/deep/far.txt')).toBe('far');
    await changes.undo(folder.undo);
    await changes.undo(file.undo);
    expect(await text('plan.md')).toBe('old plan');
    expect((await readdir(root)).sort()).toEqual(['Work', 'plan.md']);
  });

  test('a rename in letter case only', async () => {
    const { changes, pinned, spot, root } = await house();
    await changes.move(await pinned('plan.md'), await spot('Plan.md'));
    await changes.move(await pinned('Work'), await spot('WORK'));
    expect((await readdir(root)).sort()).toEqual(['Plan.md', 'WORK']);
  });

  test('nothing is moved over something, nor a folder into itself', async () => {
    const { changes, pinned, spot, text, disk } = await house();
    await expect(changes.move(await pinned('plan.md'), await spot('Work/notes.txt'))).rejects.toMatchObject(
      refusal('exists'),
    );
    const free = await spot('Other');
    await disk.folder('Documents/Other');
    await expect(changes.move(await pinned('Work'), free)).rejects.toMatchObject(refusal('exists'));
    await expect(changes.move(await pinned('Work'), await spot('Work/deep/Work'))).rejects.toMatchObject(
      refusal('into_itself'),
    );
    expect(await text('Work/notes.txt')).toBe('notes');
  });

  test('a copy leaves links, hidden things and secrets out and says so', async () => {
    const { changes, pinned, spot, disk, root } = await house();
    await disk.link('Documents/Work/out', '../../outside');
    await disk.write('Documents/Work/.env', 'key');
    await disk.write('Documents/Work/server.pem', 'key');
    const copy = await changes.copy(await pinned('Work'), await spot('Work copy'));
    expect(copy).toMatchObject({ files: 2, bytes: 8, leftOut: 3 });
    expect((await readdir(join(root, 'Work copy'))).sort()).toEqual(['deep', 'notes.txt']);
    await changes.undo(copy.undo);
    expect((await readdir(root)).sort()).toEqual(['Work', 'plan.md']);
  });

  test('what was trashed is listed and comes back whole', async () => {
    const { changes, pinned, text, root } = await house();
    const { undo } = await changes.trash(await pinned('Work'));
    expect(await readdir(root)).toEqual(['plan.md']);
    expect(await changes.trashed()).toMatchObject([{ kind: 'folder', from: { spoken: 'Documents/Work' } }]);
    await changes.undo(undo);
    expect(await text('Work/deep/far.txt')).toBe('far');
    expect(await changes.trashed()).toEqual([]);
  });

  test('things of one name lie in the trash beside each other', async () => {
    const { changes, pinned, disk, text } = await house();
    await changes.trash(await pinned('plan.md'));
    await disk.write('Documents/plan.md', 'second');
    await changes.trash(await pinned('plan.md'));
    const [newest, ...others] = await changes.trashed();
    expect(others).toHaveLength(1);
    for (const item of [newest!, others[0]!]) {
      await changes.restore(item);
      expect(['old plan', 'second']).toContain(await text('plan.md'));
      await rm(join(disk.path, 'Documents/plan.md'));
    }
  });
});

describe('undo never destroys what was done since', () => {
  test('a new file that was changed stays', async () => {
    const { changes, spot, disk, text } = await house();
    const { undo } = await changes.writeNew(await spot('new.txt'), bytes('ours'));
    await disk.write('Documents/new.txt', 'theirs');
    await expect(changes.undo(undo)).rejects.toMatchObject(refusal('changed'));
    expect(await text('new.txt')).toBe('theirs');
  });

  test('a new folder with something in it stays, unless it was sealed with it', async () => {
    const { changes, spot, root } = await house();
    const made = await changes.makeFolder(await spot('Trip'));
    const inside = await changes.placeBelow(made.path, ['photos', 'one.txt']);
    await changes.writeNew(inside, bytes('1'));
    await expect(changes.undo(made.undo)).rejects.toMatchObject(refusal('changed'));
    await changes.undo((await changes.sealed(made)).undo);
    expect((await readdir(root)).sort()).toEqual(['Work', 'plan.md']);
  });

  test('an old place that is taken is not written over', async () => {
    const { changes, pinned, spot, disk, text } = await house();
    const { undo } = await changes.move(await pinned('plan.md'), await spot('Work/plan.md'));
    await disk.write('Documents/plan.md', 'theirs');
    await expect(changes.undo(undo)).rejects.toMatchObject(refusal('exists'));
    expect([await text('plan.md'), await text('Work/plan.md')]).toEqual(['theirs', 'old plan']);
  });
});

describe('undo goes to the old place only', () => {
  test('not through a link that has taken the place of the old folder', async () => {
    const { changes, pinned, spot, root } = await house();
    const { undo } = await changes.move(await pinned('Work/notes.txt'), await spot('notes.txt'));
    await rename(join(root, 'Work'), join(root, 'Elsewhere'));
    await symlink('Elsewhere', join(root, 'Work'));
    await expect(changes.undo(undo)).rejects.toMatchObject(refusal('changed'));
    expect((await readdir(join(root, 'Elsewhere'))).sort()).toEqual(['deep']);
  });
});

describe('what changes between asking and doing', () => {
  test('a folder swapped for a link that leads out is not written into', async () => {
    const { changes, spot, pinned, root, disk } = await house();
    const place = await spot('Work/new.txt');
    const plan = await pinned('plan.md');
    await rename(join(root, 'Work'), join(root, 'Was'));
    await symlink(join(disk.path, 'outside'), join(root, 'Work'));
    const all = [
      changes.writeNew(place, bytes('x')),
      changes.makeFolder(place),
      changes.move(plan, place),
      changes.copy(plan, place),
    ];
    for (const one of await Promise.allSettled(all)) {
      expect(one).toMatchObject({ status: 'rejected', reason: refusal('changed') });
    }
    expect(await readdir(join(disk.path, 'outside'))).toEqual(['secret.txt']);
  });

  test('a file made where one was deleted is another file, even if the disk gives it the old number', async () => {
    const { changes, pinned, spot, root, text } = await house();
    const plan = await pinned('plan.md');
    const target = await spot('moved.md');
    await rm(join(root, 'plan.md'));
    await writeFile(join(root, 'plan.md'), 'old plan');
    await expect(changes.trash(plan)).rejects.toMatchObject(refusal('changed'));
    await expect(changes.move(plan, target)).rejects.toMatchObject(refusal('changed'));
    expect(await text('plan.md')).toBe('old plan');
  });

  test('another folder under the same name is another folder', async () => {
    const { changes, spot, root } = await house();
    const place = await spot('Work/new.txt');
    await rename(join(root, 'Work'), join(root, 'Was'));
    await mkdir(join(root, 'Work'));
    await expect(changes.writeNew(place, bytes('x'))).rejects.toMatchObject(refusal('changed'));
  });
});

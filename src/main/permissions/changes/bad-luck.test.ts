/** What goes wrong half way: a full disk, a call that is cancelled, limits, another disk, a trash in disorder. */
import { existsSync } from 'node:fs';
import {
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rm,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { tempFolder } from '../temp-grants';
import { changesOf } from './changes.fixture';
import { HeldFolder } from './held-folder';
import { parsedNote } from './trash-list';

const bytes = (text: string) => new TextEncoder().encode(text);

async function house(system: Parameters<typeof changesOf>[1] = {}) {
  const disk = await tempFolder();
  const root = await disk.folder('grant');
  const own = await disk.folder('own');
  const changes = changesOf([root], { ownFolder: own, dataHome: join(disk.path, 'data'), ...system });
  const pinned = (name: string) => changes.pin({ absolute: join(root, name), spoken: name });
  const spot = async (name: string) => {
    const answer = await changes.place(name);
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.place;
  };
  return { disk, root, own, changes, pinned, spot };
}

/** From now on the disk takes `room` more bytes. */
async function fullDisk(folder: string, room: number) {
  const probe = await open(folder);
  const prototype = Object.getPrototypeOf(probe) as FileHandle;
  await probe.close();
  const write = prototype.write as (piece: Uint8Array, at: number, length: number) => Promise<unknown>;
  let left = room;
  const filling = async function (this: FileHandle, piece: Uint8Array, at: number, length: number) {
    const fits = Math.min(left, length);
    left -= fits;
    if (fits === 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    return write.call(this, piece, at, fits);
  };
  const spy = vi.spyOn(prototype, 'write').mockImplementation(filling as never);
  onTestFinished(() => spy.mockRestore());
}

describe('a full disk', () => {
  test('leaves no half of a new file', async () => {
    const { changes, spot, root } = await house();
    const place = await spot('new.txt');
    await fullDisk(root, 3);
    await expect(changes.writeNew(place, bytes('hello'))).rejects.toMatchObject({ refusal: 'disk_full' });
    expect(await readdir(root)).toEqual([]);
  });

  test.each([0, 5, 12])(
    'with room for %i bytes, the old content of a replaced file stays whole',
    async (room) => {
      const { disk, changes, pinned, root } = await house();
      await disk.write('grant/plan.md', 'old content');
      const file = await pinned('plan.md');
      await fullDisk(root, room);
      await expect(changes.replace(file, bytes('new content'))).rejects.toMatchObject({
        refusal: 'disk_full',
      });
      expect(await readFile(join(root, 'plan.md'), 'utf8')).toBe('old content');
      expect(await readdir(root)).toEqual(['plan.md']);
    },
  );

  test('cuts a half append off again', async () => {
    const { disk, changes, pinned, root } = await house();
    await disk.write('grant/plan.md', 'old');
    const file = await pinned('plan.md');
    await fullDisk(root, 2);
    await expect(changes.append(file, bytes(' and new'))).rejects.toMatchObject({ refusal: 'disk_full' });
    expect(await readFile(join(root, 'plan.md'), 'utf8')).toBe('old');
  });

  test('leaves no half of a copied folder', async () => {
    const { disk, changes, pinned, spot, root } = await house();
    for (const name of ['a', 'b', 'sub/c']) await disk.write(`grant/tree/${name}.txt`, 'content');
    const [tree, place] = [await pinned('tree'), await spot('copy')];
    await fullDisk(root, 10);
    await expect(changes.copy(tree, place)).rejects.toMatchObject({ refusal: 'disk_full' });
    expect(await readdir(root)).toEqual(['tree']);
  });
});

describe('limits and cancelling', () => {
  async function* endless() {
    for (;;) yield bytes('x'.repeat(1_000));
  }

  test('a stream that is too long leaves nothing', async () => {
    const { changes, spot, root } = await house();
    const writing = changes.writeNew(await spot('long.txt'), endless(), { most: 5_000 });
    await expect(writing).rejects.toMatchObject({ refusal: 'too_big' });
    expect(await readdir(root)).toEqual([]);
  });

  test('a cancelled write leaves nothing', async () => {
    const { changes, spot, root } = await house();
    const stop = new AbortController();
    async function* cancelling() {
      yield bytes('first');
      stop.abort(new Error('stop'));
      yield bytes('second');
    }
    const writing = changes.writeNew(await spot('x.txt'), cancelling(), { signal: stop.signal });
    await expect(writing).rejects.toThrow('stop');
    expect(await readdir(root)).toEqual([]);
  });

  test('a cancelled copy leaves nothing and tells how far it came', async () => {
    const { disk, changes, pinned, spot, root } = await house();
    for (const name of ['a', 'b', 'c']) await disk.write(`grant/tree/${name}.txt`, 'content');
    const stop = new AbortController();
    const told: number[] = [];
    const copying = changes.copy(await pinned('tree'), await spot('copy'), {
      signal: stop.signal,
      progress: ({ bytes: done }) => {
        told.push(done);
        if (done > 7) stop.abort(new Error('stop'));
      },
    });
    await expect(copying).rejects.toThrow('stop');
    expect(told).toEqual([7, 14]);
    expect(await readdir(root)).toEqual(['tree']);
  });

  test('a file too long to be kept is not replaced', async () => {
    const { changes, pinned, root } = await house();
    const file = await open(join(root, 'film.bin'), 'w');
    await file.truncate(50 * 1024 * 1024 + 1);
    await file.close();
    const replacing = changes.replace(await pinned('film.bin'), bytes('x'));
    await expect(replacing).rejects.toMatchObject({ refusal: 'too_big' });
    expect((await lstat(join(root, 'film.bin'))).size).toBe(50 * 1024 * 1024 + 1);
  });
});

describe.runIf(existsSync('/dev/shm'))('another disk', () => {
  async function twoDisks() {
    const first = await house();
    const other = await realpath(await mkdtemp('/dev/shm/parley-'));
    onTestFinished(() => rm(other, { recursive: true, force: true }));
    const changes = changesOf([first.root, other], {
      dataHome: join(first.disk.path, 'data'),
      ownFolder: first.own,
    });
    const pinAt = (absolute: string) => changes.pin({ absolute, spoken: '' });
    const spotAt = async (absolute: string) => {
      const answer = await changes.place(absolute);
      if (!answer.ok) throw new Error(answer.refusal);
      return answer.place;
    };
    return { ...first, other, changes, pinAt, spotAt };
  }

  test('a folder arrives whole, the first one goes to the trash, and undo brings it back', async () => {
    const { disk, root, other, changes, pinAt, spotAt } = await twoDisks();
    await disk.write('grant/tree/sub/a.txt', 'a');
    const { undo } = await changes.move(await pinAt(join(root, 'tree')), await spotAt(join(other, 'tree')));
    expect(await readFile(join(other, 'tree/sub/a.txt'), 'utf8')).toBe('a');
    expect(await readdir(root)).toEqual([]);
    await changes.undo(undo);
    expect(await readFile(join(root, 'tree/sub/a.txt'), 'utf8')).toBe('a');
    expect(await readdir(other)).toEqual([]);
    await emptyOtherTrash(changes, other);
  });

  test('a folder that would not arrive whole stays', async () => {
    const { disk, root, other, changes, pinAt, spotAt } = await twoDisks();
    await disk.write('grant/tree/a.txt', 'a');
    await disk.link('grant/tree/link', 'a.txt');
    const moving = changes.move(await pinAt(join(root, 'tree')), await spotAt(join(other, 'tree')));
    await expect(moving).rejects.toMatchObject({ refusal: 'not_whole' });
    expect(await readdir(other)).toEqual([]);
    expect((await readdir(join(root, 'tree'))).sort()).toEqual(['a.txt', 'link']);
  });

  test('what lies there goes to the trash of that disk and comes back', async () => {
    const { other, changes, pinAt } = await twoDisks();
    await writeFile(join(other, 'Über 50%.txt'), 'x');
    const { undo } = await changes.trash(await pinAt(join(other, 'Über 50%.txt')));
    const [item] = await changes.trashed();
    expect(item).toMatchObject({ from: { absolute: join(other, 'Über 50%.txt') } });
    expect(item!.trash).toMatch(/^\/dev\/shm\/\.Trash/u);
    await changes.undo(undo);
    expect(await readFile(join(other, 'Über 50%.txt'), 'utf8')).toBe('x');
  });

  /** Ours only: the trash of that disk is the real one. */
  async function emptyOtherTrash(changes: ReturnType<typeof changesOf>, other: string) {
    for (const { trash, name, from } of await changes.trashed()) {
      if (!from.absolute.startsWith(other)) continue;
      await rm(join(trash, 'files', name), { recursive: true });
      await rm(join(trash, 'info', `${name}.trashinfo`));
    }
  }
});

describe('the trash', () => {
  test('has the note that the specification asks for', async () => {
    const { disk, changes, pinned, root } = await house({
      now: () => new Date(2026, 10, 21, 9, 5, 7).getTime(),
    });
    await disk.write('grant/50% new.txt', 'x');
    await changes.trash(await pinned('50% new.txt'));
    const note = await readFile(join(disk.path, 'data/Trash/info/50% new.txt.trashinfo'), 'utf8');
    expect(note).toBe(
      `[Trash Info]\nPath=${root.split('/').map(encodeURIComponent).join('/')}/50%25%20new.txt\nDeletionDate=2026-11-21T09:05:07\n`,
    );
  });

  test('a thing without a note, or a note without a thing, is not written over', async () => {
    const { disk, changes, pinned } = await house();
    await disk.write('data/Trash/files/plan.md', 'orphan');
    await disk.write('data/Trash/info/plan.2.md.trashinfo', 'lost');
    await disk.write('grant/plan.md', 'mine');
    await changes.trash(await pinned('plan.md'));
    expect(await readFile(join(disk.path, 'data/Trash/files/plan.md'), 'utf8')).toBe('orphan');
    expect(await readFile(join(disk.path, 'data/Trash/files/plan.3.md'), 'utf8')).toBe('mine');
    expect((await readdir(join(disk.path, 'data/Trash/info'))).sort()).toEqual([
      'plan.2.md.trashinfo',
      'plan.3.md.trashinfo',
    ]);
  });

  test('what was taken out of it by somebody else is forgotten, and what is put there instead stays there', async () => {
    const { disk, changes, pinned, root } = await house();
    await disk.write('grant/plan.md', 'mine');
    const { undo } = await changes.trash(await pinned('plan.md'));
    await rm(join(disk.path, 'data/Trash/files/plan.md'));
    await disk.write('data/Trash/files/plan.md', 'other');
    await expect(changes.undo(undo)).rejects.toMatchObject({ refusal: 'forgotten' });
    expect(await readdir(root)).toEqual([]);
  });

  test('a link in its place is not followed', async () => {
    const { disk, changes, pinned } = await house();
    await disk.folder('elsewhere');
    await disk.folder('data');
    await disk.link('data/Trash', '../elsewhere');
    await disk.write('grant/plan.md', 'mine');
    await expect(changes.trash(await pinned('plan.md'))).rejects.toMatchObject({ name: 'ChangeRefused' });
    expect(await readdir(join(disk.path, 'elsewhere'))).toEqual([]);
    expect(await readFile(join(disk.path, 'grant/plan.md'), 'utf8')).toBe('mine');
  });

  test.each([
    '',
    'x',
    '[Trash Info]\nPath=/a',
    '[Trash Info]\nPath=%E0%A4%A\nDeletionDate=2026-01-01T00:00:00',
  ])('a torn note %j is none', (text) => expect(parsedNote(text)).toBeNull());
});

describe('a system without /proc', () => {
  test('folders are compared before and after instead', async () => {
    const { disk } = await house();
    await mkdir(join(disk.path, 'a/b'), { recursive: true });
    const folder = await HeldFolder.open(join(disk.path, 'a/b'), false);
    await folder.confirm();
    await rm(join(disk.path, 'a'), { recursive: true });
    await disk.folder('elsewhere/b');
    await disk.link('a', 'elsewhere');
    await expect(folder.confirm()).rejects.toMatchObject({ refusal: 'changed' });
    await expect(HeldFolder.open(join(disk.path, 'a/b'), false)).rejects.toMatchObject({
      refusal: 'changed',
    });
  });
});

import { constants } from 'node:fs';
import { mkdir, open, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf, isWithin, type Fence } from '../fence';
import { bytesOf, writeAll } from './hashing';
import type { HeldFolder } from './held-folder';
import { moveExclusive, passingName, type Thing } from './move-exclusive';
import type { Place } from './new-paths';
import { AS_IT_IS } from './picture';
import { pinnedIn, statOf, withItem, type PinnedPath } from './pinned-path';
import { refuse } from './refusal';
import { confirmOr, inPlace } from './write-file';

/** What a copy may cost: bytes and things in all. */
export interface CopyLimits {
  readonly bytes: number;
  readonly things: number;
}

/** Two gigabytes, ten thousand things. */
export const COPY_LIMITS: CopyLimits = { bytes: 2 * 1024 ** 3, things: 10_000 };
/** Folders are held open on the way down. */
const MOST_DEPTH = 64;

/** For work that may take long. */
export interface LongOptions {
  readonly signal?: AbortSignal;
  readonly progress?: (done: CopyCount) => void;
}

/** How much was copied. `leftOut`: links, hidden things, secrets and files with other names. */
export interface CopyCount {
  readonly files: number;
  readonly bytes: number;
  readonly leftOut: number;
}

/** A copy under way. */
interface Copying extends LongOptions {
  readonly fence: Fence;
  readonly limits: CopyLimits;
  things: number;
  count: { files: number; bytes: number; leftOut: number };
}

/**
 * Copies a file or a folder with what is in it to a free place, whole or not at all. Links are not followed: they are
 * left out, as is whatever could not be read on its own.
 */
export async function copyItem(
  item: PinnedPath,
  place: Place,
  fence: Fence,
  { limits = COPY_LIMITS, ...options }: LongOptions & { readonly limits?: CopyLimits } = {},
): Promise<CopyCount & { readonly path: PinnedPath }> {
  if (item.kind === 'folder' && isWithin(item.absolute, place.folder.absolute)) refuse('into_itself');
  const copying: Copying = {
    ...options,
    fence,
    limits,
    things: 0,
    count: { files: 0, bytes: 0, leftOut: 0 },
  };
  return withItem(item, fence, (source, name) =>
    inPlace(place, fence, async (folder) => {
      const part = passingName();
      try {
        await folder.confirm();
        if (item.kind === 'file')
          await copyFile({ folder: source, name }, { folder, name: part }, copying, item);
        else await copyFolder(source, name, item, { folder, name: part }, place.absolute, 0, copying);
        const stats = (await statOf(folder, part)) ?? refuse('changed');
        const made: Thing = { folder, name: part, kind: item.kind, identity: identityOf(stats) };
        await moveExclusive(made, { folder, name: place.name });
        await confirmOr(folder, () => removeTree(folder, place.name));
        return { ...copying.count, path: await pinnedIn(folder, place.name, place, made.identity) };
      } catch (error) {
        await removeTree(folder, part);
        throw error;
      }
    }),
  );
}

type Spot = { readonly folder: HeldFolder; readonly name: string };

async function copyFile(from: Spot, to: Spot, copying: Copying, expected?: PinnedPath): Promise<void> {
  countThing(copying);
  const { count, limits, signal } = copying;
  const source = await open(from.folder.at(from.name), constants.O_RDONLY | AS_IT_IS);
  try {
    const stats = await source.stat({ bigint: true });
    if (!stats.isFile() || (expected && identityOf(stats) !== expected.identity)) refuse('changed');
    if (stats.nlink > 1n) refuse('linked');
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | AS_IT_IS;
    const target = await open(to.folder.at(to.name), flags, 0o600);
    try {
      const already = count.bytes;
      const told = (bytes: number) => {
        count.bytes = already + bytes;
        copying.progress?.({ ...count });
      };
      const { size } = await writeAll(target, bytesOf(source), limits.bytes - already, signal, told);
      const after = await source.stat({ bigint: true });
      // Somebody wrote to it meanwhile: what was copied is neither the old nor the new.
      if (after.mtimeNs !== stats.mtimeNs || Number(after.size) !== size) refuse('changed');
      await target.chmod(Number(stats.mode & 0o777n));
      await target.utimes(stats.atime, stats.mtime);
      count.files += 1;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyFolder(
  parent: HeldFolder,
  name: string,
  expected: PinnedPath | null,
  to: Spot,
  toPath: string,
  depth: number,
  copying: Copying,
): Promise<void> {
  if (depth > MOST_DEPTH) refuse('too_many');
  countThing(copying);
  const source = await parent.child(name);
  try {
    if (expected && source.identity !== expected.identity) refuse('changed');
    await mkdir(to.folder.at(to.name), 0o755);
    const target = await to.folder.child(to.name);
    try {
      for await (const entry of source.entries()) {
        copying.signal?.throwIfAborted();
        await copyEntry(source, entry.name, target, join(toPath, entry.name), depth, copying);
      }
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyEntry(
  source: HeldFolder,
  name: string,
  target: HeldFolder,
  toPath: string,
  depth: number,
  copying: Copying,
): Promise<void> {
  const { fence, count } = copying;
  const stats = await statOf(source, name);
  const open =
    stats !== null &&
    (stats.isDirectory() || (stats.isFile() && stats.nlink === 1n)) &&
    fence.judge(join(source.absolute, name)).ok &&
    fence.judge(toPath, 'change').ok;
  if (!open) {
    countThing(copying);
    count.leftOut += 1;
  } else if (stats.isDirectory()) {
    await copyFolder(source, name, null, { folder: target, name }, toPath, depth + 1, copying);
  } else {
    await copyFile({ folder: source, name }, { folder: target, name }, copying);
  }
}

function countThing(copying: Copying): void {
  copying.things += 1;
  if (copying.things > copying.limits.things) refuse('too_many');
}

/** Removes what was made here, following no link; what is not there is removed already. */
export async function removeTree(parent: HeldFolder, name: string): Promise<void> {
  const stats = await statOf(parent, name);
  if (!stats) return;
  if (!stats.isDirectory()) return unlink(parent.at(name));
  const folder = await parent.child(name);
  try {
    const names: string[] = [];
    for await (const entry of folder.entries()) names.push(entry.name);
    for (const each of names) await removeTree(folder, each);
  } finally {
    await folder.close();
  }
  await rmdir(parent.at(name));
}

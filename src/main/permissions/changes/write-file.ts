import { constants } from 'node:fs';
import { open, rename, unlink, type FileHandle } from 'node:fs/promises';
import { identityOf, type Fence } from '../fence';
import { writeAll, writeWhole, hashOf, type Bytes } from './hashing';
import { inFolder, type HeldFolder } from './held-folder';
import { MOST_KEPT_FILE, type KeptCopies, type KeptCopy } from './kept-copies';
import { moveExclusive, passingName } from './move-exclusive';
import type { Place } from './new-paths';
import { AS_IT_IS, filePicture } from './picture';
import { pinnedIn, unchanged, withItem, type PinnedPath } from './pinned-path';
import { refuse } from './refusal';

/** Bounds of one write. `most` in bytes; more is `too_big`. */
export interface WriteOptions {
  readonly most?: number;
  readonly signal?: AbortSignal;
}

const NEW = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | AS_IT_IS;

/** Writes a new file, whole or not at all, and never over anything. */
export async function writeNewFile(
  place: Place,
  bytes: Bytes,
  fence: Fence,
  { most = MOST_KEPT_FILE, signal }: WriteOptions = {},
): Promise<{ readonly path: PinnedPath; readonly picture: string }> {
  return inPlace(place, fence, async (folder) => {
    const made = await makePart(folder, bytes, 0o644, most, signal);
    const part = { folder, name: made.name, kind: 'file' as const, identity: made.identity };
    try {
      await folder.confirm();
      await moveExclusive(part, { folder, name: place.name });
    } catch (error) {
      await unlink(folder.at(made.name)).catch(() => undefined);
      throw error;
    }
    await confirmOr(folder, () => unlink(folder.at(place.name)));
    return {
      path: await pinnedIn(folder, place.name, place, made.identity),
      picture: filePicture(made.sha256),
    };
  });
}

/** Opens the folder of a free place. */
export async function inPlace<T>(
  place: Place,
  fence: Fence,
  work: (folder: HeldFolder) => Promise<T>,
): Promise<T> {
  const judged = fence.judge(place.absolute, 'change');
  if (!judged.ok) refuse(judged.refusal);
  if (place.taken) refuse('exists');
  return inFolder(place.folder.absolute, fence, work, place.folder.identity);
}

/** Takes a thing back when its folder turns out to have been moved while it was made. */
export async function confirmOr(folder: HeldFolder, takeBack: () => Promise<void>): Promise<void> {
  try {
    await folder.confirm();
  } catch (error) {
    await takeBack();
    throw error;
  }
}

/**
 * Gives a file other bytes: the old ones are kept first, then a new file takes its name in one step, so that a
 * crash or a full disk leaves the old file whole, and no other name of it is written through.
 */
export async function replaceFile(
  file: PinnedPath,
  bytes: Bytes,
  fence: Fence,
  kept: KeptCopies,
  { most = MOST_KEPT_FILE, signal }: WriteOptions = {},
): Promise<{ readonly path: PinnedPath; readonly picture: string; readonly kept: KeptCopy }> {
  return withItem(file, fence, async (folder, name, now) => {
    unchanged(now, file);
    if (now.size > MOST_KEPT_FILE) refuse('too_big');
    const old = await opened(folder, name, file);
    try {
      const copy = await kept.keep(old, signal);
      const { mode } = await old.stat();
      const made = await makePart(folder, bytes, mode & 0o777, most, signal);
      try {
        await folder.confirm();
        // The last look before the name changes hands: what was written since is not thrown away.
        await sameStill(folder, name, file);
        await rename(folder.at(made.name), folder.at(name));
      } catch (error) {
        await unlink(folder.at(made.name)).catch(() => undefined);
        throw error;
      }
      await folder.sync();
      const path = await pinnedIn(folder, name, file, made.identity);
      return { path, picture: filePicture(made.sha256), kept: copy };
    } finally {
      await old.close();
    }
  });
}

/** What an append did: bytes before and after it, and the SHA-256 of what came between. */
export interface Appended {
  readonly path: PinnedPath;
  readonly before: number;
  readonly tail: string;
}

/** Writes behind the end of a file; when not everything fits, the file is as it was. */
export async function appendToFile(file: PinnedPath, bytes: Uint8Array, fence: Fence): Promise<Appended> {
  return withItem(file, fence, async (folder, name, now) => {
    unchanged(now, file);
    const handle = await opened(folder, name, file, constants.O_RDWR | constants.O_APPEND);
    try {
      try {
        await writeWhole(handle, bytes);
        await handle.sync();
      } catch (error) {
        await handle.truncate(file.size);
        throw error;
      }
      const path = await pinnedIn(folder, name, file, file.identity);
      return { path, before: file.size, tail: await hashOf(handle, file.size) };
    } finally {
      await handle.close();
    }
  });
}

/** Takes an append back: cuts it off if it is still the end of the file. */
export async function cutAppended(
  file: PinnedPath,
  before: number,
  tail: string,
  fence: Fence,
): Promise<PinnedPath> {
  return withItem(file, fence, async (folder, name, now) => {
    if (now.kind !== 'file' || now.links > 1) refuse('changed');
    const handle = await opened(folder, name, now, constants.O_RDWR);
    try {
      if (now.size < before || (await hashOf(handle, before)) !== tail) refuse('changed');
      await handle.truncate(before);
      await handle.sync();
      return await pinnedIn(folder, name, file, file.identity);
    } finally {
      await handle.close();
    }
  });
}

/** Opens a file of an open folder if it is the one that was looked at, content and all. */
export async function opened(
  folder: HeldFolder,
  name: string,
  file: PinnedPath,
  flags: number = constants.O_RDONLY,
): Promise<FileHandle> {
  const handle = await open(folder.at(name), flags | AS_IT_IS);
  const stats = await handle.stat({ bigint: true });
  if (stats.isFile() && identityOf(stats) === file.identity && Number(stats.size) === file.size)
    return handle;
  await handle.close();
  return refuse('changed');
}

async function sameStill(folder: HeldFolder, name: string, file: PinnedPath): Promise<void> {
  unchanged(await pinnedIn(folder, name, file, file.identity), file);
}

/** A new file under a passing name, gone again when it could not be written whole. */
async function makePart(
  folder: HeldFolder,
  bytes: Bytes,
  mode: number,
  most: number,
  signal: AbortSignal | undefined,
): Promise<{ name: string; identity: string; sha256: string }> {
  const name = passingName();
  const part = await open(folder.at(name), NEW, mode);
  try {
    const { sha256 } = await writeAll(part, bytes, most, signal);
    // The mask of the process counts for a new file; an old file's rights are kept as they are.
    if (mode !== 0o644) await part.chmod(mode);
    const stats = await part.stat({ bigint: true });
    return { name, identity: identityOf(stats), sha256 };
  } catch (error) {
    await unlink(folder.at(name)).catch(() => undefined);
    throw error;
  } finally {
    await part.close();
  }
}

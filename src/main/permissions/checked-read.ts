import { constants } from 'node:fs';
import { open, readlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { HeldFolder } from './changes/held-folder';
import type { Fence } from './fence';
import { identityOf } from './fence';
import type { FileRefusal } from './granted-files';

/** What is asked about a path before and after it was opened. */
type Judge = Pick<Fence, 'check' | 'judge'>;

/** The beginning of a file. `size` is the whole file's, in bytes. */
export interface FileRead {
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly modified: Date;
}

// Windows has neither flag. Without O_NONBLOCK, opening a pipe that was swapped in would wait for ever.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file inside the fence, held open. `size` in bytes, when it was opened. */
export interface OpenFile {
  readonly size: number;
  readonly modified: Date;
  /** At most `length` bytes from `position` on; fewer at the end of the file. */
  read(position: number, length: number): Promise<Uint8Array>;
}

type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: FileRefusal };

/** Reads the first `most` bytes of a file inside the fence, opened as {@link openChecked} does. */
export async function readChecked(
  path: string,
  most: number,
  fence: Judge,
): Promise<{ ok: true; read: FileRead } | { ok: false; refusal: FileRefusal }> {
  const answer = await openChecked(path, fence, async ({ size, modified, read }) => ({
    bytes: await read(0, Math.min(most, size)),
    size,
    modified,
  }));
  return answer.ok ? { ok: true, read: answer.value } : answer;
}

/**
 * Hands a file inside the fence to `use`, open; it is closed afterwards. It is opened through its folder, held open, and
 * compared with what the path leads to before and after (device and inode); on Linux it is asked for its own path,
 * too. So a folder or link swapped in between is refused. A file with another name (hard link) is `linked`: that name
 * may lie outside.
 */
export async function openChecked<T>(
  path: string,
  fence: Judge,
  use: (file: OpenFile) => Promise<T>,
): Promise<Answer<T>> {
  const before = await fence.check(path);
  if (!before.ok) return before;
  if (!before.stats.isFile()) return { ok: false, refusal: 'not_allowed' };
  const opened = await openOrNull(before.path.absolute);
  if (opened === null || opened === 'swapped') {
    return { ok: false, refusal: opened === null ? 'not_allowed' : 'missing' };
  }
  try {
    const stats = await opened.stat({ bigint: true });
    const after = await fence.check(before.path.absolute);
    const same =
      stats.isFile() &&
      identityOf(stats) === before.identity &&
      after.ok &&
      after.identity === before.identity &&
      (await ownPathIsInside(opened, fence));
    if (!same) return { ok: false, refusal: 'missing' };
    if (stats.nlink > 1n) return { ok: false, refusal: 'linked' };
    const read = (position: number, length: number) => readFrom(opened, position, length);
    return { ok: true, value: await use({ size: Number(stats.size), modified: stats.mtime, read }) };
  } finally {
    await opened.close();
  }
}

async function openOrNull(path: string): Promise<FileHandle | 'swapped' | null> {
  const folder = await HeldFolder.open(dirname(path)).catch(() => null);
  // The folder was another one a moment ago.
  if (!folder) return 'swapped';
  try {
    return await open(folder.at(basename(path)), FLAGS);
  } catch {
    // Swapped for a link, vanished or unreadable for this user: all the same to the asker.
    return null;
  } finally {
    await folder.close();
  }
}

async function ownPathIsInside(handle: FileHandle, fence: Judge): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  try {
    return fence.judge(await readlink(`/proc/self/fd/${handle.fd}`)).ok;
  } catch {
    // No /proc: the comparisons of device and inode stand.
    return true;
  }
}

async function readFrom(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

import { constants } from 'node:fs';
import { open, readlink, type FileHandle } from 'node:fs/promises';
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

/**
 * Reads the first `most` bytes of a file inside the fence. What was opened is compared with what the path leads
 * to before and after opening (device and inode), and on Linux asked for its own path, so that a folder or link
 * swapped in between is refused.
 */
export async function readChecked(
  path: string,
  most: number,
  fence: Judge,
): Promise<{ ok: true; read: FileRead } | { ok: false; refusal: FileRefusal }> {
  const before = await fence.check(path);
  if (!before.ok) return before;
  if (!before.stats.isFile()) return { ok: false, refusal: 'not_allowed' };
  const handle = await openOrNull(before.path.absolute);
  if (!handle) return { ok: false, refusal: 'not_allowed' };
  try {
    const stats = await handle.stat({ bigint: true });
    const after = await fence.check(before.path.absolute);
    const same =
      stats.isFile() &&
      identityOf(stats) === before.identity &&
      after.ok &&
      after.identity === before.identity &&
      (await ownPathIsInside(handle, fence));
    if (!same) return { ok: false, refusal: 'missing' };
    const bytes = await readBeginning(handle, Math.min(most, Number(stats.size)));
    return { ok: true, read: { bytes, size: Number(stats.size), modified: stats.mtime } };
  } finally {
    await handle.close();
  }
}

async function openOrNull(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, FLAGS);
  } catch {
    // Swapped for a link, vanished or unreadable for this user: all the same to the asker.
    return null;
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

async function readBeginning(handle: FileHandle, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

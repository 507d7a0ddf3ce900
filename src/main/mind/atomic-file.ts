/** Files that are replaced whole: a crash at any moment leaves either the old content or the new. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Begins the names of files that are being written; what is left of them after a crash is nobody's. */
const HALF = '.half-';

/** Puts `text` in place of the file, durably. Makes its folder. Rejects with what the disk says; the old file stays. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = join(folder, `${HALF}${randomUUID()}-${basename(path).slice(0, 40)}`);
  try {
    const file = await open(half, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** Removes what writes that were cut short have left in a folder. Never rejects: such files do no harm. */
export async function sweepHalves(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const halves = names.filter((name) => name.startsWith(HALF));
  await Promise.allSettled(halves.map((name) => rm(join(folder, name), { force: true })));
}

/** Makes renames in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows knows no sync of folders, and renames durably by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

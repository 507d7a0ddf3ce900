import { chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureUnprivilegedUser } from '../../build/setup/unprivileged-user.mjs';

/** A folder of its own for one test, writable by the user that the app runs as. */
export interface TempFolder {
  readonly path: string;
  remove(): void;
}

/** Makes the folder; everything in it goes with {@link TempFolder.remove}. */
export async function makeTempFolder(purpose: string): Promise<TempFolder> {
  const path = mkdtempSync(join(realpathSync(tmpdir()), `parley-${purpose}-`));
  await handOver(path);
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

/** Gives a file or folder to the user that the app runs as; nothing to do unless we are root. */
export async function handOver(path: string): Promise<void> {
  const user = await ensureUnprivilegedUser();
  if (user) chownSync(path, user.uid, user.gid);
}

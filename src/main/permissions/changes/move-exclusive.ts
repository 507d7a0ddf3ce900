import { randomBytes } from 'node:crypto';
import { link, mkdir, rename, rmdir, unlink, writeFile } from 'node:fs/promises';
import { identityOf } from '../fence';
import { fold } from '../forbidden-names';
import type { HeldFolder } from './held-folder';
import { statOf } from './pinned-path';
import { codeOf, refuse } from './refusal';

/** A name in an open folder. */
export interface Spot {
  readonly folder: HeldFolder;
  readonly name: string;
}

/** A thing under its name, by kind and identity. */
export interface Thing extends Spot {
  readonly kind: 'file' | 'folder';
  readonly identity: string;
}

/** A name that nobody uses or guesses: hidden, for what is being made. */
export const passingName = (): string => `.parley-${randomBytes(12).toString('hex')}.part`;

/**
 * Gives a thing another name or folder on the same disk, never writing over anything: rejects with EEXIST or
 * ENOTEMPTY when the name is taken, with EXDEV on another disk, and with `changed` when another thing turned out to
 * lie there; then everything is where it was.
 */
export async function moveExclusive(from: Thing, to: Spot): Promise<void> {
  // Another letter case of its own name, on a disk where both are one.
  if (await is(to, from.identity)) {
    const ownName = from.folder.identity === to.folder.identity && fold(from.name) === fold(to.name);
    return ownName ? rename(pathOf(from), pathOf(to)) : refuse('exists');
  }
  await (from.kind === 'folder' ? moveFolder(from, to) : moveFile(from, to));
  await from.folder.sync();
  await to.folder.sync();
}

/** A second name is made, which fails when it is taken; then the first goes, after a look at what it was. */
async function moveFile(from: Thing, to: Spot): Promise<void> {
  try {
    await link(pathOf(from), pathOf(to));
  } catch (error) {
    const code = codeOf(error);
    // Disks without links, and files of others that may be moved but not linked.
    if (
      code === 'EPERM' ||
      code === 'ENOTSUP' ||
      code === 'EOPNOTSUPP' ||
      code === 'ENOSYS' ||
      code === 'EMLINK'
    ) {
      return moveOverPlaceholder(from, to, () => writeFile(pathOf(to), '', { flag: 'wx' }), unlink);
    }
    throw error;
  }
  const aside = { folder: from.folder, name: passingName() };
  try {
    if (!(await is(to, from.identity))) refuse('changed');
    await rename(pathOf(from), pathOf(aside));
  } catch (error) {
    await unlink(pathOf(to));
    throw error;
  }
  if (await is(aside, from.identity)) return unlink(pathOf(aside));
  // Somebody has put another thing under the old name meanwhile: it goes back, and nothing has happened.
  await rename(pathOf(aside), pathOf(from));
  await unlink(pathOf(to));
  refuse('changed');
}

/** An empty folder reserves the name; renaming onto it works only while it is empty. */
async function moveFolder(from: Thing, to: Spot): Promise<void> {
  // Windows renames onto nothing, and refuses a name that is taken by itself.
  if (process.platform === 'win32') {
    if (await statOf(to.folder, to.name)) refuse('exists');
    return rename(pathOf(from), pathOf(to));
  }
  return moveOverPlaceholder(from, to, () => mkdir(pathOf(to)), rmdir);
}

async function moveOverPlaceholder(
  from: Thing,
  to: Spot,
  reserve: () => Promise<unknown>,
  release: (path: string) => Promise<void>,
): Promise<void> {
  await reserve();
  try {
    await rename(pathOf(from), pathOf(to));
  } catch (error) {
    await release(pathOf(to));
    throw error;
  }
  if (await is(to, from.identity)) return;
  if (!(await statOf(from.folder, from.name))) await rename(pathOf(to), pathOf(from));
  refuse('changed');
}

async function is({ folder, name }: Spot, identity: string): Promise<boolean> {
  const stats = await statOf(folder, name);
  return stats !== null && identityOf(stats) === identity;
}

function pathOf({ folder, name }: Spot): string {
  return folder.at(name);
}

/**
 * The granted folders as they are at one moment, for work that asks about thousands of them: the grants are looked at
 * once, and a folder that has not changed since it was listed need not be listed again.
 */
import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { throughFolder, type HeldFolder } from './changes/held-folder';
import { readChecked, type FileRead } from './checked-read';
import { identityOf, type Fence } from './fence';
import { visibleEntry } from './folder-entries';
import type { GrantedEntry, GrantedPath } from './granted-files';

/** What lies directly in a folder; hidden and refused things are left out. */
export interface FolderListing {
  /** Equal as long as nothing was added, removed or renamed in it; see {@link FolderLook.stampOf}. */
  readonly stamp: string;
  /** False when it changed so lately that a change right after the listing might have the same stamp. */
  readonly settled: boolean;
  /** Names of plain files. What links lead to lies elsewhere, and is listed there if it may be. */
  readonly files: readonly string[];
  /** Folders, also those that links lead to inside the grants. */
  readonly folders: readonly GrantedPath[];
  /** False when `most` ended the listing. */
  readonly complete: boolean;
  /** Content of `.ignore` and `.gitignore`, null where there is none. */
  readonly ignore: string | null;
  readonly gitIgnore: string | null;
  /** Holds `.git`: `.gitignore` counts from here on. */
  readonly isRepository: boolean;
}

/** Size in bytes and time of the last change in epoch milliseconds. */
export interface Glance {
  readonly size: number;
  readonly modified: number;
}

/** One look; good for seconds, not longer: grants may be taken away. */
export interface FolderLook {
  /** The granted folders that exist. */
  readonly roots: readonly GrantedPath[];
  /** Lists at most `most` things of a folder; null when it is refused, gone or was swapped meanwhile. */
  list(folder: GrantedPath, most: number): Promise<FolderListing | null>;
  /** The folder's stamp now, null when it is gone. */
  stampOf(folder: GrantedPath): Promise<string | null>;
  /**
   * Sizes and times as the disk tells them, unchecked: for putting things in order only. What is told to anybody is
   * asked for with `facts`. Null for what is gone or no plain file or folder.
   */
  glance(paths: readonly string[]): Promise<readonly (Glance | null)[]>;
  /** Reads the first `most` bytes of a regular file, checked as every read; null when refused. */
  read(path: GrantedPath, most: number): Promise<FileRead | null>;
}

/** Requests to the disk at a time; its threads are few. */
const AT_ONCE = 64;
/** File systems tell times in steps of up to two seconds (FAT). */
const SETTLED_MS = 2_000;
const MOST_IGNORE_BYTES = 64 * 1_024;
const NO_LINKS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A look through this fence. */
export function lookThrough(fence: Fence): FolderLook {
  return {
    roots: fence.roots,

    async list(folder, most) {
      const before = await fence.check(folder.absolute);
      if (!before.ok || !before.stats.isDirectory()) return null;
      // Vanished, swapped or unreadable for this user: the rest of a walk goes on.
      const found = await throughFolder(before, (held) => listed(before.path, held, most, fence)).catch(
        () => null,
      );
      if (!found) return null;
      const { mtimeNs } = before.stats;
      const settled = Number(mtimeNs / 1_000_000n) < Date.now() - SETTLED_MS;
      return { ...found, stamp: `${before.identity}:${mtimeNs}`, settled };
    },

    async stampOf({ absolute }) {
      const stats = await lstat(absolute, { bigint: true }).catch(() => null);
      return stats?.isDirectory() ? `${identityOf(stats)}:${stats.mtimeNs}` : null;
    },

    async glance(paths) {
      const glances: (Glance | null)[] = [];
      for (let at = 0; at < paths.length; at += AT_ONCE) {
        glances.push(...(await Promise.all(paths.slice(at, at + AT_ONCE).map(glanceAt))));
      }
      return glances;
    },

    async read(path, most) {
      const answer = await readChecked(path.absolute, most, fence);
      return answer.ok ? answer.read : null;
    },
  };
}

async function glanceAt(absolute: string): Promise<Glance | null> {
  const stats = await lstat(absolute).catch(() => null);
  return stats && (stats.isFile() || stats.isDirectory())
    ? { size: stats.size, modified: stats.mtimeMs }
    : null;
}

async function listed(
  folder: GrantedPath,
  held: HeldFolder,
  most: number,
  fence: Fence,
): Promise<Omit<FolderListing, 'stamp' | 'settled'>> {
  const files: string[] = [];
  const folders: GrantedPath[] = [];
  const hidden = new Set<string>();
  let complete = true;
  for await (const dirent of held.entries()) {
    if (files.length + folders.length >= most) {
      complete = false;
      break;
    }
    if (dirent.name === '.git' || dirent.name === '.gitignore' || dirent.name === '.ignore') {
      hidden.add(dirent.name);
    }
    const entry: GrantedEntry | null = await visibleEntry(folder, dirent, fence);
    if (!entry) continue;
    if (entry.kind === 'folder') folders.push(entry.path);
    else if (dirent.isFile()) files.push(dirent.name);
  }
  const rules = (name: string) => (hidden.has(name) ? readRules(held.at(name)) : null);
  const [ignore, gitIgnore] = await Promise.all([rules('.ignore'), rules('.gitignore')]);
  return { files, folders, complete, ignore, gitIgnore, isRepository: hidden.has('.git') };
}

/** The beginning of a plain file of rules; it decides what is passed over and is shown to nobody. */
async function readRules(path: string): Promise<string | null> {
  const handle = await open(path, NO_LINKS).catch(() => null);
  if (!handle) return null;
  try {
    if (!(await handle.stat()).isFile()) return null;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_IGNORE_BYTES), 0, MOST_IGNORE_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

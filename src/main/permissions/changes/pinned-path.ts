import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { identityOf, type Fence } from '../fence';
import type { GrantedPath } from '../granted-files';
import { inFolder, type HeldFolder } from './held-folder';
import { codeOf, refuse } from './refusal';

/** A path with the very thing that lay there when it was looked at. */
export interface PinnedPath extends GrantedPath {
  readonly kind: 'file' | 'folder';
  /** Equal for the same file or folder only. */
  readonly identity: string;
  /** Bytes; 0 for a folder. */
  readonly size: number;
  /** Another one after every write to a file. */
  readonly version: string;
  /** Names that the file has; more than one is a hard link. 1 for a folder. */
  readonly links: number;
}

/** A path with what lies there, from facts that were just read. */
export function pinned(path: GrantedPath, stats: BigIntStats): PinnedPath {
  const isFolder = stats.isDirectory();
  return {
    absolute: path.absolute,
    spoken: path.spoken,
    kind: isFolder ? 'folder' : 'file',
    identity: identityOf(stats),
    size: isFolder ? 0 : Number(stats.size),
    version: `${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}`,
    links: isFolder ? 1 : Number(stats.nlink),
  };
}

/** What lies at a path now, links resolved. */
export async function pin(path: GrantedPath, fence: Fence): Promise<PinnedPath> {
  const answer = await fence.check(path.absolute);
  return answer.ok ? pinned(answer.path, answer.stats) : refuse(answer.refusal);
}

/** Facts of one entry of an open folder, not following a link; null when there is none. */
export async function statOf(folder: HeldFolder, name: string): Promise<BigIntStats | null> {
  try {
    return await lstat(folder.at(name), { bigint: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** What lies in an open folder under a name, as a pinned path. Rejects unless it has that identity. */
export async function pinnedIn(
  folder: HeldFolder,
  name: string,
  path: GrantedPath,
  identity: string,
): Promise<PinnedPath> {
  const stats = await statOf(folder, name);
  return stats && identityOf(stats) === identity ? pinned(path, stats) : refuse('changed');
}

/**
 * Does something to a pinned file or folder through its open parent. Rejects when another thing lies there now, and
 * for a granted folder itself or what holds one or Parley's own data.
 */
export async function withItem<T>(
  item: PinnedPath,
  fence: Fence,
  work: (folder: HeldFolder, name: string, now: PinnedPath) => Promise<T>,
): Promise<T> {
  const judged = fence.judge(item.absolute, 'change');
  if (!judged.ok) refuse(judged.refusal);
  if (fence.holdsFixed(item.absolute)) refuse('not_allowed');
  return inFolder(dirname(item.absolute), fence, async (folder) => {
    const name = basename(item.absolute);
    const stats = await statOf(folder, name);
    if (!stats) refuse('missing');
    const now = pinned(judged.path, stats);
    const same =
      now.identity === item.identity && (stats.isFile() || stats.isDirectory()) && now.kind === item.kind;
    if (!same) refuse('changed');
    return work(folder, name, now);
  });
}

/** Rejects unless the file is as it was looked at and has no other name, which might lie outside. */
export function unchanged(now: PinnedPath, was: PinnedPath): void {
  if (now.kind !== 'file') refuse('not_allowed');
  if (now.links > 1) refuse('linked');
  if (now.version !== was.version) refuse('changed');
}

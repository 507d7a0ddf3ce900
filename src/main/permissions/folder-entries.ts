import type { Dirent } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { HeldFolder } from './changes/held-folder';
import type { Fence } from './fence';
import { fold, refusalOfSegment } from './forbidden-names';
import type { GrantedEntry, GrantedPath } from './granted-files';

/** Entries looked through for a name that was said in another letter case. */
const MOST_NAMES = 20_000;

/** The visible entries of a checked folder, held open as `held`. Links count as what they lead to, if that is inside a grant. */
export async function listVisible(
  folder: GrantedPath,
  held: HeldFolder,
  fence: Fence,
  most: number,
): Promise<readonly GrantedEntry[]> {
  const entries: GrantedEntry[] = [];
  for await (const dirent of held.entries()) {
    const entry = await visibleEntry(folder, dirent, fence);
    if (entry) entries.push(entry);
    if (entries.length >= most) break;
  }
  return entries;
}

/** One thing of a checked folder as `entries` brings it back; null when it is hidden, refused or leads out. */
export async function visibleEntry(
  folder: GrantedPath,
  dirent: Dirent,
  fence: Fence,
): Promise<GrantedEntry | null> {
  const { name } = dirent;
  // The folder has passed as a whole, so a file in it is judged by its own name.
  if (refusalOfSegment(name)) return null;
  const absolute = join(folder.absolute, name);
  if (dirent.isFile()) return { path: { absolute, spoken: `${folder.spoken}/${name}` }, kind: 'file' };
  if (dirent.isDirectory()) {
    const judged = fence.judge(absolute);
    return judged.ok ? { path: judged.path, kind: 'folder' } : null;
  }
  if (dirent.isFIFO() || dirent.isSocket() || dirent.isBlockDevice() || dirent.isCharacterDevice())
    return null;
  // A link, or a file system that does not tell kinds.
  const answer = await fence.check(absolute);
  if (!answer.ok) return null;
  return { path: answer.path, kind: answer.stats.isDirectory() ? 'folder' : 'file' };
}

/**
 * Finds a path inside a grant whose segments differ from the given ones in letter case or Unicode form only.
 * Null when there is none or more than one at a step. The answer is not checked yet.
 */
export async function findByFoldedName(path: string, fence: Fence): Promise<string | null> {
  const root = fence.rootOf(path);
  if (!root) return null;
  let current = root.absolute;
  for (const segment of relative(root.absolute, path).split(sep).filter(Boolean)) {
    // Each step is checked, so that no folder outside is ever listed.
    const checked = await fence.check(current);
    if (!checked.ok || !checked.stats.isDirectory()) return null;
    const exact = join(checked.path.absolute, segment);
    const next = (await exists(exact)) ? exact : await onlyMatch(checked.path.absolute, segment);
    if (next === null) return null;
    current = next;
  }
  return current;
}

async function onlyMatch(folder: string, segment: string): Promise<string | null> {
  const wanted = fold(segment);
  const matches: string[] = [];
  let seen = 0;
  const held = await HeldFolder.open(folder).catch(() => null);
  if (!held) return null;
  try {
    for await (const { name } of held.entries()) {
      if (fold(name) === wanted) matches.push(name);
      if (++seen >= MOST_NAMES) break;
    }
  } finally {
    await held.close();
  }
  const [only] = matches;
  return only !== undefined && matches.length === 1 ? join(folder, only) : null;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

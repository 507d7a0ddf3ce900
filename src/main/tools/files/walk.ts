import { join, relative, sep } from 'node:path';
import type { FolderLook } from '../../permissions/folder-look';
import type { GrantedFiles, GrantedPath } from '../../permissions/granted-files';
import { isIgnored, type IgnoreRules } from './ignore-rules';
import { nameIndexOf, rulesFor, type IndexedFolder, type NameIndex } from './name-index';

/** Bounds of one walk; whichever is met first ends it. */
export interface WalkLimits {
  /** Files and folders looked at. */
  readonly entries: number;
  /** Levels below the starting folder; 1 is its direct content. */
  readonly depth: number;
  readonly milliseconds: number;
}

/** Wide enough for a home folder, short enough for a spoken answer. */
export const DEFAULT_WALK: WalkLimits = { entries: 1_000_000, depth: 32, milliseconds: 4_000 };

/** Folders that the disk is asked about at a time. */
const AT_ONCE = 64;

interface Step {
  readonly path: GrantedPath;
  readonly rules: IgnoreRules | null;
}

/**
 * Visits the folders and all below them, the shallow first. Hidden things, what ignore rules leave out and links that
 * lead out are passed over; a folder reached twice is visited once. Resolves to false when a bound ended the walk
 * early; rejects with the signal's reason when aborted. `clock` in milliseconds.
 */
export async function walk(
  files: GrantedFiles,
  folders: readonly GrantedPath[],
  visit: (folder: IndexedFolder) => void | Promise<void>,
  signal: AbortSignal,
  limits: WalkLimits = DEFAULT_WALK,
  clock: () => number = () => performance.now(),
): Promise<boolean> {
  const until = clock() + limits.milliseconds;
  const look = await files.look();
  const index = nameIndexOf(files);
  const seen = new Set(folders.map(({ absolute }) => absolute));
  let level: Step[] = await Promise.all(
    folders.map(async (path) => ({ path, rules: await rulesAround(look, index, path) })),
  );
  let [complete, left] = [true, limits.entries];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limits.depth) return false;
    const next: Step[] = [];
    for (let at = 0; at < level.length; at += AT_ONCE) {
      signal.throwIfAborted();
      if (left <= 0 || clock() >= until) return false;
      const batch = level.slice(at, at + AT_ONCE);
      const listed = await Promise.all(batch.map(({ path, rules }) => index.folder(look, path, rules)));
      for (const one of listed) {
        if (!one) continue;
        const { folder, inside } = one;
        const folders: GrantedPath[] = [];
        for (const path of folder.folders) {
          if (seen.has(path.absolute)) continue;
          seen.add(path.absolute);
          folders.push(path);
          next.push({ path, rules: rulesFor(path.absolute, inside) });
        }
        await visit({ ...folder, folders });
        left -= folder.files.length + folders.length;
        complete &&= one.complete && left > 0;
      }
    }
    level = next;
  }
  return complete;
}

/** The ignore rules that hold around a folder; none when it is passed over itself but was asked for by name. */
async function rulesAround(
  look: FolderLook,
  index: NameIndex,
  path: GrantedPath,
): Promise<IgnoreRules | null> {
  const root = look.roots.find(
    ({ absolute }) => path.absolute !== absolute && path.absolute.startsWith(`${absolute}${sep}`),
  );
  if (!root) return null;
  let [current, rules]: [GrantedPath, IgnoreRules | null] = [root, null];
  for (const segment of relative(root.absolute, path.absolute).split(sep)) {
    const around = await index.folder(look, current, rules);
    rules = around?.inside ?? null;
    current = pathIn(current, segment);
    if (isIgnored(current.absolute, 'folder', rules, sep)) return null;
  }
  return rules;
}

/** A file of a folder by its name. */
export function pathIn(folder: GrantedPath, name: string): GrantedPath {
  return { absolute: join(folder.absolute, name), spoken: `${folder.spoken}/${name}` };
}

/** The last part of a path's spoken form: the file's own name. */
export function nameOf(path: GrantedPath): string {
  return path.spoken.slice(path.spoken.lastIndexOf('/') + 1);
}

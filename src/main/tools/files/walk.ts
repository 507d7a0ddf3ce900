import {
  FileRefused,
  type GrantedEntry,
  type GrantedFiles,
  type GrantedPath,
} from '../../permissions/granted-files';

/** Bounds of one walk; whichever is met first ends it. */
export interface WalkLimits {
  /** Files and folders looked at. */
  readonly entries: number;
  /** Levels below the starting folder; 1 is its direct content. */
  readonly depth: number;
  readonly milliseconds: number;
}

/** Wide enough for a home folder, short enough for a spoken answer. */
export const DEFAULT_WALK: WalkLimits = { entries: 200_000, depth: 16, milliseconds: 4_000 };

/** Folders of programs, not of people: thousands of files that nobody ever asks for by name. */
const IGNORED = new Set([
  ...['node_modules', 'bower_components', 'jspm_packages', '__pycache__', 'site-packages', 'venv'],
  ...['$recycle.bin', 'system volume information', 'lost+found'],
]);

/**
 * Visits what lies in and below the folders, the shallow first. Hidden things, {@link IGNORED} folders and
 * links that lead out are passed over; a folder reached twice is visited once. Resolves to false when a bound
 * ended the walk early; rejects with the signal's reason when aborted. `clock` in milliseconds.
 */
export async function walk(
  files: GrantedFiles,
  folders: readonly GrantedPath[],
  visit: (entry: GrantedEntry) => void,
  signal: AbortSignal,
  limits: WalkLimits = DEFAULT_WALK,
  clock: () => number = () => performance.now(),
): Promise<boolean> {
  const until = clock() + limits.milliseconds;
  const seen = new Set(folders.map(({ absolute }) => absolute));
  let complete = true;
  let left = limits.entries;
  let level: readonly GrantedPath[] = folders;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limits.depth) return false;
    const next: GrantedPath[] = [];
    for (const folder of level) {
      signal.throwIfAborted();
      if (left <= 0 || clock() >= until) return false;
      const entries = await visibleOrNone(files, folder, left);
      left -= entries.length;
      for (const entry of entries) {
        if (entry.kind === 'folder' && !canEnter(entry, seen)) continue;
        visit(entry);
        if (entry.kind === 'folder') next.push(entry.path);
      }
      complete &&= left > 0;
    }
    level = next;
  }
  return complete;
}

function canEnter(entry: GrantedEntry, seen: Set<string>): boolean {
  const { absolute } = entry.path;
  const name = nameOf(entry.path).toLowerCase();
  if (IGNORED.has(name) || seen.has(absolute)) return false;
  seen.add(absolute);
  return true;
}

/** A folder that vanished or may not be read is as good as empty: the rest of the walk goes on. */
async function visibleOrNone(
  files: GrantedFiles,
  folder: GrantedPath,
  most: number,
): Promise<readonly GrantedEntry[]> {
  try {
    return await files.entries(folder, most);
  } catch (error) {
    if (error instanceof FileRefused) return [];
    throw error;
  }
}

/** The last part of a path's spoken form: the file's own name. */
export function nameOf(path: GrantedPath): string {
  return path.spoken.slice(path.spoken.lastIndexOf('/') + 1);
}

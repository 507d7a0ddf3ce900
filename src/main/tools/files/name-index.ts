/**
 * What the granted folders hold, kept in memory between searches: names only, some 50 bytes each. A folder is listed
 * again when its stamp has changed, so an answer is never older than the disk. Dropped when nobody has searched for
 * a while.
 */
import { join, sep } from 'node:path';
import type { FolderLook } from '../../permissions/folder-look';
import type { GrantedFiles, GrantedPath } from '../../permissions/granted-files';
import { isIgnored, rulesInside, type IgnoreRules } from './ignore-rules';
import { isTextName } from './kinds';
import { lettersOf } from './match-name';

/** A folder as the index keeps it. */
export interface IndexedFolder {
  readonly path: GrantedPath;
  /** Names of the plain files in it, ignored ones left out. */
  readonly files: readonly string[];
  /** Which letters each of those names has ({@link lettersOf}). */
  readonly letters: Int32Array;
  /** Which of those names promise text, by their places. */
  readonly texts: Uint32Array;
  /** When each of those files was last seen to have changed (epoch milliseconds); NaN where nobody asked yet. */
  readonly times: Float64Array;
  /** Folders in it, ignored ones left out. */
  readonly folders: readonly GrantedPath[];
}

interface Kept extends IndexedFolder {
  readonly stamp: string;
  readonly reusable: boolean;
  readonly outer: IgnoreRules | null;
  readonly inside: IgnoreRules | null;
  /** What `inside` was made of. */
  readonly rules: string;
  readonly complete: boolean;
}

/** Names kept at most, over all folders; what is beyond is listed anew each time. */
const MOST_NAMES = 1_000_000;
/** Names of one folder. */
const MOST_IN_FOLDER = 250_000;
/** Without a search for so long, the names are let go. */
const IDLE_MS = 10 * 60_000;

/** The index of one door to the disk. */
export class NameIndex {
  private readonly kept = new Map<string, Kept>();
  private names = 0;
  private idle: NodeJS.Timeout | null = null;

  /** Names held now. */
  get size(): number {
    return this.names;
  }

  /**
   * The folder as it is now; null when it is gone or refused. `outer`: the rules of the folders around it, the same
   * object as long as they are the same. `complete` is false when it holds more than can be listed.
   */
  async folder(
    look: FolderLook,
    path: GrantedPath,
    outer: IgnoreRules | null,
  ): Promise<{ folder: IndexedFolder; inside: IgnoreRules | null; complete: boolean } | null> {
    this.keepAwake();
    const known = this.kept.get(path.absolute);
    if (known?.reusable && known.outer === outer && known.path.spoken === path.spoken) {
      if ((await look.stampOf(path)) === known.stamp) {
        return { folder: known, inside: known.inside, complete: known.complete };
      }
    }
    this.forget(path.absolute);
    const fresh = await list(look, path, outer, known);
    if (fresh && this.names + fresh.files.length <= MOST_NAMES) {
      // Two searches may list the same folder at once.
      this.forget(path.absolute);
      this.kept.set(path.absolute, fresh);
      this.names += fresh.files.length;
    }
    return fresh && { folder: fresh, inside: fresh.inside, complete: fresh.complete };
  }

  /** Lets everything go. */
  clear(): void {
    if (this.idle) clearTimeout(this.idle);
    this.idle = null;
    this.kept.clear();
    this.names = 0;
  }

  private forget(absolute: string): void {
    this.names -= this.kept.get(absolute)?.files.length ?? 0;
    this.kept.delete(absolute);
  }

  private keepAwake(): void {
    if (this.idle) this.idle.refresh();
    else this.idle = setTimeout(() => this.clear(), IDLE_MS).unref();
  }
}

const indexes = new WeakMap<GrantedFiles, NameIndex>();

/** The index of this door; made when first asked for, gone with the door. */
export function nameIndexOf(files: GrantedFiles): NameIndex {
  const index = indexes.get(files) ?? new NameIndex();
  indexes.set(files, index);
  return index;
}

async function list(
  look: FolderLook,
  path: GrantedPath,
  outer: IgnoreRules | null,
  before: Kept | undefined,
): Promise<Kept | null> {
  const listing = await look.list(path, MOST_IN_FOLDER);
  if (!listing) return null;
  const rules = JSON.stringify([listing.ignore, listing.gitIgnore, listing.isRepository]);
  // The same object for the same rules: what lies below need not be listed again.
  const same = before?.outer === outer && before.rules === rules;
  const inside = same ? before.inside : rulesInside(path.absolute, listing, outer);
  const ignored = (absolute: string, kind: 'file' | 'folder') =>
    isIgnored(absolute, kind, rulesFor(absolute, inside), sep);
  const files = listing.files.filter((name) => !ignored(join(path.absolute, name), 'file'));
  return {
    path,
    files,
    letters: Int32Array.from(files, lettersOf),
    texts: Uint32Array.from([...files.keys()].filter((at) => isTextName(files[at]!))),
    times: new Float64Array(files.length).fill(NaN),
    folders: listing.folders.filter(({ absolute }) => !ignored(absolute, 'folder')),
    stamp: listing.stamp,
    // Rules can be edited without a trace in the folder's stamp.
    reusable: listing.settled && listing.ignore === null && listing.gitIgnore === null,
    outer,
    inside,
    rules,
    complete: listing.complete,
  };
}

/** The rules for a thing that was met in a folder with these: links lead elsewhere, where other ones hold. */
export function rulesFor(absolute: string, rules: IgnoreRules | null): IgnoreRules | null {
  return rules && absolute.startsWith(`${rules.base}${sep}`) ? rules : null;
}

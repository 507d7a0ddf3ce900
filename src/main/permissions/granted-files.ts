/**
 * What tools may touch, and nothing else. A name that a person or a model uses becomes a path here, links are
 * resolved here, and every read goes through a handle that was checked after it was opened.
 */
import type { BigIntStats } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import type { Grant } from '../../shared/settings/schema';
import { HeldFolder, throughFolder } from './changes/held-folder';
import { statOf } from './changes/pinned-path';
import { candidatePaths, unquote } from './candidate-paths';
import { openChecked, readChecked, type FileRead, type OpenFile } from './checked-read';
import { Fence, identityOf, isDenied, type FenceAnswer } from './fence';
import { findByFoldedName, listVisible } from './folder-entries';
import { lookThrough, type FolderLook } from './folder-look';
import { fold, refusalOfNamed } from './forbidden-names';

/** A path inside a grant, with every symlink resolved. */
export interface GrantedPath {
  readonly absolute: string;
  /** As a person would say it: "Documents/budget.txt". */
  readonly spoken: string;
}

/**
 * Why a path may not be touched. `ambiguous`: the same name is in several grants. `not_allowed`: keys, browser
 * profiles, Parley's own data, devices, or a name that no honest file has. `linked`: a file with another name (hard
 * link), which may lie outside.
 */
export type FileRefusal = 'outside' | 'missing' | 'hidden' | 'not_allowed' | 'ambiguous' | 'linked';

/** What `resolve` brings back. */
type Resolved =
  { readonly ok: true; readonly path: GrantedPath } | { readonly ok: false; readonly refusal: FileRefusal };

/** One visible thing in a granted folder. */
export interface GrantedEntry {
  readonly path: GrantedPath;
  readonly kind: 'file' | 'folder';
}

/** Facts of a file or folder. `size` in bytes; `runs`: the owner's, group's or others' execute bit is set. */
export interface FileFacts {
  readonly kind: 'file' | 'folder';
  readonly size: number;
  readonly modified: Date;
  readonly runs: boolean;
}

/** Thrown by everything that touches a path that turned out to be refused. */
export class FileRefused extends Error {
  constructor(readonly refusal: FileRefusal) {
    super(`refused: ${refusal}`);
    this.name = 'FileRefused';
  }
}

/** The one door to the disk for tools: nothing outside the granted folders passes. */
export interface GrantedFiles {
  /** The granted folders that exist now. A folder that was replaced by a link no longer counts. */
  roots(): Promise<readonly GrantedPath[]>;
  /**
   * Finds what the person named: an absolute path, a path inside a grant, or the name of a grant.
   * The answer exists and lies inside a grant after resolving links.
   */
  resolve(named: string): Promise<Resolved>;
  /**
   * What lies directly in a folder, in the disk's order, at most `most` things. Hidden and refused things are
   * left out, as are links that lead out. Rejects with {@link FileRefused}.
   */
  entries(folder: GrantedPath, most?: number): Promise<readonly GrantedEntry[]>;
  /** The folders as they are now, for work that asks about thousands of them within seconds. */
  look(): Promise<FolderLook>;
  /** Rejects with {@link FileRefused} when the path is not what it was. */
  facts(path: GrantedPath): Promise<FileFacts>;
  /** Reads the first `most` bytes of a regular file. Rejects with {@link FileRefused}. */
  read(path: GrantedPath, most: number): Promise<FileRead>;
  /** Hands a regular file to `use`, open for reading anywhere in it. Rejects with {@link FileRefused}, or as `use` does. */
  open<T>(path: GrantedPath, use: (file: OpenFile) => Promise<T>): Promise<T>;
  /** The grant around a path: what a standing permission of the person holds for. Null when it lies in none. */
  scopeOf(path: GrantedPath): Promise<GrantScope | null>;
}

/** A grant as a permission names it. */
export interface GrantScope {
  /** The grant's id. */
  readonly id: string;
  /** Its folder as a person would say it. */
  readonly label: string;
}

/** What of the system matters here. */
export interface GrantedFilesSystem {
  /** Folders that are refused even inside a grant: Parley's own data. */
  readonly forbidden: readonly string[];
  /** What `~` stands for. */
  readonly home?: string;
  readonly platform?: NodeJS.Platform;
}

const MOST_ENTRIES = 20_000;

/** Makes the door over the person's current grants; `grants` is asked anew each time. */
export function createGrantedFiles(grants: () => readonly Grant[], system: GrantedFilesSystem): GrantedFiles {
  const platform = system.platform ?? process.platform;
  const home = system.home ?? homedir();
  const fence = () => Fence.around(grants(), system.forbidden, platform);

  const passed = (answer: FenceAnswer) => {
    if (!answer.ok) throw new FileRefused(answer.refusal);
    return answer;
  };

  return {
    roots: async () => (await fence()).roots,

    async resolve(named) {
      const name = unquote(named);
      const refusal = refusalOfNamed(name, platform);
      if (refusal) return { ok: false, refusal };
      const current = await fence();
      let answer: Resolved = { ok: false, refusal: 'missing' };
      for (const tier of candidatePaths(name, current.roots, home, platform)) {
        const outcomes = await Promise.all(tier.map((path) => resolveOne(path, current)));
        const found = distinct(outcomes.flatMap((one) => (one.ok ? [one.path] : [])));
        if (found.length > 1) return { ok: false, refusal: 'ambiguous' };
        if (found[0]) return { ok: true, path: found[0] };
        // A refusal tells more than "missing" does, and the first one is of what was most likely meant.
        const refused = outcomes.find((one) => !one.ok && one.refusal !== 'missing');
        if (refused && answer.ok === false && answer.refusal === 'missing') answer = refused;
      }
      return answer;
    },

    async entries(folder, most = MOST_ENTRIES) {
      const current = await fence();
      const before = passed(await current.check(folder.absolute));
      if (!before.stats.isDirectory()) throw new FileRefused('not_allowed');
      return throughFolder(before, (held) => listVisible(before.path, held, current, most)).catch(
        (error: unknown) => {
          throw new FileRefused(isDenied(error) ? 'not_allowed' : 'missing');
        },
      );
    },

    look: async () => lookThrough(await fence()),

    async facts(path) {
      const stats = await statsOf(passed(await (await fence()).check(path.absolute)));
      return {
        kind: stats.isDirectory() ? 'folder' : 'file',
        size: Number(stats.size),
        modified: stats.mtime,
        runs: platform !== 'win32' && (stats.mode & 0o111n) !== 0n,
      };
    },

    scopeOf: async (path) => {
      const root = (await fence()).rootOf(path.absolute);
      const sameFolder = (granted: string) =>
        platform === 'linux' ? granted === root?.absolute : fold(granted) === fold(root?.absolute ?? '');
      const grant = root && grants().find(({ path: granted }) => sameFolder(granted));
      return root && grant ? { id: grant.id, label: root.spoken } : null;
    },

    read: async (path, most) => {
      const answer = await readChecked(path.absolute, most, await fence());
      if (!answer.ok) throw new FileRefused(answer.refusal);
      return answer.read;
    },

    open: async (path, use) => {
      const answer = await openChecked(path.absolute, await fence(), use);
      if (!answer.ok) throw new FileRefused(answer.refusal);
      return answer.value;
    },
  };
}

async function resolveOne(path: string, fence: Fence): Promise<Resolved> {
  const exact = await fence.check(path);
  if (exact.ok || exact.refusal !== 'missing') return exact;
  const folded = await findByFoldedName(path, fence);
  return folded === null ? exact : fence.check(folded);
}

function distinct(paths: readonly GrantedPath[]): readonly GrantedPath[] {
  return [...new Map(paths.map((path) => [path.absolute, path])).values()];
}

/** The facts of a checked path, if what they were read of lies there, and not where a swapped folder led. */
async function statsOf(checked: Extract<FenceAnswer, { ok: true }>): Promise<BigIntStats> {
  const { absolute } = checked.path;
  const isFolder = checked.stats.isDirectory();
  const held = await HeldFolder.open(isFolder ? absolute : dirname(absolute)).catch(() => null);
  if (!held) throw new FileRefused('missing');
  try {
    const stats = isFolder ? null : await statOf(held, basename(absolute));
    const identity = isFolder ? held.identity : stats && identityOf(stats);
    if (identity !== checked.identity) throw new FileRefused('missing');
    return stats ?? checked.stats;
  } finally {
    await held.close();
  }
}

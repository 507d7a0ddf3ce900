import type { BigIntStats } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import type { Grant } from '../../shared/settings/schema';
import { fold, isInSecretFolder, refusalOfSegment, startsByItself } from './forbidden-names';
import type { FileRefusal, GrantedPath } from './granted-files';

/** Outcome of a check: the resolved path and what lay there at that moment. */
export type FenceAnswer =
  | {
      readonly ok: true;
      readonly path: GrantedPath;
      readonly stats: BigIntStats;
      /** See {@link identityOf}. */
      readonly identity: string;
    }
  | { readonly ok: false; readonly refusal: FileRefusal };

const refuse = (refusal: FileRefusal): FenceAnswer => ({ ok: false, refusal });

/**
 * Device, inode and time of birth: equal for the same file or folder only. The time is needed because a disk gives the
 * inode of what was deleted to what is made next.
 */
export const identityOf = ({ dev, ino, birthtimeNs }: BigIntStats): string => `${dev}:${ino}:${birthtimeNs}`;

/** The part of an identity that still holds after a restart, when disks may be numbered otherwise. */
export const lastingIdentity = (identity: string): string => identity.slice(identity.indexOf(':') + 1);

/** The granted folders as they are on the disk at one moment, and the judgement of what lies inside. */
export class Fence {
  private constructor(
    readonly roots: readonly GrantedPath[],
    private readonly forbidden: readonly string[],
    private readonly platform: NodeJS.Platform,
  ) {}

  /** Looks at the grants' folders now; those that are gone or lead elsewhere are left out. */
  static async around(
    grants: readonly Grant[],
    forbidden: readonly string[],
    platform: NodeJS.Platform,
  ): Promise<Fence> {
    const real = await Promise.all(grants.map(({ path }) => grantedFolder(path, platform)));
    const folders = [...new Set(real.filter((path) => path !== null))];
    const closed = await Promise.all(forbidden.map(async (path) => (await realOrNull(path)) ?? path));
    const roots = folders.map((absolute) => ({ absolute, spoken: spokenRoot(absolute, folders) }));
    return new Fence(roots, closed, platform);
  }

  /** Judges an absolute path by what it is after resolving every link. */
  async check(path: string): Promise<FenceAnswer> {
    const inside = this.rootOf(path) !== null;
    // Asking Windows about a path on a foreign server would already sign in there.
    if (!inside && this.platform === 'win32' && /^[\\/]{2}/u.test(path)) return refuse('outside');
    try {
      const real = await realpath(path);
      const judged = this.judge(real);
      if (!judged.ok) return judged;
      const stats = await lstat(real, { bigint: true });
      if (!stats.isFile() && !stats.isDirectory()) return refuse('not_allowed');
      return { ok: true, path: judged.path, stats, identity: identityOf(stats) };
    } catch (error) {
      // Whether something exists outside is nobody's business.
      if (!inside) return refuse('outside');
      return refuse(isDenied(error) ? 'not_allowed' : 'missing');
    }
  }

  /** Judges a path that holds no links, without asking the disk. More may be read than changed. */
  judge(
    real: string,
    purpose: 'read' | 'change' = 'read',
  ):
    | { readonly ok: true; readonly path: GrantedPath }
    | { readonly ok: false; readonly refusal: FileRefusal } {
    const root = this.rootOf(real);
    if (!root) return { ok: false, refusal: 'outside' };
    if (this.forbidden.some((folder) => isWithin(folder, real)) || isInSecretFolder(real.split(sep))) {
      return { ok: false, refusal: 'not_allowed' };
    }
    if (purpose === 'change' && startsByItself(real.split(sep))) return { ok: false, refusal: 'not_allowed' };
    const segments = relative(root.absolute, real).split(sep).filter(Boolean);
    for (const segment of segments) {
      const refusal = refusalOfSegment(segment);
      if (refusal) return { ok: false, refusal };
    }
    return { ok: true, path: { absolute: real, spoken: [root.spoken, ...segments].join('/') } };
  }

  /** Whether a path is or holds what has to stay where it is: a granted folder or a forbidden one. */
  holdsFixed(path: string): boolean {
    const fixed = [...this.roots.map(({ absolute }) => absolute), ...this.forbidden];
    return fixed.some((folder) => isWithin(path, folder));
  }

  /** The innermost grant around a path. */
  rootOf(path: string): GrantedPath | null {
    return this.roots
      .filter((root) => isWithin(root.absolute, path))
      .reduce<GrantedPath | null>(
        (best, root) => (best && best.absolute.length >= root.absolute.length ? best : root),
        null,
      );
  }
}

/** Compares whole segments, so that `/allowed_evil` is not within `/allowed`. Exact: both come from the disk. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** A grant was stored resolved: one that now leads elsewhere is not the folder that the person chose. */
async function grantedFolder(path: string, platform: NodeJS.Platform): Promise<string | null> {
  const real = await realOrNull(path);
  const same = platform === 'linux' ? real === path : real !== null && fold(real) === fold(path);
  return same ? real : null;
}

async function realOrNull(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch {
    // Gone, unplugged or unreadable: for now there is no such folder.
    return null;
  }
}

/** The folder's own name; with its parent's where two grants share it. */
function spokenRoot(absolute: string, all: readonly string[]): string {
  const name = basename(absolute) || absolute;
  const shared = all.some((other) => other !== absolute && fold(basename(other)) === fold(name));
  return shared ? `${basename(dirname(absolute))}/${name}` : name;
}

/** Whether the system refused for want of rights. */
export function isDenied(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}

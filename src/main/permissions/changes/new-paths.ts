import { mkdir } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { unquote } from '../candidate-paths';
import { identityOf, type Fence } from '../fence';
import { fold, refusalOfNamed } from '../forbidden-names';
import type { GrantedFiles, GrantedPath } from '../granted-files';
import { inFolder, type HeldFolder } from './held-folder';
import { refusalOfNewName } from './new-names';
import { pin, statOf, type PinnedPath } from './pinned-path';
import { ChangeRefused, codeOf, refuse } from './refusal';

/** Where something new would be: a sound name in a folder that exists inside a grant. */
export interface Place extends GrantedPath {
  readonly folder: PinnedPath;
  readonly name: string;
  /** What is there already, also under another letter case or Unicode form; null when the place is free. */
  readonly taken: Taken | null;
}

interface Taken {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  readonly identity: string;
}

/** Entries looked through for a name in another letter case. */
const MOST_NAMES = 20_000;

/** What finding a place needs. */
export interface Placing {
  readonly fence: Fence;
  readonly resolve: GrantedFiles['resolve'];
  readonly platform: NodeJS.Platform;
}

/** Finds where something that a person named would be. Rejects with {@link ChangeRefused}. */
export async function place(named: string, base: GrantedPath | undefined, placing: Placing): Promise<Place> {
  const { platform, fence } = placing;
  const separators = platform === 'win32' ? /[\\/]+/u : /\/+/u;
  const whole = unquote(named);
  const refusal = refusalOfNamed(whole, platform);
  if (refusal) refuse(refusal === 'missing' ? 'bad_name' : refusal);
  const said = whole.replace(platform === 'win32' ? /[\\/]+$/u : /\/+$/u, '');
  const name = (said.split(separators).at(-1) ?? '').normalize('NFC');
  const bad = refusalOfNewName(name);
  if (bad) refuse(bad);
  const parent = await parentOf(
    said.slice(0, said.length - (said.split(separators).at(-1) ?? '').length),
    base,
    placing,
  );
  return placeIn(await pin(parent, fence), name, fence);
}

/** A place in a folder, the name judged. */
export async function placeIn(folder: PinnedPath, name: string, fence: Fence): Promise<Place> {
  if (folder.kind !== 'folder') refuse('no_folder');
  const path = judgedPath(join(folder.absolute, name), fence);
  return inFolder(
    folder.absolute,
    fence,
    async (held) => ({ ...path, folder, name, taken: await takenIn(held, name, MOST_NAMES) }),
    folder.identity,
  );
}

/** The place at an exact path where something was once: its name need not be one that we would give. */
export async function formerPlace(absolute: string, fence: Fence): Promise<Place> {
  const folder = await pin({ absolute: dirname(absolute), spoken: '' }, fence).catch((error: unknown) => {
    const isGone = error instanceof ChangeRefused && error.refusal === 'missing';
    return isGone
      ? refuse('no_folder')
      : refuse(error instanceof ChangeRefused ? error.refusal : 'no_folder');
  });
  // A link has come in between: what lay there lay elsewhere.
  if (folder.absolute !== dirname(absolute)) refuse('changed');
  return placeIn(folder, basename(absolute), fence);
}

/**
 * A place some levels below a folder; folders on the way are made. For many things at once (an archive), so only
 * the exact name is looked for. Rejects with {@link ChangeRefused}; no link is followed.
 */
export async function placeBelow(
  folder: PinnedPath,
  segments: readonly string[],
  fence: Fence,
): Promise<Place> {
  const names = segments.map((segment) => segment.normalize('NFC'));
  const name = names.at(-1) ?? refuse('bad_name');
  for (const each of names) {
    const bad = refusalOfNewName(each);
    if (bad) refuse(bad);
  }
  const path = judgedPath(join(folder.absolute, ...names), fence);
  return inFolder(
    folder.absolute,
    fence,
    async (top) => {
      const opened: HeldFolder[] = [];
      try {
        let held = top;
        for (const each of names.slice(0, -1)) opened.push((held = await childMade(held, each)));
        const stats = await statOf(held, name);
        const spoken = fence.judge(held.absolute);
        if (!spoken.ok) refuse(spoken.refusal);
        const own = await pin(spoken.path, fence);
        if (own.identity !== held.identity) refuse('changed');
        return {
          ...path,
          folder: own,
          name,
          taken: stats && { name, kind: kindOf(stats), identity: identityOf(stats) },
        };
      } finally {
        for (const each of opened) await each.close();
      }
    },
    folder.identity,
  );
}

async function childMade(folder: HeldFolder, name: string): Promise<HeldFolder> {
  await mkdir(folder.at(name), 0o755).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  return folder.child(name).catch(() => refuse('exists'));
}

function judgedPath(absolute: string, fence: Fence): GrantedPath {
  const judged = fence.judge(absolute, 'change');
  return judged.ok ? judged.path : refuse(judged.refusal);
}

async function parentOf(
  said: string,
  base: GrantedPath | undefined,
  { resolve, fence }: Placing,
): Promise<GrantedPath> {
  if (said === '') {
    if (base) return base;
    const [only, ...others] = fence.roots;
    return only && others.length === 0 ? only : refuse(only ? 'ambiguous' : 'no_folder');
  }
  const fromBase = base && !isAbsolute(said) && !said.startsWith('~');
  if (fromBase && said.split(/[\\/]/u).includes('..')) refuse('outside');
  const found = await resolve(fromBase ? join(base.absolute, said) : said);
  if (!found.ok) refuse(found.refusal === 'missing' ? 'no_folder' : found.refusal);
  return found.path;
}

async function takenIn(folder: HeldFolder, name: string, most: number): Promise<Taken | null> {
  const exact = await statOf(folder, name);
  if (exact) return { name, kind: kindOf(exact), identity: identityOf(exact) };
  let seen = 0;
  const wanted = fold(name);
  for await (const entry of folder.entries()) {
    if (fold(entry.name) === wanted) {
      const stats = await statOf(folder, entry.name);
      if (stats) return { name: entry.name, kind: kindOf(stats), identity: identityOf(stats) };
    }
    if (++seen >= most) break;
  }
  return null;
}

function kindOf(stats: { isFile(): boolean; isDirectory(): boolean }): Taken['kind'] {
  return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
}

/** What the tools that change files have in common: finding exactly what is meant, and saying it. */
import { dirname } from 'node:path';
import type { Place } from '../../permissions/changes/new-paths';
import type { PinnedPath } from '../../permissions/changes/pinned-path';
import type { GrantedPath } from '../../permissions/granted-files';
import type { CallScope, ToolContext, ToolFailure } from '../tool';
import { extensionOf } from './kinds';
import { locate } from './locate';
import { changeRefused, inWords } from './undo-change';
import { nameOf } from './walk';

type Outcome<T> = ({ readonly ok: true } & T) | ToolFailure;

/** The one thing that was named, pinned as it lies there now. */
export async function itemMeant(
  named: string,
  kind: 'file' | 'folder' | undefined,
  context: ToolContext,
  signal: AbortSignal,
): Promise<Outcome<{ readonly item: PinnedPath }>> {
  const located = await locate(context.files, named, kind, signal);
  if (!located.ok) return { ...located, foreign: true };
  return guarded(named, async () => ({ ok: true, item: await context.changes.pin(located.path) }));
}

/** A place for something new, free or taken; in the folder that was named, or as the name itself says. */
export async function placeMeant(
  name: string,
  folder: string | undefined,
  context: ToolContext,
  signal: AbortSignal,
): Promise<Outcome<{ readonly place: Place }>> {
  const where = folder === undefined ? null : await locate(context.files, folder, 'folder', signal);
  if (where && !where.ok) return { ...where, foreign: true };
  const roots = await context.files.roots();
  if (roots.length > 1 && where === null && !/[\\/]/u.test(name)) {
    return {
      ok: false,
      error: 'It is not said which folder that should be in.',
      hint: `Ask which folder is meant: ${roots.map(({ spoken }) => spoken).join(', ')}.`,
      foreign: true,
    };
  }
  return placeIn(name, where?.path, context);
}

/** A place in a folder. */
export async function placeIn(
  name: string,
  folder: GrantedPath | undefined,
  { changes }: ToolContext,
): Promise<Outcome<{ readonly place: Place }>> {
  const placed = await changes.place(name, folder);
  return placed.ok ? placed : inWords(placed.refusal, name);
}

/** The failure for a place that is taken: nothing is ever written over. */
export function taken(place: Place): ToolFailure {
  return {
    ok: false,
    error: `There is already a ${place.taken?.kind === 'folder' ? 'folder' : 'file'} called ${place.taken?.name ?? place.name} in ${folderOf(place)}.`,
    hint: 'Ask for another name, or what to do with the one that is there.',
    foreign: true,
  };
}

/** The first free name: "plan copy.txt", "plan copy 2.txt". `name` tells the nth name to try. */
export async function freePlace(
  name: (nth: number) => string,
  folder: GrantedPath,
  context: ToolContext,
): Promise<Outcome<{ readonly place: Place }>> {
  for (let nth = 1; nth <= MOST_TRIES; nth += 1) {
    const placed = await placeIn(name(nth), folder, context);
    if (!placed.ok || !placed.place.taken) return placed;
  }
  return { ok: false, error: 'There are many copies of it already.', hint: 'Ask for a name.' };
}

const MOST_TRIES = 50;

/** Runs work with changes; a refusal becomes a failure in words, anything else is thrown. */
export async function guarded<T extends object>(
  named: string,
  work: () => Promise<T>,
): Promise<T | ToolFailure> {
  try {
    return await work();
  } catch (error) {
    return { ...changeRefused(error, named), foreign: true };
  }
}

/** The folder that a path lies in, as said in a sentence: "Documents/Work". */
export function folderOf({ spoken }: GrantedPath): string {
  const cut = spoken.lastIndexOf('/');
  return cut < 0 ? spoken : spoken.slice(0, cut);
}

/** The grant or grants that a standing permission would hold for: both, when a thing goes from one to another. */
export async function scopeOf(
  paths: readonly GrantedPath[],
  { files }: ToolContext,
): Promise<CallScope | null> {
  const scopes = new Map<string, CallScope>();
  for (const path of paths) {
    const scope = await files.scopeOf(path);
    if (scope) scopes.set(scope.id, scope);
  }
  const all = [...scopes.values()];
  if (all.length === 0) return null;
  return { id: all.map(({ id }) => id).join('+'), label: all.map(({ label }) => label).join(' and ') };
}

/** The name with the old one's extension, when the new one was said without. */
export function withExtension(name: string, old: string): string {
  const extension = extensionOf(old);
  return extension === '' || extensionOf(nameOf({ absolute: '', spoken: name })) !== ''
    ? name
    : `${name}.${extension}`;
}

/** The folder that a thing lies in. */
export function parentOf(path: GrantedPath): GrantedPath {
  return { absolute: dirname(path.absolute), spoken: folderOf(path) };
}

/** What Parley keeps in its folder, and how much of it there is. */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../shared/error-code';
import { keptKinds, type KeptKind, type KeptPlace } from '../../shared/ipc/privacy';

/** Files and folders of a kind in Parley's own folder; the first is what the file manager shows. */
export const keptPaths: Readonly<Record<KeptKind, readonly [string, ...string[]]>> = {
  conversations: ['conversations'],
  actions: ['audit'],
  copies: ['kept'],
  notes: ['notes', 'todos.json', 'reminders.json'],
  name: ['wake-word.json'],
  settings: ['settings.json', 'presence.json'],
  keys: ['service-key', 'language-model-key', 'mcp-secrets'],
  ledger: ['ledger.jsonl'],
  log: ['logs'],
};

const ASIDE: Readonly<Partial<Record<KeptKind, RegExp>>> = {
  settings: /^settings\.kept-.+\.json$/,
  notes: /^(?:todos|reminders)\.kept-.+\.json$/,
  name: /^wake-word\.kept-.+\.json$/,
};

/** Whether a file in Parley's folder is one of that kind that could not be read once and was kept aside. */
export const isKeptAside = (kind: KeptKind, name: string): boolean => ASIDE[kind]?.test(name) ?? false;

/** How much there is of each kind. Links are counted, never followed. */
export async function keptPlaces(folder: string): Promise<readonly KeptPlace[]> {
  return Promise.all(
    keptKinds.map(async (kind) => {
      const aside = (await namesIn(folder)).filter((name) => isKeptAside(kind, name));
      const sizes = await Promise.all(
        [...keptPaths[kind], ...aside].map((path) => sizesOf(join(folder, path))),
      );
      const all = sizes.flat();
      return { kind, files: all.length, bytes: all.reduce((sum, size) => sum + size, 0) };
    }),
  );
}

async function sizesOf(path: string): Promise<readonly number[]> {
  const found = await lstat(path).catch(whenGone(null));
  if (found === null) return [];
  if (!found.isDirectory()) return [found.size];
  const inside = await Promise.all((await namesIn(path)).map((name) => sizesOf(join(path, name))));
  return inside.flat();
}

/** Names in a folder; none where there is no folder. */
export const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch(whenGone<readonly string[]>([]));

const whenGone =
  <T>(value: T) =>
  (error: unknown): T => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return value;
    throw error;
  };

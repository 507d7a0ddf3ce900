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

/** Older settings files that were kept aside. */
export const isKeptAside = (name: string): boolean => /^settings\.kept-.+\.json$/.test(name);

/** How much there is of each kind. Links are counted, never followed. */
export async function keptPlaces(folder: string): Promise<readonly KeptPlace[]> {
  return Promise.all(
    keptKinds.map(async (kind) => {
      const aside = kind === 'settings' ? (await namesIn(folder)).filter(isKeptAside) : [];
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

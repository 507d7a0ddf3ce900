import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { identityOf, type Fence } from '../fence';
import type { GrantedPath } from '../granted-files';
import type { Trashed, TrashSystem } from './trash';

/** Something in the trash that came from a granted folder. */
export interface TrashedItem extends Trashed {
  /** Names it for as long as it is in the trash. */
  readonly id: string;
  readonly kind: 'file' | 'folder';
  readonly from: GrantedPath;
  readonly trashedAt: Date;
  /** Equal for the same file or folder only. */
  readonly identity: string;
}

/** Things looked at in one trash. */
const MOST_ITEMS = 5_000;

/** What is in the trash from inside the fence, whoever put it there; the newest first. */
export async function trashedFrom(fence: Fence, system: TrashSystem): Promise<readonly TrashedItem[]> {
  const trashes = await trashesOf(fence, system);
  const items = await Promise.all(trashes.map(({ trash, top }) => itemsOf(trash, top, fence)));
  return items.flat().sort((one, other) => other.trashedAt.getTime() - one.trashedAt.getTime());
}

/** The home trash, and those at the top of the disks that granted folders lie on. */
async function trashesOf(
  fence: Fence,
  { dataHome, uid }: TrashSystem,
): Promise<readonly { trash: string; top: string | null }[]> {
  const home = join(await realpath(dataHome).catch(() => dataHome), 'Trash');
  const tops = new Set(await Promise.all(fence.roots.map(({ absolute }) => topOf(absolute))));
  const others = [...tops].flatMap((top) => [
    { trash: join(top, '.Trash', String(uid)), top },
    { trash: join(top, `.Trash-${uid}`), top },
  ]);
  return [{ trash: home, top: null }, ...others];
}

/** The uppermost folder of the disk on which a path lies. */
export async function topOf(absolute: string): Promise<string> {
  const { dev } = await lstat(absolute, { bigint: true });
  let top = absolute;
  for (let parent = dirname(top); parent !== top; parent = dirname(parent)) {
    if ((await lstat(parent, { bigint: true })).dev !== dev) break;
    top = parent;
  }
  return top;
}

async function itemsOf(trash: string, top: string | null, fence: Fence): Promise<readonly TrashedItem[]> {
  const names = await readdir(join(trash, 'info')).catch(() => []);
  const notes = names.filter((name) => name.endsWith('.trashinfo')).slice(0, MOST_ITEMS);
  const items = await Promise.all(
    notes.map((note) => itemOf(trash, note.slice(0, -'.trashinfo'.length), top, fence)),
  );
  return items.filter((item) => item !== null);
}

/** Null for what is torn, gone, or from elsewhere. */
async function itemOf(
  trash: string,
  name: string,
  top: string | null,
  fence: Fence,
): Promise<TrashedItem | null> {
  try {
    const note = parsedNote(await readFile(join(trash, 'info', `${name}.trashinfo`), 'utf8'));
    if (!note) return null;
    const absolute = isAbsolute(note.path) ? note.path : top === null ? null : join(top, note.path);
    if (absolute === null || normalize(absolute) !== absolute) return null;
    const judged = fence.judge(absolute);
    const stats = await lstat(join(trash, 'files', name), { bigint: true });
    if (!judged.ok || !(stats.isFile() || stats.isDirectory())) return null;
    const identity = identityOf(stats);
    const kind = stats.isDirectory() ? 'folder' : 'file';
    return { id: `${identity}:${name}`, trash, name, kind, from: judged.path, trashedAt: note.at, identity };
  } catch {
    // A note that cannot be read is about nothing that we could bring back.
    return null;
  }
}

/** The path and time of a note (Trash specification 1.0, "Contents of a trash directory"); null when it is none. */
export function parsedNote(text: string): { readonly path: string; readonly at: Date } | null {
  const [head, ...lines] = text.split('\n').map((line) => line.trim());
  const value = (key: string) => lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);
  const path = value('Path');
  const at = new Date(value('DeletionDate') ?? '');
  if (head !== '[Trash Info]' || path === undefined || Number.isNaN(at.getTime())) return null;
  try {
    return { path: decodeURIComponent(path), at };
  } catch {
    return null;
  }
}

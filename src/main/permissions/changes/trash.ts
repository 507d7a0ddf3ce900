/**
 * The trash of the system. On Linux our own hands put things there (the freedesktop.org Trash specification 1.0), so
 * that they can be brought back and nothing can be swapped on the way; elsewhere the system does it.
 */
import { constants } from 'node:fs';
import { lstat, mkdir, open, realpath, unlink } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { identityOf, lastingIdentity } from '../fence';
import { HeldFolder } from './held-folder';
import { moveExclusive, type Thing } from './move-exclusive';
import { AS_IT_IS } from './picture';
import { statOf } from './pinned-path';
import { codeOf, refuse } from './refusal';
import { topOf } from './trash-list';

/** Where a thing lies in a trash: the trash folder (absolute) and its name there. */
export interface Trashed {
  readonly trash: string;
  readonly name: string;
}

/** What a trash of ours needs to know of the system. */
export interface TrashSystem {
  /** `$XDG_DATA_HOME`: the home trash is in it. */
  readonly dataHome: string;
  /** The user's number; trashes of other disks bear it. */
  readonly uid: number;
  readonly now: () => number;
}

const MOST_TRIES = 1_000;
/** Bytes of a name in the trash: 255 less ".trashinfo" and a number. */
const LONGEST_NAME = 240;
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | AS_IT_IS;

/** Puts a thing that lay at `absolute` into the trash of its disk. Rejects with `no_trash` when it has none. */
export async function putIntoTrash(thing: Thing, absolute: string, system: TrashSystem): Promise<Trashed> {
  const device = thing.identity.split(':')[0] ?? '';
  const { trash, path } = await trashFor(device, absolute, system);
  return inTrash(trash, async (files, info) => {
    const note = infoText(path, new Date(system.now()));
    for (const name of trashNames(basename(absolute))) {
      if (!(await reserved(info, name, note))) continue;
      try {
        await moveExclusive(thing, { folder: files, name });
        return { trash, name };
      } catch (error) {
        await unlink(info.at(noteOf(name)));
        const code = codeOf(error);
        // Left there by somebody who lost the note about it.
        if (code === 'EEXIST' || code === 'ENOTEMPTY') continue;
        // One more disk than the numbers told (a bound folder): there is no trash on it.
        if (code === 'EXDEV') refuse('no_trash');
        throw error;
      }
    }
    return refuse('no_trash');
  });
}

/**
 * Brings a thing back to a free name, if it is the one with that lasting identity; the answer is its identity now.
 * Rejects with `forgotten` when it is not in the trash any more.
 */
export async function takeFromTrash(
  { trash, name }: Trashed,
  lasting: string,
  to: { readonly folder: HeldFolder; readonly name: string },
): Promise<string> {
  return inTrash(trash, async (files, info) => {
    const stats = await statOf(files, name);
    if (!stats || lastingIdentity(identityOf(stats)) !== lasting) refuse('forgotten');
    const identity = identityOf(stats);
    const kind = stats.isDirectory() ? ('folder' as const) : ('file' as const);
    await moveExclusive({ folder: files, name, kind, identity }, to);
    await unlink(info.at(noteOf(name))).catch(() => undefined);
    return identity;
  });
}

/** The trash on the disk of a thing, made when it is missing, and the path to be noted there. */
async function trashFor(
  device: string,
  absolute: string,
  { dataHome, uid }: TrashSystem,
): Promise<{ trash: string; path: string }> {
  const home = join(await madeReal(dataHome), 'Trash');
  await made(home);
  if (String((await lstat(home, { bigint: true })).dev) === device) return { trash: home, path: absolute };
  const top = await topOf(dirname(absolute));
  const path = relative(top, absolute);
  const shared = join(top, '.Trash');
  const stats = await lstat(shared).catch(() => null);
  // The specification: a shared folder counts only when it is sticky and no link.
  if (stats?.isDirectory() && (stats.mode & 0o1000) !== 0) {
    const own = join(shared, String(uid));
    if (await made(own)) return { trash: own, path };
  }
  const own = join(top, `.Trash-${uid}`);
  return (await made(own)) ? { trash: own, path } : refuse('no_trash');
}

async function madeReal(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return realpath(folder);
}

/** Makes a folder for the user alone if it is missing; false when it cannot be, or is another thing. */
async function made(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, 0o700);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') return false;
  }
  return (await lstat(folder)).isDirectory();
}

async function inTrash<T>(
  trash: string,
  work: (files: HeldFolder, info: HeldFolder) => Promise<T>,
): Promise<T> {
  const top = await HeldFolder.open(trash);
  try {
    const files = await childMade(top, 'files');
    try {
      const info = await childMade(top, 'info');
      try {
        return await work(files, info);
      } finally {
        await info.close();
      }
    } finally {
      await files.close();
    }
  } finally {
    await top.close();
  }
}

async function childMade(folder: HeldFolder, name: string): Promise<HeldFolder> {
  await mkdir(folder.at(name), 0o700).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  return folder.child(name);
}

const noteOf = (name: string): string => `${name}.trashinfo`;

/** Names to try, "plan.md", "plan.2.md" ...; short enough for the note's ending. */
function* trashNames(wanted: string): Generator<string> {
  const end = extname(wanted);
  let stem = wanted.slice(0, wanted.length - end.length);
  while (Buffer.byteLength(`${stem}${end}`) > LONGEST_NAME) stem = [...stem].slice(0, -1).join('');
  for (let nth = 1; nth <= MOST_TRIES; nth += 1) yield nth === 1 ? `${stem}${end}` : `${stem}.${nth}${end}`;
}

/** Takes a name in the trash by writing the note about it first, as the specification demands; false if taken. */
async function reserved(info: HeldFolder, name: string, text: string): Promise<boolean> {
  const note = await open(info.at(noteOf(name)), NEW_FILE, 0o600).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') return null;
    throw error;
  });
  if (!note) return false;
  try {
    await note.writeFile(text);
    await note.sync();
    return true;
  } finally {
    await note.close();
  }
}

function infoText(path: string, at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  return `[Trash Info]\nPath=${escaped}\nDeletionDate=${day}T${time}\n`;
}

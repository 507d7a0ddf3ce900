import { createHash } from 'node:crypto';
import { access, constants, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { InstalledApp } from '../apps';
import { readDesktopEntry, type DesktopEntry, type EntrySurroundings } from './desktop-entry';

/** An app as Linux knows it. */
export interface LinuxApp {
  readonly app: InstalledApp;
  readonly entry: DesktopEntry;
  /** Absolute path of its entry. */
  readonly file: string;
  /** Absolute path of its program, as it is to be started; null when it is not there. */
  readonly program: string | null;
}

/** Where to look, as the session's environment says (XDG Base Directory Specification). */
export interface AppFolders extends EntrySurroundings {
  /** Data folders, the most important first: the person's own, then the system's. */
  readonly data: readonly string[];
  /** Folders of programs, as in PATH. */
  readonly programs: readonly string[];
  /** Whether only the system's administrator can have written what lies there. */
  readonly isSystems: (path: string) => Promise<boolean>;
}

const MOST_ENTRIES = 4_000;
const MOST_DEPTH = 4;
const MOST_BYTES = 256 * 1_024;

/** The folders that an environment names. */
export function appFolders(env: NodeJS.ProcessEnv, home: string): AppFolders {
  const paths = (text: string | undefined, otherwise: string) =>
    (text || otherwise).split(':').filter((path) => isAbsolute(path));
  const [own = join(home, '.local/share')] = paths(env['XDG_DATA_HOME'], '');
  return {
    data: [own, ...paths(env['XDG_DATA_DIRS'], '/usr/local/share:/usr/share')],
    programs: paths(env['PATH'], '/usr/local/bin:/usr/bin:/bin'),
    desktops: (env['XDG_CURRENT_DESKTOP'] ?? '').split(':').filter(Boolean),
    locale: env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || null,
    isSystems: (path) => isSystems(path, [home, own]),
  };
}

/**
 * Reads all entries. Of two with the same id the more important folder's counts, except that an entry of the person's
 * account never takes the place of a system's (anything that runs with their rights can write one): it can only hide it.
 */
export async function installedApps(folders: AppFolders, signal: AbortSignal): Promise<readonly LinuxApp[]> {
  const found = new Map<string, LinuxApp>();
  const hidden = new Set<string>();
  for (const data of folders.data) {
    const root = join(data, 'applications');
    for (const file of await entryFiles(root)) {
      signal.throwIfAborted();
      const id = relative(root, file)
        .split(sep)
        .join('-')
        .replace(/\.desktop$/u, '');
      const before = found.get(id);
      if (hidden.has(id) || before?.app.installedFor === 'everybody') continue;
      const read = await readApp(file, id, folders);
      if (read === 'hidden' && !before) hidden.add(id);
      if (typeof read === 'object' && (!before || read.app.installedFor === 'everybody')) found.set(id, read);
    }
  }
  return [...found.values()].sort((a, b) => a.app.name.localeCompare(b.app.name, 'en'));
}

/** The app of an entry as it is now; null when there is none any more. */
export async function installedApp(file: string, id: string, folders: AppFolders): Promise<LinuxApp | null> {
  const read = await readApp(file, id, folders);
  return typeof read === 'object' ? read : null;
}

async function readApp(
  file: string,
  id: string,
  folders: AppFolders,
): Promise<LinuxApp | 'hidden' | 'no-app'> {
  const text = await readEntry(file);
  const read = text === null ? { type: 'no-app' as const } : readDesktopEntry(text, folders);
  if (read.type !== 'app') return read.type;
  const { entry } = read;
  if (entry.needs !== null && (await findProgram(entry.needs, folders)) === null) return 'no-app';
  const program = entry.exec && (await findProgram(entry.exec.program, folders));
  const everybody =
    (await folders.isSystems(file)) && (program === null || (await folders.isSystems(program)));
  return {
    app: {
      id,
      name: entry.name,
      otherNames: entry.otherNames,
      installedFor: everybody ? 'everybody' : 'account',
      starts: entry.execText,
      seal: sealOf([file, entry.execText, program ?? '', entry.folder ?? '', String(entry.inTerminal)]),
      minor: entry.minor,
    },
    entry,
    file,
    program,
  };
}

/** Programs of the system come first: one of the same name in the person's folders does not take their place. */
async function findProgram(name: string, { programs, isSystems }: AppFolders): Promise<string | null> {
  const candidates = isAbsolute(name)
    ? [name]
    : name.includes('/')
      ? []
      : programs.map((folder) => join(folder, name));
  const there: string[] = [];
  for (const candidate of candidates) {
    const path = await runnable(candidate);
    if (path === null) continue;
    if (await isSystems(path)) return path;
    there.push(path);
  }
  return there[0] ?? null;
}

async function runnable(path: string): Promise<string | null> {
  try {
    const real = await realpath(path);
    await access(real, constants.X_OK);
    return (await stat(real)).isFile() ? path : null;
  } catch {
    return null;
  }
}

/** Owned by root with its folder, written by nobody else, and outside the person's folders, links followed. */
async function isSystems(path: string, owns: readonly string[]): Promise<boolean> {
  try {
    const real = await realpath(path);
    if (owns.some((own) => path.startsWith(`${own}/`) || real.startsWith(`${own}/`))) return false;
    const all = await Promise.all([lstat(path), stat(dirname(path)), stat(real), stat(dirname(real))]);
    return all.every((one) => one.uid === 0 && (one.isSymbolicLink() || (one.mode & 0o002) === 0));
  } catch {
    return false;
  }
}

async function readEntry(file: string): Promise<string | null> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!(await handle.stat()).isFile()) return null;
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_BYTES + 1), 0, MOST_BYTES + 1, 0);
      return bytesRead > MOST_BYTES ? null : buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

/** Entries below a folder in the order of their names, at most {@link MOST_ENTRIES}. */
async function entryFiles(root: string, depth = 0): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(root, entry.name);
    if (entry.isDirectory() && depth < MOST_DEPTH) files.push(...(await entryFiles(path, depth + 1)));
    else if (entry.name.endsWith('.desktop')) files.push(path);
    if (files.length >= MOST_ENTRIES) break;
  }
  return files.slice(0, MOST_ENTRIES);
}

function sealOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

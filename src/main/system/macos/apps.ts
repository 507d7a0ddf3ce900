import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cannot, plainName, type Apps, type AppsAnswer, type InstalledApp } from '../apps';
import type { RunProgram } from '../run-program';
import { untilTrue } from '../until-true';

/** What of this computer is needed. */
export interface MacWorld {
  readonly home: string;
  readonly run: RunProgram;
  /** Electron's `shell.openExternal`. */
  readonly openExternal: (address: string) => Promise<void>;
  /** Where apps lie, the system's first; Apple's usual folders when left out. */
  readonly folders?: readonly string[];
}

/** Quits by Apple event; the app's path is an argument, never part of the script. Does not wait for its answer. */
const QUIT_SCRIPT = [
  'on run argv',
  'ignoring application responses',
  'tell application (item 1 of argv) to quit',
  'end ignoring',
  'end run',
];
const QUIT_MS = 4_000;
/** The system may ask the person whether Parley may control that app. */
const EVENT_MS = 15_000;

/** Apps on macOS: bundles in the folders for apps, `open`, and Apple events. Window titles are not read. */
export function macApps({ home, run, openExternal, folders = appFoldersOf(home) }: MacWorld): Apps {
  const bundles = async (signal: AbortSignal): Promise<readonly Bundle[]> => {
    const found = new Map<string, Bundle>();
    for (const folder of folders) {
      signal.throwIfAborted();
      for (const bundle of await bundlesIn(folder, home)) {
        if (!found.has(bundle.app.id)) found.set(bundle.app.id, bundle);
      }
    }
    return [...found.values()].sort((a, b) => a.app.name.localeCompare(b.app.name, 'en'));
  };
  const current = async (
    { id, seal, name }: InstalledApp,
    signal: AbortSignal,
  ): Promise<AppsAnswer<Bundle>> => {
    const bundle = (await bundles(signal)).find(({ app }) => app.id === id);
    if (!bundle) return cannot('gone', `${name} is no longer installed.`);
    return bundle.app.seal === seal
      ? { ok: true, value: bundle }
      : cannot('changed', `${name} has changed just now.`);
  };
  const programs = async (signal: AbortSignal): Promise<AppsAnswer<readonly string[]>> => {
    const listed = await run('/bin/ps', ['-xo', 'pid=,comm='], { signal });
    return listed.ok
      ? { ok: true, value: parsePrograms(listed.output) }
      : cannot('failed', 'macOS did not tell what is running.');
  };
  const isRunning = async ({ path }: Bundle, signal: AbortSignal): Promise<AppsAnswer<boolean>> => {
    const running = await programs(signal);
    return running.ok ? { ok: true, value: running.value.some((program) => isOf(program, path)) } : running;
  };
  const open = async ({ app, path }: Bundle, file: string | null, signal: AbortSignal) => {
    const opened = await run('/usr/bin/open', ['-a', path, ...(file === null ? [] : [file])], { signal });
    return opened.ok ? done : cannot('failed', `macOS did not open ${app.name}.`);
  };

  return {
    windows: done,
    unsavedWork: 'asks',
    installed: async (signal) => (await bundles(signal)).map(({ app }) => app),

    async running(signal) {
      const running = await programs(signal);
      if (!running.ok) return running;
      const value = (await bundles(signal))
        .filter(({ path }) => running.value.some((program) => isOf(program, path)))
        .map(({ app }) => ({ app, windows: [] }));
      return { ok: true, value };
    },

    async start(app, file, signal) {
      const found = await current(app, signal);
      return found.ok ? open(found.value, file, signal) : found;
    },

    async bringToFront(app, signal) {
      const found = await current(app, signal);
      if (!found.ok) return found;
      const running = await isRunning(found.value, signal);
      if (!running.ok) return running;
      if (!running.value) return cannot('not-running', `${app.name} is not running.`);
      return open(found.value, null, signal);
    },

    async quit(app, signal) {
      const found = await current(app, signal);
      if (!found.ok) return found;
      const running = await isRunning(found.value, signal);
      if (!running.ok) return running;
      if (!running.value) return cannot('not-running', `${app.name} is not running.`);
      const script = [...QUIT_SCRIPT.flatMap((line) => ['-e', line]), found.value.path];
      const asked = await run('/usr/bin/osascript', script, { signal, limitMs: EVENT_MS });
      if (!asked.ok) return cannot('failed', `macOS did not let Parley ask ${app.name} to quit.`);
      const gone = await untilTrue(QUIT_MS, signal, async () => {
        const still = await isRunning(found.value, signal);
        return still.ok && !still.value;
      });
      return { ok: true, value: gone ? 'quit' : 'asking' };
    },

    async openAddress(address) {
      try {
        await openExternal(address);
        return done;
      } catch {
        return cannot('failed', 'No browser opened the address.');
      }
    },
  };
}

const done = { ok: true, value: undefined } as const;

/** An app's folder. */
interface Bundle {
  readonly app: InstalledApp;
  readonly path: string;
}

function appFoldersOf(home: string): readonly string[] {
  return [
    '/Applications',
    '/Applications/Utilities',
    '/System/Applications',
    '/System/Applications/Utilities',
    join(home, 'Applications'),
  ];
}

async function bundlesIn(folder: string, home: string): Promise<readonly Bundle[]> {
  const names = await readdir(folder).catch(() => []);
  const bundles = await Promise.all(
    names
      .filter((name) => name.endsWith('.app') && !name.startsWith('.'))
      .map((name) => bundle(folder, name, home)),
  );
  return bundles.filter((one) => one !== null);
}

async function bundle(folder: string, file: string, home: string): Promise<Bundle | null> {
  const path = join(folder, file);
  const facts = await stat(join(path, 'Contents', 'Info.plist')).catch(() => null);
  const id = file.slice(0, -'.app'.length);
  const name = plainName(id);
  if (!facts?.isFile() || name === '') return null;
  const seal = createHash('sha256')
    .update(JSON.stringify([path, facts.ino, facts.mtimeMs]))
    .digest('hex');
  return {
    path,
    app: {
      id,
      name,
      otherNames: [],
      installedFor: path.startsWith(`${home}/`) ? 'account' : 'everybody',
      starts: path,
      seal: seal.slice(0, 16),
      minor: folder.endsWith('/Utilities'),
    },
  };
}

/** Absolute paths of the programs in what `ps -xo pid=,comm=` prints. */
export function parsePrograms(output: string): readonly string[] {
  return output.split('\n').flatMap((line) => {
    const [, path] = /^\s*\d+\s+(\/.*)$/u.exec(line) ?? [];
    return path === undefined ? [] : [path];
  });
}

/** The app itself: not a helper, which is an app inside it. */
function isOf(program: string, path: string): boolean {
  const own = `${path}/Contents/MacOS/`;
  return program.startsWith(own) && !program.slice(own.length).includes('/');
}

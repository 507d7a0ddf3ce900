import { readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { cannot, type Apps, type AppsAnswer, type AppsFailure, type InstalledApp } from '../apps';
import { cleanEnvironment } from '../clean-environment';
import { startProgram } from '../start-program';
import { expandExec } from './exec';
import { appFolders, installedApp, installedApps, type LinuxApp } from './installed-apps';
import { processFacts, type Started } from './processes';
import { LinuxWindows } from './running-apps';

/** What of this computer is needed. */
export interface LinuxWorld {
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
}

/** Things that were started are told apart from others' this long back. */
const MOST_STARTED = 200;

/** Apps on Linux: desktop entries, processes from /proc, windows from the X server. */
export function linuxApps({ env, home }: LinuxWorld): Apps {
  const folders = () => appFolders(env, home);
  const started: Started[] = [];
  const clean = () => cleanEnvironment(env, 'linux');
  const running = new LinuxWindows({
    env,
    home,
    apps: (signal) => installedApps(folders(), signal),
    started: () => started,
  });

  /** The app as it is now, if what it starts is still what was agreed to. */
  const current = async (
    { id, seal, name }: InstalledApp,
    signal: AbortSignal,
  ): Promise<AppsAnswer<LinuxApp>> => {
    const listed = (await installedApps(folders(), signal)).find(({ app }) => app.id === id);
    const now = listed && (await installedApp(listed.file, id, folders()));
    if (!now) return cannot('gone', `${name} is no longer installed.`);
    if (now.app.seal !== seal) return cannot('changed', `What ${name} starts has changed just now.`);
    return { ok: true, value: now };
  };

  return {
    windows: running.available,
    unsavedWork: running.available.ok ? 'asks' : 'loses',
    installed: async (signal) => (await installedApps(folders(), signal)).map(({ app }) => app),
    running: (signal) => running.list(signal),

    async start(wanted, file, signal) {
      const found = await current(wanted, signal);
      if (!found.ok) return found;
      const command = commandOf(found.value, file);
      if (!command.ok) return command;
      signal.throwIfAborted();
      const { folder } = found.value.entry;
      const outcome = await startProgram({
        ...command.value,
        env: clean(),
        folder: folder !== null && isAbsolute(folder) ? folder : home,
      });
      if (outcome.type === 'failed') return cannot('failed', `${wanted.name} did not start.`);
      if (outcome.type === 'running') {
        const began = await beginning(outcome.id);
        if (began !== null) started.push({ id: outcome.id, began, appId: wanted.id });
        started.splice(0, started.length - MOST_STARTED);
      }
      return { ok: true, value: undefined };
    },

    bringToFront: (app, signal) => running.bringToFront(app, signal),
    quit: (app, signal) => running.quit(app, signal),

    async openAddress(address) {
      const outcome = await startProgram(
        { program: 'xdg-open', args: [address], env: clean(), folder: home },
        3_000,
      );
      if (outcome.type === 'failed') return cannot('failed', 'No browser opened the address.');
      return { ok: true, value: undefined };
    },
  };
}

/** What is to be run; a failure in words when the entry does not allow it. */
function commandOf(
  { app, entry, file: path, program }: LinuxApp,
  file: string | null,
): AppsAnswer<{ readonly program: string; readonly args: readonly string[] }> {
  const refuse = (why: AppsFailure['why'], rest: string) => cannot(why, `${app.name} ${rest}`);
  if (entry.inTerminal)
    return refuse('needs-terminal', 'runs in a terminal window, and is not started by voice.');
  if (!entry.exec) return refuse('invalid', 'does not say by the rules how it is started.');
  if (program === null) return refuse('gone', 'is listed, but its program is missing.');
  const args = expandExec(entry.exec, { file, name: app.name, icon: entry.icon, entry: path });
  if (!args) return refuse('takes-nothing', 'does not say how a file is opened with it.');
  return { ok: true, value: { program, args } };
}

async function beginning(id: number): Promise<string | null> {
  try {
    return processFacts(id, await readFile(`/proc/${id}/stat`, 'utf8'), '', '', null)?.began ?? null;
  } catch {
    return null;
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startVirtualDisplay } from '../../build/setup/display.mjs';
import { asUser, ensureUnprivilegedUser } from '../../build/setup/unprivileged-user.mjs';
import { makeTempFolder } from './temp-folder';
import { until } from './until';

/** A screen with a window manager and a message bus, apart from those of whoever sits at the machine. */
export interface Desktop {
  /** Makes a program use this desktop. Empty where the system's own desktop is used (macOS, Windows). */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts a desktop. Everything in it runs as the user that the app runs as. */
export async function startDesktop(): Promise<Desktop> {
  if (process.platform !== 'linux') return { environment: {}, stop: () => Promise.resolve() };
  const user = await ensureUnprivilegedUser();
  const folder = await makeTempFolder('desktop');
  const display = await startVirtualDisplay(user);
  const children: ChildProcess[] = [];
  const stop = async () => {
    for (const child of children.reverse()) await end(child);
    display.stop();
    folder.remove();
  };
  const start = (program: string, args: readonly string[], env: Readonly<Record<string, string>>) => {
    const command = [...asUser(user), program, ...args];
    const child = spawn(command[0]!, command.slice(1), {
      cwd: folder.path,
      stdio: 'ignore',
      env: { PATH: process.env['PATH'], HOME: folder.path, XDG_RUNTIME_DIR: folder.path, ...env },
    });
    children.push(child);
    return child;
  };
  try {
    const socket = join(folder.path, 'bus');
    const bus = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` };
    start('dbus-daemon', ['--session', '--nofork', `--address=${bus.DBUS_SESSION_BUS_ADDRESS}`], {});
    await until('the message bus listens', () => existsSync(socket), { everyMs: 20 });
    const environment = { ...display.env, ...bus };
    const managed = join(folder.path, 'managed');
    start('openbox', ['--sm-disable', '--startup', `touch ${managed}`], environment);
    await until('the window manager runs', () => existsSync(managed), { everyMs: 20 });
    return { environment, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { asUser, ensureUnprivilegedUser } from '../../build/setup/unprivileged-user.mjs';
import { makeTempFolder } from './temp-folder';
import { until } from './until';

const run = promisify(execFile);
const NAME = 'org.freedesktop.Notifications';

/** The desktop's notifications (dunst), on the message bus and screen of the tests. */
export interface Notifications {
  /** How many are shown now. */
  count(): Promise<number>;
  /** Everything that has come so far, with all its fields, as the program prints it. */
  printed(): string;
  /** Clicks the newest, as a person does on the whole of it. */
  click(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it; resolves when it answers on the bus. What does not say how long it stays goes after ten seconds. */
export async function startNotifications(): Promise<Notifications> {
  const folder = await makeTempFolder('notifications');
  const user = await ensureUnprivilegedUser();
  const options = {
    cwd: folder.path,
    env: { ...process.env, HOME: folder.path, XDG_RUNTIME_DIR: folder.path },
  };
  const as = async (program: string, ...args: readonly string[]) => {
    const [command, ...rest] = [...asUser(user), program, ...args];
    return (await run(command!, rest, options)).stdout;
  };
  const [command, ...rest] = [...asUser(user), 'dunst', '-print'];
  const dunst = spawn(command!, rest, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = '';
  dunst.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const stop = async () => {
    if (dunst.exitCode === null && dunst.signalCode === null) {
      const gone = once(dunst, 'exit');
      dunst.kill('SIGTERM');
      await gone;
    }
    folder.remove();
  };
  try {
    // Asked of the bus: asking for the name itself would start a second one.
    const owned = ['org.freedesktop.DBus.NameHasOwner', `string:${NAME}`];
    const bus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
    await until('notifications are shown', async () =>
      (await as('dbus-send', ...bus, ...owned)).includes('boolean true'),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    stop,
    printed: () => printed,
    count: async () => Number((await as('dunstctl', 'count', 'displayed')).trim()),
    click: async () => {
      await as('dunstctl', 'action', '0');
      // As desktops do with what was clicked; dunst leaves that to the mouse's settings.
      await as('dunstctl', 'close');
    },
  };
}

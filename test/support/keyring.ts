import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asUser, ensureUnprivilegedUser } from '../../build/setup/unprivileged-user.mjs';
import { makeTempFolder } from './temp-folder';
import { until } from './until';

/** A real, unlocked keychain (gnome-keyring) on a message bus of its own, as the user that the app runs as. */
export interface Keyring {
  /** Makes the app find this keychain. */
  readonly environment: Readonly<Record<string, string>>;
  /** Chromium's switch that goes with it. */
  readonly switches: readonly string[];
  stop(): Promise<void>;
}

/** Switch of a start that shall find no keychain whatever the machine has. */
export const NO_KEYRING = ['--password-store=basic'] as const;

/** Starts bus and keychain; resolves when the keychain answers on the bus. */
export async function startKeyring(): Promise<Keyring> {
  const folder = await makeTempFolder('keyring');
  const user = await ensureUnprivilegedUser();
  const socket = join(folder.path, 'bus');
  const bus = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` };
  const env = { PATH: process.env['PATH'], HOME: folder.path, XDG_RUNTIME_DIR: folder.path, ...bus };
  const start = (program: string, args: readonly string[], input: 'ignore' | 'pipe' = 'ignore') => {
    const [command, ...rest] = [...(user ? asUser(user) : []), program, ...args];
    return spawn(command!, rest, { cwd: folder.path, stdio: [input, 'ignore', 'ignore'], env });
  };
  const children = [start('dbus-daemon', ['--session', '--nofork', `--address=unix:path=${socket}`])];
  const stop = async () => {
    for (const child of children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
    folder.remove();
  };
  try {
    await until('the message bus listens', () => existsSync(socket));
    const keyring = start(
      'gnome-keyring-daemon',
      ['--foreground', '--unlock', '--components=secrets'],
      'pipe',
    );
    children.push(keyring);
    keyring.stdin!.end('a password of the test');
    await until('the keychain answers', async () => {
      const [code] = (await once(start('secret-tool', ['search', 'none', 'none']), 'exit')) as [number];
      return code === 0;
    });
    return {
      environment: { ...bus, XDG_CURRENT_DESKTOP: 'GNOME' },
      switches: ['--password-store=gnome-libsecret'],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

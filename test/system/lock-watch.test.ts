/** Whether the screen is locked, as a real message bus tells it. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchLock } from '../../src/main/system/linux/lock-watch';
import { makeTempFolder, type TempFolder } from '../support/temp-folder';
import { until } from '../support/until';

describe.runIf(process.platform === 'linux')('the lock of the screen', () => {
  let folder: TempFolder;
  let bus: ChildProcess;
  const address = () => `unix:path=${join(folder.path, 'bus')}`;
  const tell = (path: string, signal: string, ...values: readonly string[]) =>
    execFileSync('dbus-send', [`--bus=${address()}`, '--type=signal', path, signal, ...values]);

  beforeAll(async () => {
    folder = await makeTempFolder('lock');
    bus = spawn('dbus-daemon', ['--session', '--nofork', `--address=${address()}`], { stdio: 'ignore' });
    await until('the message bus listens', () => existsSync(join(folder.path, 'bus')));
  }, 30_000);
  afterAll(async () => {
    const gone = once(bus, 'exit');
    bus.kill('SIGTERM');
    await gone;
    folder.remove();
  });

  test('is told once each way, whichever of its names the desktop uses', async () => {
    const told: boolean[] = [];
    const environment = {
      DBUS_SESSION_BUS_ADDRESS: address(),
      DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/nowhere',
    };
    const stop = await watchLock(environment, folder.path, (locked) => told.push(locked));
    try {
      tell('/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver.ActiveChanged', 'boolean:true');
      tell('/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver.WakeUpScreen');
      tell('/ScreenSaver', 'org.freedesktop.ScreenSaver.ActiveChanged', 'boolean:true');
      tell('/ScreenSaver', 'org.freedesktop.ScreenSaver.ActiveChanged', 'boolean:false');
      await until('both were told', () => told.length >= 2);
      expect(told).toEqual([true, false]);
    } finally {
      stop();
    }
  });

  test('is not known where there is no bus, which harms nothing', async () => {
    const environment = { DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/nowhere' };
    const stop = await watchLock(environment, folder.path, () => undefined);
    stop();
  });
});

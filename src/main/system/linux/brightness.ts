import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { can, cannot, type Brightness } from '../desktop';
import type { RunProgram } from '../run-program';
import { busCall } from './bus/dbus-send';

const SYS = '/sys/class/backlight';
const NONE = cannot('This computer has no screen whose brightness can be changed.');

interface Backlight {
  readonly name: string;
  readonly now: number;
  readonly most: number;
}

/** Brightness on Linux: read from the kernel, set through the log-in manager, else `brightnessctl`. */
export function linuxBrightness(run: RunProgram, folder = SYS): Brightness {
  const percentOf = ({ now, most }: Backlight) => Math.round((now / most) * 100);
  return {
    async read() {
      const light = await backlight(folder);
      return light ? can(percentOf(light)) : NONE;
    },
    async set(percent, signal) {
      const light = await backlight(folder);
      if (!light) return NONE;
      const level = Math.max(1, Math.round((Math.min(100, Math.max(1, percent)) / 100) * light.most));
      const session = {
        bus: 'system',
        name: 'org.freedesktop.login1',
        path: '/org/freedesktop/login1/session/auto',
      } as const;
      const args = ['string:backlight', `string:${light.name}`, `uint32:${level}`];
      const method = 'org.freedesktop.login1.Session.SetBrightness';
      const done =
        (await busCall(run, session, method, args, signal)).ok ||
        (await run('brightnessctl', ['--quiet', `--device=${light.name}`, 'set', `${level}`], { signal })).ok;
      const after = done ? await backlight(folder) : null;
      return after ? can(percentOf(after)) : cannot('The system does not let Parley change the brightness.');
    },
  };
}

/** The first backlight that tells its range. */
async function backlight(folder: string): Promise<Backlight | null> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.sort()) {
    const number = (file: string) =>
      readFile(join(folder, name, file), 'utf8').then(
        (text) => Number.parseInt(text, 10),
        () => Number.NaN,
      );
    const [now, most] = await Promise.all([number('brightness'), number('max_brightness')]);
    if (now >= 0 && most > 0) return { name, now, most };
  }
  return null;
}

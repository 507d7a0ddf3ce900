import { can, cannot, type ScreenLock } from '../desktop';
import type { RunProgram } from '../run-program';
import { busCall, type BusTarget } from './bus/dbus-send';

/** Lockers that answer when they have locked. */
const LOCKERS: readonly (BusTarget & { readonly method: string })[] = [
  {
    bus: 'session',
    name: 'org.gnome.ScreenSaver',
    path: '/org/gnome/ScreenSaver',
    method: 'org.gnome.ScreenSaver.Lock',
  },
  {
    bus: 'session',
    name: 'org.freedesktop.ScreenSaver',
    path: '/org/freedesktop/ScreenSaver',
    method: 'org.freedesktop.ScreenSaver.Lock',
  },
];

/** The screen lock on Linux: the desktop's locker, else the log-in manager, else `xdg-screensaver`. */
export function linuxLock(run: RunProgram): ScreenLock {
  return {
    async lock(signal) {
      for (const locker of LOCKERS) {
        if ((await busCall(run, locker, locker.method, [], signal)).ok) return can({ certain: true });
      }
      // Both only pass the wish on, and succeed even if nobody hears it.
      const asked =
        (await run('loginctl', ['lock-session'], { signal })).ok ||
        (await run('xdg-screensaver', ['lock'], { signal })).ok;
      return asked ? can({ certain: false }) : cannot('No screen lock was found on this system.');
    },
  };
}

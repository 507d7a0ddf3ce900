import { can, cannot, type DoNotDisturb } from '../desktop';
import type { RunProgram } from '../run-program';
import { busProperty } from './bus/dbus-send';

const SERVER = {
  bus: 'session',
  name: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
} as const;

/**
 * Whether notifications are held back on Linux: KDE and dunst tell it on the bus, GNOME in its settings. `desktop` is
 * XDG_CURRENT_DESKTOP.
 */
export function linuxDoNotDisturb(run: RunProgram, desktop: string): DoNotDisturb {
  return {
    async read(signal) {
      for (const [owner, property] of [
        ['org.freedesktop.Notifications', 'Inhibited'],
        ['org.dunstproject.cmd0', 'paused'],
      ] as const) {
        const value = await busProperty(run, SERVER, owner, property, signal);
        if (value === 'true' || value === 'false') return can(value === 'true');
      }
      // Elsewhere the setting may be there and nobody heeds it.
      if (desktop.split(':').includes('GNOME')) {
        const setting = ['get', 'org.gnome.desktop.notifications', 'show-banners'];
        const banners = await run('gsettings', setting, { signal });
        if (banners.ok) return can(banners.output.trim() === 'false');
      }
      return cannot('This desktop does not tell whether notifications are held back.');
    },
  };
}

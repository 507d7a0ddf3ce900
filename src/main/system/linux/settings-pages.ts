import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { cleanEnvironment } from '../clean-environment';
import type { SettingsPages } from '../settings-pages';
import { startProgram } from '../start-program';

/** What shows the sound devices on which desktop (a part of XDG_CURRENT_DESKTOP); the last one on any. */
const PROGRAMS = [
  { desktop: 'GNOME', program: 'gnome-control-center', args: ['sound'] },
  { desktop: 'Unity', program: 'gnome-control-center', args: ['sound'] },
  { desktop: 'KDE', program: 'systemsettings', args: ['kcm_pulseaudio'] },
  { desktop: 'KDE', program: 'systemsettings5', args: ['kcm_pulseaudio'] },
  { desktop: 'X-Cinnamon', program: 'cinnamon-settings', args: ['sound'] },
  { desktop: 'MATE', program: 'mate-volume-control', args: [] },
  { desktop: '', program: 'pavucontrol', args: [] },
] as const;

/** The settings of Linux desktops: the page of sound devices alone. Apps outside a sandbox need no permission there. */
export function linuxSettingsPages(environment: NodeJS.ProcessEnv): SettingsPages {
  const desktops = (environment['XDG_CURRENT_DESKTOP'] ?? '').split(':');
  const fitting = PROGRAMS.filter(({ desktop }) => desktop === '' || desktops.includes(desktop));
  const find = async () => {
    for (const candidate of fitting) {
      const program = await onPath(candidate.program, environment['PATH'] ?? '');
      if (program !== null) return { ...candidate, program };
    }
    return null;
  };
  return {
    available: async () => ((await find()) ? ['sound'] : []),
    open: async (page) => {
      const found = page === 'sound' ? await find() : null;
      if (!found) return false;
      const outcome = await startProgram({
        program: found.program,
        args: found.args,
        env: cleanEnvironment(environment, 'linux'),
        folder: homedir(),
      });
      return outcome.type !== 'failed';
    },
  };
}

/** The program's absolute path, or null. */
async function onPath(name: string, path: string): Promise<string | null> {
  for (const folder of path.split(':').filter(isAbsolute)) {
    const program = join(folder, name);
    const runs = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return program;
  }
  return null;
}

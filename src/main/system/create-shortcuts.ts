import { homedir } from 'node:os';
import type { Problem } from '../../shared/problem';
import type { KeyboardSystem } from '../../shared/shortcuts/label';
import { HookShortcuts, type HookParts } from './hook-shortcuts';
import { x11Shortcuts } from './linux/x11/shortcuts';
import { PortalShortcuts } from './linux/wayland/portal-shortcuts';
import { macosShortcuts, type KeyPermission } from './macos/shortcuts';
import { noShortcuts } from './no-shortcuts';
import type { ShortcutBackend } from './shortcuts';
import { windowsShortcuts } from './windows/shortcuts';

/** The name of the desktop entry (`desktopName` of package.json). */
const APP_ID = 'parley';

/** What a backend is made of. */
export interface ShortcutParts extends HookParts {
  readonly system: KeyboardSystem;
  readonly environment: NodeJS.ProcessEnv;
  readonly permission: KeyPermission;
  /** An English text as the person reads it in the system's own dialog. */
  readonly read: (text: string) => string;
}

/** The system whose words for keys are used. */
export function keyboardSystem(platform: NodeJS.Platform): KeyboardSystem {
  if (platform === 'darwin') return 'macos';
  return platform === 'win32' ? 'windows' : 'linux';
}

/** The way of taking keys on this computer. Nothing is watched before `watch`. */
export function createShortcuts(parts: ShortcutParts): ShortcutBackend {
  switch (parts.system) {
    case 'macos':
      return new HookShortcuts(macosShortcuts(parts.permission), parts);
    case 'windows':
      return new HookShortcuts(windowsShortcuts, parts);
    case 'linux':
      return linuxShortcuts(parts);
  }
}

/** Under Wayland a hook and a grab see the keys of X11 apps only, and say nothing of it. */
function linuxShortcuts(parts: ShortcutParts): ShortcutBackend {
  const { environment } = parts;
  const wayland = environment['XDG_SESSION_TYPE'] === 'wayland' || Boolean(environment['WAYLAND_DISPLAY']);
  if (wayland)
    return new PortalShortcuts({ environment, appId: APP_ID, listener: parts.listener, read: parts.read });
  if (!environment['DISPLAY']) return noShortcuts(noDisplay);
  return new HookShortcuts(x11Shortcuts(environment, homedir()), parts);
}

const noDisplay: Problem = {
  code: 'no_display',
  sentence: 'There is no desktop whose keys could be watched.',
  next: 'Use the window, or parley --toggle-talk.',
};

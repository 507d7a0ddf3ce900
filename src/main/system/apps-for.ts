import type { Apps } from './apps';
import { linuxApps } from './linux/apps';
import { macApps } from './macos/apps';
import type { RunProgram } from './run-program';
import { windowsApps } from './windows/apps';

/** What of this computer the apps are seen and started with. */
export interface AppsWorld {
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  readonly run: RunProgram;
  /** Electron's `shell.openExternal`. */
  readonly openExternal: (address: string) => Promise<void>;
}

/** Apps as this system has them. */
export function appsFor(platform: NodeJS.Platform, world: AppsWorld): Apps {
  switch (platform) {
    case 'darwin':
      return macApps(world);
    case 'win32':
      return windowsApps({ ...world, systemRoot: world.env['SystemRoot'] ?? 'C:\\Windows' });
    default:
      return linuxApps(world);
  }
}

import { homedir, networkInterfaces } from 'node:os';
import { clipboardAccess, type SystemClipboard } from './clipboard';
import { diskOf, networkOf } from './computer';
import type { Desktop, SystemParts } from './desktop';
import { linuxDesktop } from './linux/linux-desktop';
import { macosDesktop } from './macos/macos-desktop';
import { runProgram, type RunProgram } from './run-program';
import type { CaptureScreen } from './screen';
import { windowsDesktop } from './windows/windows-desktop';

/** What a desktop is made of. */
export interface DesktopOptions {
  readonly platform: NodeJS.Platform;
  readonly clipboard: SystemClipboard;
  readonly capture: CaptureScreen;
  /** Electron's `net.isOnline`. */
  readonly online: () => boolean;
  /** Ids of our own processes: what they play is no sound of somebody else. */
  readonly ownProcesses: () => readonly number[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly run?: RunProgram;
}

/** The computer as tools may see and change it. Nothing is started or looked up before it is asked for. */
export function createDesktop(options: DesktopOptions): Desktop {
  return {
    ...partsOf(options),
    clipboard: clipboardAccess(options.clipboard),
    disk: diskOf(homedir()),
    network: networkOf(options.online, networkInterfaces),
  };
}

/** Systems that are neither macOS nor Windows are used as Linux is: by trying. */
function partsOf({ run = runProgram, environment = process.env, ...options }: DesktopOptions): SystemParts {
  switch (options.platform) {
    case 'darwin':
      return macosDesktop(run, options.capture);
    case 'win32':
      return windowsDesktop(run, options.capture);
    default:
      return linuxDesktop(run, options.capture, options.ownProcesses, environment);
  }
}

import { setUp } from '../../build/setup/set-up.mjs';

/** How a test starts the built app; fits Playwright's `_electron.launch` with `chromiumSandbox: true`. */
export interface ElectronCommand {
  /** One file: Electron, or as root a program that starts it as an ordinary user, so that its sandbox works. */
  readonly executablePath: string;
  /** First argument, and a working folder that the app's user can enter. */
  readonly appFolder: string;
  /** Electron itself, for tests that look at the runtime. */
  readonly electron: string;
  /** Folder of the speech models. */
  readonly models: string;
  /** Who the app runs as, when not us: folders it writes must belong to that user (see temp-folder.ts). */
  readonly user: { readonly uid: number; readonly gid: number } | null;
}

let command: Promise<ElectronCommand> | undefined;

/** Prepares runtime, models and build if need be; the second call costs nothing. */
export function electronCommand(): Promise<ElectronCommand> {
  command ??= setUp({ rigs: true }).then(({ executable, appFolder, runtime, models, user }) => ({
    executablePath: executable,
    appFolder,
    electron: runtime.executable,
    models,
    user: user ? { uid: user.uid, gid: user.gid } : null,
  }));
  return command;
}

import { setUp } from '../../build/setup/set-up.mjs';

/** How a test starts the built app; fits Playwright's `_electron.launch` with `chromiumSandbox: true`. */
export interface ElectronCommand {
  /** One file: Electron, or as root a program that starts it as an ordinary user, so that its sandbox works. */
  readonly executablePath: string;
  /** First argument, and a working folder that the app's user can enter. */
  readonly appFolder: string;
  /** Folder of the speech models. */
  readonly models: string;
}

/** Where the global set-up leaves the command for the test workers, as JSON. */
const VARIABLE = 'PARLEY_TEST_COMMAND';

let command: Promise<ElectronCommand> | undefined;

/** Prepares runtime, models and build if need be; the second call costs nothing. */
export function electronCommand(): Promise<ElectronCommand> {
  const prepared = process.env[VARIABLE];
  command ??= prepared === undefined ? prepare() : Promise.resolve(JSON.parse(prepared) as ElectronCommand);
  return command;
}

/** Hands the command to processes started from here, so that a whole run tests one and the same build. */
export async function shareElectronCommand(): Promise<void> {
  process.env[VARIABLE] = JSON.stringify(await electronCommand());
}

async function prepare(): Promise<ElectronCommand> {
  const { executable, appFolder, models } = await setUp({ rigs: true });
  return { executablePath: executable, appFolder, models };
}

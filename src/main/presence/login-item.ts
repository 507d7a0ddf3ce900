/** Whether Parley starts when the person logs in: read from the system each time, because it can be changed there too. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../../shared/error-code';
import { ProblemError, type Problem } from '../../shared/problem';
import { HIDDEN } from '../launch-options';
import { writeWhole } from '../mind/atomic-file';
import { autostartEntry, readAutostart } from './autostart-entry';

/** The start at login. */
export interface LoginItem {
  /** Whether this Parley starts at login. */
  read(): Promise<boolean>;
  /** Rejects with {@link ProblemError} when the system refuses. */
  set(on: boolean): Promise<void>;
  /** Mends an entry whose program has moved away. Never rejects. */
  repair(): Promise<void>;
}

/** Of what this Parley was started. */
export interface LaunchFacts {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Electron, or the packaged app. */
  readonly executable: string;
  /** False in development, where Electron is given the app's folder. */
  readonly packaged: boolean;
  readonly appFolder: string;
  readonly home: string;
}

/** Electron's `app`, as far as it is used. */
export interface LoginItemApp {
  getLoginItemSettings(options?: { path?: string; args?: string[] }): { openAtLogin: boolean };
  setLoginItemSettings(settings: { openAtLogin: boolean; path?: string; args?: string[] }): void;
}

/** Program and arguments of the start at login. An AppImage is mounted elsewhere each time: its file is meant. */
export function loginCommand({
  environment,
  executable,
  packaged,
  appFolder,
}: Pick<LaunchFacts, 'environment' | 'executable' | 'packaged' | 'appFolder'>): readonly string[] {
  const appImage = packaged ? environment['APPIMAGE'] : undefined;
  return [appImage || executable, ...(packaged ? [] : [appFolder]), HIDDEN];
}

/** The start at login on this system. */
export function loginItem(facts: LaunchFacts, app: LoginItemApp): LoginItem {
  return facts.platform === 'linux' ? xdgAutostart(facts) : electronLoginItem(facts, app);
}

/** XDG Autostart Specification 0.5: a desktop entry in the person's own folder. */
function xdgAutostart(facts: LaunchFacts): LoginItem {
  const configured = facts.environment['XDG_CONFIG_HOME'];
  // A relative path is to be ignored (XDG Base Directory Specification).
  const config = configured?.startsWith('/') ? configured : join(facts.home, '.config');
  const file = join(config, 'autostart', 'parley.desktop');
  const command = loginCommand(facts);
  const write = async () => {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeWhole(file, autostartEntry(command));
  };
  const found = async () => {
    const text = await readFile(file, 'utf8').catch(() => null);
    return text === null ? null : readAutostart(text);
  };
  return {
    async read() {
      const entry = await found();
      return entry !== null && entry.enabled && sameCommand(entry.command, command);
    },
    async set(on) {
      try {
        await (on ? write() : rm(file, { force: true }));
      } catch (error) {
        throw new ProblemError(refused(errorCode(error)));
      }
    },
    async repair() {
      const entry = await found();
      const [program] = entry?.command ?? [];
      if (!entry?.enabled || program === undefined || existsSync(program)) return;
      await write().catch(() => undefined);
    },
  };
}

/** macOS and Windows keep a list of their own, which Electron reaches. */
function electronLoginItem(facts: LaunchFacts, app: LoginItemApp): LoginItem {
  const [path = facts.executable, ...args] = loginCommand(facts);
  const options = facts.platform === 'win32' ? { path, args } : {};
  return {
    read: () => Promise.resolve(app.getLoginItemSettings(options).openAtLogin),
    set: (on) => {
      app.setLoginItemSettings({ openAtLogin: on, ...options });
      // macOS asks the person and may say no without an error.
      const took = app.getLoginItemSettings(options).openAtLogin === on;
      return took ? Promise.resolve() : Promise.reject(new ProblemError(refused('not taken')));
    },
    repair: () => Promise.resolve(),
  };
}

function sameCommand(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

function refused(why: string): Problem {
  return {
    code: 'login_item_refused',
    sentence: `The system did not take the change (${why}).`,
    next: 'Add Parley to the programs that start at login in the system’s own settings.',
  };
}

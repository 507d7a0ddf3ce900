import { createWriteStream, existsSync, mkdirSync, writeFileSync, type WriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { SETTINGS_VERSION } from '../../src/shared/settings/schema';
import { electronCommand } from './electron-command';
import { ParleyWindow } from './parley-window';
import { handOver, makeTempFolder, type TempFolder } from './temp-folder';
import { until } from './until';

/** How a test wants the app started. */
export interface AppOptions {
  /** Settings that are there before the start; a string is written as it is. */
  readonly settings?: Readonly<Record<string, unknown>> | string;
  /** More environment, such as the sound rig's. */
  readonly environment?: Readonly<Record<string, string>>;
  /** More switches, before the app's folder. */
  readonly switches?: readonly string[];
  /** A first start is one: without --no-onboarding. */
  readonly onboarding?: true;
  /** A home of an earlier start, to start again with. It is then the caller's to remove. */
  readonly home?: TempFolder;
  /** File for what the app prints; nowhere when left out. */
  readonly output?: string;
}

/** Chromium's own microphone and speakers that need no sound server; the microphone beeps. */
export const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream'] as const;

/** The built app on real Electron, with a home of its own. */
export class ParleyApp {
  private gone = false;

  private constructor(
    readonly electron: ElectronApplication,
    readonly window: ParleyWindow,
    readonly home: TempFolder,
    private readonly ownsHome: boolean,
    private readonly output: WriteStream | null,
  ) {}

  /** Resolves when the main window shows its contents. */
  static async launch(options: AppOptions = {}): Promise<ParleyApp> {
    const home = options.home ?? (await makeTempFolder('home'));
    const electron = await startElectron(home, options);
    const output = options.output === undefined ? null : openOutput(options.output);
    if (output) for (const stream of ['stdout', 'stderr'] as const) electron.process()[stream]?.pipe(output);
    try {
      const window = await ParleyWindow.open(await pageAt(electron, '/window.html'));
      return new ParleyApp(electron, window, home, options.home === undefined, output);
    } catch (error) {
      await electron.close();
      throw error;
    }
  }

  /** The hidden page that owns microphone and speakers, as soon as it is there. */
  audioPage(): Promise<Page> {
    return pageAt(this.electron, '/audio.html');
  }

  /** Ids of the app's processes, the main one first. */
  processes(): Promise<readonly number[]> {
    return this.electron.evaluate(({ app }) => [
      process.pid,
      ...app
        .getAppMetrics()
        .map(({ pid }) => pid)
        .filter((pid) => pid !== process.pid),
    ]);
  }

  /** Quits as a person does; resolves when the app is gone. */
  async quit(): Promise<void> {
    if (this.gone) return;
    this.gone = true;
    const closed = this.electron.waitForEvent('close');
    // The app may be gone before it can answer.
    await this.electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
    await closed;
  }

  /** Quits and removes the home if it was made here. */
  async close(): Promise<void> {
    if (!this.gone) await this.electron.close();
    this.gone = true;
    this.output?.end();
    if (this.ownsHome) this.home.remove();
  }
}

/** Who listens at the speakers wants to hear the agent. */
const WITHOUT_CUES = { cues: 'off' } as const;

/** Starts Electron with the built app; resolves when it runs, with or without a window. */
export async function startElectron(home: TempFolder, options: AppOptions): Promise<ElectronApplication> {
  const { settings } = options;
  if (typeof settings === 'string') await writeSettings(home, settings);
  else if (settings !== undefined || !existsSync(join(home.path, 'settings.json'))) {
    await writeSettings(home, { ...WITHOUT_CUES, ...(settings ?? { version: SETTINGS_VERSION }) });
  }
  const { executablePath, appFolder } = await electronCommand();
  return _electron.launch({
    executablePath,
    args: [
      ...(options.switches ?? []),
      appFolder,
      ...(options.onboarding === true ? [] : ['--no-onboarding']),
    ],
    cwd: home.path,
    env: { ...cleanEnvironment(), PARLEY_HOME: home.path, ...options.environment },
    // Playwright would switch the sandbox off on its own.
    chromiumSandbox: true,
    timeout: 30_000,
  });
}

/** Puts a settings file into a home. */
export async function writeSettings(
  home: TempFolder,
  settings: Readonly<Record<string, unknown>> | string,
): Promise<void> {
  const file = join(home.path, 'settings.json');
  writeFileSync(file, typeof settings === 'string' ? settings : JSON.stringify({ version: 1, ...settings }));
  await handOver(file);
}

/**
 * The environment that Electron gets from ours: without keys, addresses and sound servers of the person who runs
 * the tests, so that a test never talks to a real service or listens to a real room.
 */
export function cleanEnvironment(): Record<string, string> {
  const kept = [
    'PATH',
    'HOME',
    'USER',
    'LANG',
    'TZ',
    'DISPLAY',
    'XAUTHORITY',
    'XDG_RUNTIME_DIR',
    'TMPDIR',
    'DBUS_SESSION_BUS_ADDRESS',
  ];
  const windows = ['SystemRoot', 'APPDATA', 'LOCALAPPDATA', 'USERPROFILE', 'TEMP', 'TMP'];
  const entries = [...kept, ...windows].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(entries), LC_ALL: 'C.UTF-8', PULSE_SERVER: 'unix:/nowhere/no-sound-server' };
}

/** The page at this path, as soon as it is there. */
export function pageAt(electron: ElectronApplication, path: string): Promise<Page> {
  return until(`the page ${path} opens`, () => electron.windows().find((page) => page.url().endsWith(path)), {
    timeoutMs: 20_000,
  });
}

function openOutput(file: string): WriteStream {
  mkdirSync(dirname(file), { recursive: true });
  return createWriteStream(file);
}

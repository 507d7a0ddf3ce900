import { spawn } from 'node:child_process';
import type { ElectronApplication } from '@playwright/test';
import { cleanEnvironment, pageAt, startElectron, type AppOptions } from './app';
import { electronCommand } from './electron-command';
import { ParleyWindow } from './parley-window';
import type { TempFolder } from './temp-folder';
import { until } from './until';

/** Bounds of a window. */
export interface SeenBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The built app as something that outlives its window. */
export class ResidentApp {
  private gone = false;

  private constructor(
    readonly electron: ElectronApplication,
    private readonly home: TempFolder,
    private readonly options: AppOptions,
  ) {
    electron.once('close', () => (this.gone = true));
  }

  /** Resolves when the app runs, whether or not it shows a window. */
  static async start(home: TempFolder, options: AppOptions = {}): Promise<ResidentApp> {
    return new ResidentApp(await startElectron(home, options), home, options);
  }

  /** The main window's page, as soon as it is there. */
  async window(): Promise<ParleyWindow> {
    return ParleyWindow.open(await pageAt(this.electron, '/window.html'));
  }

  /** Whether the main window is there, and whether it can be seen. */
  windowState(): Promise<'none' | 'hidden' | 'visible'> {
    return this.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find(({ title }) => title === 'Parley');
      if (!window) return 'none';
      return window.isVisible() ? 'visible' : 'hidden';
    });
  }

  waitForWindow(state: 'none' | 'hidden' | 'visible'): Promise<true> {
    return until(`the window is ${state}`, async () => (await this.windowState()) === state);
  }

  /** Closes the window as its button does. */
  async closeWindow(): Promise<void> {
    await this.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ title }) => title === 'Parley')
        ?.close(),
    );
  }

  bounds(): Promise<SeenBounds> {
    return this.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find(({ title }) => title === 'Parley');
      return window!.getNormalBounds();
    });
  }

  setBounds(bounds: SeenBounds): Promise<void> {
    return this.electron.evaluate(({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()
        .find(({ title }) => title === 'Parley')
        ?.setBounds(wanted);
    }, bounds);
  }

  /** Starts the app a second time, as a person does; resolves when that one has gone again. */
  async launchAgain(switches: readonly string[] = []): Promise<void> {
    const { executablePath, appFolder } = await electronCommand();
    const child = spawn(executablePath, [appFolder, ...switches], {
      cwd: this.home.path,
      env: { ...cleanEnvironment(), PARLEY_HOME: this.home.path, ...this.options.environment },
      stdio: 'ignore',
    });
    await new Promise((resolve) => child.once('exit', resolve));
  }

  /**
   * Crashes the main window's page. Playwright holds a page that crashed for lost, also when it is loaded again: read
   * that one with {@link text}.
   */
  async crashPage(): Promise<void> {
    await this.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ title }) => title === 'Parley')
        ?.webContents.forcefullyCrashRenderer(),
    );
  }

  /** Resolves when the main window's page has been loaded once more from now on. */
  async loadedAgain(): Promise<void> {
    await this.electron.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) =>
          BrowserWindow.getAllWindows()
            .find(({ title }) => title === 'Parley')!
            .webContents.once('did-finish-load', () => resolve()),
        ),
    );
  }

  /** What the main window's page shows and what is typed into it; empty while there is none. */
  text(): Promise<string> {
    return this.electron.evaluate(({ BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows().find(({ title }) => title === 'Parley')?.webContents;
      if (!page || page.isCrashed() || page.isLoading()) return '';
      const read = "document.body.innerText + '\\n' + (document.querySelector('textarea')?.value ?? '')";
      return page.executeJavaScript(read) as Promise<string>;
    });
  }

  /** Resolves when the app has ended by itself. */
  async ended(): Promise<void> {
    await until('the app has ended', () => this.gone);
  }

  /** Quits as a person does. */
  async quit(): Promise<void> {
    if (!this.gone) await this.electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
    await this.ended();
  }
}

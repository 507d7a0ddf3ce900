import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { cleanEnvironment } from './app';
import { electronCommand } from './electron-command';
import { RIG_RATE } from './sound/pulse-server';
import { tone } from './sound/voice';
import { wavFile } from './sound/wav';
import { handOver, makeTempFolder, type TempFolder } from './temp-folder';
import { until } from './until';

/** Shorter sounds are no music to Chromium: nothing outside is told of them. */
const SECONDS = 20;
const MAIN = `
const { app, BrowserWindow } = require('electron');
app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
app.whenReady().then(() => new BrowserWindow({ width: 300, height: 120, x: 0, y: 0 }).loadFile('page.html'));
`;
const PAGE = '<!doctype html><title>Music</title><audio src="music.wav" loop autoplay controls></audio>';

/**
 * Another app on the desktop of the tests, which plays music: Chromium's own player, with Chromium's own MPRIS on the
 * message bus, as in a browser. It can take keys from the system, too.
 */
export class MusicApp {
  private constructor(
    private readonly electron: ElectronApplication,
    private readonly page: Page,
    private readonly folder: TempFolder,
  ) {}

  /** Starts it; resolves when the music plays. */
  static async start(environment: Readonly<Record<string, string>>): Promise<MusicApp> {
    const folder = await makeTempFolder('music');
    const files = {
      'package.json': JSON.stringify({ name: 'music', main: 'main.js' }),
      'main.js': MAIN,
      'page.html': PAGE,
      'music.wav': wavFile(tone(SECONDS * 1_000, 220, 3_000), RIG_RATE),
    };
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder.path, name), content);
      await handOver(join(folder.path, name));
    }
    const { executablePath } = await electronCommand();
    const electron = await _electron.launch({
      executablePath,
      args: [folder.path, `--user-data-dir=${join(folder.path, 'data')}`],
      cwd: folder.path,
      env: { ...cleanEnvironment(), ...environment },
      chromiumSandbox: true,
      timeout: 30_000,
    });
    const app = new MusicApp(electron, await electron.firstWindow(), folder);
    await until('the music plays', () => app.plays());
    return app;
  }

  plays(): Promise<boolean> {
    return this.page.locator('audio').evaluate((audio: HTMLAudioElement) => !audio.paused);
  }

  /** Takes a combination from every other app. */
  takeKeys(accelerator: string): Promise<boolean> {
    return this.electron.evaluate(
      ({ globalShortcut }, keys) => globalShortcut.register(keys, () => undefined),
      accelerator,
    );
  }

  /** Gives back what it has taken. */
  freeKeys(): Promise<void> {
    return this.electron.evaluate(({ globalShortcut }) => globalShortcut.unregisterAll());
  }

  async close(): Promise<void> {
    await this.electron.close();
    this.folder.remove();
  }
}

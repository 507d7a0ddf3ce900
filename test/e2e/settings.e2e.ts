/** Settings as a file that may be broken, cannot be written, or is shared by two starts. */
import { spawn } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParleyApp } from '../support/app';
import { electronCommand } from '../support/electron-command';
import { SettingsDialog } from '../support/settings-dialog';
import type { TempFolder } from '../support/temp-folder';
import { until } from '../support/until';
import { expect, test } from './kept-home';

test('a broken settings file is kept aside, the defaults are used, and it is told', async ({
  launch,
  home,
}) => {
  const broken = '{ "version": 1, "engine": "hosted", ';
  const { window } = await launch({ home, settings: broken });
  const kept = readdirSync(home.path).filter((name) => /^settings\.kept-.+\.json$/.test(name));
  expect(kept).toHaveLength(1);
  expect(readFileSync(join(home.path, kept[0]!), 'utf8')).toBe(broken);
  const notice = window.page.getByText('The settings file could not be read');
  await expect(notice).toContainText(kept[0]!);
  await expect((await SettingsDialog.open(window)).choice('Local agent')).toBeChecked();
});

test('one value that does not fit falls back alone, and it is told which', async ({ launch, home }) => {
  const { window } = await launch({
    home,
    settings: { engine: 'moon', speakingSpeed: 1.5, appearance: 'dark', nonsense: 1 },
  });
  await expect(window.page.getByText('were set to their defaults: engine.')).toBeVisible();
  const settings = await SettingsDialog.open(window);
  await expect(settings.choice('Local agent')).toBeChecked();
  await expect(settings.speed).toHaveValue('1.5');
  await expect(settings.choice('Dark')).toBeChecked();
});

test('a changed setting is there after the next start', async ({ launch, home }) => {
  const first = await launch({ home });
  const settings = await SettingsDialog.open(first.window);
  await settings.choice('Dark').check();
  await settings.choice('AssemblyAI, hosted').check();
  await until('the change is written', () => stored(home).includes('"hosted"'));
  await first.quit();

  const { window, electron } = await launch({ home });
  expect(await electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  const again = await SettingsDialog.open(window);
  await expect(again.choice('Dark')).toBeChecked();
  await expect(again.choice('AssemblyAI, hosted')).toBeChecked();
});

test('a change that cannot be written is told beside its control, and the app goes on', async ({
  launch,
  home,
}) => {
  const { window, electron } = await launch({ home, settings: { appearance: 'light' } });
  const settings = await SettingsDialog.open(window);
  const before = stored(home);
  chmodSync(home.path, 0o500);
  try {
    // The click is undone again, so `check()` would not do.
    await settings.choice('Dark').click();
    const appearance = settings.dialog.getByRole('group', { name: 'Appearance', exact: true });
    await expect(appearance.getByText('The setting could not be saved.')).toBeVisible();
    await expect(settings.choice('Light')).toBeChecked();
    expect(await electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('light');
    expect(stored(home)).toBe(before);
  } finally {
    chmodSync(home.path, 0o700);
  }
  await settings.choice('System').check();
  await until('the next change is written', () => stored(home).includes('"system"'));
});

test('a plain address on another machine is refused with its reason', async ({ launch, home }) => {
  const { window } = await launch({ home, environment: { PARLEY_AGENT_URL: 'ws://192.0.2.1/v1/ws' } });
  await window.start();
  const { text } = await window.waitForState('Problem:');
  expect(text).toContain('PARLEY_AGENT_URL');
  expect(text).toContain('not encrypted');
});

test('a second start shows the first window and ends', async ({ launch, home }) => {
  const app = await launch({ home });
  const frame = await app.electron.browserWindow(app.window.page);
  await frame.evaluate((window) => window.minimize());
  await until('the window is minimised', () => frame.evaluate((window) => window.isMinimized()));
  expect(await startAgain(app, home)).toBe(0);
  await until('the window is back', () =>
    frame.evaluate((window) => window.isVisible() && !window.isMinimized()),
  );
  expect(app.electron.windows().filter((page) => page.url().endsWith('/window.html'))).toHaveLength(1);
  await expect(app.window.state).toHaveText('Ready');
});

function stored(home: TempFolder): string {
  return readFileSync(join(home.path, 'settings.json'), 'utf8');
}

/** Starts the app once more as its first start was; resolves to the exit code. */
async function startAgain(app: ParleyApp, home: TempFolder): Promise<number | null> {
  const { executablePath, appFolder } = await electronCommand();
  const env = await app.electron.evaluate(() => process.env);
  const second = spawn(executablePath, [appFolder, '--no-onboarding'], {
    cwd: home.path,
    env,
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    second.once('exit', resolve);
    second.once('error', reject);
  });
}

test('the settings scroll in one place only', async ({ launch, home }) => {
  const { window } = await launch({ home });
  const { dialog } = await SettingsDialog.open(window);
  expect(await dialog.evaluate((sheet) => sheet.scrollHeight - sheet.clientHeight)).toBe(0);
});

import { join } from 'node:path';
import { app } from 'electron';
import { startApp, type RunningApp } from './app';
import { declareAppScheme } from './desktop/app-protocol';
import { hardenPages } from './desktop/harden';
import { HIDDEN, launchOptions } from './launch-options';
import { openLog } from './log';
import { placeOf } from './error-place';
import { launchCommand } from './presence/launch-commands';

const options = launchOptions(process.env, process.argv);
if (options.home !== null) app.setPath('userData', options.home);
// Windows shows notifications only of an app that bears the name of its shortcut.
if (process.platform === 'win32') app.setAppUserModelId('io.github.parley-voice.parley');
// As root Chromium's sandbox cannot run; everyone else always has it.
if (process.getuid?.() !== 0) app.enableSandbox();

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  const log = openLog(join(app.getPath('userData'), 'logs', 'parley.log'));
  let running: RunningApp | null = null;
  // Electron would stop everything behind a dialog; a person in mid-talk is better served by going on.
  process.on('uncaughtException', (error) => log(`unexpected: ${error.name} ${placeOf(error)}`));
  declareAppScheme();
  hardenPages();
  app.on('second-instance', (_event, words) => {
    const command = launchCommand(words);
    if (command) running?.command(command);
    else if (!words.includes(HIDDEN)) running?.showWindow();
  });
  app.on('activate', () => running?.showWindow());
  void app.whenReady().then(() => {
    running = startApp(options, join(import.meta.dirname, '..'), log);
    const command = launchCommand(process.argv);
    if (command) running.command(command);
  });
}

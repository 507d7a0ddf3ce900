import { execFileSync } from 'node:child_process';
import type { ParleyApp } from './app';
import { servicePid } from './app-processes';
import { until } from './until';

/** The talk key of a fresh installation on Linux, as X11 names it. */
export const TALK_KEY = 'Control_R';

/** A hand on the keyboard of the test's desktop, whatever window has the focus. Names are X11's. */
export const keyboard = {
  down: (key: string) => xdotool('keydown', key),
  up: (key: string) => xdotool('keyup', key),
};

function xdotool(...args: readonly string[]): void {
  execFileSync('xdotool', args, { stdio: 'ignore', timeout: 5_000 });
}

/** Waits until the hook listens: its process is there a moment before. */
export async function untilKeysAreWatched(app: ParleyApp): Promise<void> {
  await until('the hook listens', () =>
    app.window.page.evaluate(async () => {
      const { parley } = window as unknown as {
        readonly parley: { request(name: string): Promise<{ readonly canHold: boolean }> };
      };
      return (await parley.request('shortcuts.state')).canHold;
    }),
  );
}

/** The app with its keys watched and its window out of sight. */
export async function hiddenWithKeys(app: ParleyApp): Promise<ParleyApp> {
  await servicePid(app, 'Parley keys');
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.title === 'Parley') window.hide();
  });
  await untilKeysAreWatched(app);
  return app;
}

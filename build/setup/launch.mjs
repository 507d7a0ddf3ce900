/** Starts the app in the foreground: with a screen, as the right user, and ended by whatever ends us. */

import { spawn } from 'node:child_process';
import { chownSync, copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { constants, homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { endWithUs, OWN_GROUP } from './child.mjs';
import { startVirtualDisplay } from './display.mjs';
import { SetupProblem } from './problem.mjs';
import { say } from './report.mjs';
import { screenIsThere } from './set-up.mjs';
import { mayUse } from './unprivileged-user.mjs';

/** @typedef {import('./unprivileged-user.mjs').UnprivilegedUser} UnprivilegedUser */

/**
 * Root's key to the real screen, where the unprivileged user can read it.
 *
 * @param {UnprivilegedUser} user
 * @returns {{ XAUTHORITY?: string }}
 */
function shareAuthority(user) {
  const own = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority');
  if (!existsSync(own)) return {};
  const shared = join(user.home, '.Xauthority');
  copyFileSync(own, shared);
  chownSync(shared, user.uid, user.gid);
  return { XAUTHORITY: shared };
}

/**
 * Makes sure that the folder which PARLEY_HOME names can be written by the user that the app runs as. What others
 * have put into it is not given away.
 *
 * @param {UnprivilegedUser} user
 * @param {string | undefined} home
 */
async function prepareHome(user, home) {
  if (!home) return;
  const folder = resolve(home);
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length === 0) chownSync(folder, user.uid, user.gid);
  if (await mayUse(user, folder, ['-w', '-x'])) return;
  throw new SetupProblem(
    `PARLEY_HOME is ${folder}, which "${user.name}", the user that the app runs as, cannot write.`,
    `Name an empty folder in a place that every user may enter, or run: chown -R ${user.name}: '${folder}'`,
  );
}

/**
 * @param {UnprivilegedUser | undefined} user
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>}
 */
async function screenFor(user) {
  if (!screenIsThere()) {
    say('Screen: there is no display, so the app runs on a virtual one (Xvfb)');
    return startVirtualDisplay(user);
  }
  return { env: user ? shareAuthority(user) : {}, stop: () => undefined };
}

/**
 * Starts the app and waits for its end.
 *
 * @param {import('./set-up.mjs').Ready} ready
 * @param {readonly string[]} args What the person gave after `--`.
 * @param {number} began When `npm start` began, in milliseconds since the epoch.
 * @returns {Promise<number>} Its exit code.
 */
export async function launch({ executable, appFolder, user }, args, began) {
  if (user) await prepareHome(user, process.env['PARLEY_HOME']);
  const screen = await screenFor(user);
  const child = spawn(executable, [appFolder, ...args], {
    cwd: appFolder,
    env: { ...process.env, ...screen.env },
    stdio: 'inherit',
    ...OWN_GROUP,
  });
  endWithUs(child);
  say(`Starting Parley (set-up took ${((Date.now() - began) / 1000).toFixed(1)} s); Ctrl-C ends it`);
  return new Promise((done, fail) => {
    child.once('error', (error) => {
      screen.stop();
      fail(
        new SetupProblem(`Electron could not be started: ${error.message}.`, 'Run the same command again.'),
      );
    });
    child.once('close', (code, signal) => {
      screen.stop();
      done(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

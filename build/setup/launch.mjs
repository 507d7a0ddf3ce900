/** Starts the app in the foreground: with a screen, as the right user, and ended by whatever ends us. */

import { spawn } from 'node:child_process';
import { chownSync, copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { constants, homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { endWithUs } from './child.mjs';
import { startVirtualDisplay } from './display.mjs';
import { SetupProblem } from './problem.mjs';
import { say } from './report.mjs';
import { screenIsThere } from './set-up.mjs';

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
 * The folder that PARLEY_HOME names belongs to the user that the app runs as.
 *
 * @param {UnprivilegedUser} user
 * @param {string | undefined} home
 */
function prepareHome(user, home) {
  if (!home) return;
  const folder = resolve(home);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    chownSync(folder, user.uid, user.gid);
  } else if (statSync(folder).uid !== user.uid) {
    throw new SetupProblem(
      `PARLEY_HOME is ${folder}, which does not belong to "${user.name}", the user that the app runs as.`,
      `Name a folder that does not exist yet, or run: chown -R ${user.name}: '${folder}'`,
    );
  }
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
  if (user) prepareHome(user, process.env['PARLEY_HOME']);
  const screen = await screenFor(user);
  const child = spawn(executable, [appFolder, ...args], {
    cwd: appFolder,
    env: { ...process.env, ...screen.env },
    stdio: 'inherit',
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

/** A screen without hardware: an Xvfb of our own, for machines without a display and for tests. */

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetupProblem } from './problem.mjs';

/** How long Xvfb may take to be ready, in milliseconds. */
const START_LIMIT_MS = 15_000;

/**
 * Whether Electron would find a screen by itself.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} asRoot A Wayland socket belongs to one user, so root's does not serve the unprivileged one.
 */
export function hasDisplay(platform, env, asRoot) {
  return platform !== 'linux' || Boolean(env['DISPLAY']) || (Boolean(env['WAYLAND_DISPLAY']) && !asRoot);
}

/**
 * An Xauthority file with one cookie that fits any display.
 *
 * @param {Buffer} cookie 16 bytes.
 */
export function authorityFile(cookie) {
  const field = (/** @type {Buffer} */ data) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(data.length);
    return Buffer.concat([length, data]);
  };
  // Family "wild", no address, no display number; then the name of the method and its data.
  const nothing = field(Buffer.alloc(0));
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    nothing,
    nothing,
    field(Buffer.from('MIT-MAGIC-COOKIE-1')),
    field(cookie),
  ]);
}

/** @typedef {{ env: { DISPLAY: string, XAUTHORITY: string }, stop: () => void }} VirtualDisplay */

/**
 * Starts Xvfb on a free display. It ends with `stop`, or with us.
 *
 * @param {{ uid: number, gid: number } | undefined} user Who may use it besides us.
 * @returns {Promise<VirtualDisplay>}
 */
export async function startVirtualDisplay(user) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-display-'));
  const authority = join(folder, 'authority');
  writeFileSync(authority, authorityFile(randomBytes(16)), { mode: 0o600 });
  if (user) for (const path of [folder, authority]) chownSync(path, user.uid, user.gid);

  // Not in our process group: on Ctrl-C the app must still have its screen while it says goodbye. So the kernel
  // ends it should we be killed.
  const options = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-auth', authority];
  const child = spawn('setpriv', ['--pdeathsig=TERM', '--', 'Xvfb', ...options], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = () => {
    process.off('exit', stop);
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', stop);
  try {
    const number = await displayNumber(child);
    child.unref();
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function displayNumber(child) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    const fail = (/** @type {string} */ why) => {
      clearTimeout(timer);
      reject(
        new SetupProblem(`The virtual display (Xvfb) did not start: ${why}`, 'Run the same command again.'),
      );
    };
    const timer = setTimeout(() => fail('it was not ready in time.'), START_LIMIT_MS);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with ${code}. ${complaint.trim().slice(-300)}`));
    child.stderr?.on('data', (chunk) => (complaint += String(chunk)));
    let number = '';
    child.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      number += String(chunk);
      if (!number.endsWith('\n')) return;
      clearTimeout(timer);
      // Nothing of it may keep us alive.
      for (const stream of child.stdio)
        if (stream && 'unref' in stream) /** @type {import('node:net').Socket} */ (stream).unref();
      resolve(number.trim());
    });
  });
}

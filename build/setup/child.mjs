/**
 * Child processes of the set-up. All of them end with us: on Ctrl-C, SIGTERM and SIGHUP they are told,
 * and we exit as the signal says once they are gone.
 */

import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** How long a child may take to end before it is killed, in milliseconds. */
const GRACE_MS = 8_000;

let ending = false;
let armed = false;

/** Whether we were told to end: then a child's failure is no news. */
export const isEnding = () => ending;

/** @param {NodeJS.Signals} signal */
function endAll(signal) {
  const kill = ending ? 'SIGKILL' : signal;
  ending = true;
  for (const child of running) child.kill(kill);
  const exit = () => process.exit(128 + (constants.signals[signal] ?? 0));
  const whenGone = () => running.size === 0 && exit();
  for (const child of running) child.once('close', () => setImmediate(whenGone));
  whenGone();
  setTimeout(() => {
    for (const child of running) child.kill('SIGKILL');
    exit();
  }, GRACE_MS).unref();
}

/**
 * Makes sure that a child ends when we are told to end.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function endWithUs(child) {
  if (!armed) {
    armed = true;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => endAll(signal));
    }
  }
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] Whole environment; ours when left out.
 * @property {'capture' | 'show'} [output] `capture` (the default) keeps what is printed; `show` passes it to stderr.
 * @property {number} [timeLimitMs] After this the child is killed and `timedOut` is true.
 */

/**
 * @typedef {object} RunResult
 * @property {number} code Exit code; 128 + number when a signal ended it, 127 when it could not be started.
 * @property {string} stdout Empty with `output: 'show'`.
 * @property {string} text stdout and stderr as they came; empty with `output: 'show'`.
 * @property {boolean} timedOut
 */

/**
 * Runs a program without a shell and resolves when it has ended; never rejects.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  const show = options.output === 'show';
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', show ? 2 : 'pipe', show ? 2 : 'pipe'],
  });
  endWithUs(child);
  let stdout = '';
  let text = '';
  let timedOut = false;
  child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
    stdout += chunk;
    text += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (text += chunk));
  const timer = options.timeLimitMs
    ? setTimeout(() => {
        timedOut = true;
        child.kill('SIGKILL');
      }, options.timeLimitMs)
    : undefined;
  return new Promise((resolve) => {
    const end = (/** @type {number} */ code) => {
      clearTimeout(timer);
      resolve({ code, stdout, text, timedOut });
    };
    child.once('error', (error) => {
      text += error.message;
      end(127);
    });
    child.once('close', (code, signal) => end(code ?? 128 + (signal ? (constants.signals[signal] ?? 0) : 0)));
  });
}

/**
 * How to run npm from here: the npm that started us, else the one on the PATH.
 *
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export function npm(args) {
  const own = process.env['npm_execpath'];
  if (own && /npm-cli\.c?js$/.test(own)) return [process.execPath, [own, ...args]];
  // Windows starts npm.cmd only through its command interpreter.
  if (process.platform === 'win32') return ['cmd.exe', ['/d', '/c', 'npm', ...args]];
  return ['npm', [...args]];
}

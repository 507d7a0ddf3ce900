/**
 * Child processes of the set-up. All of them end with us: on Ctrl-C, SIGTERM and SIGHUP they are told,
 * and we exit as the signal says once they are gone. The same when the npm that started us is gone.
 */

import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** How long a child may take to end before it is killed, in milliseconds. */
const GRACE_MS = 8_000;

/**
 * A second Ctrl-C kills at once. One Ctrl-C can reach us twice, from the terminal and from npm, so the second
 * counts only after this, in milliseconds.
 */
const SECOND_WISH_MS = 1_000;

/**
 * Who started us. npm passes a SIGTERM on to its shell alone, and where that is dash it dies and tells nobody: all
 * that we see of it is another parent.
 */
const PARENT = process.ppid;
const PARENT_LOOK_MS = 500;

/** @type {NodeJS.Timeout | undefined} */
let parentLook;

/** When we were first told to end; 0 before. */
let endingSince = 0;

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Whether we were told to end: then a child's failure is no news. */
export const isEnding = () => endingSince > 0;

/**
 * Spawn options for a child that hears of a Ctrl-C from us alone: in a process group of its own, where there are
 * such. Otherwise the terminal would tell it as well, and most programs give up their goodbyes at a second signal.
 */
export const OWN_GROUP = { detached: process.platform !== 'win32' };

/** @param {import('node:child_process').ChildProcess} child */
function killGroup(child) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** @param {NodeJS.Signals} signal */
function endAll(signal) {
  const exit = () => process.exit(128 + (constants.signals[signal] ?? 0));
  const killAll = () => {
    for (const child of running) killGroup(child);
    exit();
  };
  if (isEnding()) {
    if (Date.now() - endingSince > SECOND_WISH_MS) killAll();
    return;
  }
  endingSince = Date.now();
  const whenGone = () => running.size === 0 && exit();
  for (const child of running) {
    child.once('close', () => setImmediate(whenGone));
    child.kill(signal);
  }
  whenGone();
  setTimeout(killAll, GRACE_MS).unref();
}

function listen() {
  for (const signal of SIGNALS) process.on(signal, endAll);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  parentLook = setInterval(() => {
    if (process.ppid !== PARENT && !isEnding()) endAll('SIGTERM');
  }, PARENT_LOOK_MS).unref();
}

function stopListening() {
  for (const signal of SIGNALS) process.off(signal, endAll);
  clearInterval(parentLook);
}

/**
 * Makes sure that a child, spawned with {@link OWN_GROUP}, ends when we are told to end. While no child runs we do
 * not listen: then the signals mean what they mean to the program that we are part of.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function endWithUs(child) {
  if (running.size === 0) listen();
  running.add(child);
  const gone = () => {
    running.delete(child);
    if (running.size === 0 && !isEnding()) stopListening();
  };
  child.once('close', gone);
  child.once('error', gone);
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
 * Runs a program without a shell and resolves when it has ended; never rejects. Once we are told to end it starts
 * nothing more and does not resolve, so that no step goes on with half a result while the process ends.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  if (isEnding()) return new Promise(() => undefined);
  const show = options.output === 'show';
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', show ? 2 : 'pipe', show ? 2 : 'pipe'],
    ...OWN_GROUP,
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
        killGroup(child);
      }, options.timeLimitMs)
    : undefined;
  return new Promise((resolve) => {
    const end = (/** @type {number} */ code) => {
      clearTimeout(timer);
      if (!isEnding()) resolve({ code, stdout, text, timedOut });
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

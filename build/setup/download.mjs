/**
 * Fetches one large file: goes on where an earlier try stopped, and lets nothing stand that is not the very file that
 * was asked for. Plain and without dependencies, so that the set-up and the app can both use it.
 */

import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * @typedef {object} Download
 * @property {string} url
 * @property {number} bytes
 * @property {string} sha256 64 hex digits.
 */

/** The file could not be had. `code`: `unreachable`, `refused` (by the server) or `mismatch` (another file came). */
export class DownloadError extends Error {
  /**
   * @param {'unreachable' | 'refused' | 'mismatch'} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = 'DownloadError';
    this.code = code;
  }
}

/**
 * Puts the file at `path`. What came of a try that broke off stays beside it as `<path>.part`, and the next goes on
 * from there; what does not match is thrown away. Rejects with {@link DownloadError}, with the signal's reason, or
 * with Node's own error when the disk does not take it.
 *
 * @param {Download} wanted
 * @param {string} path Its folder is made.
 * @param {{ signal?: AbortSignal, onProgress?: (bytes: number) => void }} [options] `onProgress` gets the bytes so far.
 */
export async function download(wanted, path, { signal, onProgress = () => undefined } = {}) {
  if (existsSync(path) && (await matches(path, wanted))) return;
  const part = `${path}.part`;
  mkdirSync(dirname(path), { recursive: true });
  if (sizeOf(part) > wanted.bytes) rmSync(part);
  if (sizeOf(part) < wanted.bytes) await fetchRest(wanted, part, signal, onProgress);
  if (!(await matches(part, wanted))) {
    rmSync(part, { force: true });
    throw new DownloadError(
      'mismatch',
      `What came from ${new URL(wanted.url).host} is not the file that was asked for.`,
    );
  }
  renameSync(part, path);
}

/**
 * @param {Download} wanted
 * @param {string} part
 * @param {AbortSignal | undefined} signal
 * @param {(bytes: number) => void} onProgress
 */
async function fetchRest({ url, bytes }, part, signal, onProgress) {
  const have = sizeOf(part);
  const response = await ask(url, have, signal);
  // A server that knows no ranges sends the whole file again.
  const from = response.status === 206 ? have : 0;
  let count = from;
  const counted = new Transform({
    transform(chunk, _encoding, done) {
      count += chunk.length;
      // Never more on the disk than was promised.
      if (count > bytes)
        return done(new DownloadError('mismatch', `The file at ${new URL(url).host} is too long.`));
      onProgress(count);
      done(null, chunk);
    },
  });
  if (!response.body) throw new DownloadError('refused', 'The server sent nothing.');
  try {
    const file = createWriteStream(part, { flags: from > 0 ? 'a' : 'w' });
    // The web stream of fetch and that of Node are one, but typed apart.
    await pipeline(
      Readable.fromWeb(/** @type {import("node:stream/web").ReadableStream} */ (response.body)),
      counted,
      file,
      { signal },
    );
  } catch (error) {
    if (error instanceof DownloadError) rmSync(part, { force: true });
    if (error instanceof DownloadError || signal?.aborted || isOfDisk(error)) throw error;
    throw new DownloadError('unreachable', `The connection to ${new URL(url).host} broke off.`);
  }
}

/**
 * What a file system says has a path or a call of its own; what a connection says names an address, or nothing.
 *
 * @param {unknown} error
 */
function isOfDisk(error) {
  return error instanceof Error && 'syscall' in error && /^(?:open|write)$/.test(String(error.syscall));
}

/**
 * @param {string} url
 * @param {number} from
 * @param {AbortSignal | undefined} signal
 */
async function ask(url, from, signal) {
  const host = new URL(url).host;
  const headers = from > 0 ? { range: `bytes=${from}-` } : {};
  const response = await fetch(url, { headers, ...(signal && { signal }) }).catch((error) => {
    if (signal?.aborted) throw error;
    throw new DownloadError('unreachable', `${host} cannot be reached.`);
  });
  if (response.ok) return response;
  throw new DownloadError('refused', `${host} answered ${response.status}.`);
}

/** @param {string} path */
function sizeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * @param {string} path
 * @param {Download} wanted
 */
async function matches(path, { bytes, sha256 }) {
  if (sizeOf(path) !== bytes) return false;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex') === sha256;
}

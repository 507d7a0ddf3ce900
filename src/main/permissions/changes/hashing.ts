import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { refuse } from './refusal';

/** What is written: all at once or as it comes. */
export type Bytes = Uint8Array | AsyncIterable<Uint8Array>;

/** Bytes read or written in one step. */
const CHUNK = 256 * 1024;

/** The bytes of an open file from `from` up to `to`, piece by piece; a piece is valid until the next. */
export async function* bytesOf(file: FileHandle, from = 0, to = Infinity): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(CHUNK);
  let position = from;
  while (position < to) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(CHUNK, to - position), position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** SHA-256 in hex of what an open file holds from `from` on. */
export async function hashOf(file: FileHandle, from = 0, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of bytesOf(file, from)) {
    signal?.throwIfAborted();
    hash.update(piece);
  }
  return hash.digest('hex');
}

/** Writes everything to an open file and syncs it. Brings back bytes and SHA-256; more than `most` is `too_big`. */
export async function writeAll(
  file: FileHandle,
  bytes: Bytes,
  most: number,
  signal?: AbortSignal,
  told?: (bytes: number) => void,
): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of bytes instanceof Uint8Array ? pieces(bytes) : bytes) {
    signal?.throwIfAborted();
    size += piece.byteLength;
    if (size > most) refuse('too_big');
    hash.update(piece);
    await writeWhole(file, piece);
    told?.(size);
  }
  await file.sync();
  return { size, sha256: hash.digest('hex') };
}

/** Writes one piece at the file's position; a full disk rejects instead of writing a part. */
export async function writeWhole(file: FileHandle, piece: Uint8Array): Promise<void> {
  let done = 0;
  while (done < piece.byteLength) {
    const { bytesWritten } = await file.write(piece, done, piece.byteLength - done, null);
    done += bytesWritten;
  }
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

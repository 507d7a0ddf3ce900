import { dirname } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { OpenFile } from '../../permissions/checked-read';
import type { PinnedPath } from '../../permissions/changes/pinned-path';
import { ChangeRefused } from '../../permissions/changes/refusal';
import type { GrantedFiles, GrantedPath } from '../../permissions/granted-files';
import { kindOf } from './kinds';
import { nameOf } from './walk';

/** A file that goes into an archive, under a name. */
export interface Packed {
  readonly path: GrantedPath;
  /** With forward slashes. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Bounds of what is packed. */
const MOST_FILES = 5_000;
const MOST_BYTES = 1_000_000_000;
const MOST_DEPTH = 32;
const PIECE = 256 * 1_024;
/** Small already: packing them again only takes time. */
const PACKED_KINDS = new Set(['an archive', 'a video', 'a recording', 'a picture']);

/**
 * The files of the items, folders with all that is visible in them. Links are left out: what they lead to lies
 * elsewhere. Rejects with the signal's reason when aborted.
 */
export async function filesToPack(
  items: readonly PinnedPath[],
  files: GrantedFiles,
  signal: AbortSignal,
): Promise<
  | { readonly ok: true; readonly packed: readonly Packed[] }
  | { readonly ok: false; readonly problem: 'too_many' | 'too_big' }
> {
  const packed: Packed[] = [];
  const names = new Set<string>();
  let bytes = 0;
  const add = async (
    path: GrantedPath,
    name: string,
    depth: number,
  ): Promise<'too_many' | 'too_big' | null> => {
    signal.throwIfAborted();
    const facts = await files.facts(path);
    if (facts.kind === 'file') {
      packed.push({ path, name, size: facts.size });
      bytes += facts.size;
      return packed.length > MOST_FILES ? 'too_many' : bytes > MOST_BYTES ? 'too_big' : null;
    }
    if (depth > MOST_DEPTH) return 'too_many';
    for (const entry of await files.entries(path, MOST_FILES + 1)) {
      if (dirname(entry.path.absolute) !== path.absolute) continue;
      const problem = await add(entry.path, `${name}/${nameOf(entry.path)}`, depth + 1);
      if (problem) return problem;
    }
    return null;
  };
  for (const item of items) {
    const problem = await add(item, freeName(nameOf(item), names), 1);
    if (problem) return { ok: false, problem };
  }
  return { ok: true, packed };
}

/**
 * The bytes of a zip archive of these files, as they are read. `done` is told before each file. Rejects when one can
 * no longer be read; lets go of everything when nobody takes more.
 */
export async function* zipOf(
  packed: readonly Packed[],
  files: GrantedFiles,
  done: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output: AsyncIterable<Uint8Array> & Readable = zip.outputStream as PassThrough;
  let reading: Readable | null = null;
  output.on('error', heard);
  zip.on('error', (error: Error) => output.destroy(error));
  for (const [at, { path, name }] of packed.entries()) {
    const compress = !PACKED_KINDS.has(kindOf(name));
    zip.addReadStreamLazy(name, { compress, mode: 0o100644 }, (give) => {
      done(at);
      reading = contentOf(path, files, (error) => output.destroy(error));
      give(null, reading);
    });
  }
  zip.end();
  try {
    yield* output;
  } finally {
    output.destroy();
    (reading as Readable | null)?.destroy();
  }
}

function contentOf(path: GrantedPath, files: GrantedFiles, failed: (error: Error) => void): Readable {
  const stream = new PassThrough();
  stream.on('error', heard);
  files
    .open(path, (file) => pipeline(Readable.from(piecesOf(file), { objectMode: false }), stream))
    .catch(() => {
      // It was there when the person was asked. The library does not listen to a file that breaks off.
      stream.destroy();
      failed(new ChangeRefused('changed'));
    });
  return stream;
}

/** An error of a stream reaches whoever reads it; without a listener it would end the program as well. */
function heard(): void {
  // Nothing to do here.
}

async function* piecesOf(file: OpenFile): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const piece = await file.read(at, PIECE);
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}

/** Two things of one name from different folders both go in. */
function freeName(name: string, taken: Set<string>): string {
  for (let nth = 1; ; nth += 1) {
    const dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length;
    const candidate = nth === 1 ? name : `${name.slice(0, dot)} ${nth}${name.slice(dot)}`;
    if (taken.has(candidate.toLowerCase())) continue;
    taken.add(candidate.toLowerCase());
    return candidate;
  }
}

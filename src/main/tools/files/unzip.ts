/** Reading zip archives of anybody: what would come out is judged before anything is written. */
import { Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { OpenFile } from '../../permissions/checked-read';

/** One file or folder in an archive. */
export interface ZipEntry {
  readonly entry: Entry;
  readonly segments: readonly string[];
  readonly kind: 'file' | 'folder';
  /** Bytes when unpacked, as the archive says; reading more or less fails. */
  readonly size: number;
}

/** What an archive holds, or why nothing of it is unpacked. */
export type ZipContent =
  | {
      readonly ok: true;
      readonly entries: readonly ZipEntry[];
      /** Links and devices: passed over. */
      readonly leftOut: number;
      readonly bytes: number;
    }
  | { readonly ok: false; readonly problem: ZipProblem };

/**
 * `escapes`: a name leads out of the folder. `bomb`: far more comes out than honest archives hold. `locked`: needs a
 * password. `broken`: no zip archive, or damaged.
 */
export type ZipProblem = 'escapes' | 'bomb' | 'too-many' | 'too-big' | 'locked' | 'broken';

/** Bounds of what is unpacked. */
export const ZIP_LIMITS = {
  entries: 5_000,
  bytes: 1_000_000_000,
  /** How many times as large it may become, over the first megabytes. */
  ratio: 150,
  ratioFrom: 20_000_000,
  depth: 32,
} as const;

type Limits = { readonly [limit in keyof typeof ZIP_LIMITS]: number };

/** Hands an open archive to `use`. Rejects as `use` does; an archive that cannot be read is `broken`. */
export async function withZip<T>(
  file: OpenFile,
  use: (zip: OpenZip) => Promise<T>,
): Promise<T | { readonly ok: false; readonly problem: ZipProblem }> {
  const zip = await opened(file).catch(() => null);
  if (!zip) return { ok: false, problem: 'broken' };
  try {
    return await use({
      content: (signal, limits = ZIP_LIMITS) => contentOf(zip, file.size, signal, limits),
      read: (entry) => bytesOf(zip, entry.entry),
    });
  } finally {
    zip.close();
  }
}

/** An archive that is open for reading. */
export interface OpenZip {
  content(signal: AbortSignal, limits?: Limits): Promise<ZipContent>;
  /** The bytes of a file in it; rejects when they are not what the archive says. */
  read(entry: ZipEntry): AsyncIterable<Uint8Array>;
}

class FileReader extends RandomAccessReader {
  constructor(private readonly file: OpenFile) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(piecesOf(this.file, start, end), { objectMode: false });
  }
}

const PIECE = 256 * 1_024;

async function* piecesOf(file: OpenFile, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end;) {
    const piece = await file.read(at, Math.min(PIECE, end - at));
    if (piece.length === 0) throw new Error('The file ends early.');
    at += piece.length;
    yield piece;
  }
}

function opened(file: OpenFile): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: true, validateEntrySizes: true };
    fromRandomAccessReader(new FileReader(file), file.size, options, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

function contentOf(zip: ZipFile, packed: number, signal: AbortSignal, limits: Limits): Promise<ZipContent> {
  if (zip.entryCount > limits.entries) return Promise.resolve({ ok: false, problem: 'too-many' });
  return new Promise((resolve, reject) => {
    const entries: ZipEntry[] = [];
    let [leftOut, bytes, seen] = [0, 0, 0];
    const fail = (problem: ZipProblem) => resolve({ ok: false, problem });
    zip.on('error', (error: Error) =>
      fail(
        /relative path|absolute path|invalid characters in fileName/iu.test(error.message)
          ? 'escapes'
          : 'broken',
      ),
    );
    zip.on('end', () => resolve({ ok: true, entries, leftOut, bytes }));
    zip.on('entry', (entry: Entry) => {
      if (signal.aborted) return reject(signal.reason as Error);
      // The count at the archive's end may lie.
      if ((seen += 1) > limits.entries) return fail('too-many');
      if (entry.isEncrypted()) return fail('locked');
      const segments = entry.fileName.split(/[\\/]/u).filter((segment) => segment !== '' && segment !== '.');
      const leadsOut = segments.includes('..') || /^([\\/]|[a-z]:)/iu.test(entry.fileName);
      if (leadsOut || segments.length > limits.depth) return fail('escapes');
      bytes += entry.uncompressedSize;
      if (bytes > limits.bytes) return fail('too-big');
      if (bytes > limits.ratioFrom && bytes > packed * limits.ratio) return fail('bomb');
      const isFolder = /[\\/]$/u.test(entry.fileName);
      if (segments.length > 0 && !isSpecial(entry)) {
        const kind = isFolder ? 'folder' : 'file';
        entries.push({ entry, segments, kind, size: entry.uncompressedSize });
      } else if (segments.length > 0) leftOut += 1;
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** Whether an entry that was packed on a Unix system is a link, a pipe or a device. */
function isSpecial({ externalFileAttributes, versionMadeBy }: Entry): boolean {
  const isUnix = [3, 19].includes(versionMadeBy >>> 8);
  const type = (externalFileAttributes >>> 16) & 0o170000;
  return isUnix && type !== 0 && type !== 0o100000 && type !== 0o040000;
}

async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream: Readable & AsyncIterable<Uint8Array> = await streamOf(zip, entry);
  // Whoever reads hears of errors; without a listener they would end the program as well.
  stream.on('error', () => undefined);
  try {
    yield* stream;
  } finally {
    stream.destroy();
  }
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}

import type { FolderLook } from '../../permissions/folder-look';
import type { GrantedFiles, GrantedPath } from '../../permissions/granted-files';
import { wordsOf } from './match-name';
import type { IndexedFolder } from './name-index';
import { decodeText, holdsPrivateKey } from './text';
import { pathIn } from './walk';

/** Bytes of one file that are searched. */
const MOST_SEARCHED = 256 * 1_024;
/** Characters around the first hit. */
const AROUND = 60;
/** Files that are read at a time. */
const AT_ONCE = 6;
/** Texts that are put in order; those beyond are not looked into. */
const MOST_TEXTS = 250_000;
/** A power of two above it. */
const PLACES = 262_144;
/** Files whose times are asked for between two looks at the clock. */
const TIMES_AT_ONCE = 512;
/** Times that are asked for again for each text that was read: reading goes first. */
const TIMES_A_TEXT = 8;

/** A text in which all words were found. */
export interface ContentMatch {
  readonly path: GrantedPath;
  /** A few words around the first hit. */
  readonly snippet: string;
  /** Epoch milliseconds, for putting in order. */
  readonly modified: number;
}

/** What a search through contents is given. */
export interface ContentSearch {
  readonly wanted: readonly string[];
  /** Folders whose texts are looked into. */
  readonly folders: readonly IndexedFolder[];
  /** Asked after each file: true ends the search. */
  readonly enough: (found: number, read: number) => boolean;
  readonly found: (match: ContentMatch) => void;
}

/**
 * Looks for words in the beginnings of text files, the newest first: all of them must be in it. Private keys are
 * passed over. Resolves to false when it ended before all were read; rejects with the signal's reason when aborted.
 */
export async function searchContents(
  files: GrantedFiles,
  { wanted, folders, enough, found }: ContentSearch,
  signal: AbortSignal,
): Promise<boolean> {
  const look = await files.look();
  const texts = Texts.of(folders);
  for (const chunk of chunksOf(texts.withoutTime(), TIMES_AT_ONCE)) {
    if (enough(0, 0)) break;
    await texts.askTimes(look, chunk, signal);
  }
  const queue = new ReadingQueue(texts);
  const find = wordFinder(wanted);
  // Times that are known from earlier may be old: what turns out to be newer is read before the others.
  const again = chunksOf(queue.order, TIMES_A_TEXT);
  let [read, hits, stopped] = [0, 0, false];
  const readOn = async () => {
    for (let at = queue.next(); at !== null && !stopped; at = queue.next()) {
      const chunk = again.next();
      const [newer, snippet] = await Promise.all([
        chunk.done ? [] : texts.askTimes(look, chunk.value, signal),
        findInText(look, texts.path(at), find),
      ]);
      for (const text of newer) queue.first(text);
      signal.throwIfAborted();
      read += 1;
      if (snippet !== null) {
        hits += 1;
        found({ path: texts.path(at), snippet, modified: texts.time(at) });
      }
      stopped ||= enough(hits, read);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readOn));
  return texts.complete && queue.isEmpty && read === texts.count;
}

function* chunksOf(list: Uint32Array, length: number): Generator<Uint32Array, undefined> {
  for (let at = 0; at < list.length; at += length) yield list.subarray(at, at + length);
  return undefined;
}

/** The texts of many folders in numbers: no object for each of many thousands. */
class Texts {
  private constructor(
    private readonly folders: readonly IndexedFolder[],
    private readonly which: Uint32Array,
    private readonly places: Uint32Array,
    /** False when there are more than are looked into. */
    readonly complete: boolean,
  ) {}

  static of(folders: readonly IndexedFolder[]): Texts {
    const which: number[] = [];
    const places: number[] = [];
    for (const [number, folder] of folders.entries()) {
      for (const place of folder.texts) {
        which.push(number);
        places.push(place);
      }
    }
    const all = which.length <= MOST_TEXTS;
    return new Texts(
      folders,
      Uint32Array.from(which.slice(0, MOST_TEXTS)),
      Uint32Array.from(places.slice(0, MOST_TEXTS)),
      all,
    );
  }

  get count(): number {
    return this.which.length;
  }

  path(at: number): GrantedPath {
    const folder = this.folder(at);
    return pathIn(folder.path, folder.files[this.places[at]!]!);
  }

  time(at: number): number {
    return this.folder(at).times[this.places[at]!]!;
  }

  withoutTime(): Uint32Array {
    return Uint32Array.from(this.which.keys()).filter((at) => Number.isNaN(this.time(at)));
  }

  /** Asks when the texts have changed; brings back those that are newer than was known. */
  async askTimes(look: FolderLook, chunk: Uint32Array, signal: AbortSignal): Promise<readonly number[]> {
    const texts = [...chunk];
    const glances = await look.glance(texts.map((at) => this.path(at).absolute));
    signal.throwIfAborted();
    return texts.filter((at, step) => {
      const before = this.time(at);
      const now = glances[step]?.modified ?? 0;
      this.folder(at).times[this.places[at]!] = now;
      return now > before;
    });
  }

  private folder(at: number): IndexedFolder {
    return this.folders[this.which[at]!]!;
  }
}

/** Texts that wait to be read, the newest first; each is read once. */
class ReadingQueue {
  /** All of them, as known at the beginning. */
  readonly order: Uint32Array;
  private readonly ahead: number[] = [];
  private readonly taken: Uint8Array;
  private at = 0;

  constructor(texts: Texts) {
    // Second and place in one number each: sorted without a call for every pair.
    const keys = Float64Array.from({ length: texts.count }, (_, at) => {
      const seconds = Math.max(0, Math.floor((texts.time(at) || 0) / 1_000));
      return seconds * PLACES + at;
    });
    this.order = Uint32Array.from(keys.sort().reverse(), (key) => key % PLACES);
    this.taken = new Uint8Array(texts.count);
  }

  get isEmpty(): boolean {
    return this.at >= this.order.length && this.ahead.length === 0;
  }

  first(at: number): void {
    if (this.taken[at] === 0) this.ahead.push(at);
  }

  next(): number | null {
    for (;;) {
      const at = this.ahead.pop() ?? this.order[this.at++];
      if (at === undefined) return null;
      if (this.taken[at] === 1) continue;
      this.taken[at] = 1;
      return at;
    }
  }
}

type Finder = (text: string) => string | null;

async function findInText(look: FolderLook, path: GrantedPath, find: Finder): Promise<string | null> {
  const read = await look.read(path, MOST_SEARCHED);
  const decoded = read && decodeText(read.bytes);
  return decoded?.kind === 'text' && !holdsPrivateKey(decoded.text) ? find(decoded.text) : null;
}

/** Tells a few words around the first of the wanted ones, or null when one of them is missing. */
function wordFinder(wanted: readonly string[]): Finder {
  return (text) => {
    // Most texts are plain and lack a word: that is seen without cutting them into words.
    if (/^[\0-\x7f]*$/u.test(text)) {
      const plain = text.replace(/'/gu, '').toLowerCase();
      if (!wanted.every((word) => plain.includes(word))) return null;
    }
    const has = new Set(wordsOf(text));
    const fits = wanted.length > 0 && wanted.every((word) => has.has(word));
    if (!fits) return null;
    const at = Math.max(0, text.toLowerCase().indexOf(wanted[0] ?? ''));
    const [from, to] = [Math.max(0, at - AROUND), Math.min(text.length, at + AROUND)];
    return text
      .slice(from, to)
      .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/gu, '')
      .replace(/\s+/gu, ' ')
      .trim();
  };
}

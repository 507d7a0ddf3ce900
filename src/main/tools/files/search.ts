import type { GrantedFiles, GrantedPath } from '../../permissions/granted-files';
import { nameMatcher, type NameMatch } from './find-by-name';
import { wantedWords } from './match-name';
import type { IndexedFolder } from './name-index';
import { NewestFew } from './newest';
import { searchContents } from './search-content';
import { DEFAULT_WALK, walk } from './walk';

/** Matches brought back at most: the window lists them all. */
const KEPT = 50;
/** Weak fits by name only clutter a list. */
const GOOD_NAME = 0.5;
/** Names that fit and whose times are asked for; beyond, the first ones met stand for all. */
const MOST_NAMED = 20_000;
/** A first answer with enough in it goes out after this time, whatever is still to be looked at. */
const FIRST_ANSWER_MS = 200;
/** Nobody waits longer for what was said. */
const LONGEST_MS = 4_500;
const TELL_EVERY_MS = 500;
const ASK_AT_ONCE = 512;

/** Something that was found. */
export interface Found {
  readonly path: GrantedPath;
  readonly kind: 'file' | 'folder';
  /** Epoch milliseconds, for putting in order. */
  readonly modified: number;
  /** A few words around the hit in its content; null when the name fits. */
  readonly snippet: string | null;
}

/** What a search brings back. */
export interface SearchAnswer {
  /** The newest ones, newest first; at most {@link KEPT}. */
  readonly found: readonly Found[];
  /** How many were found; there may be more when not everything was searched. */
  readonly total: number;
  readonly complete: boolean;
}

/** What is looked for. */
export interface Search {
  readonly words: string;
  readonly folders: readonly GrantedPath[];
  readonly kind?: 'file' | 'folder';
  /** Where the words may stand. */
  readonly within: 'name' | 'content' | 'both';
  /** How many are wanted: with so many found the answer does not wait for the rest. */
  readonly count: number;
}

/** What a search is run with. */
export interface SearchWorld {
  readonly files: GrantedFiles;
  readonly progress: (note: string) => void;
  /** In milliseconds. */
  readonly clock?: () => number;
}

/**
 * Looks for words in names and in texts. Memory is bounded: matches are counted, only the newest are kept. Rejects
 * with the signal's reason when aborted.
 */
export async function searchFor(
  search: Search,
  world: SearchWorld,
  signal: AbortSignal,
): Promise<SearchAnswer> {
  const { files, clock = () => performance.now() } = world;
  const started = clock();
  const wanted = wantedWords(search.words);
  const newest = new NewestFew<Found>(KEPT);
  const tell = teller(world.progress, clock);
  let total = 0;
  const add = (found: Found) => {
    total += 1;
    newest.add(found);
  };
  const named: NameMatch[] = [];
  const match = nameMatcher(wanted);
  const folders: IndexedFolder[] = [];
  let looked = 0;
  const walked = await walk(
    files,
    search.folders,
    (folder) => {
      folders.push(folder);
      looked += folder.files.length;
      tell(looked, 'names');
      if (search.within === 'content') return;
      match(folder, search.kind, (found) => {
        if (found.score < GOOD_NAME) return;
        if (named.length < MOST_NAMED) named.push(found);
        else total += 1;
      });
    },
    signal,
    DEFAULT_WALK,
  );
  await addTimes(named, files, add, signal);
  if (search.within === 'name' || search.kind === 'folder') {
    return { found: newest.sorted(), total, complete: walked && named.length < MOST_NAMED };
  }
  const isNamed = new Set(named.map(({ path }) => path.absolute));
  const read = await searchContents(
    files,
    {
      wanted,
      folders,
      found: ({ path, snippet, modified }) => {
        if (!isNamed.has(path.absolute)) add({ path, kind: 'file', modified, snippet });
      },
      enough: (_, texts) => {
        tell(texts, 'texts');
        const elapsed = clock() - started;
        return elapsed > LONGEST_MS || (elapsed > FIRST_ANSWER_MS && total >= search.count);
      },
    },
    signal,
  );
  return { found: newest.sorted(), total, complete: walked && read && named.length < MOST_NAMED };
}

async function addTimes(
  named: readonly NameMatch[],
  files: GrantedFiles,
  add: (found: Found) => void,
  signal: AbortSignal,
): Promise<void> {
  const look = await files.look();
  for (let at = 0; at < named.length; at += ASK_AT_ONCE) {
    const chunk = named.slice(at, at + ASK_AT_ONCE);
    const glances = await look.glance(chunk.map(({ path }) => path.absolute));
    signal.throwIfAborted();
    for (const [step, { path, kind }] of chunk.entries()) {
      const glance = glances[step];
      if (glance) add({ path, kind, modified: glance.modified, snippet: null });
    }
  }
}

function teller(
  progress: (note: string) => void,
  clock: () => number,
): (count: number, what: string) => void {
  let next = clock() + TELL_EVERY_MS;
  return (count, what) => {
    if (clock() < next) return;
    next = clock() + TELL_EVERY_MS;
    progress(`${count.toLocaleString('en')} ${what} looked through`);
  };
}

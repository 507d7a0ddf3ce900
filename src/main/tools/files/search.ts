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
/** One with less in it waits so long for more. */
const SOME_ANSWER_MS = 1_500;
/** Nobody waits longer for what was said. */
const LONGEST_MS = 4_500;
const TELL_EVERY_MS = 500;
/** Beyond, times that are some minutes old will do. */
const MOST_ASKED_AGAIN = 1_000;
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
      if (search.within !== 'content')
        match(folder, search.kind, (found) => {
          if (found.score < GOOD_NAME) return;
          if (named.length < MOST_NAMED) named.push(found);
          else total += 1;
        });
      tell(looked, 'names', named.length);
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
        tell(texts, 'texts', total);
        const elapsed = clock() - started;
        return (
          elapsed > LONGEST_MS ||
          (elapsed > SOME_ANSWER_MS && total > 0) ||
          (elapsed > FIRST_ANSWER_MS && total >= search.count)
        );
      },
    },
    signal,
  );
  return { found: newest.sorted(), total, complete: walked && read && named.length < MOST_NAMED };
}

/**
 * Tells the names that fit with their times. Of very many only those that were the newest when they were last seen
 * are asked for again.
 */
async function addTimes(
  named: readonly NameMatch[],
  files: GrantedFiles,
  add: (found: Found) => void,
  signal: AbortSignal,
): Promise<void> {
  const look = await files.look();
  const old = (match: NameMatch) => match.kept?.times[match.kept.at] ?? NaN;
  const [known, unknown] = [[] as NameMatch[], [] as NameMatch[]];
  for (const match of named) (Number.isNaN(old(match)) ? unknown : known).push(match);
  known.sort((a, b) => old(b) - old(a));
  const asked = [...unknown, ...known.slice(0, MOST_ASKED_AGAIN)];
  for (let at = 0; at < asked.length; at += ASK_AT_ONCE) {
    const chunk = asked.slice(at, at + ASK_AT_ONCE);
    const glances = await look.glance(chunk.map(({ path }) => path.absolute));
    signal.throwIfAborted();
    for (const [step, { path, kind, kept }] of chunk.entries()) {
      const modified = glances[step]?.modified;
      if (modified === undefined) continue;
      if (kept) kept.times[kept.at] = modified;
      add({ path, kind, modified, snippet: null });
    }
  }
  for (const match of known.slice(MOST_ASKED_AGAIN)) {
    add({ path: match.path, kind: match.kind, modified: old(match), snippet: null });
  }
}

/** Tells now and then how far the search has come; at once when the first match is known. */
function teller(
  progress: (note: string) => void,
  clock: () => number,
): (count: number, what: 'names' | 'texts', found: number) => void {
  let next = clock() + TELL_EVERY_MS;
  let toldFound = false;
  return (count, what, found) => {
    if (clock() < next && (found === 0 || toldFound)) return;
    next = clock() + TELL_EVERY_MS;
    toldFound = found > 0;
    const looked = `${count.toLocaleString('en')} ${what} looked through`;
    progress(found > 0 ? `${found.toLocaleString('en')} found, ${looked}` : looked);
  };
}

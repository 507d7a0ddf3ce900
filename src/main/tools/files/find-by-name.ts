import type { GrantedEntry, GrantedFiles, GrantedPath } from '../../permissions/granted-files';
import { couldFit, neededLetters, scoreName, wantedWords, wordsOf } from './match-name';
import type { IndexedFolder } from './name-index';
import { DEFAULT_WALK, nameOf, pathIn, walk, type WalkLimits } from './walk';

/** An entry whose name fits, with how well: 0..1. */
export interface NameMatch extends GrantedEntry {
  readonly score: number;
  /** Where the index keeps the time of its change; null for folders. */
  readonly kept: { readonly times: Float64Array; readonly at: number } | null;
}

/** What a search by name brings back, best first. */
export interface NameMatches {
  readonly matches: readonly NameMatch[];
  /** False when a bound ended the search before everything was looked at. */
  readonly complete: boolean;
}

/** What a search by name may be told. */
export interface NameSearch {
  /** Where to look; every grant when not given. */
  readonly folders?: readonly GrantedPath[];
  readonly kind?: 'file' | 'folder';
  /** Matches kept, the best ones. */
  readonly most?: number;
  readonly limits?: WalkLimits;
}

const MOST_MATCHES = 50;
/** A word that only a folder around the file has counts a little less. */
const IN_FOLDER = 0.85;

/**
 * Finds files and folders by words of their names: "quarterly budget" finds "Quarterly Budget 2026.ods".
 * Bounded in entries, depth and time; rejects with the signal's reason when aborted.
 */
export async function findByName(
  files: GrantedFiles,
  said: string,
  signal: AbortSignal,
  search: NameSearch = {},
): Promise<NameMatches> {
  const match = nameMatcher(wantedWords(said));
  const best = new BestMatches(search.most ?? MOST_MATCHES);
  const complete = await walk(
    files,
    search.folders ?? (await files.roots()),
    (folder) => match(folder, search.kind, (found) => best.add(found)),
    signal,
    search.limits ?? DEFAULT_WALK,
  );
  return { matches: best.sorted(), complete };
}

/** Tells every entry of a folder whose name fits the wanted words. */
export function nameMatcher(
  wanted: readonly string[],
): (folder: IndexedFolder, kind: 'file' | 'folder' | undefined, tell: (match: NameMatch) => void) => void {
  const needed = neededLetters(wanted);
  return (folder, kind, tell) => {
    const around = new Set(wordsOf(folder.path.spoken));
    const rest = wanted.filter((word) => !around.has(word));
    // "invoice Miller" finds Miller/invoice.pdf; a folder's name alone does not stand for all that is in it.
    const partly = rest.length > 0 && rest.length < wanted.length ? rest : null;
    const neededRest = partly && neededLetters(partly);
    const scoreOf = (name: string): number => {
      const whole = scoreName(wanted, name);
      return partly ? Math.max(whole, scoreName(partly, name) * IN_FOLDER) : whole;
    };
    if (kind !== 'folder') {
      for (const [at, name] of folder.files.entries()) {
        const letters = folder.letters[at] ?? 0;
        if (!couldFit(neededRest ?? needed, letters)) continue;
        const score = scoreOf(name);
        if (score === 0) continue;
        tell({ path: pathIn(folder.path, name), kind: 'file', score, kept: { times: folder.times, at } });
      }
    }
    if (kind === 'file') return;
    for (const path of folder.folders) {
      const score = scoreOf(nameOf(path));
      if (score > 0) tell({ path, kind: 'folder', score, kept: null });
    }
  };
}

/** Keeps the best few of many matches in bounded memory. */
class BestMatches {
  private kept: NameMatch[] = [];

  constructor(private readonly most: number) {}

  add(match: NameMatch): void {
    this.kept.push(match);
    if (this.kept.length >= this.most * 4) this.kept = this.best();
  }

  sorted(): readonly NameMatch[] {
    return this.best();
  }

  private best(): NameMatch[] {
    const seen = new Map(this.kept.map((match) => [match.path.absolute, match]));
    return [...seen.values()].sort(betterFirst).slice(0, this.most);
  }
}

/** By score, then the shorter way to say it, then the alphabet: the same disk gives the same order. */
function betterFirst(a: NameMatch, b: NameMatch): number {
  const [left, right] = [a.path.spoken, b.path.spoken];
  return b.score - a.score || left.length - right.length || (left < right ? -1 : 1);
}

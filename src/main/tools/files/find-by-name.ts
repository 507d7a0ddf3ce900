import type { GrantedEntry, GrantedFiles, GrantedPath } from '../../permissions/granted-files';
import { scoreName, wantedWords } from './match-name';
import { DEFAULT_WALK, nameOf, walk, type WalkLimits } from './walk';

/** An entry whose name fits, with how well: 0..1. */
interface NameMatch extends GrantedEntry {
  readonly score: number;
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
  const wanted = wantedWords(said);
  const best = new BestMatches(search.most ?? MOST_MATCHES);
  const complete = await walk(
    files,
    search.folders ?? (await files.roots()),
    (entry) => {
      if (search.kind && entry.kind !== search.kind) return;
      const score = scoreName(wanted, nameOf(entry.path));
      if (score > 0) best.add({ ...entry, score });
    },
    signal,
    search.limits ?? DEFAULT_WALK,
  );
  return { matches: best.sorted(), complete };
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

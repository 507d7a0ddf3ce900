/**
 * Which words the recognizer is told to expect (protocol.md section 5.2): there is room for a hundred, so what the
 * talk is about comes first.
 */
import { fitKeyterms, MAX_KEYTERMS } from '../../../shared/protocol';
import { wordsOf } from '../../../shared/words';

/** A granted folder as the recognizer may know it. */
export interface GrantNames {
  readonly id: string;
  /** The folder's own name. */
  readonly name: string;
  /** Names of what lies in it. */
  readonly entries: readonly string[];
}

/** What key terms are chosen from. */
export interface KeytermSources {
  /** The profile's own, which always come first. */
  readonly own: readonly string[];
  /** Only those whose names may be told to the engine. */
  readonly grants: readonly GrantNames[];
  /** Names of apps and the like that tools can reach. */
  readonly others: readonly string[];
  /** What was said and what tools told lately, newest first. */
  readonly recent: readonly string[];
  /** Names besides the person's own terms. */
  readonly mostNames: number;
}

/**
 * Names that an engine is told. The local recognizer tries terms that sound alike one by one: seventy took it from
 * 230 to 410 ms a sentence (p95 from 370 to 940), with as many words right as before.
 */
export const MOST_NAMES = { hosted: MAX_KEYTERMS, local: 10 } as const;

/** Recent texts that are looked at. */
const MOST_RECENT = 8;

/** The key terms to send, the likeliest first, within the service's limits. */
export function keyterms({ own, grants, others, recent, mostNames }: KeytermSources): readonly string[] {
  const said = recent.slice(0, MOST_RECENT).map((text) => ` ${wordsOf(text).join(' ')} `);
  const candidates = [
    ...grants.map(({ name }) => ({ name, folder: name, weight: 1 })),
    ...others.map((name) => ({ name, folder: null, weight: 1 })),
    ...grants.flatMap(({ name: folder, entries }) => entries.map((name) => ({ name, folder, weight: 0 }))),
  ];
  const names = candidates
    .map(({ name, folder, weight }, at) => {
      const term = termOf(name);
      const mentioned = recency(term, said);
      const near = folder === null ? 0 : recency(termOf(folder), said) / 2;
      return { term, at, score: 2 * mentioned + near + weight };
    })
    .filter(({ term }) => isSayable(term))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, mostNames);
  return fitKeyterms([...own, ...names.map(({ term }) => term)]);
}

/** A name as it is said: without its extension, with blanks between its words. */
function termOf(name: string): string {
  return name
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[_\-+.~]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Names such as "IMG 20240102 113311" are never said. */
function isSayable(term: string): boolean {
  const letters = term.match(/\p{L}/gu)?.length ?? 0;
  const digits = term.match(/\p{N}/gu)?.length ?? 0;
  return letters >= 2 && digits < letters;
}

/** How lately it was mentioned: more than 1 in the newest text, less in older ones, 0 in none. */
function recency(term: string, said: readonly string[]): number {
  const words = wordsOf(term).join(' ');
  if (words === '') return 0;
  const at = said.findIndex((text) => text.includes(` ${words} `));
  return at < 0 ? 0 : 1 + 1 / (1 + at);
}

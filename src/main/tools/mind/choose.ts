import { fold } from '../../history/search';
import { spokenList } from '../files/speak';
import type { ToolFailure } from '../tool';

/** One that was meant, or why there is not exactly one. */
export type Chosen<T> = { readonly ok: true; readonly one: T } | ToolFailure;

/** Candidates that are named in a question. */
const MOST_NAMED = 5;

/** What is chosen from, and how it is told. */
export interface Choosing<T> {
  readonly items: readonly T[];
  readonly textOf: (item: T) => string;
  /** More text that may be meant, looked at when no name fits: what a note says. */
  readonly moreOf?: (item: T) => string;
  readonly isForeign: (item: T) => boolean;
  /** "note", "to-do", "timer". */
  readonly called: string;
}

/**
 * The item that was named by some of its words; the only one when nothing was named. A name that fits whole wins over
 * one in part. Several that fit equally are an error that lists them.
 */
export function choose<T>(said: string | undefined, choosing: Choosing<T>): Chosen<T> {
  const { items, textOf, moreOf, called } = choosing;
  const wanted = wordsOf(said ?? '').filter((word) => word !== called && !FILLERS.has(word));
  if (items.length === 0) return { ok: false, error: `There is no ${called}.`, hint: 'Tell the person.' };
  const found =
    wanted.length === 0
      ? items
      : (best(items, wanted, textOf) ?? (moreOf && best(items, wanted, moreOf)) ?? []);
  if (found.length === 1) return { ok: true, one: found[0]! };
  if (found.length === 0) {
    return {
      ok: false,
      error: `No ${called} fits "${said ?? ''}".`,
      hint: `List them, or ask which ${called} is meant.`,
    };
  }
  const named = found.slice(0, MOST_NAMED).map((item) => `"${textOf(item)}"`);
  return {
    ok: false,
    error: `${found.length} ${called}s fit: ${spokenList(named, 'and')}.`,
    hint: 'Ask which one is meant, then call again with its whole name.',
    foreign: found.some(choosing.isForeign),
  };
}

const FILLERS = new Set('a an the my our that this one about called for to of on'.split(' '));

/** Same words; else those that hold all of them; null when none does. */
function best<T>(
  items: readonly T[],
  wanted: readonly string[],
  textOf: (item: T) => string,
): readonly T[] | null {
  const worded = items.map((item) => ({ item, words: wordsOf(textOf(item)) }));
  const telling = (words: readonly string[]) => words.filter((word) => !FILLERS.has(word)).join(' ');
  const same = worded.filter(({ words }) => telling(words) === telling(wanted));
  const holding = worded.filter(({ words }) =>
    wanted.every((word) =>
      words.some((other) => other === word || (word.length > 2 && other.startsWith(word))),
    ),
  );
  const found = same.length > 0 ? same : holding;
  return found.length > 0 ? found.map(({ item }) => item) : null;
}

/** Words as they are compared: no case, no accents, no plural. */
function wordsOf(text: string): readonly string[] {
  return fold(text)
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}

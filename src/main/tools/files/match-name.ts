import fuzzysort from 'fuzzysort';
import { isKindWord, stemOf } from './kinds';

/** Words that name no file. */
const FILLERS = new Set(
  'a an the my our this that file files document called named folder directory please of in for from with about'.split(
    ' ',
  ),
);
/** Below it, fuzzysort's letters are scattered by chance. */
const FUZZY_ENOUGH = 0.6;

/** Words as they are compared: no case, no accents, no plural. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      // A recognizer hears a plural as a genitive: "paper's" for "papers".
      .replace(/\p{M}|['’]/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map((word) => (word.length > 3 ? word.replace(/s$/u, '') : word))
  );
}

/** The words of a request that can be part of a name; all of them when each is a filler. */
export function wantedWords(said: string): readonly string[] {
  return tellingWords(wordsOf(said));
}

/**
 * Which letters and digits a text has, as bits: a to z, four for digits, one for all others. Case and accents do not
 * count.
 */
export function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) return lettersOfAny(text);
    if (code >= 48 && code <= 57) bits |= 1 << (26 + (code & 3));
    else if ((code | 32) >= 97 && (code | 32) <= 122) bits |= 1 << ((code | 32) - 97);
  }
  return bits;
}

function lettersOfAny(text: string): number {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  let bits = lettersOf(plain.replace(/[^\0-\x7f]/gu, ''));
  // Lower case of a letter may bring a mark along.
  if (/[^\0-\x7f]/u.test(plain)) bits |= 1 << 30;
  return bits;
}

/**
 * For a quick test before {@link scoreName}: the letters that each wanted word needs. A name that {@link couldFit} refuses scores 0.
 */
export function neededLetters(wanted: readonly string[]): readonly number[] {
  // A kind is not in the name: "spreadsheet" fits budget.ods. In a longer word one letter may be wrong.
  return wanted.map((word) =>
    isKindWord(word, null) ? 0 : lettersOf(word) | (word.length > 3 ? MAY_MISS_ONE : 0),
  );
}

/** Set in a word's letters when one of them may be missing. */
const MAY_MISS_ONE = 1 << 31;

/** Whether a name with these letters can have every wanted word in it. */
export function couldFit(needed: readonly number[], letters: number): boolean {
  for (const word of needed) {
    const missing = word & ~letters & ~MAY_MISS_ONE;
    if (missing === 0) continue;
    if (word >= 0 || (missing & (missing - 1)) !== 0) return false;
  }
  return true;
}

/**
 * How well a file's name fits the wanted words, 0 (not at all) to 1 (the same). Every word must be found: as a
 * word of the name, its beginning, a part, spelled a little differently, or as the kind of file.
 */
export function scoreName(wanted: readonly string[], name: string): number {
  const words = wordsOf(stemOf(name));
  if (wanted.length === 0 || words.length === 0) return 0;
  let sum = 0;
  for (const word of wanted) {
    const score = scoreWord(word, words, name);
    if (score === 0) return 0;
    sum += score;
  }
  const telling = tellingWords(words);
  if (wanted.length === telling.length && wanted.every((word, at) => word === telling[at])) return 1;
  // A name with little else in it is likelier the one that was meant.
  return (sum / wanted.length) * (0.8 + 0.15 * Math.min(1, wanted.length / telling.length));
}

function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !FILLERS.has(word) && !FILLERS.has(`${word}s`));
  return telling.length > 0 ? telling : words;
}

function scoreWord(word: string, has: readonly string[], name: string): number {
  if (has.includes(word)) return 1;
  if (has.some((part) => part.startsWith(word))) return 0.9;
  if (isKindWord(word, name.toLowerCase())) return 0.85;
  const joined = has.join(' ');
  if (word.length > 2 && joined.includes(word)) return 0.7;
  if (word.length > 3 && has.some((part) => isNearly(word, part))) return 0.65;
  // Of a plain string fuzzysort would keep what it made of it, for good.
  const fuzzy = fuzzysort.single(word, fuzzysort.prepare(joined))?.score ?? 0;
  return fuzzy >= FUZZY_ENOUGH ? fuzzy * 0.6 : 0;
}

/** One letter wrong, missing, too many or swapped: what hearing and typing get wrong. */
function isNearly(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const swapped = restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
  return Math.max(restA.length, restB.length) <= 1 || swapped;
}

/*
 * Keyterms: names that the recognizer cannot know are often heard as words that sound like them. This finds, in what
 * was heard, the places where a term may have been meant; the recognizer then asks the sound which of both it was.
 */

/** What was heard, with one place read as a term. */
export interface Reading {
  readonly text: string;
  readonly term: string;
  /** How much the place sounds like the term: 0 not at all, 1 the same. */
  readonly likeness: number;
}

/** Below this likeness a term is not even tried: it would only cost time and invite mistakes. */
const LEAST_LIKENESS = 0.5;
/** A term may have been heard as one word more than it has, or as fewer. */
const MORE_WORDS = 1;
/** Very short terms sound like everything. */
const SHORTEST_KEY = 2;

/** The readings worth asking for, most alike first, at most `most`. A term that stands there already gives none. */
export function readings(text: string, terms: readonly string[], most: number): readonly Reading[] {
  const words = text.split(/\s+/).filter(Boolean);
  const found: Reading[] = [];
  for (const term of terms) {
    const count = term.split(/\s+/).filter(Boolean).length;
    const key = soundKey(term);
    if (count === 0 || key.length < SHORTEST_KEY || holds(text, term)) continue;
    let best: Reading | null = null;
    for (let size = 1; size <= count + MORE_WORDS; size++) {
      for (let at = 0; at + size <= words.length; at++) {
        const likeness = alike(soundKey(words.slice(at, at + size).join(' ')), key);
        if (likeness < LEAST_LIKENESS || (best && likeness <= best.likeness)) continue;
        best = { text: replaced(words, at, size, term), term, likeness };
      }
    }
    if (best) found.push(best);
  }
  return found.sort((a, b) => b.likeness - a.likeness).slice(0, most);
}

/** Puts the term in place of some words and keeps the signs around them; the first word begins with a capital. */
function replaced(words: readonly string[], at: number, size: number, term: string): string {
  const before = /^[^\p{L}\p{N}]*/u.exec(words[at]!)![0];
  const after = /(?:['’]s)?[^\p{L}\p{N}]*$/u.exec(words[at + size - 1]!)![0];
  const shown = at === 0 ? term.charAt(0).toUpperCase() + term.slice(1) : term;
  return [...words.slice(0, at), `${before}${shown}${after}`, ...words.slice(at + size)].join(' ');
}

/** The text with every term in it written as its owner writes it; terms without capitals have no say. */
export function asWritten(text: string, terms: readonly string[]): string {
  const named = terms.filter((term) => term !== term.toLowerCase());
  return named.reduce((written, term) => {
    const words = term.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
    return written.replace(pattern, () => term);
  }, text);
}

function holds(text: string, term: string): boolean {
  const plain = (value: string) =>
    ` ${value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return plain(text).includes(plain(term));
}

/** English spellings to the sounds they most often stand for; order matters. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^wh/, 'w'],
  [/tch|ch|sch|sh|ti(?=o)|ci(?=a)/g, 'S'],
  [/dge?|j|g(?=[eiy])/g, 'J'],
  [/ph/g, 'f'],
  [/gh/g, ''],
  [/ck|qu?|c(?![eiy])|x/g, 'k'],
  [/c|z/g, 's'],
  [/th|d/g, 't'],
  [/v/g, 'f'],
  [/b/g, 'p'],
  [/g/g, 'k'],
  [/m/g, 'n'],
  [/h/g, ''],
  [/[aeiouyw]+/g, 'a'],
  [/(.)\1+/g, '$1'],
];

/** How a word sounds, roughly: consonants that are easily confused share a letter, all vowels are one. */
export function soundKey(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase();
  return SOUNDS.reduce((key, [pattern, sound]) => key.replace(pattern, sound), plain);
}

/** Likeness of two keys: 1 less the share of sounds to change; a vowel counts for half. */
function alike(a: string, b: string): number {
  const weight = (sound: string) => (sound === 'a' ? 0.5 : 1);
  const total = Math.max(sum(a, weight), sum(b, weight));
  let row = [0];
  for (const sound of b) row.push(row.at(-1)! + weight(sound));
  for (const sound of a) {
    const next = [row[0]! + weight(sound)];
    [...b].forEach((other, i) => {
      const change = sound === other ? 0 : Math.max(weight(sound), weight(other));
      next.push(Math.min(row[i]! + change, row[i + 1]! + weight(sound), next[i]! + weight(other)));
    });
    row = next;
  }
  return total === 0 ? 0 : 1 - row.at(-1)! / total;
}

const sum = (key: string, weight: (sound: string) => number): number =>
  [...key].reduce((total, sound) => total + weight(sound), 0);

/** How much less likely (natural logarithm) the sound may be with a term than without, at full likeness. */
const TRUST = 9;

/**
 * Whether a term is believed: `score` and `heard` are the log-probabilities of the whole sentence with and without
 * it. A name that the recognizer does not know always scores below real words, so it gets a bonus, which falls with
 * the likeness: that guards against names that nobody said.
 */
export function isBelieved(score: number, heard: number, likeness: number): boolean {
  return score - heard > -TRUST * ((likeness - LEAST_LIKENESS) / (1 - LEAST_LIKENESS));
}

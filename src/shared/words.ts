/** Comparing words that were heard: how they are written, and a letter in four, may differ. */

/** The words of a text in order: lower case, without punctuation or apostrophes. */
export function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** How many of the words are found among the others in the same order; words that are nearly alike count. */
export function wordsInOrder(words: readonly string[], others: readonly string[]): number {
  let row = others.map(() => 0);
  for (const word of words) {
    const next: number[] = [];
    others.forEach((other, at) => {
      const before = at > 0 ? row[at - 1]! : 0;
      next.push(areAlike(word, other) ? before + 1 : Math.max(row[at]!, next[at - 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Alike but for a letter in four. */
function areAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const allowed = Math.floor(Math.min(one.length, other.length) / 4);
  return Math.abs(one.length - other.length) <= allowed && distance(one, other) <= allowed;
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  [...one].forEach((letter, at) => {
    const next = [at + 1];
    for (let i = 0; i < other.length; i++) {
      next.push(Math.min(row[i]! + (letter === other[i] ? 0 : 1), row[i + 1]! + 1, next[i]! + 1));
    }
    row = next;
  });
  return row.at(-1)!;
}

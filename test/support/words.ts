/** The words of a text as a listener would compare them: lower case, without punctuation. */
export function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** How much of `expected` is found in `heard`, in the same order: 0 to 1. */
export function wordOverlap(expected: string, heard: string): number {
  const wanted = wordsOf(expected);
  const found = wordsOf(heard);
  // Longest common subsequence, one row at a time.
  let row = new Array<number>(found.length + 1).fill(0);
  for (const word of wanted) {
    const next = [0];
    for (let at = 0; at < found.length; at++) {
      next.push(word === found[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    }
    row = next;
  }
  return wanted.length === 0 ? 1 : row[found.length]! / wanted.length;
}

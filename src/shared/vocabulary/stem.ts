/** A light stemmer: plural, -ing, -ed. Not linguistics, but the same for both sides of a comparison. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const plain = word
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/([^su])s$/, '$1');
  const cut = plain.replace(/(?:ing|ed)$/, '');
  const base = cut.length >= 3 && /[aeiouy]/.test(cut) ? cut : plain;
  return base.replace(/([^aeiouls])\1$/, '$1').replace(/e$/, '');
}

/** Letters of a word that must change to make another (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** Whether two words are the same but for an ending or, in long words, a letter. */
export function alike(wanted: string, said: string): boolean {
  if (said === '' || wanted === '') return false;
  if (wanted === said || stem(wanted) === stem(said)) return true;
  if (wanted.length < 5 || Math.abs(wanted.length - said.length) > 2) return false;
  // Ascending and descending are two letters apart.
  if (wanted.length >= 8 && wanted.charAt(0) !== said.charAt(0)) return false;
  return editDistance(wanted, said) <= (wanted.length >= 8 ? 2 : 1);
}

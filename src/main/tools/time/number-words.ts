const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A number among words: digits ("10", "1.5") or words up to 999 ("twenty five"); `to` is the word after it. */
export function numberAt(
  words: readonly string[],
  at: number,
): { readonly value: number; readonly to: number } | null {
  const word = words[at] ?? '';
  if (/^\d{1,6}(?:\.\d{1,3})?$/.test(word)) return { value: Number(word), to: at + 1 };
  const below = belowHundred(words, at);
  if (!below) return null;
  if (below.value > 9 || words[below.to] !== 'hundred') return below;
  const joint = words[below.to + 1] === 'and' ? 2 : 1;
  const rest = belowHundred(words, below.to + joint);
  return rest
    ? { value: below.value * 100 + rest.value, to: rest.to }
    : { value: below.value * 100, to: below.to + 1 };
}

function belowHundred(
  words: readonly string[],
  at: number,
): { readonly value: number; readonly to: number } | null {
  const [first = '', second = ''] = (words[at] ?? '').split('-');
  const tens = TENS.indexOf(first);
  if (tens > 1) {
    const glued = SMALL.indexOf(second);
    if (second) return glued > 0 && glued < 10 ? { value: tens * 10 + glued, to: at + 1 } : null;
    const next = SMALL.indexOf(words[at + 1] ?? '');
    return next > 0 && next < 10 ? { value: tens * 10 + next, to: at + 2 } : { value: tens * 10, to: at + 1 };
  }
  const small = SMALL.indexOf(words[at] ?? '');
  return small < 0 ? null : { value: small, to: at + 1 };
}

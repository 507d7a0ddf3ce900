const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };
const ORDINALS: readonly string[] = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(
  ' ',
);

/** A number found in words `[from, to)`. */
export interface FoundNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** Said one digit after the other ("four five one two"), as codes are. */
  readonly digits: string | null;
}

/** Every number in lower-case words, in figures or in words: "25", "twenty five", "a dozen", "half". */
export function findNumbers(words: readonly string[]): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  let at = 0;
  while (at < words.length) {
    const number = digitRun(words, at) ?? numberAt(words, at);
    if (number) found.push(number);
    at = number ? number.to : at + 1;
  }
  return found;
}

/** "first" is 0, "second" 1, "last" -1; null when there is none. */
export function findOrdinal(words: readonly string[]): number | null {
  for (const word of words) {
    const index = ORDINALS.indexOf(word);
    if (index >= 0) return index;
    if (word === 'last') return -1;
    const figures = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
    if (figures) return Number(figures[1]) - 1;
  }
  return null;
}

function figures(word: string): number | null {
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(word) ? Number(word.replace(',', '.')) : null;
}

/** Two or more single digits in a row. */
function digitRun(words: readonly string[], from: number): FoundNumber | null {
  let digits = '';
  let to = from;
  for (; to < words.length; to++) {
    const word = words[to] ?? '';
    const digit = /^\d$/.test(word) ? word : word === 'oh' && digits !== '' ? '0' : SMALL[word];
    if (digit === undefined || Number(digit) > 9) break;
    digits += String(digit);
  }
  if (digits.length < 2) return null;
  return { value: Number(digits), from, to, digits };
}

function numberAt(words: readonly string[], from: number): FoundNumber | null {
  const first = words[from] ?? '';
  const plain = figures(first);
  if (plain !== null) return withScale(words, plain, from, from + 1, /^\d{2,}$/.test(first) ? first : null);
  if (first === 'dozen') return { value: 12, from, to: from + 1, digits: null };
  if (first === 'half' && words[from + 1] === 'a' && words[from + 2] === 'dozen') {
    return { value: 6, from, to: from + 3, digits: null };
  }
  if (first === 'couple') return { value: 2, from, to: from + 1, digits: null };
  if (SMALL[first] === undefined && SCALES[first] === undefined) return null;
  let total = 0;
  let current = SCALES[first] === undefined ? 0 : 1;
  let to = from;
  for (; to < words.length; to++) {
    const word = words[to] ?? '';
    const small = SMALL[word];
    const scale = SCALES[word];
    if (small !== undefined) {
      // "twenty five" joins; "five twenty" does not.
      if (current % 100 !== 0 && !(current % 10 === 0 && small < 10)) break;
      current += small;
    } else if (scale === 100) current = Math.max(1, current) * 100;
    else if (scale !== undefined) {
      total += Math.max(1, current) * scale;
      current = 0;
    } else if (word !== 'and' || SMALL[words[to + 1] ?? ''] === undefined || total + current < 100) break;
  }
  const half = words[to] === 'point' ? pointAfter(words, to + 1) : null;
  if (half) return { value: total + current + half.fraction, from, to: half.to, digits: null };
  return { value: total + current, from, to, digits: null };
}

function withScale(
  words: readonly string[],
  value: number,
  from: number,
  to: number,
  digits: string | null,
): FoundNumber {
  const scale = SCALES[words[to] ?? ''];
  return scale === undefined
    ? { value, from, to, digits }
    : { value: value * scale, from, to: to + 1, digits: null };
}

function pointAfter(words: readonly string[], from: number): { fraction: number; to: number } | null {
  let digits = '';
  let to = from;
  for (; to < words.length; to++) {
    const small = SMALL[words[to] ?? ''];
    if (small === undefined || small > 9) break;
    digits += String(small);
  }
  return digits === '' ? null : { fraction: Number(`0.${digits}`), to };
}

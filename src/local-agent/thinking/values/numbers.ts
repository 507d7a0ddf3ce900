import { NUMBER_WORDS, ORDINAL_WORDS, SCALES } from './number-names';

/** A number found in words `[from, to)`. */
export interface FoundNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** The figures as they were said, for codes: "four five one two", "0042". Null when said as an amount. */
  readonly digits: string | null;
}

/** Every number in lower-case words, in figures or in words: "25", "twenty five", "a dozen", "two and a half". */
export function findNumbers(words: readonly string[]): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  let at = 0;
  while (at < words.length) {
    const number = numberAt(words, at);
    if (number) found.push(number);
    at = number ? number.to : at + 1;
  }
  return found;
}

/** The number that begins at this word, or null. */
export function numberAt(words: readonly string[], from: number): FoundNumber | null {
  const run = digitRun(words, from);
  if (run) return run;
  const minus = /^(?:minus|negative)$/.test(words[from] ?? '') ? 1 : 0;
  const number = unsignedAt(words, from + minus);
  if (!number) return null;
  const whole = withFraction(words, number);
  return minus === 0 ? whole : { ...whole, value: -whole.value, from, digits: null };
}

/** "first" is 0, "second" 1, "last" -1; null when there is none. */
export function findOrdinal(words: readonly string[]): number | null {
  for (const word of words) {
    const index = ORDINAL_WORDS.get(word);
    if (index !== undefined) return index - 1;
    if (word === 'last') return -1;
    const figures = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
    if (figures) return Number(figures[1]) - 1;
  }
  return null;
}

/** The number that an ordinal stands for ("third", "21st"); null for other words. */
export function ordinalValue(word: string | undefined): number | null {
  const index = findOrdinal([word ?? '']);
  return index === null || index < 0 ? null : index + 1;
}

function figures(word: string): number | null {
  const plain = word.replace(/^[$€£]|[$€£%°]$/g, '');
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  const short = /^(\d+(?:\.\d+)?)k$/.exec(plain);
  if (short) return Number(short[1]) * 1_000;
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

/** Two or more single digits in a row, "double" and "triple" among them. */
function digitRun(words: readonly string[], from: number): FoundNumber | null {
  let digits = '';
  let to = from;
  while (to < words.length) {
    const times = words[to] === 'double' ? 2 : words[to] === 'triple' ? 3 : 1;
    const digit = digitOf(words[times === 1 ? to : to + 1], digits !== '');
    if (digit === null) break;
    digits += digit.repeat(times);
    to += times === 1 ? 1 : 2;
  }
  return digits.length < 2 ? null : { value: Number(digits), from, to, digits };
}

function digitOf(word: string | undefined, inRun: boolean): string | null {
  if (word === undefined) return null;
  if (/^\d$/.test(word)) return word;
  if (/^(?:oh|o)$/.test(word)) return inRun ? '0' : null;
  const value = NUMBER_WORDS.get(word);
  return value !== undefined && value < 10 ? String(value) : null;
}

function unsignedAt(words: readonly string[], from: number): FoundNumber | null {
  const first = words[from] ?? '';
  const plain = figures(first);
  if (plain !== null) return scaled(words, plain, from, /^\d{2,}$/.test(first) ? first : null);
  const lot = collective(words, from);
  if (lot) return lot;
  if (first === 'point') {
    const after = pointAfter(words, from + 1);
    return after && { value: after.fraction, from, to: after.to, digits: null };
  }
  if (first === 'a' && SCALES.has(words[from + 1] ?? '')) {
    const rest = spelled(words, from + 1);
    return { ...rest, from };
  }
  return NUMBER_WORDS.has(first) || SCALES.has(first) ? spelled(words, from) : null;
}

/** "a dozen", "half a dozen", "a couple of". */
function collective(words: readonly string[], from: number): FoundNumber | null {
  const found = (value: number, to: number) => ({ value, from, to, digits: null });
  if (words[from] === 'half' && words[from + 1] === 'a' && words[from + 2] === 'dozen')
    return found(6, from + 3);
  const article = words[from] === 'a' ? 1 : 0;
  const noun = words[from + article];
  if (noun === 'dozen') return found(12, from + article + 1);
  if (noun === 'couple' || noun === 'pair')
    return found(2, from + article + (words[from + article + 1] === 'of' ? 2 : 1));
  return null;
}

function spelled(words: readonly string[], from: number): FoundNumber {
  let total = 0;
  let current = 0;
  let to = from;
  for (; to < words.length; to++) {
    const word = words[to] ?? '';
    const small = NUMBER_WORDS.get(word);
    const scale = SCALES.get(word);
    if (small !== undefined) {
      // "twenty five" joins; "five twenty" does not.
      const joins = current % 100 === 0 || (current % 10 === 0 && current % 100 >= 20 && small < 10);
      if (to > from && !joins) break;
      current += small;
    } else if (scale === 100) current = Math.max(1, current) * 100;
    else if (scale !== undefined) {
      total += Math.max(1, current) * scale;
      current = 0;
    } else {
      const goesOn = word === 'and' && NUMBER_WORDS.has(words[to + 1] ?? '') && total + current >= 100;
      if (!goesOn || current % 100 !== 0) break;
    }
  }
  const year = pairedYear(words, current, from, to);
  if (year && total === 0) return year;
  if (words[to] === 'dozen') return { value: (total + current) * 12, from, to: to + 1, digits: null };
  return { value: total + current, from, to, digits: null };
}

/** "nineteen eighty four", "twenty twenty six". */
function pairedYear(words: readonly string[], century: number, from: number, to: number): FoundNumber | null {
  if (to !== from + 1 || (century !== 19 && century !== 20)) return null;
  const tens = NUMBER_WORDS.get(words[to] ?? '');
  if (tens === undefined || tens < 10) return null;
  const ones = tens >= 20 ? NUMBER_WORDS.get(words[to + 1] ?? '') : undefined;
  const joined = ones !== undefined && ones > 0 && ones < 10;
  const value = century * 100 + tens + (joined ? ones : 0);
  return { value, from, to: to + (joined ? 2 : 1), digits: String(value) };
}

function scaled(words: readonly string[], value: number, from: number, digits: string | null): FoundNumber {
  const scale = SCALES.get(words[from + 1] ?? '');
  if (scale !== undefined) return { value: value * scale, from, to: from + 2, digits: null };
  if (words[from + 1] === 'dozen') return { value: value * 12, from, to: from + 2, digits: null };
  return { value, from, to: from + 1, digits };
}

/** "point five", "and a half", "and three quarters" behind a number. */
function withFraction(words: readonly string[], number: FoundNumber): FoundNumber {
  const { to } = number;
  const point = words[to] === 'point' ? pointAfter(words, to + 1) : null;
  if (point) return { ...number, value: number.value + point.fraction, to: point.to, digits: null };
  if (words[to] !== 'and') return number;
  const article = words[to + 1] === 'a' || words[to + 1] === 'one' ? 1 : 0;
  if (article && words[to + 2] === 'half')
    return { ...number, value: number.value + 0.5, to: to + 3, digits: null };
  if (article && words[to + 2] === 'quarter')
    return { ...number, value: number.value + 0.25, to: to + 3, digits: null };
  if (words[to + 1] === 'three' && words[to + 2] === 'quarters')
    return { ...number, value: number.value + 0.75, to: to + 3, digits: null };
  return number;
}

function pointAfter(words: readonly string[], from: number): { fraction: number; to: number } | null {
  let digits = '';
  let to = from;
  for (let digit = digitOf(words[to], true); digit !== null; digit = digitOf(words[to], true)) {
    digits += digit;
    to++;
  }
  return digits === '' ? null : { fraction: Number(`0.${digits}`), to };
}

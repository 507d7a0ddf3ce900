const ONES = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
  [100, 'hundred'],
];
const IRREGULAR_ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** A whole number below 10^15 in words: 42 gives "forty two". Larger ones come digit by digit. */
export function numberInWords(value: number): string {
  if (value < 0) return `minus ${numberInWords(-value)}`;
  if (value >= 1e15) return digitsInWords(String(BigInt(Math.trunc(value))));
  if (value < 20) return ONES[value] ?? '';
  if (value < 100) {
    const rest = value % 10;
    return `${TENS[Math.floor(value / 10)] ?? ''}${rest ? ` ${ONES[rest] ?? ''}` : ''}`;
  }
  const [size, name] = SCALES.find(([scale]) => value >= scale) ?? [100, 'hundred'];
  const rest = value % size;
  const head = `${numberInWords(Math.floor(value / size))} ${name}`;
  if (rest === 0) return head;
  return `${head} ${rest < 100 ? 'and ' : ''}${numberInWords(rest)}`;
}

/** "third", "twenty first" for 3, 21. */
export function ordinalInWords(value: number): string {
  const words = numberInWords(value).split(' ');
  const last = words.pop() ?? '';
  const ordinal = IRREGULAR_ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return [...words, ordinal].join(' ');
}

/** Each digit on its own: "4 0 7" for codes and order numbers. */
export function digitsInWords(digits: string): string {
  return [...digits].map((digit) => ONES[Number(digit)] ?? digit).join(' ');
}

/** A year as it is said: 2026 gives "twenty twenty six", 1905 "nineteen oh five". */
export function yearInWords(year: number): string {
  const century = Math.floor(year / 100);
  const rest = year % 100;
  if (year < 1100 || year > 2099 || (year >= 2000 && year < 2010)) return numberInWords(year);
  if (rest === 0) return `${numberInWords(century)} hundred`;
  return `${numberInWords(century)} ${rest < 10 ? `oh ${numberInWords(rest)}` : numberInWords(rest)}`;
}

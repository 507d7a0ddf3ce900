const named = (text: string, from: number, step: number) =>
  text.split(' ').map((word, index) => [word, from + index * step] as const);

/** Number words below a hundred. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...named(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
      'seventeen eighteen nineteen',
    0,
    1,
  ),
  ...named('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
]);

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['grand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);

/** Ordinals up to the thirty-first, as days of a month need them. */
export const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map([
  ...named(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
      'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
    1,
    1,
  ),
  ...named(
    'twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth ' +
      'twenty-ninth thirtieth thirty-first',
    21,
    1,
  ),
]);

/** Words put in, left out or changed, of so many that were said. */
export interface WordErrors {
  readonly errors: number;
  readonly words: number;
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** Two ways to write one word, as a listener hears it. */
const SAME: Readonly<Record<string, string>> = { mr: 'mister', metres: 'meters', centre: 'center' };

/** The words of a text as they are said: lower case, numbers and times in words, no signs. */
export function spokenWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/(\d{1,2}):(\d\d)/g, (_, hours: string, minutes: string) =>
      minutes === '00' ? hours : `${hours} ${minutes}`,
    )
    .replace(/%/g, ' percent ')
    .replace(/\d+/g, (digits) => ` ${inWords(Number(digits))} `)
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .map((word) => SAME[word] ?? word);
}

function inWords(number: number): string {
  if (number < 20) return SMALL[number]!;
  const rest = number % 10 === 0 ? '' : ` ${SMALL[number % 10]!}`;
  if (number < 100) return `${TENS[Math.floor(number / 10)]!}${rest}`;
  if (number > 999) return String(number);
  const below = number % 100 === 0 ? '' : ` ${inWords(number % 100)}`;
  return `${SMALL[Math.floor(number / 100)]!} hundred${below}`;
}

/** The fewest changes that make what was said of what was heard. */
export function wordErrors(said: string, heard: string): WordErrors {
  const wanted = spokenWords(said);
  const found = spokenWords(heard);
  let row = Array.from({ length: found.length + 1 }, (_, at) => at);
  wanted.forEach((word, at) => {
    const next = [at + 1];
    found.forEach((other, i) =>
      next.push(Math.min(row[i]! + (word === other ? 0 : 1), row[i + 1]! + 1, next[i]! + 1)),
    );
    row = next;
  });
  return { errors: row.at(-1)!, words: wanted.length };
}

/** Errors a word over many sentences; NaN of none. */
export function errorRate(results: readonly WordErrors[]): number {
  const sum = (of: (one: WordErrors) => number) => results.reduce((total, one) => total + of(one), 0);
  return sum(({ errors }) => errors) / sum(({ words }) => words);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { couldFit, lettersOf, neededLetters, scoreName, wantedWords } from './match-name';

const score = (said: string, name: string) => scoreName(wantedWords(said), name);

test.each([
  ['quarterly budget', 'Quarterly Budget 2026.ods'],
  ['the quarterly budget spreadsheet', 'Quarterly Budget 2026.ods'],
  ['my shopping list', 'shopping_list.txt'],
  ['meeting notes', 'Meeting-Notes-May.md'],
  ['reports', 'Annual Report.pdf'],
  ['resume', 'Résumé.docx'],
  ['budged', 'budget.ods'],
  ['recieve', 'receive.txt'],
  ['the pdf about taxes', 'Tax 2025.pdf'],
  ['holiday photos', 'holiday.jpg'],
  ['port', 'Airport.txt'],
])('%j finds %j', (said, name) => {
  expect(score(said, name)).toBeGreaterThan(0.5);
});

test.each([
  ['quarterly budget', 'Quarterly Report.ods'],
  ['budget', 'buy good gets.txt'],
  ['tax', 'extra axe.txt'],
  ['holiday photos', 'holiday.txt'],
  ['cat', 'cut.txt'],
])('%j does not find %j', (said, name) => {
  expect(score(said, name)).toBe(0);
});

test('the same words are the best there is, fillers or not', () => {
  expect(score('file 3 of 7', 'File 3 of 7.txt')).toBe(1);
  expect(score('file 3 of 7', 'File 7 of 3.txt')).toBeLessThan(1);
  expect(score('the file', 'the file.txt')).toBe(1);
});

test('a name with little else in it comes first', () => {
  expect(score('budget', 'budget 2026.ods')).toBeGreaterThan(score('budget', 'old budget draft copy 2.ods'));
});

test('scores stay between 0 and 1 for any name and words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (said, name) => {
      const value = score(said, name);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }),
  );
});

test('the quick test by letters refuses no name that fits', () => {
  const word = fc.constantFrom(
    'budget',
    'Grüße',
    '2026',
    'plans',
    "Sam's",
    'İz',
    'spreadsheet',
    'ods',
    'cat',
    '世界',
  );
  const mangled = fc
    .tuple(word, fc.nat(8), fc.constantFrom('', 'x', ' ', '7', 'é'))
    .map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + 1));
  const text = fc
    .array(fc.oneof(word, mangled), { minLength: 1, maxLength: 3 })
    .map((words) => words.join(' '));
  const name = fc.tuple(text, fc.constantFrom('', '.ods', '.txt', '.PDF')).map((parts) => parts.join(''));
  let fits = 0;
  fc.assert(
    fc.property(text, name, (said, called) => {
      const wanted = wantedWords(said);
      if (scoreName(wanted, called) === 0) return;
      fits += 1;
      expect(couldFit(neededLetters(wanted), lettersOf(called))).toBe(true);
    }),
    { numRuns: 3_000 },
  );
  expect(fits).toBeGreaterThan(50);
});

test('the quick test by letters refuses most others', () => {
  const needed = neededLetters(wantedWords('quarterly budget'));
  expect(couldFit(needed, lettersOf('holiday photo.jpg'))).toBe(false);
  expect(couldFit(needed, lettersOf('quartely-BUDGET.ods'))).toBe(true);
});

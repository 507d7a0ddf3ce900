import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreName, wantedWords } from './match-name';

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

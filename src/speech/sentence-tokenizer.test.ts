import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SentenceTokenizer } from './sentence-tokenizer';

/** Six marks, then pieces with their log-probabilities. */
const VOCABULARY = [
  ...['?', '<s>', '</s>', 'x1', 'x2', 'x3'].map((mark) => [mark, 0]),
  ['\u2581', -3],
  ['\u2581open', -4],
  ['o', -5],
  ['p', -5],
  ['e', -5],
  ['n', -5],
  ['en', -6],
  [':', null],
];
const tokenizer = new SentenceTokenizer(VOCABULARY);

test('the likeliest pieces are chosen, not the longest first', () => {
  expect(tokenizer.encode('open')).toEqual([7]);
  expect(tokenizer.encode('pen')).toEqual([6, 9, 12]);
});

test('a run of unknown signs is one unknown token, and the text goes on after it', () => {
  expect(tokenizer.encode('東京open')).toEqual([6, 0, 8, 9, 12]);
});

test('a piece that came without a score is still a piece', () => {
  expect(tokenizer.encode('o:')).toEqual([6, 8, 13]);
});

test('any text becomes at least one token', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const tokens = tokenizer.encode(text);
      expect(tokens.length).toBeGreaterThan(0);
      for (const token of tokens) expect(token).toBeLessThan(VOCABULARY.length);
    }),
  );
});

test.each([[[]], [null], [[['a']]]])('a vocabulary that is none is refused: %j', (vocabulary) => {
  expect(() => new SentenceTokenizer(vocabulary)).toThrow();
});

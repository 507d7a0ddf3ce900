import { expect, it } from 'vitest';
import { errorRate, spokenWords, wordErrors } from './word-errors';

it.each([
  ['Remind me at 3:30.', 'remind me at three thirty'],
  ['Turn it to 30%', 'turn it to thirty percent'],
  ["Mr. Dashwood's 120 metres", 'mister dashwoods one hundred twenty meters'],
  ['At 4:00, please', 'at four please'],
])('%j is said as %j', (written, said) => expect(spokenWords(written).join(' ')).toBe(said));

it('counts words put in, left out and changed', () => {
  expect(wordErrors('open the folder', 'Open the folder.')).toEqual({ errors: 0, words: 3 });
  expect(wordErrors('open the folder', 'open a big folder')).toEqual({ errors: 2, words: 3 });
  expect(wordErrors('open the folder', '')).toEqual({ errors: 3, words: 3 });
  expect(wordErrors('stop', 'do not stop now')).toEqual({ errors: 3, words: 1 });
});

it('weighs sentences by their words', () => {
  expect(errorRate([wordErrors('a b c d', 'a b c d'), wordErrors('e', 'x')])).toBe(0.2);
});

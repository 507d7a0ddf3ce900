import { expect, test } from 'vitest';
import { isStopWord } from './verdict';

const recognized = (text: string, phrase: string | null, score = -0.3, freeScore = -0.2) => ({
  text,
  milliseconds: 100,
  ...(phrase !== null && { expected: { phrase, score, freeScore } }),
});

test('what is written as a stop word is one', () => {
  expect(isStopWord(recognized('Stop it!', null), '')).toBe(true);
});

test('a stop word of the list that fits the sound about as well as what was heard freely is one', () => {
  expect(isStopWord(recognized('Top.', 'stop', -0.4, -0.2), '')).toBe(true);
  expect(isStopWord(recognized('', 'quiet', -0.6, -3), '')).toBe(true);
});

test('one that fits badly, or far worse than something else, is none', () => {
  expect(isStopWord(recognized('', 'stop', -1.2), '')).toBe(false);
  expect(isStopWord(recognized('Tokyo.', 'stop', -0.85, -0.1), '')).toBe(false);
});

test('another short phrase of the list is none', () => {
  expect(isStopWord(recognized('Go on.', 'go on'), '')).toBe(false);
});

test('while Parley itself says a stop word, hearing one stops nothing: it may be its own echo', () => {
  expect(isStopWord(recognized('Stop.', 'stop'), 'The tram will stop at the market.')).toBe(false);
  expect(isStopWord(recognized('Stop.', 'stop'), 'The tram goes to the market.')).toBe(true);
});

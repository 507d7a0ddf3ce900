import { expect, test } from 'vitest';
import { isStopWord } from './verdict';

const recognized = (text: string, phrase: string | null, score = -0.3, freeScore = -0.2) => ({
  text,
  milliseconds: 100,
  ...(phrase !== null && { expected: { phrase, score, freeScore } }),
});

test('what is written as a stop word is one', () => {
  expect(isStopWord([recognized('Stop it!', null)], '')).toBe(true);
});

test('a stop word of the list that fits the sound about as well as what was heard freely is one', () => {
  expect(isStopWord([recognized('Top.', 'stop', -0.4, -0.2)], '')).toBe(true);
  expect(isStopWord([recognized('', 'quiet', -0.6, -3)], '')).toBe(true);
});

test('one that fits badly, or far worse than something else, is none', () => {
  expect(isStopWord([recognized('', 'stop', -1.2)], '')).toBe(false);
  expect(isStopWord([recognized('Tokyo.', 'stop', -0.85, -0.1)], '')).toBe(false);
});

test('what is written as something else each time is one, if a stop word is the likeliest of the list in every way', () => {
  const blurred = [
    recognized('That is too much.', "that's enough", -1.3, -0.5),
    recognized('That is too rough.', "that's enough", -1.45, -0.44),
    recognized('They had a steam.', 'enough', -2.14, -0.42),
  ];
  expect(isStopWord(blurred, '')).toBe(true);
  expect(isStopWord(blurred.slice(0, 2), '')).toBe(false);
  expect(isStopWord([...blurred.slice(0, 2), recognized('That is.', 'really', -1.2)], '')).toBe(false);
  expect(isStopWord([...blurred.slice(1), recognized('Steam.', 'enough', -1.7, -0.4)], '')).toBe(true);
  expect(
    isStopWord(
      blurred.map(({ text }) => recognized(text, 'enough', -1.8)),
      '',
    ),
  ).toBe(false);
});

test('another short phrase of the list is none', () => {
  expect(isStopWord([recognized('Go on.', 'go on')], '')).toBe(false);
});

test('while Parley itself says a stop word, hearing one stops nothing: it may be its own echo', () => {
  expect(isStopWord([recognized('Stop.', 'stop')], 'The tram will stop at the market.')).toBe(false);
  expect(isStopWord([recognized('Stop.', 'stop')], 'The tram goes to the market.')).toBe(true);
});

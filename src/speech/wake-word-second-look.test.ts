import { expect, test } from 'vitest';
import { isSomethingElse, misfit, textMarginOf } from './wake-word-second-look';

const heard = (text: string, score: number | null, freeScore = -0.2) => ({
  text,
  ...(score !== null && { expected: { phrase: 'Hey parley', score, freeScore } }),
});

test('a misfit is how much worse the known words are, and never less than nothing', () => {
  expect(misfit(heard('Hey barley', -1.2))).toBeCloseTo(1);
  expect(misfit(heard('Hey parley', -0.1))).toBe(0);
  expect(misfit(heard('Good morning', null))).toBe(Infinity);
});

test('the recognizer has a say only if it knew the recordings from each other', () => {
  expect(textMarginOf([0, 0, 0])).toBeCloseTo(0.9);
  expect(textMarginOf([0, 0.5, 0.8])).toBeCloseTo(1.5);
  expect(textMarginOf([0, 0, Infinity])).toBeNull();
  expect(textMarginOf([])).toBeNull();
});

test('only what is certainly something else is rejected', () => {
  const margin = { textMargin: 0.9 };
  expect(isSomethingElse(heard('Good morning', null), margin)).toBe(true);
  expect(isSomethingElse(heard('Hey barley', -1.3), margin)).toBe(true);
  expect(isSomethingElse(heard('Hey barley', -1), margin)).toBe(false);
  // A short phrase often comes out empty: that says nothing.
  expect(isSomethingElse(heard('', null), margin)).toBe(false);
  expect(isSomethingElse(heard('Good morning', null), { textMargin: null })).toBe(false);
});

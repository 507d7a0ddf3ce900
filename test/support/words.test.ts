import { expect, it } from 'vitest';
import { wordOverlap } from './words';

it('compares what was heard with what was said, word by word and in order', () => {
  expect(wordOverlap("What's the time in Tokyo?", 'whats the time, in tokyo')).toBe(1);
  expect(wordOverlap('What time is it in Tokyo?', 'What time is it in Kyoto?')).toBeCloseTo(5 / 6);
  expect(wordOverlap('one two', 'two one')).toBe(0.5);
  expect(wordOverlap('something', '')).toBe(0);
});

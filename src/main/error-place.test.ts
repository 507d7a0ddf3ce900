import { expect, it } from 'vitest';
import { placeOf } from './error-place';

it('tells where an error came up, and nothing of a message of several lines', () => {
  const error = new Error('Call Ada\nat nine about the money\n  at home');
  expect(placeOf(error)).toMatch(/^at .*error-place\.test\.ts:\d+:\d+\)?$/);
  expect(placeOf(Object.assign(new Error(), { stack: undefined }))).toBe('');
});

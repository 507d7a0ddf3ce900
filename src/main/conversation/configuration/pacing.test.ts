import { expect, it } from 'vitest';
import { pacingAfter } from './pacing';

const after = (text: string, more: Partial<Parameters<typeof pacingAfter>[0]> = {}) =>
  pacingAfter({ text, interrupted: false, results: [], ...more });

it.each([
  'Which folder do you mean?',
  'Did you say “Paris?”  ',
  'Take your time.',
  'You can have the budget, or the plan, or the letter.',
])('gives time to think after %j', (text) => expect(after(text)).toBe('thinking-time'));

it.each(['It is half past three.', 'Tea or coffee is ready.', ''])('does not after %j', (text) =>
  expect(after(text)).toBe('as-preset'),
);

it('does not after a question that was cut short: the person speaks already', () => {
  expect(after('Which one do you mean?', { interrupted: true })).toBe('as-preset');
});

it('gives time after a tool’s result with several things in it', () => {
  expect(after('I found some.', { results: [{ say: 'x', files: ['a', 'b', 'c'] }] })).toBe('thinking-time');
  expect(after('I found one.', { results: [{ say: 'x', files: ['a'] }, 'text', null] })).toBe('as-preset');
});

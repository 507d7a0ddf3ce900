import { expect, it } from 'vitest';
import { tellResult } from './results';
import type { FinishedCall } from './types';

const told = (instructions: string, more: Partial<FinishedCall> = {}) =>
  tellResult({ name: 'a', arguments: {}, result: '{"say":"Found."}', outcome: 'done', instructions, ...more })
    .text;

it.each([
  ['Say exactly: All is well.', 'All is well.'],
  ['Please say word for word "All is well."', 'All is well.'],
  ['Confirm in five words or fewer.', 'Found.'],
  ['Say exactly:', 'Found.'],
])('tells a result under the instruction %j', (instructions, text) => {
  expect(told(instructions)).toBe(text);
});
it('tells a failure as the tool wants it, and keeps the names of a result', () => {
  expect(told('Say exactly: Shall I try again?', { outcome: 'failed', result: '{"error":"x"}' })).toBe(
    'Shall I try again?',
  );
});

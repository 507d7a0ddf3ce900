import { expect, it } from 'vitest';
import { ratioText, verdictOf } from './verdict';

it('calls Parley behind only where it is worse by more than can be measured', () => {
  expect(verdictOf(10, 20, 5)).toBe('ahead');
  expect(verdictOf(10, 12, 5)).toBe('level');
  expect(verdictOf(15, 10, 5)).toBe('level');
  expect(verdictOf(16, 10, 5)).toBe('behind');
  expect(verdictOf(1, 0, 0)).toBe('behind');
});

it('tells how many times more the other takes, unless Parley takes nothing', () => {
  expect(ratioText(10, 25)).toBe('x2.5');
  expect(ratioText(0, 25)).toBe('-');
});

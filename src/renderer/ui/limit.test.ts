import { describe, expect, it } from 'vitest';
import { readLimit } from './limit';

const dollars = { min: 0.01, max: 10_000, whole: false };
const seconds = { min: 15, max: 3_600, whole: true };

describe('a typed limit', () => {
  it('is taken with a point or a comma', () => {
    expect(readLimit(' 2.5 ', dollars)).toEqual({ ok: true, value: 2.5 });
    expect(readLimit('2,5', dollars)).toEqual({ ok: true, value: 2.5 });
  });

  it.each(['', 'two', '0', '-1', '10001', '1e9', 'Infinity', 'NaN'])('of “%s” is refused', (typed) => {
    expect(readLimit(typed, dollars)).toEqual({ ok: false, sentence: 'Type a number from 0.01 to 10000.' });
  });

  it('has no fractions where whole numbers are wanted', () => {
    expect(readLimit('60', seconds)).toEqual({ ok: true, value: 60 });
    expect(readLimit('60.5', seconds)).toEqual({
      ok: false,
      sentence: 'Type a whole number from 15 to 3600.',
    });
  });
});

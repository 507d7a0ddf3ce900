import { expect, it } from 'vitest';
import { bestMatch, envelope } from './envelope';

it('measures loudness window by window', () => {
  expect(envelope(Int16Array.from([330, -330, 0, 0, 9]), 2)).toEqual([20, 0]);
});

it('finds a stretch again, louder or quieter, and tells when it is not there', () => {
  const wanted = [1, 5, 2, 8];
  expect(bestMatch(wanted, [0, 0, 0.5, 2.5, 1, 4, 0])).toEqual({ window: 2, correlation: expect.closeTo(1) });
  expect(bestMatch(wanted, [8, 2, 5, 1, 1])!.correlation).toBeLessThan(0.5);
  expect(bestMatch(wanted, [1])).toBeNull();
});

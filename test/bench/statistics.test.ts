import { expect, it } from 'vitest';
import { percentile, seededRandom, summarize } from './statistics';

it('takes percentiles by nearest rank, in any order of the values', () => {
  const values = Array.from({ length: 200 }, (_, at) => 200 - at);
  expect(summarize(values)).toEqual({ p50: 100, p99: 198, max: 200, count: 200 });
  expect(percentile([7], 0.99)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

it('gives the same random numbers for the same seed, spread over 0 to 1', () => {
  const draw = (seed: number) => Array.from({ length: 1_000 }, seededRandom(seed));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(Math.max(...draw(1))).toBeLessThan(1);
  expect(percentile(draw(1), 0.5)).toBeGreaterThan(0.45);
  expect(percentile(draw(1), 0.5)).toBeLessThan(0.55);
});

import { expect, it } from 'vitest';
import { seededRandom } from '../bench/statistics';
import { readSoakWish } from './command-line';
import { nextMishap } from './mishaps';
import { reportText } from './report';
import { IN_TONES } from './sentences';
import { soak } from './soak';

it('talks through a few mishaps, and reports them', async () => {
  const lines: string[] = [];
  const report = await soak({
    seed: 3,
    milliseconds: 12_000,
    strictness: { words: 'exact', heapDrift: null },
    sentences: IN_TONES,
    heap: () => null,
    say: (line) => lines.push(line),
  });
  expect(report.violations, lines.join('\n')).toEqual([]);
  expect(report.turns).toBeGreaterThan(1);
  const text = reportText(report);
  for (const kind of report.mishaps.keys()) expect(text).toContain(kind);
  expect(text).toContain('No invariant was broken.');
}, 90_000);

it('makes the same mishaps of the same seed, and in time every kind', () => {
  const draw = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 300 }, () => nextMishap(random));
  };
  expect(draw(5)).toEqual(draw(5));
  expect(draw(5)).not.toEqual(draw(6));
  expect(new Set(draw(5).map((mishap) => mishap?.kind)).size).toBe(14);
});

it('reads its command line', () => {
  expect(readSoakWish(['5', '--seed', '7'])).toEqual({ minutes: 5, seed: 7, tones: false });
  expect(readSoakWish(['0.5', '--tones'])).toEqual({ minutes: 0.5, seed: null, tones: true });
  expect(readSoakWish([])).toMatch('minutes');
  expect(readSoakWish(['5', '--seed', 'x'])).toMatch('--seed');
  expect(readSoakWish(['5', '--loud'])).toMatch('--loud');
});

import { describe, expect, it } from 'vitest';
import { firstAudible, largestStep, lastAudible, levelDb, silences } from './analysis';

const pcm = Int16Array.from([0, 0, 500, -600, 0, 0, 0, 700, 0, 20, 0]);

describe('reading a recording', () => {
  it('finds the first and the last sample that can be heard', () => {
    expect(firstAudible(pcm)).toBe(2);
    expect(firstAudible(pcm, 4)).toBe(7);
    expect(lastAudible(pcm)).toBe(7);
    expect(lastAudible(pcm, 0, 7)).toBe(3);
    expect(firstAudible(pcm, 8)).toBeNull();
  });

  it('finds every silence that is long enough, also at the ends', () => {
    expect(silences(pcm, 3)).toEqual([
      { from: 4, to: 7 },
      { from: 8, to: 11 },
    ]);
    expect(silences(pcm, 2, 0, 5)).toEqual([{ from: 0, to: 2 }]);
  });

  it('measures levels in dB of full scale', () => {
    expect(levelDb(Int16Array.from([16_384, -16_384]))).toBeCloseTo(-6.02, 1);
    expect(levelDb(new Int16Array(8))).toBe(-Infinity);
  });

  it('sees a click as a step', () => {
    expect(largestStep(pcm)).toBe(1_100);
  });
});

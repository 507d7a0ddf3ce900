import { describe, expect, it } from 'vitest';
import { BARS, heightOf, nextBars, quietBars } from './levels';

describe('the level indicator', () => {
  it('rests for silence and for values that are no level', () => {
    expect(heightOf(0)).toBe(0);
    expect(heightOf(Number.NaN)).toBe(0);
    expect(heightOf(-1)).toBe(0);
    expect(heightOf(0.001)).toBe(0);
  });

  it('is full for loud speech and never more', () => {
    expect(heightOf(0.3)).toBe(1);
    expect(heightOf(1)).toBe(1);
  });

  it('shows quiet speech clearly', () => {
    expect(heightOf(0.02)).toBeGreaterThan(0.3);
    expect(heightOf(0.02)).toBeLessThan(0.6);
  });

  it('moves sound outwards, the same on both sides, and comes back to rest', () => {
    let bars = nextBars(quietBars, 0.3);
    expect(bars).toEqual([0, 0, 1, 0, 0]);
    bars = nextBars(bars, 0);
    expect(bars[1]).toBe(bars[3]);
    expect(bars[1]).toBeGreaterThan(0.5);
    bars = nextBars(nextBars(bars, 0), 0);
    expect(bars).toEqual(quietBars);
    expect(bars).toHaveLength(BARS);
  });
});

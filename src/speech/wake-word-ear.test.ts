import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EAR_SIZE } from '../shared/wake-word';
import { comparable, meanState, packed, unpacked } from './wake-word-ear';

const state = fc.float32Array({
  ...{ minLength: EAR_SIZE, maxLength: EAR_SIZE, min: -4, max: 4 },
  ...{ noNaN: true, noDefaultInfinity: true },
});
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

test('what is kept of states is as good as they were, and of length one', () => {
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 4 }), (heard) => {
      const none = Array.from({ length: EAR_SIZE }, () => 0);
      const before = comparable(heard, none);
      const after = unpacked(packed(before));
      expect(after).toHaveLength(before.length);
      for (const [at, kept] of after.entries()) {
        if (before[at]!.every((value) => value === 0)) continue;
        expect(dot(kept, kept)).toBeCloseTo(1, 4);
        expect(dot(kept, before[at]!)).toBeGreaterThan(0.995);
      }
    }),
    { numRuns: 30 },
  );
});

test('what all states have in common is taken out of them', () => {
  const common = Float32Array.from({ length: EAR_SIZE }, (_, i) => i % 7);
  const [one, other] = [common.slice(), common.slice()];
  one[3]! += 1;
  other[5]! += 1;
  const [a, b] = comparable([one, other], meanState([one, other]));
  expect(dot(a!, b!)).toBeCloseTo(-1, 1);
});

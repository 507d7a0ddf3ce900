import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floatToPcm16, pcm16ToFloat } from './pcm';

test('PCM16 survives the way to floats and back', () => {
  fc.assert(
    fc.property(fc.int16Array(), (pcm) => {
      expect(floatToPcm16(pcm16ToFloat(pcm))).toEqual(pcm);
    }),
  );
});

test('floats outside full scale are clipped, never wrapped', () => {
  expect([...floatToPcm16(Float32Array.of(1, 1.5, -1, -7, Infinity, -Infinity, NaN))]).toEqual([
    32767, 32767, -32768, -32768, 32767, -32768, 0,
  ]);
});

test('order is kept: a louder float is never a quieter sample', () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true }), fc.float({ noNaN: true }), (a, b) => {
      const [x, y] = floatToPcm16(Float32Array.of(Math.min(a, b), Math.max(a, b)));
      expect(x).toBeLessThanOrEqual(y!);
    }),
  );
});

import { expect, test } from 'vitest';
import { rms, toDbfs } from './level';
import { floatToPcm16 } from './pcm';

const sine = Float32Array.from({ length: 2_400 }, (_, i) => 0.5 * Math.sin((2 * Math.PI * i) / 24));

test('the level of a sine is its peak over the square root of two', () => {
  expect(rms(sine)).toBeCloseTo(0.5 / Math.SQRT2, 5);
});

test('PCM16 and floats of the same sound have the same level', () => {
  expect(rms(floatToPcm16(sine))).toBeCloseTo(rms(sine), 4);
});

test('nothing and silence are level 0 and -Infinity dBFS', () => {
  expect(rms(new Int16Array(0))).toBe(0);
  expect(toDbfs(rms(new Float32Array(10)))).toBe(-Infinity);
});

test('full scale is 0 dBFS and half of it -6', () => {
  expect(toDbfs(1)).toBe(0);
  expect(toDbfs(0.5)).toBeCloseTo(-6.02, 2);
});

import { expect, it } from 'vitest';
import { music, pinkNoise, withEcho, withNoise } from './room';

const RATE = 16_000;
const energy = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample ** 2, 0);
const decibels = (ratio: number) => 10 * Math.log10(ratio);
/** A second of something as loud as speech. */
const voice = pinkNoise(RATE, 9).map((sample) => sample * 0.1);

it('adds noise as far below the voice as it was told', () => {
  for (const below of [20, 10]) {
    const noise = withNoise(voice, below).map((sample, at) => sample - voice[at]!);
    expect(decibels(energy(voice) / energy(noise))).toBeGreaterThan(below - 2);
    expect(decibels(energy(voice) / energy(noise))).toBeLessThan(below + 2);
  }
});

it('adds an echo some 8 dB below the voice, which is gone after its time', () => {
  const click = new Float32Array(RATE);
  click[0] = 1;
  const echoed = withEcho(click, RATE);
  const echo = energy(echoed) - 1;
  expect(decibels(1 / echo)).toBeGreaterThan(6);
  expect(decibels(1 / echo)).toBeLessThan(10);
  expect(energy(echoed.subarray(RATE * 0.4))).toBe(0);
});

it('is the same in every run', () => {
  expect(withNoise(withEcho(voice, RATE), 10)).toEqual(withNoise(withEcho(voice, RATE), 10));
  expect(music(1, RATE, 0.3)).toEqual(music(1, RATE, 0.3));
});

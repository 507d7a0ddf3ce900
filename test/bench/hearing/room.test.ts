import { expect, it } from 'vitest';
import { music, pinkNoise, withEcho, withNoise } from './room';

const RATE = 16_000;
const energy = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample ** 2, 0);
const decibels = (ratio: number) => 10 * Math.log10(ratio);
/** A second of something as loud as speech. */
const voice = pinkNoise(RATE, 9).map((sample) => sample * 0.1);

it('adds noise as far below the voice as it was told, pauses not counted', () => {
  const paused = new Float32Array(3 * RATE);
  paused.set(voice, RATE);
  for (const below of [20, 10]) {
    const noise = withNoise(paused, RATE, below).map((sample, at) => sample - paused[at]!);
    const meanwhile = energy(noise.subarray(RATE, 2 * RATE));
    expect(decibels(energy(voice) / meanwhile)).toBeGreaterThan(below - 2);
    expect(decibels(energy(voice) / meanwhile)).toBeLessThan(below + 2);
    expect(decibels(energy(noise) / meanwhile)).toBeCloseTo(decibels(3), 0);
  }
});

it('adds noise that falls by about 5 dB an octave, as in rooms', () => {
  const noise = withNoise(voice, RATE, 0).map((sample, at) => sample - voice[at]!);
  const octaves = [250, 500, 1_000, 2_000].map((hertz) => decibels(powerAt(noise, hertz)));
  const slope = (octaves[3]! - octaves[0]!) / 3;
  expect(slope).toBeGreaterThan(-6.5);
  expect(slope).toBeLessThan(-3.5);
});

it('adds an echo some 8 dB below the voice, which is gone after its time', () => {
  const click = new Float32Array(RATE);
  click[0] = 1;
  const echo = withEcho(voice, RATE).map((sample, at) => sample - (voice[at] ?? 0));
  expect(decibels(energy(voice) / energy(echo))).toBeGreaterThan(6);
  expect(decibels(energy(voice) / energy(echo))).toBeLessThan(11);
  expect(energy(withEcho(click, RATE).subarray(RATE * 0.4))).toBeLessThan(1e-6);
});

it('is the same in every run', () => {
  const twice = [1, 2].map(() => withNoise(withEcho(voice, RATE), RATE, 10));
  expect(twice[0]).toEqual(twice[1]);
  expect(music(1, RATE, 0.3)).toEqual(music(1, RATE, 0.3));
});

/** Mean power in the third of an octave around a frequency. */
function powerAt(samples: Float32Array, hertz: number): number {
  const steps = Array.from({ length: 40 }, (_, i) => hertz * 2 ** ((i - 20) / 120));
  return steps.reduce((sum, step) => {
    let [re, im] = [0, 0];
    samples.forEach((sample, at) => {
      re += sample * Math.cos((2 * Math.PI * step * at) / RATE);
      im += sample * Math.sin((2 * Math.PI * step * at) / RATE);
    });
    return sum + re ** 2 + im ** 2;
  }, 0);
}

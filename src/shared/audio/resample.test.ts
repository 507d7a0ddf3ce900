import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Resampler, resample } from './resample';

const sine = (frequency: number, rate: number, seconds: number): Float32Array =>
  Float32Array.from(
    { length: rate * seconds },
    (_, i) => 0.7 * Math.sin((2 * Math.PI * frequency * i) / rate),
  );

/** Signal to noise in dB, without the filter's reach at either end. */
function signalToNoise(actual: Float32Array, ideal: Float32Array): number {
  let signal = 0;
  let noise = 0;
  for (let i = 200; i < ideal.length - 200; i++) {
    signal += ideal[i]! ** 2;
    noise += (actual[i]! - ideal[i]!) ** 2;
  }
  return 10 * Math.log10(signal / noise);
}

const ways = [
  { from: 24_000, to: 16_000 },
  { from: 16_000, to: 24_000 },
  { from: 8_000, to: 16_000 },
  { from: 8_000, to: 24_000 },
  { from: 48_000, to: 24_000 },
];

describe.each(ways)('$from to $to Hz', ({ from, to }) => {
  const nyquist = Math.min(from, to) / 2;

  test.each([0.01, 0.1, 0.4, 0.7, 0.8])(
    'a sine at %f of the band keeps its shape and its moment',
    (share) => {
      const frequency = Math.round(nyquist * share);
      const actual = resample(sine(frequency, from, 1), from, to);
      expect(signalToNoise(actual, sine(frequency, to, 1))).toBeGreaterThan(60);
    },
  );

  test('the result does not depend on how the input is cut', () => {
    const samples = fc.float32Array({ maxLength: 800, noNaN: true, min: -1, max: 1 });
    fc.assert(
      fc.property(samples, fc.array(fc.nat(300), { maxLength: 8 }), (input, cuts) => {
        const resampler = new Resampler(from, to);
        const output: number[] = [];
        let at = 0;
        for (const cut of [...cuts, input.length]) {
          output.push(...resampler.process(input.subarray(at, at + cut)));
          at += cut;
        }
        output.push(...resampler.flush());
        expect(Float32Array.from(output)).toEqual(resample(input, from, to));
        expect(output.length).toBe(Math.ceil((input.length * to) / from));
      }),
    );
  });

  test('a constant stays that constant', () => {
    const output = resample(new Float32Array(2_000).fill(0.25), from, to);
    for (const sample of output.subarray(200, output.length - 200)) expect(sample).toBeCloseTo(0.25, 5);
  });
});

test('what the lower rate cannot hold is taken out, not folded back', () => {
  const output = resample(sine(10_000, 24_000, 1), 24_000, 16_000).subarray(200, -200);
  expect(Math.max(...output)).toBeLessThan(0.001);
});

test('the stream is never more than 3 ms behind', () => {
  for (const { from, to } of ways) {
    const output = new Resampler(from, to).process(new Float32Array(from));
    expect(to - output.length).toBeLessThan(to * 0.0035);
  }
});

test('equal rates pass the samples through as a copy', () => {
  const input = Float32Array.of(0.1, 0.2);
  const output = resample(input, 16_000, 16_000);
  expect(output).toEqual(input);
  expect(output).not.toBe(input);
});

test('a rate that is no positive whole number is refused', () => {
  expect(() => new Resampler(0, 16_000)).toThrow(RangeError);
  expect(() => new Resampler(44_100.5, 16_000)).toThrow(RangeError);
});

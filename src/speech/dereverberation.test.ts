import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dereverberate } from './dereverberation';
import { fromSpectra, toSpectra } from './spectrum';

const RATE = 16_000;
const energy = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample ** 2, 0);

/** Numbers from -1 to 1 that are the same in every run. */
function noise(length: number, seed = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 1_073_741_824 - 1;
  });
}

/** Bursts of a tenth of a second with pauses: what an echo fills is seen in the pauses. */
function bursts(seconds: number): Float32Array {
  return noise(seconds * RATE).map((sample, at) => ((at / RATE) % 0.4 < 0.1 ? 0.3 * sample : 0));
}

/** A tail that fades by 60 dB in 0.4 s. */
function echoing(samples: Float32Array): Float32Array {
  const tail = noise(0.4 * RATE, 5).map((sample, at) => 0.02 * sample * 10 ** ((-3 * at) / (0.4 * RATE)));
  const out = samples.slice();
  for (let at = 0; at < samples.length; at++) {
    if (samples[at] === 0) continue;
    for (let i = 160; i < tail.length && at + i < out.length; i++) out[at + i]! += samples[at]! * tail[i]!;
  }
  return out;
}

describe('spectra', () => {
  it('give the samples back', () => {
    const sound = fc.float32Array({ maxLength: 900, min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(sound, fc.constantFrom(16, 32), (samples, hop) => {
        const framing = { size: 64, hop };
        const back = fromSpectra(toSpectra(samples, framing), samples.length, framing);
        back.forEach((sample, at) => expect(sample).toBeCloseTo(samples[at]!, 5));
      }),
      { numRuns: 30 },
    );
  });

  it('show a tone in its bin', () => {
    const tone = Float32Array.from({ length: 512 }, (_, at) => Math.cos((2 * Math.PI * 8 * at) / 64));
    const { re, im } = toSpectra(tone, { size: 64, hop: 32 })[4]!;
    const power = re.map((value, k) => value ** 2 + im[k]! ** 2);
    expect(power.indexOf(Math.max(...power))).toBe(8);
  });
});

describe('taking the echo out', () => {
  it('keeps the length, and gives numbers, whatever comes in', () => {
    const level = fc.constantFrom(0, 1e-6, 0.1, 1);
    const piece = fc.tuple(fc.integer({ min: 0, max: 9_000 }), level, fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const samples = Float32Array.from(
          pieces.flatMap(([length, height, seed]) => [...noise(length, seed).map((x) => x * height)]),
        );
        const out = dereverberate(samples);
        expect(out.length).toBe(samples.length);
        expect(out.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('leaves silence silent', () => {
    expect(energy(dereverberate(new Float32Array(RATE)))).toBe(0);
  });

  it('leaves what is too short to know the room as it is', () => {
    const short = noise(1.9 * RATE);
    expect(dereverberate(short)).toEqual(short);
  });

  it('leaves speech without an echo all but as it is', () => {
    const dry = bursts(3);
    const change = dereverberate(dry).map((sample, at) => sample - dry[at]!);
    expect(energy(change)).toBeLessThan(0.05 * energy(dry));
  });

  it('quietens the echo in the pauses and keeps the direct sound', () => {
    const dry = bursts(3);
    const wet = echoing(dry);
    const out = dereverberate(wet);
    const inPauses = (samples: Float32Array) => energy(samples.filter((_, at) => (at / RATE) % 0.4 > 0.16));
    expect(inPauses(out)).toBeLessThan(0.5 * inPauses(wet));
    expect(energy(out.filter((_, at) => dry[at] !== 0))).toBeGreaterThan(0.7 * energy(dry));
  });

  it('does not depend on how loud it is', () => {
    const wet = echoing(bursts(2.5));
    const quiet = dereverberate(wet.map((sample) => sample / 64));
    dereverberate(wet).forEach((sample, at) => expect(quiet[at]! * 64).toBeCloseTo(sample, 4));
  });
});

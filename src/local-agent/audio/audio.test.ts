import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSamples, encodeSamples } from './g711';
import { InputBuffer } from './input-buffer';
import { OutputEncoder } from './output-encoder';

describe('G.711', () => {
  it.each(['audio/pcmu', 'audio/pcma'] as const)('%s gives every code back', (encoding) => {
    const codes = Buffer.from(Array.from({ length: 256 }, (_, code) => code));
    const again = encodeSamples(decodeSamples(codes, encoding), encoding);
    // Mu-law has two zeros; the negative one becomes the positive.
    const expected = Buffer.from(codes);
    if (encoding === 'audio/pcmu') expected[0x7f] = 0xff;
    expect(again).toEqual(expected);
  });
  it.each(['audio/pcmu', 'audio/pcma'] as const)('%s keeps samples within its step', (encoding) => {
    fc.assert(
      fc.property(fc.integer({ min: -32_768, max: 32_767 }), (sample) => {
        const [again = 0] = decodeSamples(encodeSamples(Int16Array.of(sample), encoding), encoding);
        expect(Math.abs(again - sample)).toBeLessThanOrEqual(Math.max(16, Math.abs(sample) * 0.04));
      }),
    );
  });
  it('names the telephone silence as the standard does', () => {
    expect(encodeSamples(Int16Array.of(0), 'audio/pcmu')[0]).toBe(0xff);
    expect(encodeSamples(Int16Array.of(0), 'audio/pcma')[0]).toBe(0xd5);
  });
});

describe('the input buffer', () => {
  it('gives any stretch it still has, whatever the pieces were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 30 }),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 900 }),
        (sizes, from, until, forget) => {
          // 1000 Hz: a sample is a millisecond.
          const buffer = new InputBuffer(1_000, 10_000);
          let total = 0;
          for (const size of sizes) buffer.push(Int16Array.from({ length: size }, () => total++));
          buffer.forget(Math.min(forget, from));
          const expected = Array.from({ length: total }, (_, i) => i).slice(from, until);
          expect([...buffer.slice(from, until)]).toEqual(expected);
        },
      ),
    );
  });
  it('is bounded, and small again when nothing is kept', () => {
    const buffer = new InputBuffer(1_000, 20_000);
    for (let i = 0; i < 5_000; i++) buffer.push(new Int16Array(10).fill(i));
    expect(buffer.slice(0, 100_000).length).toBe(20_000);
    expect(buffer.slice(49_990, 50_000)).toEqual(new Int16Array(10).fill(4_999));
    expect(buffer.bytes).toBe(40_000);
    buffer.forget(49_990);
    expect([...buffer.slice(0, 100_000)]).toEqual(Array<number>(10).fill(4_999));
    expect(buffer.bytes).toBeLessThan(10_000);
  });
  it('takes a piece that is longer than all it may keep', () => {
    const buffer = new InputBuffer(1_000, 100);
    buffer.push(Int16Array.from({ length: 250 }, (_, i) => i));
    expect([...buffer.slice(0, 250)]).toEqual(Array.from({ length: 100 }, (_, i) => i + 150));
  });
});

describe('the output', () => {
  it('of one reply is not heard in the next', () => {
    const encoder = new OutputEncoder({ encoding: 'audio/pcmu', sample_rate: 8_000 });
    const loud = new Int16Array(240).fill(20_000);
    encoder.encode('a', loud, null);
    const fresh = new OutputEncoder({ encoding: 'audio/pcmu', sample_rate: 8_000 });
    const silence = new Int16Array(240);
    expect(encoder.encode('b', silence, null)).toBe(fresh.encode('b', silence, null));
  });
  it.each(['audio/pcm', 'audio/pcmu', 'audio/pcma'] as const)('is as loud as asked for in %s', (encoding) => {
    const rate = encoding === 'audio/pcm' ? 24_000 : 8_000;
    const peak = (volume: number | null) => {
      const encoder = new OutputEncoder({ encoding, sample_rate: rate });
      const bytes = Buffer.from(encoder.encode('a', new Int16Array(2_400).fill(10_000), volume), 'base64');
      return Math.abs(decodeSamples(bytes, encoding)[200] ?? 0);
    };
    expect(peak(null)).toBe(peak(100));
    expect(peak(50) / peak(100)).toBeCloseTo(0.5, 1);
    expect(peak(0)).toBeLessThanOrEqual(8);
  });
});

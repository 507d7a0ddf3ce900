import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSamples, encodeSamples } from './g711';
import { InputBuffer } from './input-buffer';

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
  it('is bounded', () => {
    const buffer = new InputBuffer(1_000, 100);
    for (let i = 0; i < 50; i++) buffer.push(new Int16Array(10));
    expect(buffer.slice(0, 500).length).toBeLessThanOrEqual(110);
  });
});

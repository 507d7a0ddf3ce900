import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phraseBounds, phraseTrouble } from './phrase';

const RATE = 16_000;
/** Something like words: a tone of this loudness for so long, with silence around it. */
const spoken = (seconds: number, amplitude: number, around = 0): Int16Array => {
  const silence = RATE;
  const words = Math.round(seconds * RATE);
  return Int16Array.from({ length: words + 2 * silence }, (_, at) => {
    const inside = at >= silence && at < silence + words;
    return Math.max(-32_768, Math.min(32_767, (inside ? amplitude : around) * Math.sin(at / 5)));
  });
};

describe('a recording of a phrase', () => {
  test.each([
    ['good', spoken(0.8, 8_000), null],
    ['nothing at all', new Int16Array(RATE), 'silent'],
    ['empty', new Int16Array(0), 'silent'],
    ['a far whisper', spoken(0.8, 40), 'silent'],
    ['too quiet', spoken(0.8, 400), 'quiet'],
    ['too short', spoken(0.2, 8_000), 'short'],
    ['a whole sentence', spoken(4, 8_000), 'long'],
    ['broken by loudness', spoken(0.8, 60_000), 'clipped'],
    ['drowned by noise', spoken(0.8, 2_000, 1_000), 'noisy'],
  ])('%s', (_, pcm, trouble) => expect(phraseTrouble(pcm, RATE)).toBe(trouble));

  test('its words are found where they are, also around a short pause', () => {
    const first = spoken(0.3, 8_000);
    const pcm = new Int16Array(first.length + 8_000);
    pcm.set(first);
    pcm.set(spoken(0.3, 5_000).subarray(RATE, RATE + 4_800), RATE + 4_800 + 3_200);
    const bounds = phraseBounds(pcm, RATE)!;
    expect(bounds.start / RATE).toBeCloseTo(1, 1);
    expect(bounds.end / RATE).toBeCloseTo(1.8, 1);
  });

  test('whatever is recorded, the words lie inside it', () => {
    fc.assert(
      fc.property(fc.int16Array({ maxLength: 4_000 }), (pcm) => {
        const bounds = phraseBounds(pcm, RATE);
        phraseTrouble(pcm, RATE);
        if (!bounds) return;
        expect(bounds.start).toBeGreaterThanOrEqual(0);
        expect(bounds.end).toBeLessThanOrEqual(pcm.length);
        expect(bounds.end).toBeGreaterThan(bounds.start);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Framer } from './framer';
import { VAD_FRAME_SAMPLES } from './part';

test.each([8_000, 16_000, 24_000, 48_000])(
  'frames of 32 ms are counted in the rate of the stream, %i Hz',
  (rate) => {
    const frames = new Framer(rate).push(new Int16Array(rate));
    expect(frames.length).toBeGreaterThanOrEqual(30);
    frames.forEach(({ samples, endSample }, i) => {
      expect(samples).toHaveLength(VAD_FRAME_SAMPLES);
      expect(endSample).toBe(((i + 1) * rate * 32) / 1000);
    });
  },
);

test('frames do not depend on how the audio arrives, and never run ahead of it', () => {
  const audio = fc.int16Array({ minLength: 2_000, maxLength: 5_000 });
  fc.assert(
    fc.property(audio, fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 10 }), (pcm, cuts) => {
      const framer = new Framer(24_000);
      const frames = [];
      let at = 0;
      for (const cut of [...cuts, pcm.length]) {
        frames.push(...framer.push(pcm.subarray(at, at + cut)));
        at = Math.min(pcm.length, at + cut);
        expect(frames.at(-1)?.endSample ?? 0).toBeLessThanOrEqual(at);
      }
      expect(frames).toEqual(new Framer(24_000).push(pcm));
    }),
    { numRuns: 40 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePhones, phoneCounts, placeWords } from './word-times';

const LINE =
  'pau:0.220 hh:0.295 ax:0.342 l:0.426 ow:0.590 w:0.642 er:0.708 l:0.755 d:0.793 pau:1.013 ay:1.169 \n';

test('phones run from the end of the one before to their own', () => {
  const phones = parsePhones(LINE);
  expect(phones).toHaveLength(11);
  expect(phones[1]).toEqual({ name: 'hh', start: 0.22, end: 0.295 });
});

test('phones are counted between the pauses', () => {
  expect(phoneCounts(parsePhones(LINE))).toEqual([8, 1]);
});

test('words lie on their own phones, pauses between them left out', () => {
  expect(placeWords(['hello', 'world,', '—', 'I'], [4, 4, 0, 1], parsePhones(LINE))).toEqual([
    { text: 'hello', startMs: 220, endMs: 590 },
    { text: 'world,', startMs: 590, endMs: 793 },
    { text: '—', startMs: 793, endMs: 793 },
    { text: 'I', startMs: 1013, endMs: 1169 },
  ]);
});

test('whatever the weights, words come in order, in the audio, without overlap', () => {
  const lengths = fc.array(fc.record({ pause: fc.boolean(), ms: fc.integer({ min: 1, max: 400 }) }), {
    maxLength: 60,
  });
  const weights = fc.array(fc.nat(12), { maxLength: 30 });
  fc.assert(
    fc.property(lengths, weights, (parts, counts) => {
      let at = 0;
      const line = parts.map(({ pause, ms }) => `${pause ? 'pau' : 'aa'}:${((at += ms) / 1000).toFixed(3)}`);
      const words = placeWords(
        counts.map((_, i) => `w${i}`),
        counts,
        parsePhones(line.join(' ')),
      );
      expect(words.map((word) => word.text)).toEqual(counts.map((_, i) => `w${i}`));
      let last = 0;
      for (const { startMs, endMs } of words) {
        expect(startMs).toBeGreaterThanOrEqual(last);
        expect(endMs).toBeGreaterThanOrEqual(startMs);
        last = endMs;
      }
      expect(last).toBeLessThanOrEqual(at);
    }),
  );
});

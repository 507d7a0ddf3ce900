import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SpeechGate } from './wake-word-gate';

const chunk = (number: number) => Float32Array.of(number);

test('in silence nothing passes', () => {
  const gate = new SpeechGate();
  for (let i = 0; i < 1_000; i++) expect(gate.push(chunk(i), false).chunks).toEqual([]);
});

test('with the first voice comes what was before it: more than an embedding looks back', () => {
  const gate = new SpeechGate();
  for (let i = 0; i < 100; i++) gate.push(chunk(i), false);
  const { chunks, anew } = gate.push(chunk(100), true);
  expect(anew).toBe(true);
  expect(chunks.length).toBeGreaterThan(10);
  expect(chunks.at(-1)).toEqual(chunk(100));
});

test('whatever is said, chunks pass in order, none twice, without a gap unless told', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 200 }), (voices) => {
      const gate = new SpeechGate();
      let last = -1;
      voices.forEach((voiced, i) => {
        const { chunks, anew } = gate.push(chunk(i), voiced);
        const numbers = chunks.map((passed) => passed[0]!);
        if (voiced) expect(numbers.at(-1)).toBe(i);
        for (const [at, number] of numbers.entries()) {
          if (at === 0 && anew) expect(number).toBeGreaterThan(last);
          else expect(number).toBe(last + 1);
          last = number;
        }
      });
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMBEDDING_SIZE } from '../shared/wake-word';
import { FIRST_THRESHOLD, PhraseScorer, WakeWordMatcher } from './wake-word-matcher';

/** Sounds that have nothing in common. */
const sound = (number: number): Float32Array => {
  const values = new Float32Array(EMBEDDING_SIZE);
  values[number] = 1;
  return values;
};
const sounds = (...numbers: readonly number[]) => numbers.map(sound);
const PHRASE = sounds(1, 2, 3, 4, 5);
const THREE = [[PHRASE], [PHRASE], [PHRASE]];
const ELSE = sounds(9, 8, 7, 6, 9);

const highest = (stream: readonly Float32Array[]) => new PhraseScorer(THREE).highest(stream);

describe('how alike a phrase is', () => {
  test('the very same is 1, wherever it is in the stream', () => {
    expect(highest([...ELSE, ...PHRASE, ...ELSE])).toBeCloseTo(1, 6);
  });

  test.each([
    ['slower', sounds(1, 1, 2, 2, 3, 3, 4, 4, 5)],
    ['faster', sounds(1, 3, 5)],
    ['unevenly', sounds(1, 2, 2, 4, 5)],
  ])('said %s it is still the same', (_, stream) => {
    expect(highest([...ELSE, ...stream])).toBeGreaterThan(0.85);
  });

  test.each([
    ['another order', sounds(5, 4, 3, 2, 1)],
    ['half of it', sounds(1, 2, 3)],
    ['its sounds far apart', sounds(1, 9, 9, 2, 9, 9, 3, 9, 9, 4, 9, 9, 5)],
    ['something else', ELSE],
  ])('%s is not it', (_, stream) => expect(highest([...ELSE, ...stream])).toBeLessThan(0.7));

  test('one recording alone decides nothing: the two best count', () => {
    const scorer = new PhraseScorer([[PHRASE], [ELSE], [sounds(20, 21, 22, 23, 24)]]);
    const scores = PHRASE.map((embedding) => scorer.push(embedding));
    expect(Math.max(...scores)).toBeLessThan(0.6);
  });

  test('no stream scores above 1 or is no number', () => {
    const embedding = fc
      .float32Array({ minLength: EMBEDDING_SIZE, maxLength: EMBEDDING_SIZE, min: -1, max: 1, noNaN: true })
      .map((values) => {
        const length = Math.hypot(...values) || 1;
        return values.map((value) => value / length);
      });
    fc.assert(
      fc.property(fc.array(embedding, { maxLength: 20 }), (stream) => {
        const scorer = new PhraseScorer(THREE);
        // While nothing of a template has passed, there is no way through it.
        for (const value of stream) expect(scorer.push(value)).toBeLessThanOrEqual(1.000_001);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the matcher', () => {
  const matches = (stream: readonly Float32Array[]) => {
    const matcher = new WakeWordMatcher(THREE, 0.8);
    return stream.map((embedding) => matcher.push(embedding)).filter((match) => match !== null);
  };

  test('finds the phrase once, when its score no longer rises', () => {
    const [match, ...others] = matches([...ELSE, ...PHRASE, ...ELSE]);
    expect(match!.score).toBeCloseTo(1, 6);
    expect(match!.ago).toBe(1);
    expect(others).toEqual([]);
  });

  test('is deaf for a while after a match, and then finds the next', () => {
    const pause = Array.from({ length: 5 }, () => sound(9));
    expect(matches([...PHRASE, sound(9), ...PHRASE, sound(9)])).toHaveLength(1);
    expect(matches([...PHRASE, sound(9), ...pause, ...PHRASE, sound(9)])).toHaveLength(2);
  });

  test('does not join what was before a gap with what comes after it', () => {
    const matcher = new WakeWordMatcher(THREE, 0.8);
    for (const embedding of PHRASE.slice(0, 4)) matcher.push(embedding);
    matcher.reset();
    expect([sound(5), sound(9)].map((embedding) => matcher.push(embedding))).toEqual([null, null]);
  });
});

test('the more readily it is to be heard, the less alike it must be to be looked at again', () => {
  expect(FIRST_THRESHOLD.low).toBeGreaterThan(FIRST_THRESHOLD.normal);
  expect(FIRST_THRESHOLD.normal).toBeGreaterThan(FIRST_THRESHOLD.high);
});

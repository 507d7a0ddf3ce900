import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  argmax,
  asSentence,
  isAudible,
  logProbability,
  loopCut,
  pad,
  phraseScore,
  splitAtQuiet,
  tokenLimit,
} from './decoding';

const RATE = 16_000;
const row = fc.float32Array({ minLength: 1, maxLength: 40, min: -30, max: 30, noNaN: true });

test('log-probabilities of a row are those of one distribution', () => {
  fc.assert(
    fc.property(row, (logits) => {
      const chances = [...logits.keys()].map((token) => Math.exp(logProbability(logits, token)));
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 5);
      expect(Math.max(...chances)).toBe(chances[argmax(logits)]);
    }),
  );
});

test('a row of huge logits does not overflow', () => {
  expect(logProbability(Float32Array.of(900, 0), 0)).toBeCloseTo(0, 10);
});

describe('padding', () => {
  test('whatever is said is followed by a second of silence', () => {
    expect(pad(new Float32Array(RATE / 2), RATE).length).toBe(RATE * 1.6);
    expect(pad(new Float32Array(RATE * 10), RATE).length).toBe(RATE * 11.1);
  });

  test('the sound itself is kept, after the silence', () => {
    const padded = pad(Float32Array.of(0.5, 0.25), RATE);
    expect([...padded.subarray(1_599, 1_603)]).toEqual([0, 0.5, 0.25, 0]);
  });
});

test('silence and a faint hiss are not audible, a quiet voice is', () => {
  expect(isAudible(new Float32Array(100))).toBe(false);
  expect(isAudible(new Float32Array(100).fill(0.001))).toBe(false);
  expect(isAudible(Float32Array.of(0, -0.01, 0))).toBe(true);
});

test('the number of tokens is bounded by the time there was to say them', () => {
  expect(tokenLimit(0.2)).toBe(6);
  expect(tokenLimit(10)).toBe(65);
});

describe('runaway repetition', () => {
  test('a loop is cut down to its first turn', () => {
    expect(loopCut([7, 8, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3])).toBe(5);
  });

  test('a person may say no, no, no', () => {
    expect(loopCut([1939, 29892, 694, 29892, 694, 29892, 694])).toBeUndefined();
  });

  test('decoding stops within four turns of any loop, whatever came before', () => {
    const tokens = fc.array(fc.nat(50), { maxLength: 20 });
    const loop = fc.array(fc.nat(50), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(tokens, loop, (before, turn) => {
        const looping = [...before];
        let cut: number | undefined;
        while (cut === undefined && looping.length < before.length + 60) {
          for (const token of turn) cut ??= (looping.push(token), loopCut(looping));
        }
        expect(cut).toBeDefined();
        expect(looping.length - before.length).toBeLessThanOrEqual(
          Math.max(12, 4 * turn.length) + turn.length,
        );
      }),
    );
  });

  test('tokens that do not repeat are left alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 100 }), (tokens) => {
        expect(loopCut(tokens)).toBeUndefined();
      }),
    );
  });
});

describe('long audio', () => {
  test('is cut into pieces that join to the whole, none too long', () => {
    const audio = fc.float32Array({ maxLength: 3_000, min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(audio, fc.integer({ min: 60, max: 500 }), (samples, longest) => {
        const pieces = splitAtQuiet(samples, longest, 100);
        expect(Float32Array.from(pieces.flatMap((piece) => [...piece]))).toEqual(samples);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(longest);
      }),
    );
  });

  test('is cut in the pause, not in the word', () => {
    const samples = new Float32Array(20_000).fill(0.5).fill(0, 8_000, 9_000);
    const [first] = splitAtQuiet(samples, 10_000, RATE);
    expect(first!.length).toBeGreaterThan(8_000);
    expect(first!.length).toBeLessThan(9_000);
  });
});

describe('scoring a phrase', () => {
  const [END, WORD, STOP] = [0, 1, 2];
  const certain = (token: number) => Float32Array.from({ length: 3 }, (_, i) => (i === token ? 20 : 0));

  test('the full stop may be there or not', () => {
    const withStop = [certain(WORD), certain(STOP), certain(END)];
    const without = [certain(WORD), certain(END), certain(END)];
    for (const rows of [withStop, without]) {
      expect(phraseScore([WORD, STOP], END, (i) => rows[i]!)).toBeCloseTo(0, 6);
    }
  });

  test('another word scores low', () => {
    const rows = [certain(END), certain(STOP), certain(END)];
    expect(phraseScore([WORD, STOP], END, (i) => rows[i]!)).toBeLessThan(-5);
  });
});

test('phrases are scored as the recognizer writes them', () => {
  expect(asSentence(' stop talking')).toBe('Stop talking.');
  expect(asSentence('Really?')).toBe('Really?');
});

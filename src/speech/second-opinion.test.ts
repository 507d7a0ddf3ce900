import { describe, expect, test } from 'vitest';
import type { Step } from './moonshine';
import { SecondOpinion } from './second-opinion';

/** Logits of a model that gives the tokens these chances. */
const expecting = (...chances: number[]) => Float32Array.from(chances, (chance) => Math.log(chance));
const UNSURE = expecting(0.4, 0.35, 0.25);

/** A model whose expectation after so many tokens is given; writes down what it is made to follow. */
function model(rows: readonly Float32Array[]) {
  const followed: (readonly number[])[] = [];
  let begun = 0;
  const stepAfter = (from: number): Step => ({
    row: (i) => rows[from + i]!,
    follow: (tokens) => {
      followed.push(tokens);
      return Promise.resolve(stepAfter(followed.flat().length - tokens.length + 1));
    },
  });
  return {
    followed,
    begun: () => begun,
    begin: () => {
      begun++;
      return Promise.resolve(stepAfter(0));
    },
  };
}

describe('a second opinion', () => {
  test('is not asked for where the first model is sure', async () => {
    const second = model([]);
    expect(await new SecondOpinion(second.begin).decide(expecting(0.02, 0.95, 0.03), [])).toBe(1);
    expect(second.begun()).toBe(0);
  });

  test('turns an unsure choice round, and leaves it where it is unsure itself', async () => {
    const sure = model([expecting(0.01, 0.98, 0.01)]);
    expect(await new SecondOpinion(sure.begin).decide(UNSURE, [])).toBe(1);
    const unsure = model([expecting(0.33, 0.34, 0.33)]);
    expect(await new SecondOpinion(unsure.begin).decide(UNSURE, [])).toBe(0);
  });

  test('catches up at once with the tokens that it was not asked about', async () => {
    const away = expecting(0.98, 0.01, 0.01);
    const second = model([away, away, away, expecting(0.01, 0.01, 0.98), away, expecting(0.01, 0.98, 0.01)]);
    const opinion = new SecondOpinion(second.begin);
    expect(await opinion.decide(UNSURE, [7, 8, 9])).toBe(2);
    expect(await opinion.decide(UNSURE, [7, 8, 9, 2, 5])).toBe(1);
    expect(second.followed).toEqual([
      [7, 8, 9],
      [2, 5],
    ]);
    expect(second.begun()).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { training } from '../training';
import { crossValidate } from './cross-validation';
import { examplesOf } from './examples';
import { fit, WORDS_ALONE } from './regression';

const brief = { ...WORDS_ALONE, rounds: 20 };
const few = { ...training, groups: training.groups.slice(0, 3), nothing: training.nothing.slice(0, 3) };

describe('the fit of the weights', () => {
  it('gives the same weights for the same sets', async () => {
    const examples = await examplesOf(few, null);
    expect(fit(examples, brief)).toEqual(fit(await examplesOf(few, null), brief));
  });

  it('judges every example once, by weights of other toolsets', async () => {
    const examples = await examplesOf(few, null);
    const { requests, idle } = crossValidate(examples, brief);
    expect(requests + idle).toBe(examples.length);
  });

  it('learns that the right tool shares more with the request than the others', async () => {
    expect(fit(await examplesOf(few, null), brief).features.words).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import { scenarios } from './matrix';
import { refusals } from './refusals';
import { play } from './scenario';

const options = {
  seed: 1,
  strictness: { words: 'exact', heapDrift: null },
  engine: 'hosted',
  timing: 'native',
  keeps: 5_000,
} as const;

describe.concurrent('a talk survives', () => {
  it.each(scenarios)(
    '$name',
    async (scenario) => {
      const { faults, story } = await play(scenario, options);
      expect(faults, `${faults.join('\n')}\n\n${story}`).toEqual([]);
    },
    45_000,
  );
});

describe.concurrent('a talk is not kept up against', () => {
  it.each(refusals)(
    '$name',
    async (scenario) => {
      const { faults, story } = await play(scenario, options);
      expect(faults, `${faults.join('\n')}\n\n${story}`).toEqual([]);
    },
    45_000,
  );
});

import { describe, expect, it } from 'vitest';
import { scenarios } from './matrix';
import { play } from './scenario';

const options = {
  seed: 1,
  strictness: { words: 'exact', heapDrift: null },
  engine: 'hosted',
  timing: 'native',
} as const;

describe.concurrent('a talk survives', () => {
  it.each(scenarios)(
    '$name',
    async (scenario) => {
      const { faults, story } = await play(scenario, options);
      expect(faults, story).toEqual([]);
    },
    45_000,
  );
});

import { describe, expect, it } from 'vitest';
import { conflicts } from './conflict-table';
import { play } from './scenario';

const options = {
  seed: 1,
  strictness: { words: 'exact', heapDrift: null },
  engine: 'hosted',
  timing: 'native',
  keeps: 5_000,
} as const;

describe.concurrent('whichever source of the API is right', () => {
  it.each(conflicts.map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (_name, scenario) => {
      const { faults, story } = await play(scenario, options);
      expect(faults, `${faults.join('\n')}\n\n${story}`).toEqual([]);
    },
    45_000,
  );
});

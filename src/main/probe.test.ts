import { expect, test } from 'vitest';
import { timedTool, type Measurement } from './probe';

const nextImmediate = () => new Promise((resolve) => setImmediate(resolve));

test('what is done with a result at once counts as its answering, not as its run', async () => {
  const told: Measurement[] = [];
  const result = await timedTool(
    (measured) => told.push(measured),
    () => Promise.resolve('done'),
  );
  const until = performance.now() + 30;
  while (performance.now() < until);
  await nextImmediate();
  expect(result).toBe('done');
  expect(told.map(({ name }) => name)).toEqual(['tool-run', 'tool-answered']);
  expect(told[0]!.milliseconds).toBeLessThan(30);
  expect(told[1]!.milliseconds).toBeGreaterThanOrEqual(29);
});

test('without a probe only the tool runs, and a failure stays a failure', async () => {
  expect(await timedTool(null, () => Promise.resolve(1))).toBe(1);
  await expect(
    timedTool(
      () => undefined,
      () => Promise.reject(new Error('no')),
    ),
  ).rejects.toThrow('no');
});

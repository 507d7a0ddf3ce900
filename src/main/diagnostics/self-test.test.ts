import { expect, test } from 'vitest';
import { result, SelfTest, selfTestLines, type Check } from './self-test';

const good = (id: string): Check => ({
  name: id,
  run: () => Promise.resolve([result(id, id, 'good', 'Fine.')]),
});
const never: Check = { name: 'stuck', run: () => new Promise(() => undefined) };

test('checks run one after the other, and one that fails does not stop the rest', async () => {
  const running: (string | null)[] = [];
  const broken: Check = { name: 'broken', run: () => Promise.reject(new Error('/home/ada')) };
  const test = new SelfTest([good('a'), broken, good('b')], (picture) => running.push(picture.running));
  const { results } = await test.run();
  expect(results.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['a', 'good'],
    ['broken', 'failed'],
    ['b', 'good'],
  ]);
  expect([...new Set(running)]).toEqual([null, 'a', 'broken', 'b']);
  expect(JSON.stringify(results)).not.toContain('ada');
});

test('called off, the check under way ends and no other begins', async () => {
  const test = new SelfTest([never, good('b')], () => undefined);
  const run = test.run();
  test.cancel();
  const { results, running } = await run;
  expect(results.map(({ id, outcome }) => [id, outcome])).toEqual([['stuck', 'skipped']]);
  expect(running).toBeNull();
});

test('a check that does not answer is given up', async () => {
  const { results } = await new SelfTest([never], () => undefined, 5).run();
  expect(results[0]?.sentence).toBe('It did not answer in time.');
});

test('the report has outcomes and figures, and no sentences', () => {
  const results = [result('microphone', 'Microphone', 'failed', 'Ada’s headset is gone.', 'x', 'frames 0')];
  expect(selfTestLines({ running: null, of: 1, results })).toEqual([
    'Self-test:',
    '- microphone: failed, frames 0',
  ]);
  expect(selfTestLines({ running: null, of: 1, results: [] })).toEqual(['Self-test: not run']);
});

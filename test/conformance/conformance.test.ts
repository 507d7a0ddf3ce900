import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalAgentServer } from '../../src/local-agent/server/server';
import { startLane } from './in-process';
import { RULES } from './rules';
import { runRules, type Result } from './runner';

/** Each with a server of its own, because a fake hears one talk at a time. */
const LANES = 10;

let servers: readonly LocalAgentServer[] = [];
let results: readonly Result[] = [];

beforeAll(async () => {
  const started = await Promise.all(Array.from({ length: LANES }, startLane));
  servers = started.map(({ server }) => server);
  results = await runRules(
    RULES,
    started.map(({ lane }) => lane),
  );
}, 120_000);
afterAll(() => Promise.all(servers.map((server) => server.close())));

it('has an id of its own for every rule, and more than 400 rules', () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect(ids.length).toBeGreaterThan(400);
});

describe('the local agent keeps', () => {
  it.each(RULES.map(({ id, says }, at) => ({ id, says, at })))('$id: $says', ({ at }) => {
    const outcome = results[at]?.outcome;
    expect(outcome?.kind === 'failed' ? outcome.seen : outcome?.kind).toBe('passed');
  });
});

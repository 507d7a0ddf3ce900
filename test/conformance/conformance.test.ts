import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeSpeech } from '../../src/local-agent/server/fake-speech.fixture';
import { startServer, type LocalAgentServer } from '../../src/local-agent/server/server';
import { IntentRouter } from '../../src/local-agent/thinking/thinker';
import { httpControl } from './control';
import { RULES } from './rules';
import { runRules, type Lane, type Result } from './runner';

const LANES = 8;
const KEY = 'the-key';
/** 24 kHz samples of a square wave: speech to the fake, whatever the format it is sent in. */
const LOUD = Int16Array.from({ length: 16_800 }, (_, at) => (at % 48 < 24 ? 8_000 : -8_000));

const servers: LocalAgentServer[] = [];
let results: readonly Result[] = [];

/** Our own server in this process, with a lane of its own. */
async function startLane(): Promise<Lane> {
  const speech = new FakeSpeech();
  const server = await startServer({
    port: 0,
    key: KEY,
    timing: 'native',
    speech: speech.client,
    thinker: new IntentRouter(null),
    onTrouble: () => undefined,
    control: true,
  });
  servers.push(server);
  const base = `127.0.0.1:${String(server.port)}`;
  const voice = {
    speak: (text: string) => {
      speech.hears(text);
      return Promise.resolve(LOUD);
    },
  };
  return {
    target: {
      url: new URL(`ws://${base}/v1/ws`),
      api: `http://${base}/v1`,
      key: KEY,
      keyIsChecked: true,
      loopback: true,
      patienceMs: 4_000,
      voice,
      control: httpControl(`http://${base}/v1`, KEY),
    },
    speaks: true,
    ownServer: true,
  };
}

beforeAll(async () => {
  const lanes = await Promise.all(Array.from({ length: LANES }, startLane));
  results = await runRules(RULES, lanes);
}, 120_000);
afterAll(() => Promise.all(servers.map((server) => server.close())));

it('has an id of its own for every rule, and more than 120 rules', () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect(ids.length).toBeGreaterThan(120);
});

describe('the local agent keeps', () => {
  it.each(RULES.map(({ id, says }, at) => ({ id, says, at })))('$id: $says', ({ at }) => {
    const outcome = results[at]?.outcome;
    expect(outcome?.kind === 'failed' ? outcome.seen : outcome?.kind).toBe('passed');
  });
});

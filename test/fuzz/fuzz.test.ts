import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeSpeech } from '../../src/local-agent/server/fake-speech.fixture';
import { startServer, type LocalAgentServer } from '../../src/local-agent/server/server';
import { IntentRouter } from '../../src/local-agent/thinking/thinker';
import { seededRandom } from '../bench/statistics';
import { fuzz } from './fuzz';
import { badFrame } from './frames';
import { mustServe } from './world';

let server: LocalAgentServer;
const target = () => ({
  url: new URL(`ws://127.0.0.1:${String(server.port)}/v1/ws`),
  api: new URL(`http://127.0.0.1:${String(server.port)}/v1`),
  key: 'fuzz',
});

beforeEach(async () => {
  server = await startServer({
    port: 0,
    key: null,
    timing: 'native',
    speech: new FakeSpeech().client,
    thinker: new IntentRouter(null),
    onTrouble: () => undefined,
  });
});
afterEach(() => server.close());

it('serves normal sessions after every kind of ill-treatment', async () => {
  const plan = { target: target(), seed: 7, seconds: 9, megabytes: () => null, mostGrowth: 0 };
  const reports = await fuzz(plan, () => undefined);
  expect(reports.filter(({ failure }) => failure !== null)).toEqual([]);
  expect(reports.length).toBe(9);
}, 60_000);

it('notices a server that does not serve', async () => {
  const world = { ...target(), random: seededRandom(1) };
  await server.close();
  await expect(mustServe(world)).rejects.toThrow('no socket');
});

it('notices a server that grows', async () => {
  let megabytes = 100;
  const plan = { target: target(), seed: 7, seconds: 0, megabytes: () => (megabytes += 60), mostGrowth: 50 };
  expect((await fuzz(plan, () => undefined)).map(({ failure }) => failure)).toEqual([
    'the server grew by 60 MB, more than 50',
  ]);
}, 30_000);

it('sends the same frames for the same seed', () => {
  const draw = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 50 }, () => badFrame(random).toString());
  };
  expect(draw(3)).toEqual(draw(3));
  expect(draw(3)).not.toEqual(draw(4));
});

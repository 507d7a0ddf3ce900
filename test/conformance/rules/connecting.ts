import { pause } from '../../support/until';
import { numberAt, textAt } from '../read';
import { must, mustEqual, NotApplicable, rule, shown, type Rule } from '../rule';
import type { Bench } from '../bench';
import type { ApiClient } from '../client';
import { mustRefuse } from '../steps';

const REFUSED = { code: 'unauthorized', message: 'Authentication failed' } as const;
/** Refused by every server: the hosted one does not know it, the loopback profile reserves it (section 1.3). */
const BAD_KEY = 'bad-key';

async function mustBecomeReady(client: ApiClient): Promise<void> {
  client.send({ type: 'session.update', session: {} });
  await client.next('session.ready');
}

async function token(bench: Bench, seconds: number): Promise<string> {
  const { body, status } = await bench.rest('GET', `/token?expires_in_seconds=${String(seconds)}`);
  mustEqual(status, 200, 'the status of GET /token');
  return textAt(body, 'token');
}

/** A socket that must be refused as section 1.3 has it; null when the upgrade itself was (HTTP 401). */
async function refused(bench: Bench, opening: Parameters<Bench['upgrade']>[0]): Promise<ApiClient | null> {
  const upgrade = await bench.upgrade(opening);
  if (upgrade.kind === 'open') return upgrade.client;
  must(!bench.target.loopback, `the upgrade was refused with HTTP ${String(upgrade.status)}, expected 101`);
  mustEqual(upgrade.status, 401, 'the HTTP status');
  return null;
}

const AT_UPGRADE = 'refused with HTTP 401 at the upgrade';

/** Sections 1.1 to 1.4: addresses, authentication, and who speaks first. */
export const connecting: readonly Rule[] = [
  rule(
    'connect.header-key',
    '1.2',
    'The key as it is in the Authorization header opens a session.',
    { how: 'Upgrade with `Authorization: KEY`, first update, wait for session.ready.' },
    async (bench) => mustBecomeReady(await bench.connect({ key: bench.target.key })),
  ),
  rule(
    'connect.header-bearer',
    '1.2',
    'The key as Bearer in the Authorization header opens a session.',
    { how: 'Upgrade with `Authorization: Bearer KEY`, first update, wait for session.ready.' },
    async (bench) => mustBecomeReady(await bench.connect({ key: `Bearer ${bench.target.key}` })),
  ),
  rule(
    'connect.query-key',
    '1.2',
    'The key as `?token=` opens a session.',
    { how: 'Upgrade without header and with `?token=KEY`, first update, wait for session.ready.' },
    async (bench) => mustBecomeReady(await bench.connect({ query: bench.target.key })),
  ),
  rule(
    'connect.query-token',
    '1.2.1',
    'A temporary token as `?token=` opens a session.',
    { how: 'Mint a token, upgrade without header and with it, wait for session.ready.' },
    async (bench) => mustBecomeReady(await bench.connect({ query: await token(bench, 60) })),
  ),
  rule(
    'connect.token-again',
    '14 row 20',
    'A token opens several sockets inside its window, unless the server holds it to be single-use.',
    { how: 'Open two sockets with one token; the second may be refused only as unauthorized.' },
    async (bench) => {
      const query = await token(bench, 60);
      await mustBecomeReady(await bench.connect({ query }));
      if (bench.target.loopback) return mustBecomeReady(await bench.connect({ query }));
      const second = await refused(bench, { query });
      if (!second) return AT_UPGRADE;
      second.send({ type: 'session.update', session: {} });
      await second.until(() => second.mark > 0, bench.target.patienceMs);
      if (second.all('session.error').length === 0) return 'reusable';
      await mustRefuse(second, 0, REFUSED);
      return 'single-use';
    },
  ),
  rule(
    'connect.token-expires',
    '1.2.1',
    'A token opens no socket after its window.',
    { how: 'Mint a token for one second, wait two and a half, upgrade with it: unauthorized.' },
    async (bench) => {
      const query = await token(bench, 1);
      await pause(2_500);
      const client = await refused(bench, { query });
      if (!client) return AT_UPGRADE;
      await mustRefuse(client, 0, REFUSED);
      return undefined;
    },
  ),
  rule(
    'connect.token-outlived',
    '1.2.1',
    'An open session is not cut when its token lapses.',
    { how: 'Open a session with a token for one second; after two and a half an update is still answered.' },
    async (bench) => {
      const { client } = await bench.open({}, { query: await token(bench, 1) });
      await pause(2_500);
      client.send({ type: 'session.update', session: {} });
      await client.next('session.updated', client.mark);
    },
  ),
  rule(
    'connect.voice-path',
    '1.1',
    'The older address /v1/voice is served as well.',
    { how: 'Upgrade on /v1/voice, wait for session.ready.', applies: 'loopback' },
    async (bench) => mustBecomeReady(await bench.connect({ path: '/v1/voice' })),
  ),
  rule(
    'connect.silent-first',
    '1.4',
    'The server sends nothing before the first message of the client.',
    { how: 'Open a socket and send nothing for 600 ms: no frame may come.' },
    async (bench) => {
      const client = await bench.connect();
      await client.until(() => client.mark > 0 || client.malformed.length > 0, 600);
      must(client.mark === 0 && client.malformed.length === 0, `came: ${client.types().join(', ')}`);
    },
  ),
  rule(
    'connect.ping',
    '1.4',
    'A WebSocket ping is answered by a pong.',
    { how: 'Send a ping with a payload and wait for the pong that carries it.' },
    async (bench) => {
      const client = await bench.connect();
      let payload = '';
      client.socket.once('pong', (data) => (payload = data.toString('utf8')));
      client.socket.ping('here?');
      const end = Date.now() + bench.target.patienceMs;
      while (payload === '' && Date.now() < end) await client.until(() => payload !== '', 20);
      mustEqual(payload, 'here?', 'the payload of the pong');
    },
  ),
  ...(
    [
      ['bad-key', 'A rejected key', { key: BAD_KEY }],
      ['bad-bearer', 'A rejected key as Bearer', { key: `Bearer ${BAD_KEY}` }],
      ['bad-query', 'A rejected key as `?token=`', { query: BAD_KEY }],
      ['no-key', 'No key at all', { key: null }],
    ] as const
  ).map(([name, what, opening]) =>
    rule(
      `connect.${name}`,
      '1.3',
      `${what} is answered by session.error unauthorized and close 1008, or by HTTP 401.`,
      { how: 'Upgrade with it and send nothing; look at what comes unasked and at the close code.' },
      async (bench) => {
        const client = await refused(bench, opening);
        if (!client) return AT_UPGRADE;
        const error = await mustRefuse(client, 0, REFUSED);
        must((error['param'] ?? null) === null, `param is ${shown(error['param'])}, expected null`);
        must(
          (error['session_id'] ?? null) === null,
          `session_id is ${shown(error['session_id'])}, expected null`,
        );
        mustEqual(await client.closeCode(), 1008, 'the close code');
        return undefined;
      },
    ),
  ),
  rule(
    'connect.other-key',
    '1.2',
    'A key other than the one that is known is rejected.',
    { how: 'Upgrade with the key and one more letter: unauthorized, close 1008.', applies: 'key' },
    async (bench) => {
      const client = await refused(bench, { key: `${bench.target.key}x` });
      if (!client) return AT_UPGRADE;
      await mustRefuse(client, 0, REFUSED);
      mustEqual(await client.closeCode(), 1008, 'the close code');
      return undefined;
    },
  ),
  rule(
    'connect.bad-key-acts-on-nothing',
    '1.3',
    'A socket that was not let in opens no session.',
    {
      how: 'Upgrade with a rejected key, send a first update at once: no session.updated, no session.ready.',
    },
    async (bench) => {
      const client = await refused(bench, { key: BAD_KEY });
      if (!client) return AT_UPGRADE;
      client.send({ type: 'session.update', session: {} });
      await client.closeCode();
      must(!client.types().includes('session.ready'), 'session.ready came');
      return undefined;
    },
  ),
  rule(
    'frames.text-objects',
    '1.4',
    'Every frame of the server is a text frame with one JSON object that has a string `type`.',
    { how: 'Hear a whole greeting and look at every frame.' },
    async (bench) => {
      const { client } = await bench.open({ greeting: 'Hello there.' });
      await client.next('reply.done', 0, { withinMs: bench.target.patienceMs * 3 });
      mustEqual(client.malformed, [], 'frames of another kind');
    },
  ),
  rule(
    'frames.timestamp',
    '4',
    'Every event carries a timestamp of Unix seconds.',
    {
      how: 'Hear a whole greeting; every timestamp is a number within five minutes of now, never going back.',
    },
    async (bench) => {
      const { client } = await bench.open({ greeting: 'Hello there.' });
      await client.next('reply.done', 0, { withinMs: bench.target.patienceMs * 3 });
      let before = 0;
      for (const { message, type } of client.arrivals) {
        // An example of the documentation shows an ISO text (section 14, row 9).
        const given = message['timestamp'];
        if (typeof given === 'string' && !bench.target.loopback)
          throw new NotApplicable('timestamps are texts');
        const seconds = numberAt(message, 'timestamp');
        must(Math.abs(seconds - Date.now() / 1_000) < 300, `${type} has timestamp ${String(seconds)}`);
        must(seconds >= before, `${type} has timestamp ${String(seconds)} after ${String(before)}`);
        before = seconds;
      }
    },
  ),
];

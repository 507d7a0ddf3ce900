import { isObject, numberAt, type Json } from '../read';
import { must, mustEqual, shown, type Rule } from '../rule';
import { mustRefuse, mustStillServe } from '../steps';
import { cutShort, fault, firstUpdate, greetingOf } from './fault';

const CODES =
  'unauthorized session_forbidden agent_not_found agent_id_not_first immutable_field invalid_value invalid_config invalid_format ' +
  'invalid_audio audio_rate_violation invalid_webhook session_not_found session_expired at_capacity concurrency_exceeded internal_error';
/** Codes after which the socket is closed (section 9.1), once the session is open. */
const FATAL: Readonly<Record<string, number>> = {
  unauthorized: 1_008,
  session_forbidden: 1_008,
  agent_not_found: 1_008,
  session_not_found: 1_008,
  session_expired: 1_008,
  at_capacity: 1_008,
  concurrency_exceeded: 1_008,
  internal_error: 1_011,
};

/** Switches for upgrades, first messages, errors and lost connections. */
export const socketFaults: readonly Rule[] = [
  ...([401, 403] as const).map((status) =>
    fault(
      `refuse-upgrade=${String(status)}`,
      `the upgrade is refused with HTTP ${String(status)}`,
      'Upgrade and read the status.',
      async (bench) => {
        const upgrade = await bench.upgrade();
        must(upgrade.kind === 'refused', 'the upgrade was accepted');
        mustEqual(upgrade.status, status, 'the status');
      },
    ),
  ),
  fault(
    'unauthorized',
    'a good key is answered by unauthorized and close 1008',
    'Upgrade with the key and listen.',
    async (bench) => {
      const client = await bench.connect();
      await mustRefuse(client, 0, { code: 'unauthorized', message: 'Authentication failed' });
      mustEqual(await client.closeCode(), 1_008, 'the close code');
    },
  ),
  fault(
    'first-error=agent_not_found',
    'the first update is answered by agent_not_found and close 1008',
    'Send an empty first update.',
    async (bench) => {
      const client = await firstUpdate(bench);
      await mustRefuse(client, 0, { code: 'agent_not_found' });
      mustEqual(await client.closeCode(), 1_008, 'the close code');
    },
  ),
  fault(
    'ready-delay=1500',
    'session.ready comes that late',
    'Measure from the first update.',
    async (bench) => {
      const client = await firstUpdate(bench);
      const from = performance.now();
      const { at } = await client.arrival('session.ready');
      must(at - from > 1_400, `it came after ${(at - from).toFixed(0)} ms`);
    },
  ),
  fault('ready-first', 'session.ready comes before session.updated', 'Compare the order.', async (bench) => {
    const client = await firstUpdate(bench);
    await client.next('session.updated');
    mustEqual(client.types(), ['session.ready', 'session.updated'], 'the order');
  }),
  fault(
    'no-updated',
    'session.ready comes alone',
    'Listen half a second behind it; a later update is answered.',
    async (bench) => {
      const client = await firstUpdate(bench);
      await client.next('session.ready');
      await client.without(['session.updated'], 0, 500);
      await mustStillServe(client);
    },
  ),
  fault(
    'survive-first-update',
    'a bad first update may be followed by a good one',
    'Send both on one socket.',
    async (bench) => {
      const client = await bench.connect();
      client.send({ type: 'session.update', session: { output: { volume: 101 } } });
      await mustRefuse(client, 0, { code: 'invalid_value', param: /volume$/ });
      client.send({ type: 'session.update', session: {} });
      await client.next('session.ready');
    },
  ),
  fault(
    'refuse-resume',
    'every resume is refused',
    'Resume a session that was just dropped.',
    async (bench) => {
      // The session itself is opened by the connection that finds the switch; the next one needs it too.
      await bench.target.control?.hold(['refuse-resume']);
      const talk = await bench.open();
      await talk.client.drop();
      const client = await bench.connect();
      client.send({ type: 'session.resume', session_id: talk.id });
      await mustRefuse(client, 0, {
        code: 'session_not_found',
        message: 'Session not found or grace window has expired',
      });
      mustEqual(await client.closeCode(), 1_008, 'the close code');
    },
  ),
  fault(
    'expires-in=2',
    'expires_at is two seconds away; then session_expired, session.ended and close 1008 come',
    'Wait for them.',
    async (bench) => {
      const { client, ready } = await bench.open();
      const left = numberAt(ready, 'expires_at') - Date.now() / 1_000;
      must(left < 3, `expires_at is ${left.toFixed(1)} s away`);
      await mustRefuse(client, 0, { code: 'session_expired' });
      await client.next('session.ended');
      mustEqual(await client.closeCode(), 1_008, 'the close code');
    },
  ),
  fault(
    'no-session-ended',
    'session.end is answered by nothing',
    'Send it and wait two seconds.',
    async (bench) => {
      const { client } = await bench.open();
      client.send({ type: 'session.end' });
      await client.until(() => client.closed !== null, 2_000);
      must(client.closed === null && client.all('session.ended').length === 0, 'it was answered');
    },
  ),
  fault(
    'unknown-event',
    'events of an unknown type come in between',
    'Hear a greeting; one type is none of the documented.',
    async (bench) => {
      const { talk } = await greetingOf(bench);
      const known =
        /^(?:session\.(?:ready|updated|error|ended)|input\.speech\.|transcript\.|reply\.|tool\.call)/;
      must(
        talk.client.arrivals.some(({ type }) => !known.test(type)),
        `came: ${talk.client.types().join(', ')}`,
      );
    },
  ),
  fault('timestamp=none', 'events have no timestamp', 'Hear a greeting.', async (bench) => {
    const { talk } = await greetingOf(bench);
    must(
      talk.client.arrivals.every(({ message }) => !('timestamp' in message)),
      'some have one',
    );
  }),
  fault('timestamp=iso', 'timestamps are ISO texts', 'Hear a greeting.', async (bench) => {
    const { talk } = await greetingOf(bench);
    must(
      talk.client.arrivals.every(({ message }) => typeof message['timestamp'] === 'string'),
      'some are not',
    );
  }),
  ...(
    [
      ['error_code', (frame: Json) => typeof frame['error_code'] === 'string' && frame['code'] === undefined],
      ['upper-case', (frame: Json) => frame['code'] === 'INVALID_FORMAT'],
      ['untyped', (frame: Json) => frame['code'] === 'invalid_format' && frame['type'] === undefined],
      ['bare', (frame: Json) => frame['type'] === 'error' && typeof frame['message'] === 'string'],
    ] as const
  ).map(([shape, fits]) =>
    fault(
      `error-shape=${shape}`,
      'errors come in that documented shape',
      'Send an unknown type and read the answer.',
      async (bench) => {
        const { client } = await bench.open();
        const from = client.mark;
        let last: unknown;
        client.socket.on('message', (data: Buffer) => (last = JSON.parse(data.toString('utf8'))));
        client.send({ type: 'foo' });
        await client.until(() => client.mark > from || client.malformed.length > 0, bench.target.patienceMs);
        must(isObject(last) && fits(last), `it is ${shown(last)}`);
      },
    ),
  ),
  ...CODES.split(' ').map((code) =>
    fault(
      `session-error=${code}`,
      `session.error ${code} comes after session.ready, and a close where it is fatal`,
      'Open a session and listen.',
      async (bench) => {
        const { client } = await bench.open();
        await mustRefuse(client, 0, { code });
        const close = FATAL[code];
        if (close === undefined) await mustStillServe(client);
        else mustEqual(await client.closeCode(), close, 'the close code');
      },
    ),
  ),
  fault(
    'drop-mid-reply',
    'the connection is cut without a close frame in mid-reply',
    'Hear a long greeting until 1006.',
    async (bench) => {
      mustEqual((await cutShort(bench)).closed?.code, 1_006, 'the close code');
    },
  ),
  ...([1_001, 1_008, 1_011] as const).map((code) =>
    fault(
      `close-mid-reply=${String(code)}`,
      `the socket is closed with ${String(code)} in mid-reply`,
      'Hear a long greeting until then.',
      async (bench) => {
        const client = await cutShort(bench);
        mustEqual(client.closed?.code, code, 'the close code');
        const errors = client.all('session.error').map((error) => error['code']);
        mustEqual(errors, code === 1_011 ? ['internal_error'] : [], 'the errors before');
      },
    ),
  ),
  fault(
    'enforce-rate=1000',
    'audio more than a second ahead of real time is audio_rate_violation',
    'Send three seconds at once.',
    async (bench) => {
      const { client } = await bench.open();
      for (let at = 0; at < 60; at++)
        client.send({ type: 'input.audio', audio: Buffer.alloc(2_400).toString('base64') });
      await mustRefuse(client, 0, { code: 'audio_rate_violation' });
      await mustStillServe(client);
    },
  ),
  fault(
    'audio-rate-violation',
    'the first audio is answered by audio_rate_violation',
    'Send 50 ms.',
    async (bench) => {
      const { client } = await bench.open();
      client.send({ type: 'input.audio', audio: Buffer.alloc(2_400).toString('base64') });
      await mustRefuse(client, 0, { code: 'audio_rate_violation' });
      await mustStillServe(client);
    },
  ),
];

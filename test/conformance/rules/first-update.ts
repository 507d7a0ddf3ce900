import { numberAt, objectAt, textAt, valueAt } from '../read';
import { must, mustEqual, rule, shown, type Rule } from '../rule';
import { mustRefuse, type Refusal } from '../steps';

import { REFUSED_FIRST, REFUSED_SESSIONS } from './refused-sessions';

const value = (param: RegExp, message?: string | RegExp): Refusal => ({
  code: 'invalid_value',
  param,
  ...(message !== undefined && { message }),
});
const refusedFirst = [...REFUSED_SESSIONS, ...REFUSED_FIRST].map(([id, section, what, session, refusal]) =>
  rule(
    `first.${id}`,
    section,
    `The first update with ${what} is refused with ${[refusal.code].flat().join(' or ')}; no session opens.`,
    {
      how: 'Send it first; look at the error, at the close (1008 where live behaviour binds), and that no session.ready came.',
    },
    async (bench) => {
      const client = await bench.connect();
      client.send({ type: 'session.update', session });
      await mustRefuse(client, 0, refusal);
      // Section 14, row 4: documentation has the session survive, live it is closed.
      if (bench.target.loopback) mustEqual(await client.closeCode(), 1008, 'the close code');
      else if (await client.until(() => client.closed !== null, 2_000))
        mustEqual(client.closed?.code, 1008, 'the close code');
      must(!client.types().includes('session.ready'), 'session.ready came');
      return client.closed ? undefined : 'the socket stayed open, as documented';
    },
  ),
);

/** What the first session.update of a socket leads to (sections 2.1, 3.1, 4.1, 9.1). */
export const firstUpdate: readonly Rule[] = [
  ...refusedFirst,
  rule(
    'first.voice-unknown',
    '9.1',
    'An unknown voice is refused with a list of all voices, every one of which is lower case and the first of which works.',
    { how: "Send output.voice 'nobody'; read the list in the message; open a session with its first name." },
    async (bench) => {
      const client = await bench.connect();
      client.send({ type: 'session.update', session: { output: { voice: 'nobody' } } });
      const error = await mustRefuse(
        client,
        0,
        value(/^output\.voice$/, /^Invalid voice 'nobody'\. Must be one of: ./),
      );
      const names = textAt(error, 'message')
        .replace(/^.*Must be one of: /, '')
        .split(', ');
      must(
        names.every((name) => /^[a-z0-9_-]+$/.test(name)),
        `the list is ${shown(names)}`,
      );
      const { ready } = await bench.open({ output: { voice: names[0] } });
      mustEqual(valueAt(ready, 'config.output.voice'), names[0], 'config.output.voice');
    },
  ),
  rule(
    'first.input-16k',
    '7.1',
    'PCM input of 16 kHz never becomes ready.',
    { how: 'Send it in the first update; no session.ready may come within three seconds.' },
    async (bench) => {
      const client = await bench.connect();
      const format = { encoding: 'audio/pcm', sample_rate: 16_000 };
      client.send({ type: 'session.update', session: { input: { format } } });
      await client.until(() => client.closed !== null || client.types().includes('session.ready'), 3_000);
      must(!client.types().includes('session.ready'), 'session.ready came');
      if (bench.target.loopback) await mustRefuse(client, 0, value(/format/));
    },
  ),
  rule(
    'first.order',
    '2.1',
    'The first update is answered by session.ready; session.updated comes before it, after it or not at all.',
    { how: 'Send an empty first update and look at what comes within half a second of session.ready.' },
    async (bench) => {
      const { client } = await bench.open();
      await client.until(() => client.closed !== null, 500);
      const types = client.arrivals.map(({ type }) => type);
      const expected = bench.target.loopback
        ? ['session.updated,session.ready']
        : ['session.ready', 'session.updated,session.ready', 'session.ready,session.updated'];
      must(expected.includes(types.join()), `came: ${types.join(', ')}`);
    },
  ),
  rule(
    'first.early-audio',
    '2.1',
    'Audio sent before session.ready does no harm.',
    { how: 'Send audio right behind the first update: session.ready comes and no error.' },
    async (bench) => {
      const client = await bench.connect();
      client.send({ type: 'session.update', session: {} });
      client.send({ type: 'input.audio', audio: Buffer.alloc(2_400).toString('base64') });
      await client.next('session.ready');
      mustEqual(client.all('session.error'), [], 'errors');
    },
  ),
  rule(
    'ready.fields',
    '4.1',
    'session.ready carries session_id, expires_at, resume_token and config.',
    { how: 'Open a session and read them; only session_id is sure on the hosted service.' },
    async (bench) => {
      const { ready } = await bench.open();
      must(textAt(ready, 'session_id') !== '', 'session_id is empty');
      if (!bench.target.loopback) return;
      must(
        /^sess_[0-9a-f]{32}$/.test(textAt(ready, 'session_id')),
        `session_id is ${shown(ready['session_id'])}`,
      );
      textAt(ready, 'resume_token');
      objectAt(ready, 'config');
    },
  ),
  rule(
    'ready.expires-at',
    '4.1',
    'expires_at is a whole Unix second about an hour (live) to three hours (documented) away.',
    { how: 'Open a session and compare it with the clock.' },
    async (bench) => {
      const { ready } = await bench.open();
      const seconds = numberAt(ready, 'expires_at');
      must(Number.isInteger(seconds), `expires_at is ${String(seconds)}`);
      const left = seconds - Date.now() / 1_000;
      const most = bench.target.loopback ? 3_620 : 10_820;
      must(left > 3_500 && left < most, `expires_at is ${left.toFixed(0)} s away`);
    },
  ),
  rule(
    'ready.ids-differ',
    '4.1',
    'Every session has an id of its own.',
    { how: 'Open two sessions and compare.' },
    async (bench) => {
      const [one, other] = [await bench.open(), await bench.open()];
      must(one.id !== other.id, `both are ${one.id}`);
    },
  ),
  rule(
    'first.every-voice',
    '12.1',
    'The voices of the current list are accepted.',
    { how: 'Open a session with each of the sixteen documented names.' },
    async (bench) => {
      const names =
        'alba eve george jane jean mary michael anna charles paul vera lola giovanni juergen rafael estelle'.split(
          ' ',
        );
      for (const voice of names) {
        const { client } = await bench.open({ output: { voice } });
        await client.finish();
      }
    },
  ),
];

import { pause } from '../../support/until';
import { isObject, listAt, numberAt, objectAt, textAt, valueAt, type Json } from '../read';
import { must, mustEqual, rule, shown, type Rule } from '../rule';
import { replyFrom } from '../steps';
import type { Bench } from '../bench';
import { isTime, mustAnswer } from './rest-steps';

/** Ends a short session and gives its id. */
async function finished(bench: Bench, session: Json = {}): Promise<string> {
  const talk = await bench.open(session);
  talk.client.send({ type: 'session.end' });
  await talk.client.closeCode();
  return talk.id;
}

/** The record of a session once it is closed; the hosted service takes a moment. */
async function record(bench: Bench, id: string): Promise<Json> {
  const end = performance.now() + bench.target.patienceMs;
  for (;;) {
    const { status, body } = await bench.rest('GET', `/sessions/${id}`);
    if (status === 200 && valueAt(body, 'status') === 'completed') return objectAt(body, '');
    must(
      performance.now() < end,
      `GET /sessions/{id} is ${String(status)} ${shown(valueAt(body, 'status'))}`,
    );
    await pause(200);
  }
}

/** Voices, and the records of sessions (sections 10.3, 10.4). */
export const records: readonly Rule[] = [
  rule(
    'voices.list',
    '14 row 26',
    'GET /voices answers the catalogue (426 on the hosted service in September 2026).',
    { how: 'Read it: an array, or an object with voices; anna is among them.' },
    async (bench) => {
      const { status, body } = await bench.rest('GET', '/voices');
      if (status === 426 && !bench.target.loopback) return 'HTTP 426, as seen live';
      mustEqual(status, 200, 'the status');
      const voices = Array.isArray(body) ? body : listAt(body, 'voices');
      const names = voices.map((voice) =>
        isObject(voice) ? (voice['voice_id'] ?? voice['id'] ?? voice['name']) : voice,
      );
      must(names.includes('anna'), `they are ${shown(names)}`);
      return undefined;
    },
  ),
  rule(
    'sessions.record',
    '10.4',
    'A finished session has a record: status completed, reason client_end, duration and times.',
    { how: 'End a session and read GET /sessions/{id}.' },
    async (bench) => {
      const id = await finished(bench);
      const seen = await record(bench, id);
      mustEqual(seen['id'], id, 'id');
      mustEqual(seen['public_close_reason'], 'client_end', 'public_close_reason');
      mustEqual(seen['agent_id'], null, 'agent_id');
      must(numberAt(seen, 'duration_seconds') < 30, `duration_seconds is ${shown(seen['duration_seconds'])}`);
      must(isTime(seen['created_at']) && isTime(seen['ended_at']), 'the times are no ISO times');
      objectAt(seen, 'config');
      listAt(seen, 'artifacts');
    },
  ),
  rule(
    'sessions.list',
    '10.4',
    'GET /sessions lists sessions newest first, with has_more and next_cursor.',
    { how: 'End two sessions and find them in the list.' },
    async (bench) => {
      const [one, two] = [await finished(bench), await finished(bench)];
      await record(bench, two);
      const { status, body } = await bench.rest('GET', '/sessions');
      mustEqual(status, 200, 'the status');
      const ids = listAt(body, 'sessions').map((entry) => textAt(entry, 'id'));
      must(ids.indexOf(two) >= 0 && ids.indexOf(two) < ids.indexOf(one), 'they are not there, newest first');
      must(typeof valueAt(body, 'has_more') === 'boolean', 'has_more is no boolean');
      textAt(body, 'response_metadata.next_cursor');
    },
  ),
  rule(
    'sessions.pages',
    '10.4',
    'limit and cursor lead from page to page.',
    { how: 'End two sessions; a page of one leads by its cursor to the next session.' },
    async (bench) => {
      await finished(bench);
      await record(bench, await finished(bench));
      const one = await bench.rest('GET', '/sessions?limit=1');
      mustEqual(listAt(one.body, 'sessions').length, 1, 'the length of a page');
      mustEqual(valueAt(one.body, 'has_more'), true, 'has_more');
      const cursor = encodeURIComponent(textAt(one.body, 'response_metadata.next_cursor'));
      const two = await bench.rest('GET', `/sessions?limit=1&cursor=${cursor}`);
      must(
        textAt(two.body, 'sessions.0.id') !== textAt(one.body, 'sessions.0.id'),
        'the same session came again',
      );
    },
  ),
  rule(
    'sessions.filter',
    '10.4',
    'status and agent_id filter the list.',
    { how: 'End a session of a stored agent; filter by it and by each status.' },
    async (bench) => {
      const agent = await bench.agent();
      const id = await finished(bench, { agent_id: agent.id });
      await record(bench, id);
      const ids = async (query: string) =>
        listAt((await bench.rest('GET', `/sessions?${query}`)).body, 'sessions').map((entry) =>
          textAt(entry, 'id'),
        );
      mustEqual(await ids(`agent_id=${agent.id}`), [id], 'the sessions of the agent');
      mustEqual(await ids(`agent_id=${agent.id}&status=completed`), [id], 'its completed ones');
      mustEqual(await ids(`agent_id=${agent.id}&status=created`), [], 'its open ones');
    },
  ),
  ...(['0', '201', 'x'] as const).map((limit) =>
    rule(
      `sessions.limit-${limit}`,
      '10.4',
      `limit=${limit} is refused: it goes from 1 to 200.`,
      { how: 'GET /sessions with it.' },
      async (bench) =>
        mustAnswer(
          await bench.rest('GET', `/sessions?limit=${limit}`),
          [422, 400],
          ['validation_error', 'invalid_request'],
        ),
    ),
  ),
  rule(
    'sessions.delete',
    '10.4',
    'DELETE /sessions/{id} answers 204, then the session is 404 session_not_found.',
    { how: 'End a session, delete it, get it.' },
    async (bench) => {
      const id = await finished(bench);
      await record(bench, id);
      mustEqual((await bench.rest('DELETE', `/sessions/${id}`)).status, 204, 'the status');
      mustAnswer(await bench.rest('GET', `/sessions/${id}`), [404], ['session_not_found']);
    },
  ),
  rule(
    'sessions.unknown',
    '9.3',
    'An unknown session is 404 session_not_found.',
    { how: 'GET an invented id.' },
    async (bench) =>
      mustAnswer(await bench.rest('GET', `/sessions/sess_${'0'.repeat(32)}`), [404], ['session_not_found']),
  ),
  rule(
    'sessions.timeline',
    '10.4',
    'A finished session has a timeline artifact that is fetched without Authorization and tells its turns.',
    {
      how: 'Hear a greeting, end, wait up to 100 s (hosted) for the artifact; look for the turn with trigger greeting.',
    },
    async (bench) => {
      const talk = await bench.open({ greeting: 'Hello there.' });
      await replyFrom(bench, talk.client, 0);
      talk.client.send({ type: 'session.end' });
      await talk.client.closeCode();
      const end = performance.now() + (bench.target.loopback ? bench.target.patienceMs : 100_000);
      for (;;) {
        const { body, status } = await bench.rest('GET', `/sessions/${talk.id}`);
        mustEqual(status, 200, 'the status');
        const artifact = listAt(body, 'artifacts').find((one) => valueAt(one, 'type') === 'timeline');
        if (artifact === undefined && performance.now() < end) {
          await pause(300);
          continue;
        }
        must(artifact !== undefined, 'there is no timeline artifact');
        textAt(artifact, 'content_type');
        const timeline: unknown = await (await fetch(textAt(artifact, 'url'))).json();
        mustEqual(valueAt(timeline, 'session_id'), talk.id, 'session_id');
        const triggers = listAt(timeline, 'turns').map((turn) => valueAt(turn, 'trigger'));
        mustEqual(triggers, ['greeting'], 'the triggers');
        must(/hello there/i.test(textAt(timeline, 'turns.0.agent_text')), 'agent_text is another');
        return;
      }
    },
  ),
  rule(
    'sessions.open',
    '10.4',
    'An open session is listed with status created and no end.',
    { how: 'Open a session and read its record.', applies: 'loopback' },
    async (bench) => {
      const { id } = await bench.open();
      const { body } = await bench.rest('GET', `/sessions/${id}`);
      mustEqual(valueAt(body, 'status'), 'created', 'status');
      mustEqual(valueAt(body, 'ended_at') ?? null, null, 'ended_at');
    },
  ),
];

import { pause } from '../../support/until';
import { numberAt, textAt, valueAt, type Json } from '../read';
import { must, mustEqual, rule, shown, type Rule } from '../rule';
import { mustRefuse, mustStillServe, sayExactly, saidIn, WEATHER } from '../steps';
import type { Bench, Talk } from '../bench';
import type { ApiClient } from '../client';

const REFUSED = {
  code: 'session_not_found',
  message: 'Session not found or grace window has expired',
} as const;
const STORY = 'Once upon a time there was a small house at the edge of a wide green forest.';

async function ended({ client }: Talk): Promise<Json> {
  client.send({ type: 'session.end' });
  return client.next('session.ended');
}

/** Drops a session and asks for it on a new socket. */
async function comeBack(bench: Bench, { client, id }: Talk): Promise<ApiClient> {
  await client.drop();
  const next = await bench.connect();
  next.send({ type: 'session.resume', session_id: id });
  return next;
}

/**
 * A resume rule: the documented way is checked; the live one, a refusal, is accepted of the hosted service
 * (section 14, row 6).
 */
async function resumed(
  bench: Bench,
  talk: Talk,
  check: (client: ApiClient, ready: Json) => Promise<void> | void,
): Promise<string | undefined> {
  const client = await comeBack(bench, talk);
  if (!bench.target.loopback) {
    await client.until(() => client.mark > 0, bench.target.patienceMs);
    if (client.types().includes('session.error')) {
      await mustRefuse(client, 0, REFUSED);
      mustEqual(await client.closeCode(), 1008, 'the close code');
      return 'refused, as seen live';
    }
  }
  const ready = await client.next('session.ready');
  await check(client, ready);
  return undefined;
}

async function mustNotResume(bench: Bench, id: string): Promise<void> {
  const client = await bench.connect();
  client.send({ type: 'session.resume', session_id: id });
  const error = await mustRefuse(client, 0, REFUSED);
  must((error['session_id'] ?? null) === null, `session_id is ${shown(error['session_id'])}, expected null`);
  mustEqual(await client.closeCode(), 1008, 'the close code');
}

/** The end of a session, and its resume (sections 2.9, 2.10, 3.2, 3.3, 4.4, 9.2). */
export const endings: readonly Rule[] = [
  rule(
    'end.ended-then-1000',
    '2.9',
    'session.end is answered by session.ended and close 1000.',
    { how: 'Send it and look at both.' },
    async (bench) => {
      const talk = await bench.open();
      await ended(talk);
      mustEqual(await talk.client.closeCode(), 1_000, 'the close code');
    },
  ),
  rule(
    'end.fields',
    '4.4',
    'session.ended carries session_duration_seconds and audio_duration_seconds, a number or null.',
    { how: 'End a session and read both.' },
    async (bench) => {
      const message = await ended(await bench.open());
      numberAt(message, 'session_duration_seconds');
      const audio = message['audio_duration_seconds'] ?? null;
      must(audio === null || typeof audio === 'number', `audio_duration_seconds is ${shown(audio)}`);
      if (bench.target.loopback)
        must('audio_duration_seconds' in message, 'audio_duration_seconds is absent');
    },
  ),
  rule(
    'end.duration',
    '4.4',
    'session_duration_seconds is within about a second of the wall clock of the client.',
    { how: 'Keep a session for two seconds and compare.' },
    async (bench) => {
      const talk = await bench.open();
      await pause(2_000);
      const seconds = numberAt(await ended(talk), 'session_duration_seconds');
      const wall = (performance.now() - talk.client.openedAt) / 1_000;
      must(Math.abs(seconds - wall) < 1.5, `it is ${String(seconds)}, by the clock ${wall.toFixed(2)}`);
    },
  ),
  rule(
    'end.last-event',
    '2.9',
    'session.ended is the last event.',
    { how: 'End a session and look at what comes until the close.' },
    async (bench) => {
      const talk = await bench.open();
      await ended(talk);
      await talk.client.closeCode();
      mustEqual(talk.client.types().at(-1), 'session.ended', 'the last event');
    },
  ),
  rule(
    'end.during-reply',
    '2.9',
    'session.end during a reply ends the session soon, without hearing it out for long.',
    { how: 'End a session in its long greeting; session.ended and close 1000 come within three seconds.' },
    async (bench) => {
      const talk = await bench.open({ greeting: `${STORY} ${STORY} ${STORY}` });
      await talk.client.next('reply.audio');
      const at = performance.now();
      await ended(talk);
      mustEqual(await talk.client.closeCode(), 1_000, 'the close code');
      must(performance.now() - at < 3_000, `it took ${(performance.now() - at).toFixed(0)} ms`);
    },
  ),
  rule(
    'end.ignores-what-follows',
    '2.9',
    'Messages behind session.end change nothing.',
    { how: 'Send an update and a reply.create right behind it: neither is answered before close 1000.' },
    async (bench) => {
      const talk = await bench.open();
      const from = talk.client.mark;
      talk.client.send({ type: 'session.end' });
      talk.client.send({ type: 'session.update', session: { system_prompt: 'x' } });
      talk.client.send({ type: 'reply.create' });
      mustEqual(await talk.client.closeCode(), 1_000, 'the close code');
      mustEqual(talk.client.types(from), ['session.ended'], 'what came');
    },
  ),
  rule(
    'end.during-tool',
    '2.9',
    'session.end while a tool runs ends the session.',
    { how: 'Have a tool called and end the session without a result.' },
    async (bench) => {
      const talk = await bench.open({ tools: [WEATHER] });
      talk.client.send({
        type: 'reply.create',
        instructions: 'The user typed: "What is the weather in Paris?" Answer it.',
      });
      await talk.client.next('tool.call', 0, { withinMs: bench.target.patienceMs * 2 });
      await ended(talk);
      mustEqual(await talk.client.closeCode(), 1_000, 'the close code');
    },
  ),
  rule(
    'resume.same-session',
    '2.10',
    'session.resume within 30 s of a drop is answered by session.ready with the same session_id.',
    { how: 'Lose the socket, resume on a new one, compare ids.' },
    async (bench) => {
      const talk = await bench.open();
      return resumed(bench, talk, (_, ready) => mustEqual(ready['session_id'], talk.id, 'session_id'));
    },
  ),
  rule(
    'resume.first-answer',
    '2.10',
    'A resume is answered by session.ready; the greeting is not repeated.',
    { how: 'Resume a session that has greeted; for one and a half seconds no reply comes.' },
    async (bench) => {
      const talk = await bench.open({ greeting: 'Hello.' });
      await talk.client.next('reply.done', 0, { withinMs: bench.target.patienceMs * 2 });
      return resumed(bench, talk, (client) => client.without(['reply.started', 'reply.audio'], 0, 1_500));
    },
  ),
  rule(
    'resume.config',
    '2.10',
    'A resumed session keeps its configuration, later changes included.',
    { how: 'Change the volume, drop, resume, read config of session.ready.' },
    async (bench) => {
      const talk = await bench.open({ system_prompt: 'You are Nova.', tools: [WEATHER] });
      talk.client.send({ type: 'session.update', session: { output: { volume: 42 } } });
      await talk.client.next('session.updated', talk.client.mark);
      return resumed(bench, talk, (_, ready) => {
        mustEqual(valueAt(ready, 'config.output.volume'), 42, 'config.output.volume');
        mustEqual(valueAt(ready, 'config.tools.0.name'), 'get_weather', 'config.tools[0].name');
        must(textAt(ready, 'config.system_prompt').includes('Nova'), 'the prompt is gone');
      });
    },
  ),
  rule(
    'resume.goes-on',
    '2.10',
    'A resumed session serves on.',
    { how: 'Resume, have something said, change the volume, end it.' },
    async (bench) => {
      const talk = await bench.open();
      return resumed(bench, talk, async (client, ready) => {
        const next = { ...talk, client, ready };
        must(
          /back again/i.test(saidIn(await sayExactly(bench, next, 'Back again.'))),
          'it said something else',
        );
        await mustStillServe(client);
        await ended(next);
        mustEqual(await client.closeCode(), 1_000, 'the close code');
      });
    },
  ),
  rule(
    'resume.frozen',
    '5.1',
    'In a resumed session the frozen fields stay frozen.',
    { how: 'Resume, then send another voice: immutable_field.' },
    async (bench) => {
      const talk = await bench.open();
      return resumed(bench, talk, async (client) => {
        const from = client.mark;
        client.send({ type: 'session.update', session: { output: { voice: 'alba' } } });
        await mustRefuse(client, from, { code: 'immutable_field', param: /^output\.voice$/ });
      });
    },
  ),
  rule(
    'resume.mid-reply',
    '2.10',
    'A session that was dropped in the middle of a reply can be resumed; no event of a reply comes without its reply.started.',
    { how: 'Drop in a long greeting, resume, listen for a second, have something said.' },
    async (bench) => {
      const talk = await bench.open({ greeting: `${STORY} ${STORY}` });
      await talk.client.next('reply.audio');
      return resumed(bench, talk, async (client, ready) => {
        await pause(1_000);
        const first = client.arrivals.find(({ type }) => /^reply\.|^transcript\.agent/.test(type));
        must(!first || first.type === 'reply.started', `the first is ${first?.type ?? ''}`);
        await sayExactly(bench, { ...talk, client, ready }, 'Back again.');
      });
    },
  ),
  rule(
    'resume.twice',
    '2.10',
    'A session can be resumed again after another drop.',
    { how: 'Drop and resume two times.' },
    async (bench) => {
      const talk = await bench.open();
      return resumed(bench, talk, async (client, ready) => {
        const again = await comeBack(bench, { ...talk, client, ready });
        mustEqual((await again.next('session.ready'))['session_id'], talk.id, 'session_id');
      });
    },
  ),
  rule(
    'resume.clean-close',
    '2.10',
    'A close frame without session.end is a drop as well.',
    { how: 'Close the socket with 1000, then resume.' },
    async (bench) => {
      const talk = await bench.open();
      talk.client.socket.close(1_000);
      await talk.client.closeCode();
      return resumed(bench, talk, (_, ready) => mustEqual(ready['session_id'], talk.id, 'session_id'));
    },
  ),
  rule(
    'resume.unknown',
    '9.1',
    'Resuming a session that nobody has is session_not_found and close 1008.',
    { how: 'Send session.resume with an invented id.' },
    async (bench) => mustNotResume(bench, `sess_${'0'.repeat(32)}`),
  ),
  rule(
    'resume.after-end',
    '3.3',
    'A session that was ended cannot be resumed.',
    { how: 'End a session, then send session.resume with its id.' },
    async (bench) => {
      const talk = await bench.open();
      await ended(talk);
      await talk.client.closeCode();
      await mustNotResume(bench, talk.id);
    },
  ),
  rule(
    'resume.without-id',
    '3.2',
    'session.resume without session_id has the wrong shape.',
    { how: 'Send it first: invalid_format, and no session.' },
    async (bench) => {
      const client = await bench.connect();
      client.send({ type: 'session.resume' });
      const message = "Invalid message format for type 'session.resume'";
      await mustRefuse(client, 0, { code: 'invalid_format', message });
    },
  ),
];

import { pause } from '../../support/until';
import { textAt, valueAt } from '../read';
import { must, mustEqual, rule, shown, type Rule } from '../rule';
import { ask, callFor, mustRefuse, replyFrom, sayExactly, sendResult, WEATHER_QUESTION } from '../steps';
import { fault, RESULT, SESSION } from './fault';

/** Switches for tools, timing and REST. */
export const toolFaults: readonly Rule[] = [
  fault(
    'repeat-call=5',
    'a call comes five times in its turn, each with an id of its own',
    'Ask for the weather.',
    async (bench) => {
      const talk = await bench.open(SESSION);
      ask(talk, WEATHER_QUESTION);
      const { calls } = await replyFrom(bench, talk.client, 0);
      mustEqual(
        calls.map(({ name }) => name),
        Array.from({ length: 5 }, () => 'get_weather'),
        'the calls',
      );
      mustEqual(new Set(calls.map((call) => textAt(call, 'call_id'))).size, 5, 'the number of ids');
    },
  ),
  fault('parallel-calls', 'two tools are called in one reply', 'Ask for the weather.', async (bench) => {
    const talk = await bench.open(SESSION);
    ask(talk, WEATHER_QUESTION);
    const { calls, mark } = await replyFrom(bench, talk.client, 0);
    mustEqual(calls.length, 2, 'the number of calls');
    for (const call of calls) sendResult(talk, textAt(call, 'call_id'), RESULT);
    await replyFrom(bench, talk.client, mark);
  }),
  fault(
    'chain-calls=3',
    'a result is answered by the next call, until three were made',
    'Answer every call.',
    async (bench) => {
      const talk = await bench.open(SESSION);
      ask(talk, WEATHER_QUESTION);
      let from = 0;
      for (let made = 1; made <= 3; made++) {
        const { calls, mark, audio } = await replyFrom(bench, talk.client, from);
        mustEqual(calls.length, 1, `the calls of reply ${String(made)}`);
        mustEqual(audio.length, 0, 'its chunks of audio');
        sendResult(talk, textAt(calls[0], 'call_id'), RESULT);
        from = mark;
      }
      must((await replyFrom(bench, talk.client, from)).audio.length > 0, 'the answer is silent');
    },
  ),
  fault(
    'barge-in-tool=200',
    'the person speaks while a tool runs; a late result causes no reply',
    'Have a tool called, wait for the speech, send the result.',
    async (bench) => {
      const talk = await bench.open(SESSION);
      const { id, from } = await callFor(bench, talk);
      await talk.client.next('input.speech.started', from);
      await talk.client.next('transcript.user', from);
      sendResult(talk, id, RESULT);
      await pause(1_000);
      const told = talk.client.all('transcript.agent', from).map(({ text }) => String(text));
      must(!told.some((text) => /19|nineteen/i.test(text)), `it told ${shown(told)}`);
    },
  ),
  fault(
    'hold-tools',
    'every tool runs as hold',
    'Read execution_mode, have one called, hear nothing until its result.',
    async (bench) => {
      const talk = await bench.open(SESSION);
      const { id, from } = await callFor(bench, talk);
      const { mark } = await replyFrom(bench, talk.client, from);
      await talk.client.without(['reply.started'], mark, 800);
      sendResult(talk, id, RESULT);
      await replyFrom(bench, talk.client, mark);
    },
  ),
  fault(
    'tool-timeout=1',
    'every tool has one second',
    'Have one called and send no result: the apology comes in time.',
    async (bench) => {
      const talk = await bench.open(SESSION);
      const { from } = await callFor(bench, talk);
      const called = await talk.client.arrival('tool.call', from);
      const { mark } = await replyFrom(bench, talk.client, from);
      const { startedAt } = await replyFrom(bench, talk.client, mark);
      must(
        startedAt - called.at > 900 && startedAt - called.at < 4_000,
        `it came after ${(startedAt - called.at).toFixed(0)} ms`,
      );
    },
  ),
  fault(
    'served-tools',
    'a call is information: the server answers it itself',
    'Read http of the tool, have it called, send nothing: the answer comes.',
    async (bench) => {
      const talk = await bench.open(SESSION);
      must((valueAt(talk.ready, 'config.tools.0.http') ?? null) !== null, 'config.tools[0].http is null');
      const { from } = await callFor(bench, talk);
      const { mark } = await replyFrom(bench, talk.client, from);
      must((await replyFrom(bench, talk.client, mark)).audio.length > 0, 'the answer is silent');
    },
  ),
  fault(
    'tool-reply-ids',
    'the reply that tells a result is named fc-<call_id>',
    'Have a tool called and send its result.',
    async (bench) => {
      const talk = await bench.open(SESSION);
      const { id, from } = await callFor(bench, talk);
      const { mark } = await replyFrom(bench, talk.client, from);
      sendResult(talk, id, RESULT);
      mustEqual((await replyFrom(bench, talk.client, mark)).id, `fc-${id}`, 'reply_id');
    },
  ),
  fault(
    'timing=resultToReply:900',
    'single steps take the time that is asked for',
    'Measure from a result to its reply.',
    async (bench) => {
      const talk = await bench.open(SESSION);
      const { id, from } = await callFor(bench, talk);
      const { mark } = await replyFrom(bench, talk.client, from);
      const sent = performance.now();
      sendResult(talk, id, RESULT);
      const { startedAt } = await replyFrom(bench, talk.client, mark);
      must(startedAt - sent > 850, `it took ${(startedAt - sent).toFixed(0)} ms`);
    },
  ),
  fault(
    'single-use-tokens',
    'a token opens one socket only',
    'Open two sockets with one.',
    async (bench) => {
      const query = textAt((await bench.rest('GET', '/token?expires_in_seconds=60')).body, 'token');
      await bench.open({}, { query });
      await mustRefuse(await bench.connect({ query }), 0, { code: 'unauthorized' });
    },
    'hold',
  ),
  fault(
    'bad-key-401',
    'GET /token answers a rejected key with 401',
    'Ask with one.',
    async (bench) => {
      mustEqual(
        (await bench.rest('GET', '/token?expires_in_seconds=60', { key: 'bad-key' })).status,
        401,
        'the status',
      );
    },
    'hold',
  ),
  fault(
    'token-400',
    'GET /token answers bad parameters with 400',
    'Ask without any.',
    async (bench) => {
      mustEqual((await bench.rest('GET', '/token')).status, 400, 'the status');
    },
    'hold',
  ),
  fault(
    'agents-array',
    'GET /agents answers a bare array',
    'Ask.',
    async (bench) => {
      must(Array.isArray((await bench.rest('GET', '/agents')).body), 'it is none');
    },
    'hold',
  ),
  fault(
    'replace-agents',
    'PUT replaces the whole agent',
    'Create one with a greeting, PUT one without, read it.',
    async (bench) => {
      const { id } = await bench.agent({ greeting: 'Hello.' });
      const body = { name: 'Other', system_prompt: 'x', voice: { voice_id: 'anna' } };
      const answer = await bench.rest('PUT', `/agents/${id}`, { body });
      must((valueAt(answer.body, 'greeting') ?? null) === null, 'the greeting is still there');
    },
    'hold',
  ),
  fault(
    'voices-426',
    'GET /voices answers 426',
    'Ask.',
    async (bench) => {
      mustEqual((await bench.rest('GET', '/voices')).status, 426, 'the status');
    },
    'hold',
  ),
  rule(
    'control.clear',
    '14.2',
    'DELETE /control/faults switches everything off again.',
    { how: 'Switch a fault on for all, clear, open a session.', applies: 'control' },
    async (bench) => {
      await bench.target.control?.hold(['unauthorized']);
      await bench.target.control?.clear();
      await sayExactly(bench, await bench.open(), 'All is well.');
    },
  ),
];

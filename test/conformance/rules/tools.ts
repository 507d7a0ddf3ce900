import { isObject, objectAt, textAt, type Json } from '../read';
import { must, mustEqual, NotApplicable, rule, shown, type Rule } from '../rule';
import {
  ask,
  callFor,
  CLOCK,
  mustStillServe,
  replyFrom,
  saidIn,
  sayExactly,
  sendResult,
  WEATHER,
  WEATHER_QUESTION,
} from '../steps';
import type { Bench } from '../bench';

const SESSION: Json = {
  system_prompt: 'You are Nova, a desktop helper. Use get_weather for weather and get_time for the time.',
  tools: [WEATHER, CLOCK],
};
const RESULT = { temp_c: 19, sky: 'clear' };

/** The call's own reply is over; gives the position behind it. */
async function callOver(
  bench: Bench,
  talk: Awaited<ReturnType<Bench['open']>>,
  from: number,
): Promise<number> {
  return (await replyFrom(bench, talk.client, from)).mark;
}

/** Tools run by the client (sections 2.4, 2.5, 3.5, 4.13, 6). */
export const tools: readonly Rule[] = [
  rule(
    'tool.fields',
    '4.13',
    'tool.call carries call_id, the name of an offered tool, and arguments as an object; no reply_id.',
    { how: 'Ask for the weather in Paris in writing and read the call.' },
    async (bench) => {
      const { call, id } = await callFor(bench, await bench.open(SESSION));
      must(id !== '', 'call_id is empty');
      mustEqual(call['name'], 'get_weather', 'name');
      must(isObject(call['arguments']), `arguments is ${shown(call['arguments'])}`);
      mustEqual(call['reply_id'], undefined, 'reply_id');
    },
  ),
  rule(
    'tool.arguments',
    '6.1',
    'Arguments are filled by the parameter schema from what the user said.',
    { how: 'Ask for the weather in Paris; arguments.city must be Paris.' },
    async (bench) => {
      const { call } = await callFor(bench, await bench.open(SESSION));
      must(
        /^paris/i.test(textAt(call, 'arguments.city')),
        `city is ${shown(objectAt(call, 'arguments')['city'])}`,
      );
    },
  ),
  rule(
    'tool.inside-reply',
    '2.4',
    'A tool.call comes inside a reply, which then ends completed by itself.',
    { how: 'Ask for the weather; the reply around the call is done before any result is sent.' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const { from } = await callFor(bench, talk);
      const reply = await replyFrom(bench, talk.client, from);
      must(reply.calls.length >= 1, `the call is not inside: ${talk.client.types(from).join(', ')}`);
      mustEqual(reply.status ?? 'completed', 'completed', 'status');
    },
  ),
  ...(
    [
      ['after-done', 'after reply.done', true],
      ['at-once', 'at once', false],
    ] as const
  ).map(([id, what, waits]) =>
    rule(
      `tool.result-${id}`,
      '6.3',
      `A result sent ${what} is answered by a new reply, never before the call's own reply is done.`,
      {
        how: `Ask for the weather, send the result ${what}; the next reply has an id of its own and speaks.`,
      },
      async (bench) => {
        const talk = await bench.open(SESSION);
        const { id: callId, from } = await callFor(bench, talk);
        if (waits) await callOver(bench, talk, from);
        sendResult(talk, callId, RESULT);
        const first = await replyFrom(bench, talk.client, from);
        const second = await replyFrom(bench, talk.client, first.mark);
        must(second.id !== first.id && second.startedAt >= first.doneAt, 'it is not a reply of its own');
        must(second.audio.length > 0 || second.calls.length > 0, 'the answer is empty');
      },
    ),
  ),
  rule(
    'tool.result-told',
    '6.2',
    'The answer tells the result.',
    { how: 'Give 19 degrees as the result; the answer must say so, in figures or words.' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const { id, from } = await callFor(bench, talk);
      const mark = await callOver(bench, talk, from);
      sendResult(talk, id, RESULT);
      const said = saidIn(await replyFrom(bench, talk.client, mark));
      must(/19|nineteen/i.test(said), `it said ${shown(said)}`);
    },
  ),
  rule(
    'tool.result-plain-text',
    '3.5',
    'A result may be plain text instead of JSON.',
    { how: 'Send a sentence as the result: a reply comes and no error.' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const { id, from } = await callFor(bench, talk);
      const mark = await callOver(bench, talk, from);
      sendResult(talk, id, 'Nineteen degrees and clear.');
      await replyFrom(bench, talk.client, mark);
      mustEqual(talk.client.all('session.error'), [], 'errors');
    },
  ),
  rule(
    'tool.result-error',
    '3.5',
    'is_error true is taken as a failure: the agent says that it did not work.',
    { how: 'Send {"error":"No such city"} with is_error; a reply comes that tells no weather.' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const { id, from } = await callFor(bench, talk);
      const mark = await callOver(bench, talk, from);
      sendResult(talk, id, { error: 'No such city' }, { is_error: true });
      const reply = await replyFrom(bench, talk.client, mark);
      must(reply.calls.length > 0 || saidIn(reply) !== '', 'it said nothing');
      must(!/degrees|sunny|clear/i.test(saidIn(reply)), `it said ${shown(saidIn(reply))}`);
    },
  ),
  rule(
    'tool.result-once',
    '6.3',
    'A second result for the same call is ignored.',
    { how: 'Send the result twice; exactly one reply comes, and no error.', applies: 'loopback' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const { id, from } = await callFor(bench, talk);
      const mark = await callOver(bench, talk, from);
      sendResult(talk, id, RESULT);
      sendResult(talk, id, { temp_c: 3 });
      const { mark: after } = await replyFrom(bench, talk.client, mark);
      await talk.client.without(['reply.started', 'session.error'], after, 1_000);
      mustEqual(talk.client.all('session.error'), [], 'errors');
    },
  ),
  rule(
    'tool.result-unknown',
    '6.3',
    'A result for a call that nobody made is ignored.',
    { how: 'Send one to a fresh session: nothing comes, and the session goes on.', applies: 'loopback' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const from = talk.client.mark;
      sendResult(talk, 'call_nobody', RESULT);
      await talk.client.without(['reply.started', 'session.error'], from, 800);
      await mustStillServe(talk.client);
    },
  ),
  rule(
    'tool.parallel',
    '2.4',
    'Several calls in one reply have ids of their own; the answer comes after the last result.',
    { how: 'Ask for the weather in Paris and the time in Tokyo; send the results half a second apart.' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const from = talk.client.mark;
      ask(talk, `${WEATHER_QUESTION.slice(0, -1)} and what time is it in Tokyo?`);
      const { calls, mark } = await replyFrom(bench, talk.client, from);
      if (calls.length < 2 && !bench.target.loopback)
        throw new NotApplicable('the model made its calls one by one');
      mustEqual(calls.map(({ name }) => name).sort(), ['get_time', 'get_weather'], 'the calls');
      const ids = calls.map((call) => textAt(call, 'call_id'));
      must(new Set(ids).size === ids.length, `the ids are ${shown(ids)}`);
      sendResult(talk, ids[0]!, RESULT);
      await talk.client.without(['reply.started'], mark, 500);
      sendResult(talk, ids[1]!, { time: '09:30' });
      await replyFrom(bench, talk.client, mark);
    },
  ),
  rule(
    'tool.ids-differ',
    '4.13',
    'Every call has an id of its own.',
    { how: 'Have the same tool called twice, one turn after the other.' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const one = await callFor(bench, talk);
      const mark = await callOver(bench, talk, one.from);
      sendResult(talk, one.id, RESULT);
      await replyFrom(bench, talk.client, mark);
      const other = await callFor(bench, talk, 'What is the weather in Rome?');
      must(one.id !== other.id, `both are ${one.id}`);
    },
  ),
  rule(
    'tool.time-out',
    '6.1',
    'When timeout_seconds pass without a result, the agent says so and the session goes on.',
    {
      how: 'Offer a tool with one second, send no result: a reply comes between one and six seconds after the call.',
    },
    async (bench) => {
      const talk = await bench.open({ ...SESSION, tools: [{ ...WEATHER, timeout_seconds: 1 }] });
      const { from } = await callFor(bench, talk);
      const called = await talk.client.arrival('tool.call', from);
      const mark = await callOver(bench, talk, from);
      const apology = await replyFrom(bench, talk.client, mark);
      const after = apology.startedAt - called.at;
      must(after > 900 && after < 6_000, `it came after ${after.toFixed(0)} ms`);
      must(saidIn(apology) !== '', 'it said nothing');
      await mustStillServe(talk.client);
    },
  ),
  rule(
    'tool.late-result',
    '6.1',
    'A result after the time-out is useless: it causes no reply.',
    {
      how: 'Let a tool time out, hear the apology, send the result: nothing within a second.',
      applies: 'loopback',
    },
    async (bench) => {
      const talk = await bench.open({ ...SESSION, tools: [{ ...WEATHER, timeout_seconds: 1 }] });
      const { from, id } = await callFor(bench, talk);
      const { mark } = await replyFrom(bench, talk.client, await callOver(bench, talk, from));
      sendResult(talk, id, RESULT);
      await talk.client.without(['reply.started', 'session.error'], mark, 1_000);
    },
  ),
  rule(
    'tool.hold-silent',
    '6.4',
    'While a hold tool runs the agent keeps silent; its result causes the reply, exactly one.',
    { how: 'Have a hold tool called, wait one and a half seconds, send the result, count replies.' },
    async (bench) => {
      const talk = await bench.open({ ...SESSION, tools: [{ ...WEATHER, execution_mode: 'hold' }] });
      const { id, from } = await callFor(bench, talk);
      const mark = await callOver(bench, talk, from);
      await talk.client.without(['reply.started'], mark, 1_500);
      sendResult(talk, id, RESULT);
      const { mark: after } = await replyFrom(bench, talk.client, mark);
      await talk.client.without(['reply.started'], after, 800);
    },
  ),
  rule(
    'tool.hold-progress',
    '2.5',
    'reply.create gives progress while a hold tool runs; the result still causes its reply.',
    { how: 'Have a hold tool called, have "One moment" said, send the result.' },
    async (bench) => {
      const talk = await bench.open({ ...SESSION, tools: [{ ...WEATHER, execution_mode: 'hold' }] });
      const { id, from } = await callFor(bench, talk);
      await callOver(bench, talk, from);
      const progress = await sayExactly(bench, talk, 'One moment.');
      must(/one moment/i.test(saidIn(progress)), `it said ${shown(saidIn(progress))}`);
      sendResult(talk, id, RESULT);
      await replyFrom(bench, talk.client, progress.mark);
    },
  ),
  rule(
    'tool.replaced',
    '5.1',
    'Changed tools are used from the next reply on, and old ones no more.',
    { how: 'Begin with get_time alone, offer get_weather instead, ask for the weather.' },
    async (bench) => {
      const talk = await bench.open({ ...SESSION, tools: [CLOCK] });
      const from = talk.client.mark;
      talk.client.send({ type: 'session.update', session: { tools: [WEATHER] } });
      await talk.client.next('session.updated', from);
      const { call } = await callFor(bench, talk);
      mustEqual(call['name'], 'get_weather', 'name');
    },
  ),
  rule(
    'tool.none-offered',
    '4.13',
    'Without tools there are no calls.',
    { how: 'Ask for the weather in a session without tools: a spoken reply, no tool.call.' },
    async (bench) => {
      const talk = await bench.open();
      const from = talk.client.mark;
      ask(talk, WEATHER_QUESTION);
      const reply = await replyFrom(bench, talk.client, from);
      mustEqual(reply.calls, [], 'the calls');
      must(saidIn(reply) !== '', 'it said nothing');
    },
  ),
  rule(
    'tool.chain',
    '2.4',
    'After an answered call the next request may call again: every result finds its call.',
    { how: 'Weather, result, answer; then time, result, answer; four replies in order, two results told.' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const one = await callFor(bench, talk);
      sendResult(talk, one.id, RESULT);
      const first = await replyFrom(bench, talk.client, await callOver(bench, talk, one.from));
      const two = await callFor(bench, talk, 'What time is it in Tokyo?');
      mustEqual(two.call['name'], 'get_time', 'the second call');
      sendResult(talk, two.id, { time: '09:30' });
      const second = await replyFrom(bench, talk.client, await callOver(bench, talk, two.from));
      must(second.startedAt >= first.doneAt, 'the answers overlap');
      must(/9|nine/i.test(saidIn(second)), `it said ${shown(saidIn(second))}`);
    },
  ),
];

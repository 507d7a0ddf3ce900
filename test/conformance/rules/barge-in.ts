import { PHRASES } from '../phrases';
import { pause } from '../../support/until';
import { textAt, type Json } from '../read';
import { must, mustEqual, NotApplicable, rule, shown, type Rule } from '../rule';
import { callFor, CLOCK, replyFrom, sendResult, WEATHER } from '../steps';
import type { Bench, Talk } from '../bench';

const SESSION: Json = {
  system_prompt: 'You are Nova, a desktop helper. Use get_weather for weather and get_time for the time.',
  tools: [WEATHER, CLOCK],
};
const STORY =
  'Once upon a time there was a small house at the edge of a wide green forest, and in it lived a miller with three sons, ' +
  'and the eldest got the mill, the second got the donkey, and the youngest got nothing but the old grey cat.';
const SPEECH = { speaks: true } as const;
/** The session tells a long story; resolves when it is heard. */
async function storytelling(bench: Bench, session: Json = {}): Promise<Talk> {
  const talk = await bench.open({ greeting: STORY, ...session });
  talk.mic.start();
  await talk.client.next('reply.audio');
  await pause(500);
  return talk;
}

/** Speech over a reply or a tool (sections 2.6, 6.3, 6.4, 8.5). */
export const bargeIn: readonly Rule[] = [
  rule(
    'barge-in.events',
    '2.6',
    'Speech over the agent brings input.speech.started, transcript.agent interrupted and reply.done interrupted, close together, in any order.',
    { ...SPEECH, how: 'Speak into a long greeting and compare the times of the three.' },
    async (bench) => {
      const { client, ...talk } = await storytelling(bench);
      const from = client.mark;
      const said = bench.say({ client, ...talk }, PHRASES.stop);
      const done = await client.arrival('reply.done', from, { withinMs: bench.target.patienceMs * 2 });
      mustEqual(done.message['status'], 'interrupted', 'status');
      const started = await client.arrival('input.speech.started', from);
      must(
        Math.abs(started.at - done.at) < 500,
        `they are ${Math.abs(started.at - done.at).toFixed(0)} ms apart`,
      );
      await said;
      const transcript = client.all('transcript.agent', from)[0];
      if (!transcript && !bench.target.loopback) return 'without transcript.agent';
      mustEqual(transcript?.['interrupted'], true, 'interrupted');
      return undefined;
    },
  ),
  rule(
    'barge-in.text-cut',
    '4.11',
    'The transcript of an interrupted reply is cut to what was spoken.',
    { ...SPEECH, how: 'Interrupt a long greeting; its text must be the beginning of it, and not all.' },
    async (bench) => {
      const talk = await storytelling(bench);
      await bench.say(talk, PHRASES.stop);
      const { transcript } = await replyFrom(bench, talk.client, 0);
      if (!transcript && !bench.target.loopback)
        throw new NotApplicable('no transcript.agent came (section 13.5)');
      const text = textAt(transcript, 'text')
        .trim()
        .replace(/\s*(?:\.{3}|…|-+)$/, '');
      must(STORY.startsWith(text) && text.length < STORY.length * 0.9, `the text is ${shown(text)}`);
    },
  ),
  rule(
    'barge-in.silence',
    '2.6',
    'After reply.done interrupted no audio of that reply comes.',
    { ...SPEECH, how: 'Interrupt a long greeting and listen on for a second.' },
    async (bench) => {
      const talk = await storytelling(bench);
      await bench.say(talk, PHRASES.stop);
      const { id, mark } = await replyFrom(bench, talk.client, 0);
      await pause(1_000);
      const late = talk.client.arrivals.slice(mark).filter(({ message }) => message['reply_id'] === id);
      mustEqual(
        late.map(({ type }) => type),
        [],
        'late events',
      );
    },
  ),
  rule(
    'barge-in.goes-on',
    '2.6',
    'The interrupting words become a turn of their own, with a reply.',
    { ...SPEECH, how: 'Interrupt a long greeting with a question for the weather; get_weather is called.' },
    async (bench) => {
      const talk = await storytelling(bench, SESSION);
      const from = talk.client.mark;
      await bench.say(talk, PHRASES.weatherPolite);
      await talk.client.next('transcript.user', from, { withinMs: bench.target.patienceMs * 2 });
      await talk.client.next('tool.call', from, { withinMs: bench.target.patienceMs * 2 });
    },
  ),
  rule(
    'barge-in.off',
    '5.4',
    'With interrupt_response false the agent cannot be interrupted; speech is only reported.',
    { ...SPEECH, how: 'Speak into a greeting of such a session: it completes, and the speech is heard.' },
    async (bench) => {
      const talk = await storytelling(bench, { input: { turn_detection: { interrupt_response: false } } });
      await bench.say(talk, PHRASES.stop);
      mustEqual((await replyFrom(bench, talk.client, 0)).status ?? 'completed', 'completed', 'status');
      await talk.client.next('input.speech.started', 0);
    },
  ),
  rule(
    'barge-in.off-later',
    '5.1',
    'interrupt_response takes effect at once when it is changed.',
    { ...SPEECH, how: 'Set it to false while a greeting is spoken, then speak: the greeting completes.' },
    async (bench) => {
      const talk = await storytelling(bench);
      const from = talk.client.mark;
      const session = { input: { turn_detection: { interrupt_response: false } } };
      talk.client.send({ type: 'session.update', session });
      await talk.client.next('session.updated', from);
      await bench.say(talk, PHRASES.stop);
      mustEqual((await replyFrom(bench, talk.client, 0)).status ?? 'completed', 'completed', 'status');
    },
  ),
  rule(
    'barge-in.greeting-protected',
    '2.2',
    'With "greeting" in uninterruptible_turns the greeting completes, and later replies can be interrupted.',
    { ...SPEECH, how: 'Speak into such a greeting, hear it out, then interrupt a long reply.' },
    async (bench) => {
      const turn_detection = { uninterruptible_turns: ['greeting'] };
      const talk = await storytelling(bench, { greeting: STORY.slice(0, 110), input: { turn_detection } });
      await bench.say(talk, PHRASES.stop);
      mustEqual((await replyFrom(bench, talk.client, 0)).status ?? 'completed', 'completed', 'status');
      await pause(1_500);
      const from = talk.client.mark;
      talk.client.send({ type: 'reply.create', instructions: `Say exactly: ${STORY}` });
      const wanted = (arrival: Json) =>
        arrival['reply_id'] !== talk.client.all('reply.started')[0]?.['reply_id'];
      await talk.client.next('reply.audio', from, { where: wanted, withinMs: bench.target.patienceMs * 4 });
      await pause(500);
      await bench.say(talk, PHRASES.stop);
      const done = await talk.client.next('reply.done', from, {
        where: ({ status }) => status === 'interrupted',
      });
      mustEqual(done['status'], 'interrupted', 'status');
    },
  ),
  rule(
    'barge-in.delay',
    '5.4',
    'Speech shorter than interruption_delay does not interrupt.',
    { ...SPEECH, how: 'Set it to 1000 and speak for a third of a second into a greeting: it completes.' },
    async (bench) => {
      const talk = await storytelling(bench, { input: { turn_detection: { interruption_delay: 1_000 } } });
      const { voice } = bench.target;
      if (!voice) throw new NotApplicable('there is no voice to speak with');
      await talk.mic.play((await voice.speak(PHRASES.stop)).subarray(0, 8_000));
      mustEqual((await replyFrom(bench, talk.client, 0)).status ?? 'completed', 'completed', 'status');
    },
  ),
  rule(
    'barge-in.tool',
    '6.3',
    'Speech while a tool runs gives up its call: a late result causes no reply, what was said does.',
    {
      ...SPEECH,
      how: 'Have a tool called, ask for the time instead, send the first result after it was heard: get_time is called, the weather not told.',
      applies: 'loopback',
    },
    async (bench) => {
      const talk = await bench.open(SESSION);
      talk.mic.start();
      const { id, from } = await callFor(bench, talk);
      const { mark } = await replyFrom(bench, talk.client, from);
      await bench.say(talk, PHRASES.time);
      await talk.client.next('transcript.user', mark, { withinMs: bench.target.patienceMs * 2 });
      sendResult(talk, id, { temp_c: 19, sky: 'clear' });
      const call = await talk.client.next('tool.call', mark);
      mustEqual(call['name'], 'get_time', 'the new call');
      await talk.client.without(['reply.started'], talk.client.mark, 800);
      const told = talk.client.all('transcript.agent', mark).map(({ text }) => String(text));
      must(!told.some((text) => /19|nineteen/i.test(text)), `it told ${shown(told)}`);
    },
  ),
  rule(
    'turn.hold',
    '6.4',
    'While a hold tool runs, user speech causes no reply; its transcript is told by the end of the hold.',
    {
      ...SPEECH,
      how: 'Have a hold tool called, speak, wait; then send the result: transcript and one reply.',
    },
    async (bench) => {
      const talk = await bench.open({ ...SESSION, tools: [{ ...WEATHER, execution_mode: 'hold' }] });
      talk.mic.start();
      const { id, from } = await callFor(bench, talk);
      const { mark } = await replyFrom(bench, talk.client, from);
      await bench.say(talk, PHRASES.morning);
      await talk.client.without(['reply.started'], mark, 3_000);
      sendResult(talk, id, { temp_c: 19, sky: 'clear' });
      await replyFrom(bench, talk.client, mark);
      await talk.client.next('transcript.user', mark);
    },
  ),
];

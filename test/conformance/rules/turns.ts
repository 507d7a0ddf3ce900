import { PHRASES } from '../phrases';
import { textAt, type Json } from '../read';
import { must, mustEqual, rule, shown, type Rule } from '../rule';
import { CLOCK, replyFrom, saidIn, sayAndBeHeard, sendResult, sharedWords, WEATHER } from '../steps';

const SESSION: Json = {
  system_prompt: 'You are Nova, a desktop helper. Use get_weather for weather and get_time for the time.',
  tools: [WEATHER, CLOCK],
};
const SPEECH = { speaks: true } as const;
/** Events that tell of someone speaking. */
const HEARING = ['input.speech.started', 'input.speech.stopped', 'transcript.user', 'transcript.user.delta'];

/** Turns of the user (sections 2.3, 4.5 to 4.7, 8). */
export const turns: readonly Rule[] = [
  rule(
    'turn.order',
    '2.3',
    'A spoken turn is input.speech.started, transcript.user and a reply, in this order; the transcript precedes the reply it causes.',
    { ...SPEECH, how: 'Ask for the weather aloud and compare the order of the events.' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const from = talk.client.mark;
      await sayAndBeHeard(bench, talk, PHRASES.weather);
      await replyFrom(bench, talk.client, from);
      const types = talk.client.types(from);
      const at = ['input.speech.started', 'transcript.user', 'reply.started'].map((type) =>
        types.indexOf(type),
      );
      must(
        at.every((place, index) => place >= 0 && place > (at[index - 1] ?? -1)),
        `came: ${types.join(', ')}`,
      );
    },
  ),
  rule(
    'turn.stopped',
    '2.3',
    'input.speech.stopped comes once, between input.speech.started and transcript.user.',
    { ...SPEECH, how: 'Ask aloud and count.', applies: 'loopback' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const from = talk.client.mark;
      await sayAndBeHeard(bench, talk, PHRASES.weather);
      const types = talk.client.arrivals.slice(from).map(({ type }) => type);
      mustEqual(types.filter((type) => type === 'input.speech.stopped').length, 1, 'the number of them');
      mustEqual(types.filter((type) => type === 'input.speech.started').length, 1, 'the number of starts');
      const at = types.indexOf('input.speech.stopped');
      must(
        at > types.indexOf('input.speech.started') && at < types.indexOf('transcript.user'),
        types.join(', '),
      );
    },
  ),
  rule(
    'turn.speech-fields',
    '4.5',
    'input.speech.started and input.speech.stopped have no fields beside type and timestamp.',
    { ...SPEECH, how: 'Ask aloud and list their keys.', applies: 'loopback' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      await sayAndBeHeard(bench, talk, PHRASES.weather);
      for (const { type, message } of talk.client.arrivals) {
        if (type.startsWith('input.speech'))
          mustEqual(Object.keys(message).sort(), ['timestamp', 'type'], 'the keys');
      }
    },
  ),
  rule(
    'turn.transcript',
    '4.7',
    'transcript.user tells what was said.',
    { ...SPEECH, how: 'Ask "What is the weather in Paris?" aloud; most of its words must be in the text.' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const text = textAt(await sayAndBeHeard(bench, talk, PHRASES.weather), 'text');
      must(sharedWords(text, PHRASES.weather) >= 0.65, `it tells ${shown(text)}`);
    },
  ),
  rule(
    'turn.item-ids',
    '4.7',
    'transcript.user has the item_id of its deltas, and no other item has it.',
    { ...SPEECH, how: 'Ask aloud and compare with the deltas before and the reply after.' },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const from = talk.client.mark;
      const item = textAt(await sayAndBeHeard(bench, talk, PHRASES.weather), 'item_id');
      for (const delta of talk.client.all('transcript.user.delta', from))
        mustEqual(delta['item_id'], item, 'item_id of a delta');
      must((await replyFrom(bench, talk.client, from)).itemId !== item, 'the reply has the same item_id');
    },
  ),
  rule(
    'turn.deltas',
    '4.6',
    'transcript.user.delta carries the whole partial text in `text`, before its transcript.user.',
    {
      ...SPEECH,
      how: 'Say a long sentence; at least one delta comes, each with text, none after the final.',
    },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const from = talk.client.mark;
      await sayAndBeHeard(bench, talk, PHRASES.weatherLong);
      const deltas = talk.client.all('transcript.user.delta', from);
      must(deltas.length > 0, 'none came');
      for (const delta of deltas) {
        const text = bench.target.loopback ? delta['text'] : (delta['text'] ?? delta['delta']);
        must(typeof text === 'string' && text !== '', `a delta is ${shown(delta)}`);
      }
      const types = talk.client.arrivals.slice(from).map(({ type }) => type);
      must(
        types.lastIndexOf('transcript.user.delta') < types.indexOf('transcript.user'),
        'a delta came after the final',
      );
    },
  ),
  rule(
    'turn.tool',
    '2.4',
    'A spoken request calls a tool, and its result is told.',
    {
      ...SPEECH,
      how: 'Ask for the weather in Paris aloud; get_weather is called; give 19 degrees; hear 19.',
    },
    async (bench) => {
      const talk = await bench.open(SESSION);
      const from = talk.client.mark;
      await bench.say(talk, PHRASES.weather);
      const call = await talk.client.next('tool.call', from, { withinMs: bench.target.patienceMs * 2 });
      mustEqual(call['name'], 'get_weather', 'name');
      sendResult(talk, textAt(call, 'call_id'), { temp_c: 19, sky: 'clear' });
      const { mark } = await replyFrom(bench, talk.client, from);
      const said = saidIn(await replyFrom(bench, talk.client, mark));
      must(/19|nineteen/i.test(said), `it said ${shown(said)}`);
    },
  ),
  rule(
    'turn.two',
    '4.7',
    'A second turn has an item of its own.',
    { ...SPEECH, how: 'Say two things, one after the answer to the other; compare item_id.' },
    async (bench) => {
      const talk = await bench.open();
      const from = talk.client.mark;
      const one = await sayAndBeHeard(bench, talk, PHRASES.morning);
      const { mark } = await replyFrom(bench, talk.client, from);
      const other = await sayAndBeHeard(bench, talk, PHRASES.thanks);
      must(one['item_id'] !== other['item_id'], `both are ${shown(one['item_id'])}`);
      await replyFrom(bench, talk.client, mark);
    },
  ),
  rule(
    'turn.silence',
    '7.2',
    'Silence is no turn.',
    { ...SPEECH, how: 'Stream zeros for two seconds: nothing comes.' },
    async (bench) => {
      const { client, mic } = await bench.open();
      const from = client.mark;
      mic.start();
      await client.without([...HEARING, 'reply.started', 'session.error'], from, 2_000);
    },
  ),
  rule(
    'turn.deaf',
    '5.4',
    'With vad_threshold 1 no speech is ever detected.',
    { ...SPEECH, how: 'Speak into such a session: none of the events of hearing within two seconds after.' },
    async (bench) => {
      const talk = await bench.open({ input: { turn_detection: { vad_threshold: 1 } } });
      await bench.say(talk, PHRASES.weather);
      await talk.client.without([...HEARING, 'reply.started'], 0, 2_000);
    },
  ),
  rule(
    'turn.deaf-later',
    '5.1',
    'turn_detection takes effect at once when it is changed.',
    {
      ...SPEECH,
      how: 'Make an open session deaf, speak: nothing; make it hear again, speak: transcript.user.',
    },
    async (bench) => {
      const talk = await bench.open();
      const set = (vad_threshold: number) =>
        talk.client.send({
          type: 'session.update',
          session: { input: { turn_detection: { vad_threshold } } },
        });
      set(1);
      await bench.say(talk, PHRASES.weather);
      await talk.client.without(HEARING, 0, 1_500);
      set(0.5);
      await sayAndBeHeard(bench, talk, PHRASES.morning);
    },
  ),
  rule(
    'turn.min-silence',
    '5.4',
    'With min_silence set, a turn does not end before that much silence.',
    { ...SPEECH, how: 'Set 1500/3000, speak, and measure from the last sample sent to transcript.user.' },
    async (bench) => {
      const talk = await bench.open({
        input: { turn_detection: { min_silence: 1_500, max_silence: 3_000 } },
      });
      const from = talk.client.mark;
      await bench.say(talk, PHRASES.morning);
      const ended = performance.now();
      const { at } = await talk.client.arrival('transcript.user', from, {
        withinMs: bench.target.patienceMs * 2,
      });
      // The last of what is sent may already be too faint to count as speech.
      must(at - ended > 1_100, `it ended after ${(at - ended).toFixed(0)} ms`);
    },
  ),
  rule(
    'turn.max-silence',
    '5.4',
    'max_silence ends a turn whatever was said.',
    { ...SPEECH, how: 'Set 300/700, say a sentence that hangs; transcript.user comes within three seconds.' },
    async (bench) => {
      const talk = await bench.open({ input: { turn_detection: { min_silence: 300, max_silence: 700 } } });
      const from = talk.client.mark;
      await bench.say(talk, PHRASES.weatherCut);
      const ended = performance.now();
      const { at } = await talk.client.arrival('transcript.user', from, {
        withinMs: bench.target.patienceMs * 2,
      });
      must(at - ended < 3_000, `it ended after ${(at - ended).toFixed(0)} ms`);
    },
  ),
];

import { objectAt, textAt, type Json } from '../read';
import { must, mustEqual, rule, shown, type Rule } from '../rule';
import {
  CLOCK,
  WEATHER,
  lengthOf,
  loudness,
  replyFrom,
  saidIn,
  samplesOf,
  sayAndBeHeard,
  sayExactly,
  sharedWords,
} from '../steps';
import { PHRASES } from '../phrases';
import { Microphone } from '../microphone';

const GREETING = 'Hello there, this is a greeting of some length.';
const SESSION: Json = {
  system_prompt: 'You are Nova, a desktop helper. Use get_weather for weather and get_time for the time.',
  tools: [WEATHER, CLOCK],
};
const SPEECH = { speaks: true } as const;
/** Formats, volume and the rate of audio (sections 5.3, 7). */
export const sound: readonly Rule[] = [
  ...(['audio/pcmu', 'audio/pcma'] as const).map((encoding) =>
    rule(
      `format.${encoding.slice(6)}-out`,
      '7.1',
      `With output ${encoding} a reply has the same sound as in PCM, at 8 kHz.`,
      {
        how: 'Hear one greeting in both formats; decode by the tables of G.711; compare length and loudness.',
      },
      async (bench) => {
        const hear = async (format: object) => {
          const { client } = await bench.open({ greeting: GREETING, output: { voice: 'anna', format } });
          return replyFrom(bench, client, 0);
        };
        const [pcm, coded] = [await hear({ encoding: 'audio/pcm' }), await hear({ encoding })];
        const [long, short] = [lengthOf(pcm), lengthOf(coded, encoding)];
        const [loud, quiet] = [loudness(samplesOf(pcm)), loudness(samplesOf(coded, encoding))];
        must(
          Math.abs(long - short) < 150 + long * (bench.target.loopback ? 0.02 : 0.3),
          `it lasts ${short.toFixed(0)} ms, in PCM ${long.toFixed(0)} ms`,
        );
        must(
          Math.abs(Math.log2(quiet / loud)) < 0.6,
          `its loudness is ${quiet.toFixed(0)}, in PCM ${loud.toFixed(0)}`,
        );
      },
    ),
  ),
  rule(
    'volume.quieter',
    '5.3',
    'output.volume changes how loud replies are, at once.',
    { how: 'Have a sentence said at volume 100, change to 20, have it said again; compare loudness.' },
    async (bench) => {
      const talk = await bench.open({ output: { volume: 100 } });
      const loud = loudness(samplesOf(await sayExactly(bench, talk, 'This is how loud I am.')));
      talk.client.send({ type: 'session.update', session: { output: { volume: 20 } } });
      await talk.client.next('session.updated', talk.client.mark);
      const quiet = loudness(samplesOf(await sayExactly(bench, talk, 'This is how loud I am.')));
      must(quiet < loud * 0.6, `loudness went from ${loud.toFixed(0)} to ${quiet.toFixed(0)}`);
    },
  ),
  rule(
    'prompt.next-reply',
    '5.1',
    'A changed system prompt takes effect with the next reply.',
    { how: 'Ask for the name, rename the agent, ask again.' },
    async (bench) => {
      const { client } = await bench.open({
        system_prompt: 'Your name is Nova. You are Nova, a desktop helper.',
      });
      const askName = async () => {
        const from = client.mark;
        client.send({
          type: 'reply.create',
          instructions: 'The user typed: "What is your name?" Answer it.',
        });
        return saidIn(await replyFrom(bench, client, from));
      };
      const before = await askName();
      must(/nova/i.test(before), `it said ${shown(before)}`);
      const from = client.mark;
      const system_prompt = 'Your name is Vera. You are Vera, a desktop helper.';
      client.send({ type: 'session.update', session: { system_prompt } });
      objectAt(await client.next('session.updated', from), 'config');
      const after = await askName();
      must(/vera/i.test(after) && !/nova/i.test(after), `it said ${shown(after)}`);
    },
  ),
  ...(['audio/pcmu', 'audio/pcma'] as const).map((encoding) =>
    rule(
      `format.${encoding.slice(6)}-in`,
      '7.1',
      `With input ${encoding} the agent hears.`,
      { ...SPEECH, how: 'Ask aloud in this encoding, made by the tables of G.711; compare the transcript.' },
      async (bench) => {
        const talk = await bench.open({ ...SESSION, input: { format: { encoding } } });
        const text = textAt(await sayAndBeHeard(bench, talk, PHRASES.weather), 'text');
        must(sharedWords(text, PHRASES.weather) >= 0.5, `it tells ${shown(text)}`);
      },
    ),
  ),
  rule(
    'format.odd-bytes-g711',
    '3.4',
    'In G.711 one byte is a whole sample: an odd number of them is good.',
    { how: 'Send 161 bytes of mu-law silence: no error.' },
    async (bench) => {
      const { client } = await bench.open({ input: { format: { encoding: 'audio/pcmu' } } });
      client.send({ type: 'input.audio', audio: Buffer.alloc(161, 0xff).toString('base64') });
      await client.without(['session.error'], 0, 700);
    },
  ),
  ...([20, 200] as const).map((milliseconds) =>
    rule(
      `audio.chunks-${String(milliseconds)}`,
      '7.2',
      `Chunks of ${String(milliseconds)} ms are heard.`,
      { ...SPEECH, how: 'Ask aloud in chunks of this length; transcript.user comes.' },
      async (bench) => {
        const talk = await bench.open(SESSION);
        const mic = new Microphone(talk.client, 'audio/pcm', milliseconds);
        await sayAndBeHeard(bench, { ...talk, mic }, PHRASES.weather);
      },
    ),
  ),
  rule(
    'audio.burst',
    '14 row 32',
    'A burst below ten seconds is tolerated (or answered with audio_rate_violation on the hosted service).',
    { how: 'Send nine seconds of silence at once, then an empty update: it is answered.' },
    async (bench) => {
      const { client } = await bench.open();
      const audio = Buffer.alloc(2_400).toString('base64');
      for (let at = 0; at < 180; at++) client.send({ type: 'input.audio', audio });
      client.send({ type: 'session.update', session: {} });
      await client.next('session.updated', client.mark);
      const codes = client.all('session.error').map(({ code }) => code);
      if (bench.target.loopback) mustEqual(codes, [], 'errors');
      must(
        codes.every((code) => code === 'audio_rate_violation'),
        `the errors are ${shown(codes)}`,
      );
    },
  ),
  rule(
    'audio.rate',
    '7.2',
    'Input far faster than real time is dropped or answered with audio_rate_violation, and the session stays open.',
    { how: 'Send forty seconds of silence at once, then an empty update: it is answered.' },
    async (bench) => {
      const { client } = await bench.open();
      const audio = Buffer.alloc(48_000).toString('base64');
      for (let at = 0; at < 40; at++) client.send({ type: 'input.audio', audio });
      client.send({ type: 'session.update', session: {} });
      await client.next('session.updated', client.mark);
      const codes = [...new Set(client.all('session.error').map(({ code }) => code))];
      must(
        codes.every((code) => code === 'audio_rate_violation'),
        `the errors are ${shown(codes)}`,
      );
      return codes.length > 0 ? 'answered' : 'dropped or tolerated';
    },
  ),
];

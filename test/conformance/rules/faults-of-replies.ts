import { must, mustEqual, shown, type Rule } from '../rule';
import { callFor, lengthOf, replyFrom, saidIn, samplesOf } from '../steps';
import { PHRASES } from '../phrases';
import { fault, greetingOf, SESSION, spokenTurn, STORY } from './fault';

/** Switches for replies and for what is heard. */
export const replyFaults: readonly Rule[] = [
  fault(
    'output-format=audio/pcmu',
    'replies come in mu-law',
    'Hear a greeting; its bytes are a sixth of those of PCM at 24 kHz.',
    async (bench) => {
      const { reply } = await greetingOf(bench);
      const length = lengthOf(reply, 'audio/pcmu');
      const took = reply.doneAt - reply.audio[0]!.at;
      must(Math.abs(length - took) < 700, `${length.toFixed(0)} ms of mu-law took ${took.toFixed(0)} ms`);
    },
  ),
  fault(
    'no-agent-transcript',
    'transcript.agent never comes',
    'Hear a greeting: deltas and reply.done without it.',
    async (bench) => {
      const { reply } = await greetingOf(bench);
      mustEqual(reply.transcript, null, 'the transcript');
      must(reply.deltas.length > 0 && reply.audio.length > 0, 'deltas or audio are missing');
    },
  ),
  fault(
    'no-agent-deltas',
    'transcript.agent.delta never comes',
    'Hear a greeting: transcript without deltas.',
    async (bench) => {
      const { reply } = await greetingOf(bench);
      mustEqual(reply.deltas, [], 'the deltas');
      must(reply.transcript !== null, 'the transcript is missing');
    },
  ),
  fault('no-user-transcript', 'transcript.user never comes, the reply does', 'Ask aloud.', async (bench) => {
    mustEqual((await spokenTurn(bench)).all('transcript.user'), [], 'the transcripts');
  }),
  fault(
    'no-speech-stopped',
    'input.speech.stopped never comes, the transcript does',
    'Ask aloud.',
    async (bench) => {
      const client = await spokenTurn(bench);
      mustEqual(client.all('input.speech.stopped'), [], 'what came of it');
      await client.next('transcript.user');
    },
  ),
  fault(
    'user-delta-field',
    'the partial text of the user is in delta',
    'Ask aloud and read the deltas.',
    async (bench) => {
      const deltas = (await spokenTurn(bench)).all('transcript.user.delta');
      must(
        deltas.length > 0 &&
          deltas.every(({ delta, text }) => typeof delta === 'string' && text === undefined),
        shown(deltas[0]),
      );
    },
  ),
  fault('no-audio', 'replies have words but no audio', 'Hear a greeting.', async (bench) => {
    const { reply } = await greetingOf(bench);
    mustEqual(reply.audio.length, 0, 'the chunks of audio');
    must(saidIn(reply) !== '', 'it has no words');
  }),
  fault(
    'empty-reply',
    'replies are reply.started and reply.done alone',
    'Hear a greeting.',
    async (bench) => {
      const { reply } = await greetingOf(bench);
      mustEqual(
        reply.arrivals.map(({ type }) => type),
        ['reply.started', 'reply.done'],
        'the events',
      );
    },
  ),
  fault(
    'done-without-status',
    'reply.done has no status when completed',
    'Hear a greeting.',
    async (bench) => {
      mustEqual((await greetingOf(bench)).reply.status, undefined, 'status');
    },
  ),
  fault(
    'leading-silence=2000',
    'replies begin with two seconds of silence',
    'Hear a greeting and look for its first loud sample.',
    async (bench) => {
      const first =
        samplesOf((await greetingOf(bench)).reply).findIndex((sample) => Math.abs(sample) > 50) / 24;
      must(first > 1_900 && first < 2_600, `it begins after ${first.toFixed(0)} ms`);
    },
  ),
  ...(['silence', 'phrase'] as const).map((kind) =>
    fault(
      `preamble=${kind}`,
      `the reply around a call holds ${kind === 'silence' ? 'silent audio' : 'a spoken phrase'}`,
      'Have a tool called and hear its reply.',
      async (bench) => {
        const talk = await bench.open(SESSION);
        const { from } = await callFor(bench, talk);
        const reply = await replyFrom(bench, talk.client, from);
        must(reply.audio.length > 0, 'no audio came');
        const loud = samplesOf(reply).some((sample) => Math.abs(sample) > 50);
        mustEqual(loud, kind === 'phrase', 'whether it is audible');
      },
    ),
  ),
  fault(
    'replace-reply',
    'reply.create ends the reply that is open',
    'Send it into a long greeting.',
    async (bench) => {
      const { client } = await bench.open({ greeting: STORY });
      await client.next('reply.audio');
      client.send({ type: 'reply.create', instructions: 'Say exactly: Second.' });
      const first = await replyFrom(bench, client, 0);
      mustEqual(first.status, 'interrupted', 'the status of the first');
      must(/second/i.test(saidIn(await replyFrom(bench, client, first.mark))), 'the second was not said');
    },
  ),
  fault(
    'ignore-context',
    'conversation.message has no effect',
    'Ask for the name by it, then reply.create.',
    async (bench) => {
      const { client } = await bench.open({ system_prompt: 'You are Nova.' });
      client.send({ type: 'conversation.message', role: 'user', content: 'What is your name?' });
      client.send({ type: 'reply.create' });
      const said = saidIn(await replyFrom(bench, client, 0));
      must(!/my name|i am nova|i'm nova/i.test(said), `it said ${shown(said)}`);
    },
  ),
  ...(['first', 'between', 'last'] as const).map((place) =>
    fault(
      `speech-started=${place}`,
      `of the three events of an interruption, input.speech.started comes ${place}`,
      'Speak into a long greeting.',
      async (bench) => {
        const talk = await bench.open({ greeting: `${STORY} ${STORY}` });
        await talk.client.next('reply.audio');
        await bench.say(talk, PHRASES.stop);
        await talk.client.next('reply.done', 0, { where: ({ status }) => status === 'interrupted' });
        await talk.client.next('input.speech.started');
        const order = talk.client
          .types()
          .filter((type) => /speech\.started|^transcript\.agent$|reply\.done/.test(type));
        mustEqual(
          order.indexOf('input.speech.started'),
          ['first', 'between', 'last'].indexOf(place),
          `its place in ${order.join(', ')}`,
        );
      },
    ),
  ),
];

import { pause } from '../../support/until';
import { wordsOf } from '../read';
import { must, mustEqual, NotApplicable, rule, shown, type Rule } from '../rule';
import { mustRefuse, mustStillServe, replyFrom, saidIn, sayExactly, sharedWords } from '../steps';

const GREETING = 'Hello there, this is a greeting of some length.';
const STORY =
  'Once upon a time there was a small house at the edge of a wide green forest, and in it lived a miller with three sons.';

/** Replies that the client asks for or cancels, and context (sections 2.7, 3.6 to 3.8). */
export const requestedReplies: readonly Rule[] = [
  rule(
    'create.verbatim',
    '3.6',
    '"Say exactly: …" is obeyed word for word.',
    { how: 'Send it with a sentence and compare the words of the reply.' },
    async (bench) => {
      const text = 'The export has finished.';
      mustEqual(
        wordsOf(saidIn(await sayExactly(bench, await bench.open(), text))),
        wordsOf(text),
        'the words',
      );
    },
  ),
  rule(
    'create.soon',
    '2.7',
    'reply.create is followed by reply.started within two seconds.',
    { how: 'Measure it (live: 78 to 240 ms).' },
    async (bench) => {
      const talk = await bench.open();
      const sent = performance.now();
      const { startedAt } = await sayExactly(bench, talk, 'Done.');
      must(startedAt - sent < 2_000, `it took ${(startedAt - sent).toFixed(0)} ms`);
    },
  ),
  ...(
    [
      ['bare', 'without instructions', {}],
      ['null', 'with instructions null', { instructions: null }],
    ] as const
  ).map(([id, what, more]) =>
    rule(
      `create.${id}`,
      '3.6',
      `reply.create ${what} makes the agent speak.`,
      { how: 'Send it to a fresh session: a reply with a transcript comes.' },
      async (bench) => {
        const { client } = await bench.open({ system_prompt: 'You are Nova, a desktop helper.' });
        client.send({ type: 'reply.create', ...more });
        const reply = await replyFrom(bench, client, 0);
        must(reply.audio.length > 0 && saidIn(reply) !== '', 'it said nothing');
      },
    ),
  ),
  rule(
    'create.one-shot',
    '3.6',
    'Instructions steer one reply and are not kept in the prompt.',
    { how: 'Have a sentence said; the configuration must not hold it.' },
    async (bench) => {
      const talk = await bench.open({ system_prompt: 'You are Nova.' });
      await sayExactly(bench, talk, 'Watermelon.');
      const { config } = await mustStillServe(talk.client);
      must(!JSON.stringify(config).includes('Watermelon'), 'the configuration holds it');
    },
  ),
  rule(
    'create.during-reply',
    '14 row 15',
    'reply.create during a reply waits for it (or ends it, on the hosted service); no two replies are ever open.',
    { how: 'Send it while a greeting is spoken and watch both replies.' },
    async (bench) => {
      const { client } = await bench.open({ greeting: STORY });
      await client.next('reply.audio');
      client.send({ type: 'reply.create', instructions: 'Say exactly: Second.' });
      const first = await replyFrom(bench, client, 0);
      const second = await replyFrom(bench, client, client.arrivals.indexOf(first.arrivals[0]!) + 1);
      must(second.startedAt >= first.doneAt, 'the second began before the first was done');
      if (bench.target.loopback) mustEqual(first.status, 'completed', 'the status of the first');
      must(/second/i.test(saidIn(second)), `the second said ${shown(saidIn(second))}`);
      return first.status === 'interrupted' ? 'it ended the running reply' : undefined;
    },
  ),
  rule(
    'create.in-turn',
    '14 row 15',
    'Several reply.create are answered one after the other, in order.',
    { how: 'Send three at once and compare what is said.', applies: 'loopback' },
    async (bench) => {
      const { client } = await bench.open();
      for (const word of ['One', 'Two', 'Three']) {
        client.send({ type: 'reply.create', instructions: `Say exactly: ${word}.` });
      }
      let from = 0;
      for (const word of ['one', 'two', 'three']) {
        const reply = await replyFrom(bench, client, from);
        mustEqual(wordsOf(saidIn(reply)), [word], 'the words');
        from = reply.mark;
      }
    },
  ),
  rule(
    'reply.one-open',
    '2.3',
    'At most one reply is open at a time, reply.started is its first event and reply.done its last.',
    { how: 'Hear a greeting and two asked-for replies, then go through every event.' },
    async (bench) => {
      const { client } = await bench.open({ greeting: 'Hello.' });
      for (const word of ['One', 'Two'])
        client.send({ type: 'reply.create', instructions: `Say exactly: ${word}.` });
      let from = 0;
      for (let at = 0; at < (bench.target.loopback ? 3 : 2); at++)
        from = (await replyFrom(bench, client, from)).mark;
      let open: unknown = null;
      for (const { type, message } of client.arrivals) {
        const id = message['reply_id'];
        if (type === 'reply.started') {
          mustEqual(open, null, 'the open reply');
          open = id;
        } else if (id !== undefined) mustEqual(id, open, `reply_id of ${type}`);
        if (type === 'reply.done') open = null;
      }
    },
  ),
  rule(
    'message.silent',
    '3.7',
    'conversation.message is accepted without any event.',
    { how: 'Send one of each role: nothing comes within one second.' },
    async (bench) => {
      const { client } = await bench.open();
      const from = client.mark;
      client.send({ type: 'conversation.message', role: 'user', content: 'The document is called Budget.' });
      client.send({ type: 'conversation.message', role: 'system', content: 'Be brief.' });
      await client.until(() => client.mark > from, 1_000);
      mustEqual(client.types(from), [], 'what came');
    },
  ),
  rule(
    'message.kept',
    '14 row 16',
    'A conversation.message is kept: reply.create answers it.',
    {
      how: 'Send a question as a user message, then reply.create: the answer says what the session is for.',
      applies: 'loopback',
    },
    async (bench) => {
      const { client } = await bench.open({ system_prompt: 'You are Nova.' });
      client.send({ type: 'conversation.message', role: 'user', content: 'What is your name?' });
      client.send({ type: 'reply.create' });
      const said = saidIn(await replyFrom(bench, client, 0));
      must(sharedWords(said, 'Nova') === 1, `it said ${shown(said)}`);
    },
  ),
  rule(
    'cancel.ends',
    '3.8',
    'reply.cancel ends the open reply with transcript.agent interrupted and reply.done interrupted.',
    { how: 'Cancel a long greeting after its first audio; compare the text with the whole.' },
    async (bench) => {
      const { client } = await bench.open({ greeting: STORY });
      const { message } = await client.arrival('reply.audio');
      const from = client.mark;
      client.send({ type: 'reply.cancel', reply_id: message['reply_id'] });
      if (!bench.target.loopback) {
        await client.until(() => client.types(from).some((type) => /error|done/.test(type)), 3_000);
        if (!client.types(from).includes('reply.done'))
          throw new NotApplicable('the undocumented reply.cancel is not served');
      }
      const reply = await replyFrom(bench, client, 0);
      mustEqual(reply.status, 'interrupted', 'status');
      mustEqual(reply.transcript?.['interrupted'], true, 'interrupted');
      must(saidIn(reply).length < STORY.length / 2, `it said ${shown(saidIn(reply))}`);
    },
  ),
  rule(
    'cancel.silences',
    '3.8',
    'After a cancelled reply no event of it comes any more, and the next reply is served.',
    { how: 'Cancel a greeting, listen for one second, then have something said.' },
    async (bench) => {
      const talk = await bench.open({ greeting: STORY });
      const { client } = talk;
      const { message } = await client.arrival('reply.audio');
      client.send({ type: 'reply.cancel', reply_id: message['reply_id'] });
      if (!bench.target.loopback)
        throw new NotApplicable('reply.cancel is not documented for the hosted service');
      const { id, mark } = await replyFrom(bench, client, 0);
      await pause(1_000);
      must(
        !client.arrivals.slice(mark).some((arrival) => arrival.message['reply_id'] === id),
        'events of it came',
      );
      await sayExactly(bench, talk, 'Next.');
    },
  ),
  rule(
    'cancel.unknown',
    '3.8',
    'reply.cancel of an unknown reply is ignored.',
    {
      how: 'Cancel "resp_x" while a greeting is spoken: it completes, and no error comes.',
      applies: 'loopback',
    },
    async (bench) => {
      const { client } = await bench.open({ greeting: GREETING });
      await client.next('reply.started');
      client.send({ type: 'reply.cancel', reply_id: 'resp_x' });
      mustEqual((await replyFrom(bench, client, 0)).status, 'completed', 'status');
      mustEqual(client.all('session.error'), [], 'errors');
    },
  ),
  rule(
    'cancel.misshapen',
    '3.8',
    'reply.cancel without reply_id has the wrong shape.',
    { how: 'Send it after session.ready.', applies: 'loopback' },
    async (bench) => {
      const { client } = await bench.open();
      const from = client.mark;
      client.send({ type: 'reply.cancel' });
      const message = "Invalid message format for type 'reply.cancel'";
      await mustRefuse(client, from, { code: 'invalid_format', message });
    },
  ),
];

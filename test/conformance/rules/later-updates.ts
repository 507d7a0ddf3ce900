import { objectAt, textAt, valueAt, type Json } from '../read';
import { must, mustEqual, rule, shown, type Rule } from '../rule';
import { CLOCK, mustRefuse, mustStillServe, WEATHER } from '../steps';
import { REFUSED_SESSIONS } from './refused-sessions';

/** [field, new value, session that sets it]. */
const MUTABLE: readonly (readonly [string, unknown, Json])[] = [
  ['input.keyterms', ['Vera'], { input: { keyterms: ['Vera'] } }],
  ['input.transcription_mode', 'max_accuracy', { input: { transcription_mode: 'max_accuracy' } }],
  ['input.transcription_prompt', 'A talk.', { input: { transcription_prompt: 'A talk.' } }],
  ['input.language_codes', ['en'], { input: { language_codes: ['en'] } }],
  ['input.voice_focus', 'far-field', { input: { voice_focus: 'far-field' } }],
  ['input.voice_focus_threshold', 0.5, { input: { voice_focus_threshold: 0.5 } }],
  ['input.turn_detection.vad_threshold', 0.7, { input: { turn_detection: { vad_threshold: 0.7 } } }],
  [
    'input.turn_detection.min_silence',
    700,
    { input: { turn_detection: { min_silence: 700, max_silence: 2_000 } } },
  ],
  [
    'input.turn_detection.interrupt_response',
    false,
    { input: { turn_detection: { interrupt_response: false } } },
  ],
  [
    'input.turn_detection.interruption_delay',
    250,
    { input: { turn_detection: { interruption_delay: 250 } } },
  ],
  ['output.volume', 40, { output: { volume: 40 } }],
];

const BEFORE = {
  system_prompt: 'You are Nova.',
  greeting: 'Hello.',
  input: { keyterms: ['Nova'], transcription_mode: 'balanced' },
  output: { voice: 'anna' },
  tools: [WEATHER],
};

/** [field, session that would change it, also the conflict that allows it]. */
const FROZEN: readonly (readonly [string, Json])[] = [
  ['greeting', { greeting: 'Another.' }],
  ['output.voice', { output: { voice: 'alba' } }],
  ['output.format', { output: { format: { encoding: 'audio/pcmu' } } }],
  ['input.format', { input: { format: { encoding: 'audio/pcmu' } } }],
];

const MUST_KEEP = ['system_prompt', 'greeting', 'output.voice', 'input.format', 'output.format'] as const;

/** Updates after the first one (sections 2.8, 3.1, 5.1, 9.1). */
export const laterUpdates: readonly Rule[] = [
  ...REFUSED_SESSIONS.map(([id, section, what, session, refusal]) =>
    rule(
      `later.${id}`,
      section,
      `A later update with ${what} is refused with ${[refusal.code].flat().join(' or ')}; the session stays open and unchanged.`,
      {
        how: 'Send it after session.ready; compare the configuration before with that of an empty update afterwards.',
      },
      async (bench) => {
        const { client, ready } = await bench.open();
        const from = client.mark;
        client.send({ type: 'session.update', session });
        await mustRefuse(client, from, refusal);
        const after = await mustStillServe(client);
        mustEqual(after['config'], ready['config'], 'the configuration');
      },
    ),
  ),
  ...MUTABLE.map(([field, expected, session]) =>
    rule(
      `later.changes-${field}`,
      '5.1',
      `${field} can be changed later; session.updated shows the full configuration, and what was not sent stays.`,
      { how: 'Open a session with other fields set, change this one, compare.' },
      async (bench) => {
        const { client, ready } = await bench.open({ ...BEFORE, greeting: 'Hello.' });
        const from = client.mark;
        client.send({ type: 'session.update', session });
        const updated = await client.next('session.updated', from);
        mustEqual(valueAt(updated, `config.${field}`), expected, `config.${field}`);
        for (const kept of MUST_KEEP) {
          mustEqual(valueAt(updated, `config.${kept}`), valueAt(ready, `config.${kept}`), `config.${kept}`);
        }
        if (field !== 'input.keyterms')
          mustEqual(valueAt(updated, 'config.input.keyterms'), ['Nova'], 'keyterms');
        mustEqual(valueAt(updated, 'config.tools.0.name'), 'get_weather', 'tools[0].name');
        mustEqual(client.all('session.error', from), [], 'errors');
      },
    ),
  ),
  rule(
    'later.changes-system_prompt',
    '5.1',
    'system_prompt can be changed later.',
    { how: 'Change it and look for it in session.updated.' },
    async (bench) => {
      const { client } = await bench.open(BEFORE);
      const from = client.mark;
      client.send({ type: 'session.update', session: { system_prompt: 'You are Eve.' } });
      const prompt = textAt(await client.next('session.updated', from), 'config.system_prompt');
      must(prompt.includes('You are Eve.') && !prompt.includes('You are Nova.'), `it is ${shown(prompt)}`);
    },
  ),
  rule(
    'later.replaces-tools',
    '5.1',
    'tools can be changed later; the whole array is replaced, also by an empty one.',
    { how: 'Send another tool, then none; read config.tools.' },
    async (bench) => {
      const { client } = await bench.open(BEFORE);
      const from = client.mark;
      client.send({ type: 'session.update', session: { tools: [CLOCK] } });
      const updated = await client.next('session.updated', from);
      mustEqual(valueAt(updated, 'config.tools.0.name'), 'get_time', 'tools[0].name');
      mustEqual(valueAt(updated, 'config.tools.1'), undefined, 'tools[1]');
      const next = client.mark;
      client.send({ type: 'session.update', session: { tools: [] } });
      mustEqual(valueAt(await client.next('session.updated', next), 'config.tools'), [], 'tools');
    },
  ),
  ...FROZEN.map(([field, session]) =>
    rule(
      `later.frozen-${field}`,
      '5.1',
      `${field} is frozen by the first update: immutable_field, and the session goes on.`,
      { how: 'Send another value after session.ready, then an empty update.' },
      async (bench) => {
        const { client, id } = await bench.open(BEFORE);
        const from = client.mark;
        client.send({ type: 'session.update', session });
        if (field === 'input.format' && !bench.target.loopback) {
          // Section 14, row 29: a page of the documentation has it accepted.
          await client.until(
            () => client.types(from).some((type) => /updated|error/.test(type)),
            bench.target.patienceMs,
          );
          if (client.types(from).includes('session.updated')) return 'accepted, as one page has it';
        }
        const error = await mustRefuse(client, from, {
          code: 'immutable_field',
          message: `'${field}' cannot be changed after the first session.update`,
          param: new RegExp(`^${field.replace('.', '\\.')}$`),
        });
        mustEqual(error['session_id'], id, 'session_id');
        const after = await mustStillServe(client);
        mustEqual(valueAt(after, 'config.output.voice'), 'anna', 'config.output.voice');
        return undefined;
      },
    ),
  ),
  rule(
    'later.frozen-voice-invalid',
    '14 row 30',
    'An unknown voice later is immutable_field, or invalid_value on the hosted service.',
    { how: "Send output.voice 'nobody' after session.ready." },
    async (bench) => {
      const { client } = await bench.open();
      const from = client.mark;
      client.send({ type: 'session.update', session: { output: { voice: 'nobody' } } });
      const code = bench.target.loopback ? 'immutable_field' : ['immutable_field', 'invalid_value'];
      await mustRefuse(client, from, { code, param: /^output\.voice$/ });
    },
  ),
  rule(
    'later.agent-id',
    '3.1',
    'agent_id in a later update is agent_id_not_first, and the session goes on.',
    { how: 'Send it after session.ready.' },
    async (bench) => {
      const { client } = await bench.open();
      const from = client.mark;
      client.send({ type: 'session.update', session: { agent_id: 'agent_x' } });
      await mustRefuse(client, from, {
        code: 'agent_id_not_first',
        message: 'agent_id can only be set on the first session.update',
      });
      await mustStillServe(client);
    },
  ),
  rule(
    'later.nothing-applied',
    '2.8',
    'A refused update applies nothing, not even its valid part.',
    { how: 'Send a new prompt together with a frozen voice; the prompt must be the old one.' },
    async (bench) => {
      const { client } = await bench.open(BEFORE);
      const from = client.mark;
      const session = { system_prompt: 'You are Eve.', output: { voice: 'alba', volume: 11 } };
      client.send({ type: 'session.update', session });
      await mustRefuse(client, from, { code: 'immutable_field' });
      const after = await mustStillServe(client);
      must(!textAt(after, 'config.system_prompt').includes('Eve'), 'the prompt was changed');
      must(valueAt(after, 'config.output.volume') !== 11, 'the volume was changed');
    },
  ),
  rule(
    'later.error-names-session',
    '9.1',
    'Configuration errors after session.ready carry session_id and param.',
    { how: 'Send a volume of 101 and read both.' },
    async (bench) => {
      const { client, id } = await bench.open();
      const from = client.mark;
      client.send({ type: 'session.update', session: { output: { volume: 101 } } });
      const error = await mustRefuse(client, from, { code: 'invalid_value', param: /volume$/ });
      mustEqual(error['session_id'], id, 'session_id');
    },
  ),
  rule(
    'later.before-ready',
    '5.1',
    'Fields are frozen from the first session.update on, not from session.ready on.',
    {
      how: 'Send two updates in one go, the second with another voice: immutable_field, and session.ready comes.',
    },
    async (bench) => {
      const client = await bench.connect();
      client.send({ type: 'session.update', session: { output: { voice: 'anna' } } });
      client.send({ type: 'session.update', session: { output: { voice: 'alba' } } });
      await mustRefuse(client, 0, { code: 'immutable_field', param: /^output\.voice$/ });
      const ready = await client.next('session.ready');
      mustEqual(valueAt(ready, 'config.output.voice'), 'anna', 'config.output.voice');
    },
  ),
  rule(
    'later.no-second-ready',
    '2.8',
    'A later update is answered by session.updated alone.',
    { how: 'Send an empty update; no second session.ready may come within half a second.' },
    async (bench) => {
      const { client } = await bench.open();
      const from = client.mark;
      await mustStillServe(client);
      await client.without(['session.ready', 'session.error', 'reply.started'], from, 500);
    },
  ),
  rule(
    'later.each-answered',
    '2.8',
    'Every update is answered, in order.',
    { how: 'Send five updates of the volume in one go; five session.updated come with these volumes.' },
    async (bench) => {
      const { client } = await bench.open();
      const from = client.mark;
      for (const volume of [10, 20, 30, 40, 50])
        client.send({ type: 'session.update', session: { output: { volume } } });
      const answers = () => client.all('session.updated', from);
      await client.until(() => answers().length === 5, bench.target.patienceMs);
      mustEqual(
        answers().map((answer) => valueAt(objectAt(answer, 'config'), 'output.volume')),
        [10, 20, 30, 40, 50],
        'the volumes',
      );
    },
  ),
];

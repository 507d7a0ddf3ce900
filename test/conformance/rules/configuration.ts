import { isObject, listAt, objectAt, textAt, valueAt, type Json } from '../read';
import { must, mustEqual, rule, shown, Violation, type Rule } from '../rule';
import { WEATHER } from '../steps';

const turns = (turn_detection: unknown): Json => ({ input: { turn_detection } });
const tool = (more: Json): Json => ({ tools: [{ ...WEATHER, ...more }] });
/** [id, section, what, session, path in config, value there]. */
const ACCEPTED: readonly (readonly [string, string, string, Json, string, unknown])[] = [
  [
    'min-silence-50',
    '5.4',
    'min_silence 50',
    turns({ min_silence: 50 }),
    'input.turn_detection.min_silence',
    50,
  ],
  [
    'max-silence-10000',
    '5.4',
    'max_silence 10000',
    turns({ max_silence: 10_000 }),
    'input.turn_detection.max_silence',
    10_000,
  ],
  ['vad-0', '5.4', 'vad_threshold 0', turns({ vad_threshold: 0 }), 'input.turn_detection.vad_threshold', 0],
  ['vad-1', '5.4', 'vad_threshold 1', turns({ vad_threshold: 1 }), 'input.turn_detection.vad_threshold', 1],
  [
    'delay-0',
    '5.4',
    'interruption_delay 0',
    turns({ interruption_delay: 0 }),
    'input.turn_detection.interruption_delay',
    0,
  ],
  [
    'delay-1000',
    '5.4',
    'interruption_delay 1000',
    turns({ interruption_delay: 1_000 }),
    'input.turn_detection.interruption_delay',
    1_000,
  ],
  [
    'uninterruptible',
    '5.4',
    'uninterruptible_turns',
    turns({ uninterruptible_turns: ['greeting'] }),
    'input.turn_detection.uninterruptible_turns',
    ['greeting'],
  ],
  ['turns-null', '5.2', 'turn_detection null', turns(null), 'input.turn_detection', null],
  ['keyterms-null', '5.2', 'keyterms null', { input: { keyterms: null } }, 'input.keyterms', null],
  [
    'keyterms',
    '5.2',
    'keyterms',
    { input: { keyterms: ['Nova', 'changelog'] } },
    'input.keyterms',
    ['Nova', 'changelog'],
  ],
  [
    'mode-latency',
    '5.2',
    'transcription_mode min_latency',
    { input: { transcription_mode: 'min_latency' } },
    'input.transcription_mode',
    'min_latency',
  ],
  [
    'mode-balanced',
    '5.2',
    'transcription_mode balanced',
    { input: { transcription_mode: 'balanced' } },
    'input.transcription_mode',
    'balanced',
  ],
  [
    'mode-accuracy',
    '5.2',
    'transcription_mode max_accuracy',
    { input: { transcription_mode: 'max_accuracy' } },
    'input.transcription_mode',
    'max_accuracy',
  ],
  [
    'transcription-prompt',
    '5.2',
    'a transcription_prompt of 1750 characters',
    { input: { transcription_prompt: 'x'.repeat(1_750) } },
    'input.transcription_prompt',
    'x'.repeat(1_750),
  ],
  [
    'focus-far',
    '5.2',
    'voice_focus far-field',
    { input: { voice_focus: 'far-field' } },
    'input.voice_focus',
    'far-field',
  ],
  [
    'focus-threshold-1',
    '5.2',
    'voice_focus_threshold 1',
    { input: { voice_focus_threshold: 1 } },
    'input.voice_focus_threshold',
    1,
  ],
  [
    'languages',
    '5.2',
    'language_codes',
    { input: { language_codes: ['en'] } },
    'input.language_codes',
    ['en'],
  ],
  ['volume-0', '5.3', 'volume 0', { output: { volume: 0 } }, 'output.volume', 0],
  ['volume-100', '5.3', 'volume 100', { output: { volume: 100 } }, 'output.volume', 100],
  ['volume-null', '5.3', 'volume null', { output: { volume: null } }, 'output.volume', null],
  ['timeout-1', '6.1', 'timeout_seconds 1', tool({ timeout_seconds: 1 }), 'tools.0.timeout_seconds', 1],
  [
    'timeout-300',
    '6.1',
    'timeout_seconds 300',
    tool({ timeout_seconds: 300 }),
    'tools.0.timeout_seconds',
    300,
  ],
  ['hold', '6.4', 'execution_mode hold', tool({ execution_mode: 'hold' }), 'tools.0.execution_mode', 'hold'],
  ['greeting', '3.1', 'a greeting', { greeting: 'Hello.' }, 'greeting', 'Hello.'],
  ['no-tools', '3.1', 'an empty list of tools', { tools: [] }, 'tools', []],
];

const accepted = ACCEPTED.map(([id, section, what, session, path, expected]) =>
  rule(
    `first.accepts-${id}`,
    section,
    `The first update with ${what} is accepted and shown in the resolved configuration.`,
    { how: `Open a session with it and read config.${path} of session.ready.` },
    async (bench) => {
      const { ready } = await bench.open(session);
      mustEqual(valueAt(ready, `config.${path}`), expected, `config.${path}`);
    },
  ),
);

/** What is accepted, and how the resolved configuration shows it (section 5). */
export const configuration: readonly Rule[] = [
  ...accepted,
  rule(
    'config.keys',
    '5.5',
    'The resolved configuration is complete: every key of the documented shape is there.',
    { how: 'Open a session with one tool and look for each key.', applies: 'loopback' },
    async (bench) => {
      const { ready } = await bench.open({ greeting: 'Hi.', tools: [{ type: 'function', name: 'a' }] });
      const wanted: Readonly<Record<string, string>> = {
        '': 'id system_prompt greeting input output tools llm pre_connect_requests',
        input:
          'type format turn_detection keyterms transcription_mode continuous_partials transcription_prompt language_codes voice_focus voice_focus_threshold',
        output: 'type voice format volume',
        'tools.0':
          'type name description parameters timeout_seconds execution_mode http response_instructions deployment_id session_update image_tag',
      };
      for (const [path, keys] of Object.entries(wanted)) {
        const part = objectAt(objectAt(ready, 'config'), path);
        const missing = keys.split(' ').filter((key) => !Object.hasOwn(part, key));
        mustEqual(missing, [], `keys missing in config${path && `.${path}`}`);
      }
    },
  ),
  rule(
    'config.defaults',
    '5',
    'Without anything set: no agent, PCM at 24 kHz both ways, adaptive turns, no keyterms, no tools.',
    { how: 'Open a session with an empty update and read its config.' },
    async (bench) => {
      const { ready } = await bench.open();
      const config = objectAt(ready, 'config');
      const pcm = { encoding: 'audio/pcm', sample_rate: 24_000 };
      mustEqual(valueAt(config, 'id') ?? '', '', 'id');
      mustEqual(valueAt(config, 'input.format'), pcm, 'input.format');
      mustEqual(valueAt(config, 'output.format'), pcm, 'output.format');
      mustEqual(valueAt(config, 'input.turn_detection') ?? null, null, 'input.turn_detection');
      mustEqual(valueAt(config, 'input.keyterms') ?? null, null, 'input.keyterms');
      mustEqual(valueAt(config, 'tools'), [], 'tools');
      const voice = valueAt(config, 'output.voice');
      const known = bench.target.loopback ? ['anna'] : ['anna', 'alba', 'ivy'];
      must(typeof voice === 'string' && known.includes(voice), `output.voice is ${shown(voice)}`);
    },
  ),
  rule(
    'config.tool-defaults',
    '6.1',
    'A tool with type and name alone gets the documented defaults.',
    { how: 'Open a session with it and read config.tools[0].' },
    async (bench) => {
      const { ready } = await bench.open({ tools: [{ type: 'function', name: 'ring' }] });
      const defaults: Json = {
        description: '',
        timeout_seconds: 120,
        execution_mode: 'interactive',
        http: null,
        response_instructions: null,
      };
      for (const [key, expected] of Object.entries(defaults)) {
        mustEqual(valueAt(ready, `config.tools.0.${key}`) ?? null, expected, key);
      }
      mustEqual(valueAt(ready, 'config.tools.0.parameters.properties'), {}, 'parameters.properties');
    },
  ),
  rule(
    'config.tools-as-sent',
    '6.1',
    'Tools are shown in order, with their schema, time-out and response instructions as sent.',
    { how: 'Open a session with two tools and compare.' },
    async (bench) => {
      const response_instructions = { success: 'Confirm shortly.', error: 'Say that it failed.' };
      const first = { ...WEATHER, timeout_seconds: 30, response_instructions };
      const { ready } = await bench.open({ tools: [first, { ...WEATHER, name: 'second' }] });
      const [one, two] = listAt(ready, 'config.tools');
      must(isObject(one) && isObject(two), 'there are no two tools');
      for (const [key, expected] of Object.entries(first)) {
        if (key !== 'response_instructions') mustEqual(one[key], expected, `tools[0].${key}`);
      }
      mustEqual(
        valueAt(one, 'response_instructions.success'),
        'Confirm shortly.',
        'response_instructions.success',
      );
      mustEqual(two['name'], 'second', 'tools[1].name');
    },
  ),
  rule(
    'config.turn-defaults',
    '5.5',
    'Any part of turn_detection fills vad_threshold 0.5 and interrupt_response true; silences stay unset or become 1000/3000.',
    { how: 'Open a session with interruption_delay alone and read the rest.' },
    async (bench) => {
      const { ready } = await bench.open(turns({ interruption_delay: 100 }));
      const detection = objectAt(ready, 'config.input.turn_detection');
      mustEqual(detection['vad_threshold'], 0.5, 'vad_threshold');
      mustEqual(detection['interrupt_response'], true, 'interrupt_response');
      const silences = [detection['min_silence'] ?? null, detection['max_silence'] ?? null];
      must(
        ['[null,null]', '[1000,3000]'].includes(JSON.stringify(silences)),
        `the silences are ${shown(silences)}`,
      );
    },
  ),
  ...(['audio/pcmu', 'audio/pcma'] as const).map((encoding) =>
    rule(
      `config.${encoding.slice(6)}`,
      '7.1',
      `${encoding} implies 8000 Hz, given or not, for input and output apart.`,
      {
        how: 'Open a session with it as input and PCM as output, and one the other way round; read the formats.',
      },
      async (bench) => {
        const one = await bench.open({ input: { format: { encoding } } });
        mustEqual(valueAt(one.ready, 'config.input.format.encoding'), encoding, 'input encoding');
        mustEqual(valueAt(one.ready, 'config.input.format.sample_rate') ?? 8_000, 8_000, 'input rate');
        mustEqual(valueAt(one.ready, 'config.output.format.encoding'), 'audio/pcm', 'output encoding');
        const other = await bench.open({ output: { format: { encoding, sample_rate: 8_000 } } });
        mustEqual(valueAt(other.ready, 'config.output.format.encoding'), encoding, 'output encoding');
        mustEqual(valueAt(other.ready, 'config.input.format.encoding'), 'audio/pcm', 'input encoding');
      },
    ),
  ),
  rule(
    'first.long-keyterm',
    '5.2',
    'A keyterm of more than 50 characters is silently ignored.',
    { how: 'Open a session with one good and one long term: no error, and the good one is kept.' },
    async (bench) => {
      const { ready, client } = await bench.open({ input: { keyterms: ['Nova', 'x'.repeat(51)] } });
      must(listAt(ready, 'config.input.keyterms').includes('Nova'), 'the good term is gone');
      mustEqual(client.all('session.error'), [], 'errors');
      if (bench.target.loopback) mustEqual(valueAt(ready, 'config.input.keyterms'), ['Nova'], 'the terms');
    },
  ),
  rule(
    'first.keyterms-100',
    '5.2',
    'One hundred keyterms of fifty characters are accepted.',
    { how: 'Open a session with them.' },
    async (bench) => {
      const keyterms = Array.from({ length: 100 }, (_, at) => String(at).padStart(50, 'x'));
      await bench.open({ input: { keyterms } });
    },
  ),
  rule(
    'first.unsupported-language',
    '5.2',
    'An unsupported language code is accepted without an error.',
    { how: 'Open a session with ["id", "en"].' },
    async (bench) => {
      const { client } = await bench.open({ input: { language_codes: ['id', 'en'] } });
      mustEqual(client.all('session.error'), [], 'errors');
    },
  ),
  rule(
    'first.prompt-shown',
    '3.1',
    'The system prompt is kept, whatever guidance the platform appends.',
    { how: 'Open a session with one and look for it in config.system_prompt.' },
    async (bench) => {
      const { ready } = await bench.open({ system_prompt: 'You are Nova, a calm desktop helper.' });
      const shownPrompt = textAt(ready, 'config.system_prompt');
      if (!shownPrompt.includes('You are Nova')) throw new Violation(`it is ${shown(shownPrompt)}`);
    },
  ),
];

/*
 * What the fuzzer sends: frames that are no messages, messages that are wrong in one place, and good messages in any
 * order. Pure: the same random numbers give the same frames.
 */

/** Random numbers (0..1). */
export type Random = () => number;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Message = Readonly<Record<string, Json>>;

/** One of these. */
export function oneOf<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)]!;
}

/** A whole number from `min` to `max`. */
export function whole(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

const TOOL: Message = {
  type: 'function',
  name: 'get_weather',
  description: 'Tells the weather in a city.',
  parameters: {
    type: 'object',
    properties: { city: { type: 'string', examples: ['Paris'] } },
    required: ['city'],
  },
  timeout_seconds: 1,
};

const SESSIONS: readonly Message[] = [
  {},
  { system_prompt: 'You are Nova.', tools: [TOOL] },
  { input: { keyterms: ['Nova'], transcription_mode: 'balanced' }, output: { volume: 50 } },
  { input: { turn_detection: { vad_threshold: 0.5, min_silence: 300, max_silence: 900 } } },
  {
    input: {
      turn_detection: { interrupt_response: false, interruption_delay: 100, uninterruptible_turns: [] },
    },
  },
  { output: { voice: 'anna', format: { encoding: 'audio/pcm', sample_rate: 24_000 } } },
  {
    tools: [
      TOOL,
      { ...TOOL, name: 'other', execution_mode: 'hold', response_instructions: { success: 'Short.' } },
    ],
  },
  { agent_id: 'agent_0f3c' },
];

/** A good message of any type; ids are invented, or those that were seen. */
export function goodMessage(
  random: Random,
  seen: { readonly calls: readonly string[]; readonly replies: readonly string[] },
): Message {
  const silence = Buffer.alloc(whole(random, 1, 1_200) * 2, whole(random, 0, 255)).toString('base64');
  return oneOf<() => Message>(random, [
    () => ({ type: 'session.update', session: oneOf(random, SESSIONS) }),
    () => ({ type: 'session.resume', session_id: `sess_${'0'.repeat(32)}` }),
    () => ({ type: 'session.end' }),
    () => ({ type: 'input.audio', audio: silence }),
    () => ({ type: 'input.audio', audio: silence }),
    () => ({
      type: 'tool.result',
      call_id: oneOf(random, [...seen.calls, 'call_x']),
      result: '{"temp_c":19}',
    }),
    () => ({ type: 'reply.create' }),
    () => ({ type: 'reply.create', instructions: 'Say exactly: Well, well.' }),
    () => ({
      type: 'reply.create',
      instructions: 'The user typed: "What is the weather in Paris?" Answer it.',
    }),
    () => ({ type: 'conversation.message', role: oneOf(random, ['user', 'system']), content: 'Budget.' }),
    () => ({ type: 'reply.cancel', reply_id: oneOf(random, [...seen.replies, 'resp_x']) }),
  ])();
}

/** Values that no field wants. */
const ODD: readonly ((random: Random) => Json)[] = [
  () => null,
  () => true,
  () => -1,
  () => 1e308,
  () => 2 ** 53 + 2,
  () => 0.1,
  () => '',
  () => '\u0000\ud800\uffff',
  () => 'x'.repeat(5_000),
  () => '__proto__',
  () => [],
  () => [[[[]]]],
  () => ({}),
  () => ({ constructor: { prototype: { polluted: true } } }),
  (random) => Array.from({ length: whole(random, 1, 300) }, (_, at) => at),
];

const ODD_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'type',
  'session',
  'a.b',
  '0',
];

/** The message, wrong in one place, however deep. */
function spoiled(random: Random, value: Json): Json {
  if (Array.isArray(value) && value.length > 0 && random() < 0.8) {
    const at = whole(random, 0, value.length - 1);
    return value.map((inner: Json, index) => (index === at ? spoiled(random, inner) : inner));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value);
    const chance = random();
    if (chance < 0.2) return fromEntries([...entries, [oneOf(random, ODD_KEYS), oneOf(random, ODD)(random)]]);
    if (entries.length > 0) {
      const at = whole(random, 0, entries.length - 1);
      if (chance < 0.35) return fromEntries(entries.filter((_, index) => index !== at));
      return fromEntries(
        entries.map(([key, inner], index) => [key, index === at ? spoiled(random, inner) : inner]),
      );
    }
  }
  return oneOf(random, ODD)(random);
}

/** As `Object.fromEntries`, but `__proto__` becomes a key of its own, as JSON has it. */
function fromEntries(entries: readonly (readonly [string, Json])[]): Json {
  const made: Record<string, Json> = {};
  for (const [key, value] of entries) {
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return made;
}

/** A frame that a server must refuse, close over, or take without harm. */
export function badFrame(random: Random): string | Buffer {
  const good = JSON.stringify(goodMessage(random, { calls: [], replies: [] }));
  return oneOf<() => string | Buffer>(random, [
    () => JSON.stringify(spoiled(random, goodMessage(random, { calls: [], replies: [] }))),
    () => JSON.stringify(spoiled(random, goodMessage(random, { calls: [], replies: [] }))),
    () => JSON.stringify(spoiled(random, goodMessage(random, { calls: [], replies: [] }))),
    () => good.slice(0, whole(random, 0, good.length - 1)),
    () => `${good}${oneOf(random, ['}', ',', '\u0000', good, ' x'])}`,
    () => Buffer.from(good),
    () => Buffer.from(Array.from({ length: whole(random, 0, 300) }, () => whole(random, 0, 255))),
    () => nested(random, '[', ']'),
    () => nested(random, '{"type":', '}'),
    () =>
      `{"type":"reply.create","instructions":${oneOf(random, ['1e999', '-0', '1'.repeat(5_000), '0x10', 'NaN'])}}`,
    () => `{"type":"session.end","type":${oneOf(random, ['"foo"', '"input.audio"', 'null', '7'])}}`,
    () => `{"__proto__":{"type":"session.end"},"type":"${oneOf(random, ODD_KEYS)}"}`,
    () =>
      `{"type":"input.audio","audio":"${'A'.repeat(whole(random, 0, 50))}${oneOf(random, ['=', '!', '==', '\\u0000', ' '])}"}`,
    () =>
      oneOf(random, ['', ' ', 'null', 'true', '7', '"x"', '[]', '[{}]', '\ufeff{}', 'NaN', '{"type":{}}']),
  ])();
}

function nested(random: Random, open: string, close: string): string {
  const depth = whole(random, 1, 20_000);
  return `${open.repeat(depth)}1${close.repeat(depth)}`;
}

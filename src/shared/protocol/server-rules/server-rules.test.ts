import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeServerMessage } from '../decode-server';
import { encodeServerMessage } from '../encode';
import { sessionConfigs } from '../fixtures/arbitraries';
import type { ResolvedConfig } from '../resolved-config';
import { defaultConfig, resolveConfig, type EffectiveConfig } from './resolve-config';
import { validateFirstUpdate, validateLaterUpdate, type UpdateVerdict } from './validate-update';

type Raw = Record<string, unknown>;

const refused = (code: string, message: unknown, param?: string) => ({
  kind: 'refused',
  code,
  message,
  ...(param !== undefined && { param }),
});
const turns = (turn_detection: unknown) => ({ input: { turn_detection } });
const tools = (...list: unknown[]) => ({ tools: list });
const tool = { type: 'function', name: 'a' };

/** The configuration after these updates, each of which must be accepted. */
function after(first: Raw, ...later: Raw[]): EffectiveConfig {
  const sessionOf = (verdict: UpdateVerdict) => {
    if (verdict.kind === 'refused') throw new Error(verdict.message);
    return verdict.session;
  };
  return later.reduce<EffectiveConfig>(
    (config, update) => resolveConfig(sessionOf(validateLaterUpdate(update, config)), config),
    resolveConfig(sessionOf(validateFirstUpdate(first))),
  );
}

const WRONG_SHAPE = "Invalid message format for type 'session.update'";
const LATER = (param: string) => `'${param}' cannot be changed after the first session.update`;

/** Refused in every update. */
const always: [Raw, object][] = [
  [
    { llm: [{ base_url: 'x' }] },
    refused(
      'invalid_value',
      'BYO LLM config is not allowed on session.update; define it on a stored agent via POST /v1/agents',
      'llm',
    ),
  ],
  [{ greetin: 'x' }, refused('invalid_format', WRONG_SHAPE, 'greetin')],
  [{ input: { vad: 1 } }, refused('invalid_format', WRONG_SHAPE, 'input.vad')],
  [{ system_prompt: null }, refused('invalid_format', WRONG_SHAPE, 'system_prompt')],
  [
    turns({ min_silence: 1_500, max_silence: 1_500 }),
    refused(
      'invalid_value',
      expect.stringContaining("must be strictly less than 'max_silence'"),
      'input.turn_detection.min_silence',
    ),
  ],
  [
    turns({ min_silence: 49 }),
    refused('invalid_value', expect.any(String), 'input.turn_detection.min_silence'),
  ],
  [
    turns({ max_silence: 10_001 }),
    refused('invalid_value', expect.any(String), 'input.turn_detection.max_silence'),
  ],
  [
    turns({ vad_threshold: 1.1 }),
    refused('invalid_value', expect.any(String), 'input.turn_detection.vad_threshold'),
  ],
  [
    turns({ interruption_delay: 1_001 }),
    refused('invalid_value', expect.any(String), 'input.turn_detection.interruption_delay'),
  ],
  [
    { input: { keyterms: Array.from({ length: 101 }, (_, index) => String(index)) } },
    refused('invalid_value', expect.any(String), 'input.keyterms'),
  ],
  [
    { input: { transcription_mode: 'fast' } },
    refused('invalid_value', expect.any(String), 'input.transcription_mode'),
  ],
  [
    { input: { transcription_prompt: 'x'.repeat(1_751) } },
    refused('invalid_value', expect.any(String), 'input.transcription_prompt'),
  ],
  [{ output: { volume: 101 } }, refused('invalid_value', expect.any(String), 'output.volume')],
  [tools({ name: 'a' }), refused('invalid_value', expect.any(String), 'tools[0].type')],
  [tools(tool, { type: 'function' }), refused('invalid_value', expect.any(String), 'tools[1].name')],
  [tools(tool, tool), refused('invalid_value', expect.any(String), 'tools')],
  [
    tools({ ...tool, parameters: { type: 'object', properties: [] } }),
    refused(
      'invalid_value',
      "'tools[0].parameters.properties' must be an object",
      'tools[0].parameters.properties',
    ),
  ],
  [
    tools({ ...tool, timeout_seconds: 0 }),
    refused('invalid_value', expect.any(String), 'tools[0].timeout_seconds'),
  ],
  [
    tools({ ...tool, execution_mode: 'x' }),
    refused('invalid_value', expect.any(String), 'tools[0].execution_mode'),
  ],
  [tools({ ...tool, http: { url: 'x' } }), refused('invalid_value', expect.any(String), 'tools[0].http')],
];

describe('the first update', () => {
  it.each(always)('%j is refused', (session, verdict) => {
    expect(validateFirstUpdate(session)).toEqual(verdict);
  });

  it.each<[Raw, object]>([
    [
      { agent_id: 'agent_1', greeting: 'x' },
      refused('invalid_value', 'agent_id is mutually exclusive with other session fields', 'agent_id'),
    ],
    [{ greeting: null }, refused('invalid_format', WRONG_SHAPE, 'greeting')],
    [
      { input: { format: 'audio/pcm' } },
      refused('invalid_value', 'Audio format must be a JSON object', 'format'),
    ],
    [
      { output: { format: 'audio/pcm' } },
      refused('invalid_value', 'Audio format must be a JSON object', 'format'),
    ],
    [
      { input: { format: { encoding: 'audio/pcm', sample_rate: 16_000 } } },
      refused('invalid_value', expect.any(String), 'input.format.sample_rate'),
    ],
    [
      { output: { format: { encoding: 'audio/opus' } } },
      refused('invalid_value', expect.any(String), 'output.format.encoding'),
    ],
    [
      { webhook: { url: 'http://example.org', events: [] } },
      refused('invalid_webhook', expect.any(String), 'webhook.url'),
    ],
  ])('%j is refused', (session, verdict) => {
    expect(validateFirstUpdate(session)).toEqual(verdict);
  });

  it('must name a voice of this server', () => {
    const session = { output: { voice: 'x' } };
    expect(validateFirstUpdate(session, ['slt', 'awb'])).toEqual(
      refused('invalid_value', "Invalid voice 'x'. Must be one of: awb, slt", 'output.voice'),
    );
    expect(validateFirstUpdate({ output: { voice: 'slt' } }, ['slt'])).toMatchObject({ kind: 'accepted' });
    expect(validateFirstUpdate(session)).toMatchObject({ message: expect.stringContaining('alba, anna, ') });
  });

  it('may be empty, name a stored agent, or reset with null', () => {
    expect(after({})).toEqual(defaultConfig());
    expect(after({ agent_id: 'agent_1' }).id).toBe('agent_1');
    const session = { input: { turn_detection: null, keyterms: null }, output: { volume: null } };
    expect(after(session)).toEqual(defaultConfig());
  });
});

describe('a later update', () => {
  const current = after({ greeting: 'Hi', output: { voice: 'anna' } });

  it.each(always)('%j is refused', (session, verdict) => {
    expect(validateLaterUpdate(session, current)).toEqual(verdict);
  });

  it.each<[Raw, object]>([
    [
      { agent_id: 'agent_1' },
      refused('agent_id_not_first', 'agent_id can only be set on the first session.update', 'agent_id'),
    ],
    [{ greeting: 'Hello' }, refused('immutable_field', LATER('greeting'), 'greeting')],
    [{ greeting: null }, refused('immutable_field', LATER('greeting'), 'greeting')],
    [{ output: { voice: 'eve' } }, refused('immutable_field', LATER('output.voice'), 'output.voice')],
    [{ output: { voice: 'nobody' } }, refused('immutable_field', LATER('output.voice'), 'output.voice')],
    [
      { output: { format: { encoding: 'audio/pcmu' } } },
      refused('immutable_field', LATER('output.format'), 'output.format'),
    ],
    [
      { input: { format: { encoding: 'audio/pcma' } } },
      refused('immutable_field', LATER('input.format'), 'input.format'),
    ],
    [{ webhook: {} }, refused('immutable_field', LATER('webhook'), 'webhook')],
  ])('%j is refused', (session, verdict) => {
    expect(validateLaterUpdate(session, current)).toEqual(verdict);
  });

  it('may repeat frozen fields unchanged, the sample rate spelt out or not', () => {
    const format = { encoding: 'audio/pcm' };
    const same = { greeting: 'Hi', output: { voice: 'anna', format }, input: { format } };
    expect(validateLaterUpdate(same, current)).toMatchObject({ kind: 'accepted' });
  });

  it.each<Raw>([
    { system_prompt: 'New.' },
    { tools: [tool] },
    { input: { keyterms: ['Nova'] } },
    turns({ interrupt_response: false }),
    { input: { transcription_mode: 'balanced', transcription_prompt: 'x', language_codes: ['en'] } },
    { input: { voice_focus: 'far-field', voice_focus_threshold: 0.9 } },
    { output: { volume: 50 } },
    tools({ ...tool, http: null, response_instructions: null, deployment_id: null, image_tag: null }),
  ])('%j is accepted', (session) => {
    expect(validateLaterUpdate(session, current)).toMatchObject({ kind: 'accepted' });
  });
});

describe('the configuration', () => {
  it('keeps what an update leaves out', () => {
    const first = {
      system_prompt: 'A',
      tools: [tool],
      input: { keyterms: ['Nova'] },
      output: { voice: 'eve' },
    };
    const config = after(first, { system_prompt: 'B' }, { output: { volume: 10 } });
    expect(config).toMatchObject({
      system_prompt: 'B',
      tools: [{ name: 'a' }],
      input: { keyterms: ['Nova'] },
      output: { voice: 'eve', volume: 10 },
    });
  });

  it('resets with null and replaces tools whole', () => {
    const config = after(
      { tools: [tool], input: { keyterms: ['Nova'], turn_detection: { min_silence: 600 } } },
      { tools: [{ ...tool, name: 'b' }], input: { keyterms: null, turn_detection: null } },
    );
    expect(config.input).toMatchObject({ keyterms: null, turn_detection: null });
    expect(config.tools.map(({ name }) => name)).toEqual(['b']);
  });

  it('leaves silences unset that were not given, so that pacing stays adaptive', () => {
    expect(after(turns({ interrupt_response: false })).input.turn_detection).toEqual({
      type: null,
      vad_threshold: 0.5,
      min_silence: null,
      max_silence: null,
      interrupt_response: false,
      interruption_delay: null,
      uninterruptible_turns: [],
    });
  });

  it('ignores key terms of more than fifty characters', () => {
    expect(after({ input: { keyterms: ['Nova', 'x'.repeat(51)] } }).input.keyterms).toEqual(['Nova']);
  });

  it('spells out the sample rate', () => {
    const config = after({ output: { format: { encoding: 'audio/pcmu' } } });
    expect(config.output.format).toEqual({ encoding: 'audio/pcmu', sample_rate: 8_000 });
    expect(config.input.format).toEqual({ encoding: 'audio/pcm', sample_rate: 24_000 });
  });

  it('reaches a client unchanged', () => {
    fc.assert(
      fc.property(sessionConfigs, (session) => {
        const config: ResolvedConfig = after(session as Raw);
        const decoded = decodeServerMessage(encodeServerMessage({ type: 'session.updated', config }, 1));
        expect(decoded).toEqual({
          kind: 'message',
          message: { type: 'session.updated', config, timestamp: 1 },
        });
      }),
    );
  });

  it('is judged without throwing, whatever a client sends', () => {
    const keys = fc.constantFrom(
      'input',
      'output',
      'tools',
      'greeting',
      'agent_id',
      'webhook',
      'format',
      'voice',
    );
    const session = fc.dictionary(keys, fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())));
    fc.assert(
      fc.property(session, (raw) => {
        for (const verdict of [validateFirstUpdate(raw), validateLaterUpdate(raw, defaultConfig())]) {
          if (verdict.kind === 'accepted') resolveConfig(verdict.session);
          else expect(verdict.message).not.toBe('');
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

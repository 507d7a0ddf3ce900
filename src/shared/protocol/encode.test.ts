import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientMessage } from './client-messages';
import { decodeClientMessage } from './decode-client';
import { decodeServerMessage } from './decode-server';
import {
  encodeClientMessage,
  encodeInputAudio,
  encodeReplyAudio,
  encodeServerMessage,
  ProtocolEncodeError,
} from './encode';
import { clientMessages, serverMessages, sessionConfigs } from './fixtures/arbitraries';
import { documentedClientFrames } from './fixtures/documented-frames';
import { resolveConfig, validateFirstUpdate } from './server-rules';

/** The field an attempt to send is refused for. Takes what the compiler would refuse. */
function refusedField(message: object): string {
  try {
    encodeClientMessage(message as ClientMessage);
  } catch (error) {
    if (error instanceof ProtocolEncodeError) return error.field;
    throw error;
  }
  throw new Error('It was encoded.');
}

const update = (session: object) => ({ type: 'session.update', session });

describe('messages to the service', () => {
  it.each(documentedClientFrames)('sends the documented frame %#', (frame) => {
    const message = JSON.parse(frame) as ClientMessage;
    expect(JSON.parse(encodeClientMessage(message))).toEqual(message);
  });

  it('arrive as they were sent, whatever they are', () => {
    fc.assert(
      fc.property(clientMessages, (message) => {
        expect(decodeClientMessage(encodeClientMessage(message))).toEqual({ kind: 'message', message });
      }),
    );
  });

  it('configure a session that the rules of the service accept', () => {
    fc.assert(
      fc.property(sessionConfigs, (session) => {
        const frame: unknown = JSON.parse(encodeClientMessage({ type: 'session.update', session }));
        expect(validateFirstUpdate((frame as { session: Record<string, unknown> }).session)).toMatchObject({
          kind: 'accepted',
        });
      }),
    );
  });

  it('leave out what is undefined', () => {
    const message = { type: 'reply.create', instructions: undefined } as const;
    expect(encodeClientMessage(message)).toBe('{"type":"reply.create"}');
    const session = { greeting: undefined, input: { keyterms: undefined } };
    expect(encodeClientMessage({ type: 'session.update', session })).toBe(
      '{"type":"session.update","session":{"input":{}}}',
    );
  });

  it.each([
    ['type', { type: 'session.start' }],
    ['type', { type: 'constructor' }],
    ['more', { type: 'session.end', more: 1 }],
    ['session_id', { type: 'session.resume', session_id: '' }],
    ['audio', { type: 'input.audio', audio: 'AAA' }],
    ['result', { type: 'tool.result', call_id: 'c', result: { ok: true } }],
    ['call_id', { type: 'tool.result', result: 'x' }],
    ['instructions', { type: 'reply.create', instructions: null }],
    ['role', { type: 'conversation.message', role: 'assistant', content: 'x' }],
    ['session', { type: 'session.update' }],
    ['session.greetin', update({ greetin: 'x' })],
    ['session.greeting', update({ greeting: null })],
    ['session.greeting', update({ greeting: '' })],
    ['session.greeting', update({ agent_id: 'a', greeting: 'x' })],
    ['session.llm', update({ llm: [] })],
    ['session.input.format', update({ input: { format: 'audio/pcm' } })],
    [
      'session.input.format.sample_rate',
      update({ input: { format: { encoding: 'audio/pcm', sample_rate: 16_000 } } }),
    ],
    ['session.input.format.encoding', update({ input: { format: { encoding: 'audio/opus' } } })],
    [
      'session.input.keyterms',
      update({ input: { keyterms: Array.from({ length: 101 }, (_, index) => String(index)) } }),
    ],
    ['session.input.keyterms.0', update({ input: { keyterms: ['x'.repeat(51)] } })],
    ['session.input.transcription_prompt', update({ input: { transcription_prompt: 'x'.repeat(1_751) } })],
    ['session.input.transcription_mode', update({ input: { transcription_mode: 'fast' } })],
    ['session.input.language_codes.0', update({ input: { language_codes: ['id'] } })],
    ['session.input.voice_focus_threshold', update({ input: { voice_focus_threshold: 1.1 } })],
    ['session.input.continuous_partials', update({ input: { continuous_partials: true } })],
    ['session.input.turn_detection', update({ input: { turn_detection: null } })],
    [
      'session.input.turn_detection.vad_threshold',
      update({ input: { turn_detection: { vad_threshold: NaN } } }),
    ],
    ['session.input.turn_detection.min_silence', update({ input: { turn_detection: { min_silence: 49 } } })],
    [
      'session.input.turn_detection.min_silence',
      update({ input: { turn_detection: { min_silence: 900, max_silence: 900 } } }),
    ],
    [
      'session.input.turn_detection.max_silence',
      update({ input: { turn_detection: { max_silence: 10_001 } } }),
    ],
    [
      'session.input.turn_detection.interruption_delay',
      update({ input: { turn_detection: { interruption_delay: 0.5 } } }),
    ],
    ['session.output.voice', update({ output: { voice: 'Anna' } })],
    ['session.output.volume', update({ output: { volume: 101 } })],
    [
      'session.tools',
      update({
        tools: [
          { type: 'function', name: 'a' },
          { type: 'function', name: 'a' },
        ],
      }),
    ],
    ['session.tools.0.type', update({ tools: [{ name: 'a' }] })],
    ['session.tools.0.name', update({ tools: [{ type: 'function', name: 'open file' }] })],
    ['session.tools.0.http', update({ tools: [{ type: 'function', name: 'a', http: {} }] })],
    [
      'session.tools.0.timeout_seconds',
      update({ tools: [{ type: 'function', name: 'a', timeout_seconds: 301 }] }),
    ],
    [
      'session.tools.0.parameters.properties',
      update({ tools: [{ type: 'function', name: 'a', parameters: { type: 'object', properties: [] } }] }),
    ],
    [
      'session.tools.0.response_instructions.error',
      update({ tools: [{ type: 'function', name: 'a', response_instructions: { error: 'x'.repeat(501) } }] }),
    ],
  ])('are refused before sending, naming %s', (field, message) => {
    expect(refusedField(message)).toBe(field);
  });

  it('are refused without repeating what they hold', () => {
    const secret = {
      type: 'tool.result',
      call_id: 'c',
      result: ['my secret words'],
    } as unknown as ClientMessage;
    expect(() => encodeClientMessage(secret)).toThrow(/^(?!.*secret).*tool\.result cannot be sent: result/);
  });

  it('hold no half of a surrogate pair, and keep what only looks like one', () => {
    const result = 'cut \ud83d and \\ud83d and 😀 and \udc00';
    const frame = encodeClientMessage({ type: 'tool.result', call_id: 'c', result });
    expect(JSON.parse(frame)).toMatchObject({ result: 'cut \ufffd and \\ud83d and 😀 and \ufffd' });
  });
});

describe('audio', () => {
  it('is put into its frame without a look at each field', () => {
    expect(encodeInputAudio('AAD//wEA')).toBe('{"type":"input.audio","audio":"AAD//wEA"}');
    expect(JSON.parse(encodeReplyAudio('r"1', 'AAAA', 1.5))).toEqual({
      type: 'reply.audio',
      reply_id: 'r"1',
      data: 'AAAA',
      timestamp: 1.5,
    });
  });

  it.each(['A', 'AAA', '"}', 'AA=A', 'AAAA\n', 'AA-_'])('is refused as %j', (text) => {
    expect(() => encodeInputAudio(text)).toThrow(ProtocolEncodeError);
    expect(() => encodeReplyAudio('r', text, 0)).toThrow(ProtocolEncodeError);
  });
});

describe('messages to a client', () => {
  it('arrive as they were sent, stamped', () => {
    fc.assert(
      fc.property(serverMessages, fc.integer({ min: 0, max: 4e9 }), (message, timestamp) => {
        const decoded = decodeServerMessage(encodeServerMessage(message, timestamp));
        expect(decoded).toEqual({ kind: 'message', message: { ...message, timestamp } });
      }),
    );
  });

  it('show null where the live service does', () => {
    expect(
      JSON.parse(encodeServerMessage({ type: 'session.ended', session_duration_seconds: 1 }, 2)),
    ).toEqual({
      type: 'session.ended',
      session_duration_seconds: 1,
      audio_duration_seconds: null,
      timestamp: 2,
    });
  });

  it('name field and session in errors about the configuration, and neither in those about a form', () => {
    const written = (code: string, more: object = {}) =>
      JSON.parse(encodeServerMessage({ type: 'session.error', code, message: 'No.', ...more }, 1)) as object;
    expect(written('unauthorized')).toMatchObject({ param: null, session_id: null });
    expect(written('invalid_value', { param: 'tools', session_id: 'sess_1' })).toMatchObject({
      param: 'tools',
      session_id: 'sess_1',
    });
    expect(written('invalid_format', { param: 'greetin' })).toMatchObject({
      param: 'greetin',
      session_id: null,
    });
    for (const code of ['invalid_format', 'invalid_audio']) {
      expect(Object.keys(written(code))).toEqual(['type', 'code', 'message', 'timestamp']);
    }
  });

  it('tell the whole configuration of the schema', () => {
    const config = resolveConfig({ tools: [{ type: 'function', name: 'a' }] });
    expect(JSON.parse(encodeServerMessage({ type: 'session.updated', config }, 1))).toMatchObject({
      config: {
        llm: [],
        pre_connect_requests: [],
        tools: [{ http: null, deployment_id: null, session_update: null, image_tag: null }],
      },
    });
  });
});

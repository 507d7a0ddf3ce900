import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNever } from '../assert-never';
import { decodeServerMessage } from './decode-server';
import { documentedConfig, documentedFrames } from './fixtures/documented-frames';
import { sequences } from './fixtures/sequences';
import { isServiceTool } from './resolved-config';
import type { ServerMessage } from './server-messages';

function messageOf(frame: unknown): ServerMessage {
  const decoded = decodeServerMessage(frame);
  if (decoded.kind !== 'message') throw new Error(`Not a message: ${JSON.stringify(decoded)}`);
  return decoded.message;
}

function meaningOf(message: ServerMessage): string {
  const { type } = message;
  switch (message.type) {
    case 'session.updated':
      return `${type} voice=${String(message.config?.output.voice)}`;
    case 'session.ready':
      return `${type} ${message.session_id}`;
    case 'session.error':
      return [type, message.code, message.param].filter((part) => part !== undefined).join(' ');
    case 'session.ended':
      return `${type} ${String(message.session_duration_seconds)}`;
    case 'input.speech.started':
    case 'input.speech.stopped':
      return type;
    case 'transcript.user.delta':
    case 'transcript.user':
      return `${type} "${message.text}"`;
    case 'transcript.agent':
      return `${type} "${message.text}"${message.interrupted ? ' interrupted' : ''}`;
    case 'transcript.agent.delta':
      return `${type} "${message.delta}"`;
    case 'reply.started':
    case 'reply.audio':
      return `${type} ${String(message.reply_id)}`;
    case 'reply.done':
      return `${type} ${String(message.reply_id)} ${message.status}`;
    case 'tool.call':
      return `${type} ${message.call_id} ${message.name} ${JSON.stringify(message.arguments)}`;
    case 'reply.error':
      return `${type} ${message.code}`;
    default:
      return assertNever(message);
  }
}

describe('documented frames', () => {
  it.each(documentedFrames)('reads $section', ({ frame, means }) => {
    expect(messageOf(frame)).toStrictEqual(means);
  });

  it('reads a frame that was parsed already', () => {
    expect(messageOf({ type: 'input.speech.started' })).toStrictEqual({ type: 'input.speech.started' });
  });

  it.each(sequences)('understands the sequence $name', ({ frames, meaning }) => {
    expect(frames.map((frame) => meaningOf(messageOf(frame)))).toEqual(meaning);
  });

  it('reads the resolved configuration of section 5.5', () => {
    const message = messageOf(`{"type":"session.updated","config":${documentedConfig}}`);
    expect(message).toMatchObject({
      config: {
        greeting: '…',
        output: { voice: 'anna', format: { encoding: 'audio/pcm', sample_rate: 24_000 } },
        tools: [{ name: 'open_file', timeout_seconds: 120, execution_mode: 'interactive', http: null }],
      },
    });
  });
});

describe('tolerance (protocol.md section 14)', () => {
  const error = { type: 'session.error', code: 'unauthorized', message: 'no' };

  it.each([
    ['error_code instead of code', { type: 'session.error', error_code: 'unauthorized', message: 'no' }],
    ['an upper case code', { type: 'session.error', code: 'UNAUTHORIZED', message: 'no' }],
    ['an error without type', { code: 'unauthorized', message: 'no' }],
    ['an error without type, with error_code', { error_code: 'UNAUTHORIZED', message: 'no' }],
    ['the bare type error', { type: 'error', code: 'unauthorized', message: 'no' }],
    ['null in optional fields', { ...error, param: null, session_id: null, timestamp: null }],
    ['unknown extra fields', { ...error, request_id: 'x', more: { deep: true } }],
    ['optional fields of another type', { ...error, param: 5, session_id: {}, timestamp: [] }],
  ])('row 8: reads %s', (_, frame) => {
    expect(messageOf(frame)).toEqual(error);
  });

  it('row 8: gives an error without code the code unknown', () => {
    expect(messageOf({ type: 'error', message: 'x' })).toEqual({
      type: 'session.error',
      code: 'unknown',
      message: 'x',
    });
  });

  it.each([
    ['absent', undefined, 'completed'],
    ['null', null, 'completed'],
    ['completed', 'completed', 'completed'],
    ['interrupted', 'interrupted', 'interrupted'],
    ['cancelled', 'cancelled', 'interrupted'],
    ['failed', 'failed', 'interrupted'],
    ['not even text', 7, 'interrupted'],
  ])('row 7: reads a status that is %s', (_, status, expected) => {
    expect(messageOf({ type: 'reply.done', status })).toEqual({ type: 'reply.done', status: expected });
  });

  it.each([
    ['a float of seconds', 1789996400.412, 1789996400.412],
    ['an ISO date', '2026-09-24T10:00:00Z', Date.UTC(2026, 8, 24, 10) / 1_000],
    ['absent', undefined, undefined],
    ['null', null, undefined],
    ['no date at all', 'yesterday', undefined],
  ])('row 9: reads a timestamp that is %s', (_, timestamp, expected) => {
    expect(messageOf({ type: 'input.speech.started', timestamp }).timestamp).toBe(expected);
  });

  it('row 10: reads a user partial from delta, and prefers text', () => {
    expect(messageOf({ type: 'transcript.user.delta', delta: 'a' })).toMatchObject({ text: 'a' });
    expect(messageOf({ type: 'transcript.user.delta', delta: 'a', text: 'b' })).toMatchObject({ text: 'b' });
  });

  it.each([
    ['an object', { arguments: { a: 1 } }, { a: 1 }],
    ['JSON text', { arguments: '{"a":1}' }, { a: 1 }],
    ["the preview's args", { args: { a: 1 } }, { a: 1 }],
    ['empty text', { arguments: '' }, {}],
    ['null', { arguments: null }, {}],
    ['absent', {}, {}],
  ])('section 4.13: reads arguments that are %s', (_, given, expected) => {
    const message = messageOf({ type: 'tool.call', call_id: 'c', name: 'n', ...given });
    expect(message).toEqual({ type: 'tool.call', call_id: 'c', name: 'n', arguments: expected });
  });

  it.each(['{broken', '[1]', '5', '"text"'])(
    'section 4.13: names the call when its arguments %s are no object, so that it can be answered',
    (text) => {
      const decoded = decodeServerMessage({ type: 'tool.call', call_id: 'c', name: 'n', arguments: text });
      expect(decoded).toEqual({ kind: 'unreadable', reason: 'tool.call: arguments', call_id: 'c' });
    },
  );

  it.each([
    ['reply.started', { reply_id: 'r' }],
    ['reply.audio', { data: 'AAAA' }],
    ['transcript.agent.delta', { delta: 'a' }],
    ['transcript.agent', { text: 'a', interrupted: false }],
    ['transcript.user', { text: 'a' }],
  ])('sections 4.8 to 4.11: reads %s without the ids that older documents lack', (type, rest) => {
    expect(messageOf({ type, ...rest })).toStrictEqual({ type, ...rest });
  });

  it('row 2: reads session.ready with nothing in it', () => {
    expect(messageOf({ type: 'session.ready' })).toEqual({ type: 'session.ready', session_id: '' });
  });

  it('keeps what is readable of a configuration', () => {
    const config = {
      output: { voice: 'anna', volume: 'loud' },
      tools: [{ name: 'a', http: { url: 'u' } }, 5],
      input: 1,
    };
    const message = messageOf({ type: 'session.updated', config });
    expect(message).toMatchObject({
      config: { output: { voice: 'anna', volume: null }, tools: [{ name: 'a', http: { url: 'u' } }] },
    });
  });

  it('row 14: tells the tools that the service runs', () => {
    const message = messageOf({
      type: 'session.updated',
      config: {
        tools: [
          { name: 'ours', http: null },
          { name: 'theirs', http: { url: 'u' } },
        ],
      },
    });
    if (message.type !== 'session.updated') throw new Error(message.type);
    expect(isServiceTool(message.config, 'theirs')).toBe(true);
    expect(isServiceTool(message.config, 'ours')).toBe(false);
    expect(isServiceTool(undefined, 'theirs')).toBe(false);
  });
});

describe('what cannot be read', () => {
  it.each(['reply.text', 'constructor', '__proto__', 'toString', ''])(
    'calls the type "%s" unknown',
    (type) => {
      expect(decodeServerMessage(JSON.stringify({ type }))).toEqual({ kind: 'unknown', type });
    },
  );

  it.each([
    ['not JSON', '{'],
    ['not an object', '[]'],
    ['not an object', 'null'],
    ['not an object', 5],
    ['no type', '{}'],
    ['no type', '{"type":5}'],
    ['transcript.user: text', '{"type":"transcript.user","text":{"secret":"words"}}'],
    ['reply.started: reply_id', '{"type":"reply.started"}'],
    ['reply.audio: data', '{"type":"reply.audio","reply_id":"r","timestamp":1}'],
  ])('says "%s" and no value', (reason, frame) => {
    expect(decodeServerMessage(frame)).toEqual({ kind: 'unreadable', reason });
  });

  it('survives objects that fight back', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap');
        },
      },
    );
    expect(decodeServerMessage(trap).kind).toBe('unreadable');
  });

  it('survives arguments nested a hundred thousand deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const decoded = decodeServerMessage(
      `{"type":"tool.call","call_id":"c","name":"n","arguments":{"a":${deep}}}`,
    );
    expect(['message', 'unreadable']).toContain(decoded.kind);
  });

  it('never throws on any text, any JSON and any value', () => {
    const types = documentedFrames.map(({ means }) => means.type);
    const nearMiss = fc
      .tuple(
        fc.constantFrom(...types, 'error'),
        fc.dictionary(
          fc.constantFrom(
            'code',
            'message',
            'text',
            'delta',
            'data',
            'reply_id',
            'item_id',
            'call_id',
            'name',
            'arguments',
            'args',
            'config',
            'status',
            'timestamp',
            'session_id',
            'error_code',
            'start_ms',
          ),
          fc.jsonValue(),
        ),
      )
      .map(([type, rest]) => ({ ...rest, type }));
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.anything(),
      nearMiss,
      nearMiss.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(anything, (raw) => {
        expect(['message', 'unknown', 'unreadable']).toContain(decodeServerMessage(raw).kind);
      }),
      { numRuns: 2_000 },
    );
  });
});

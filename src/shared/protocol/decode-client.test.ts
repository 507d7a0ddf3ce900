import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValidAudio, base64ByteLength } from './base64';
import { decodeClientMessage } from './decode-client';
import { documentedClientFrames } from './fixtures/documented-frames';

const refusal = (message: string) => ({ kind: 'refused', code: 'invalid_format', message });

describe('what a client sends', () => {
  it.each(documentedClientFrames)('is read from the documented frame %#', (frame) => {
    expect(decodeClientMessage(frame)).toEqual({ kind: 'message', message: JSON.parse(frame) as unknown });
  });

  it('may hold null instructions and unknown keys', () => {
    expect(decodeClientMessage('{"type":"reply.create","instructions":null,"more":1}')).toEqual({
      kind: 'message',
      message: { type: 'reply.create' },
    });
  });

  it.each([
    ['Invalid JSON format.', '{'],
    ['Invalid JSON format.', '[]'],
    ['Invalid JSON format.', '"session.end"'],
    ['Unknown message type: foo', '{"type":"foo"}'],
    ['Unknown message type: constructor', '{"type":"constructor"}'],
    ['Unknown message type: ', '{}'],
    ["Invalid message format for type 'input.audio'", '{"type":"input.audio"}'],
    ["Invalid message format for type 'input.audio'", '{"type":"input.audio","audio":5}'],
    ["Invalid message format for type 'tool.result'", '{"type":"tool.result","call_id":"c","result":{}}'],
    ["Invalid message format for type 'session.update'", '{"type":"session.update"}'],
    ["Invalid message format for type 'session.update'", '{"type":"session.update","session":[]}'],
    ["Invalid message format for type 'session.resume'", '{"type":"session.resume","session_id":null}'],
    [
      "Invalid message format for type 'conversation.message'",
      '{"type":"conversation.message","role":"assistant","content":"x"}',
    ],
  ])('is refused with "%s"', (message, frame) => {
    expect(decodeClientMessage(frame)).toEqual(refusal(message));
  });

  it('never makes the reader throw', () => {
    const types = ['session.update', 'input.audio', 'tool.result', 'reply.create', 'reply.cancel'];
    const nearMiss = fc
      .tuple(
        fc.constantFrom(...types),
        fc.dictionary(fc.constantFrom('session', 'audio', 'result', 'call_id'), fc.jsonValue()),
      )
      .map(([type, rest]) => JSON.stringify({ ...rest, type }));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.anything(), nearMiss), (raw) => {
        expect(['message', 'refused']).toContain(decodeClientMessage(raw).kind);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('audio of a client', () => {
  it('is valid when it is base64 of whole samples', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const base64 = Buffer.from(bytes).toString('base64');
        expect(base64ByteLength(base64)).toBe(bytes.length);
        expect(isValidAudio(base64, 'audio/pcm')).toBe(bytes.length % 2 === 0);
        expect(isValidAudio(base64, 'audio/pcmu')).toBe(true);
      }),
    );
  });

  it.each(['A', 'AAA', 'A===', 'AA==AA==', 'AA A', 'AA-_', 'ÄÄÄÄ'])('is invalid as %j', (text) => {
    expect(isValidAudio(text, 'audio/pcmu')).toBe(false);
  });
});

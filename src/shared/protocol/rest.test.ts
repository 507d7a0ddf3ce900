import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_VOICE, fallbackVoice, VOICES } from './catalogue';
import {
  agentListSchema,
  agentSchema,
  parseRestError,
  parseVoices,
  sessionDetailSchema,
  sessionListSchema,
  tokenAnswerSchema,
} from './rest';
import { fitKeyterms } from './session-config';

describe('REST answers', () => {
  it('read a token', () => {
    const answer = JSON.parse('{ "token": "eyJhbGciOi…", "expires_in_seconds": 300 }') as unknown;
    expect(tokenAnswerSchema.parse(answer)).toEqual(answer);
    expect(tokenAnswerSchema.safeParse({ token: '' }).success).toBe(false);
  });

  it('row 23: read a list of agents as an array and as an object with a cursor', () => {
    const agent = { id: 'agent_1', name: 'Desk helper' };
    expect(agentListSchema.parse([agent])).toMatchObject({ agents: [agent], next_cursor: '' });
    const page = { agents: [agent], has_more: true, response_metadata: { next_cursor: 'c' } };
    expect(agentListSchema.parse(page)).toMatchObject({ agents: [agent], next_cursor: 'c' });
    expect(agentListSchema.parse({ ...page, has_more: false })).toMatchObject({ next_cursor: '' });
    expect(agentListSchema.safeParse({ detail: 'no' }).success).toBe(false);
  });

  it('carry along the fields of an agent that are not edited', () => {
    const agent = {
      id: 'agent_1',
      name: 'A',
      system_prompt: 'P',
      voice: { voice_id: 'anna' },
      tools: [{ name: 't' }],
    };
    expect(agentSchema.parse(agent)).toMatchObject(agent);
  });

  it('read the history', () => {
    const session =
      JSON.parse(`{ "id": "sess_5d0e…", "agent_id": null, "status": "completed", "public_close_reason": "client_end",
    "duration_seconds": 63.42, "created_at": "2026-09-24T10:00:00Z", "ended_at": "2026-09-24T10:01:03Z" }`) as object;
    const list = { sessions: [session], has_more: false, response_metadata: { next_cursor: '' } };
    expect(sessionListSchema.parse(list).sessions[0]).toMatchObject({
      duration_seconds: 63.42,
      status: 'completed',
    });
    expect(sessionDetailSchema.parse(session).artifacts).toEqual([]);
    const artifacts = [{ type: 'audio', url: 'https://x', content_type: 'audio/ogg' }];
    expect(sessionDetailSchema.parse({ ...session, artifacts }).artifacts).toEqual(artifacts);
  });

  it.each([
    [
      { code: 'validation_error', message: 'name: Field required', request_id: 'r', detail: null },
      { code: 'validation_error', message: 'name: Field required', request_id: 'r' },
    ],
    [{ detail: 'Invalid API key' }, { message: 'Invalid API key' }],
    [
      { error: 'no', code: 'UNAUTHORIZED', details: {} },
      { code: 'unauthorized', message: 'no' },
    ],
    [
      { detail: [{ type: 'missing', loc: ['query', 'expires_in_seconds'], msg: 'Field required' }] },
      { errors: [{ param: 'expires_in_seconds', message: 'Field required' }] },
    ],
    [
      { code: 'validation_error', errors: [{ message: 'Field required', param: 'name' }, 5] },
      { code: 'validation_error', errors: [{ param: 'name', message: 'Field required' }] },
    ],
    ['<html>', {}],
    [null, {}],
  ])('read the error body %j', (body, expected) => {
    expect(parseRestError(body)).toEqual(expected);
  });

  it.each([
    [
      ['Anna', 'eve'],
      [
        { name: 'anna', language: null },
        { name: 'eve', language: null },
      ],
    ],
    [{ voices: ['anna'] }, [{ name: 'anna', language: null }]],
    [[{ voice_id: 'anna', language: 'en-GB' }], [{ name: 'anna', language: 'en-GB' }]],
    [[{ id: 'lola', languages: ['es'] }, 5], [{ name: 'lola', language: 'es' }]],
    [{ detail: 'Upgrade Required' }, null],
    [[], null],
  ])('read the voices of %j', (answer, expected) => {
    expect(parseVoices(answer)).toEqual(expected);
  });

  it('never make the reader throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        parseVoices(value);
        parseRestError(value);
        expect(typeof agentListSchema.safeParse(value).success).toBe('boolean');
        expect(typeof sessionListSchema.safeParse(value).success).toBe('boolean');
      }),
    );
  });
});

describe('the catalogue', () => {
  it('has the eighteen voices of section 12.1, each once, the default among them', () => {
    expect(new Set(VOICES.map(({ name }) => name)).size).toBe(18);
    expect(VOICES[0]?.name).toBe(DEFAULT_VOICE);
  });

  it('falls back to a voice of the same language, else to another', () => {
    expect(fallbackVoice('anna')).toBe('alba');
    expect(fallbackVoice('alba')).toBe('anna');
    expect(fallbackVoice('lola')).toBe('anna');
    expect(fallbackVoice('never-heard-of')).toBe('anna');
  });
});

describe('key terms', () => {
  it('are fitted to what the service accepts', () => {
    expect(fitKeyterms([' Nova ', 'Nova', '', 'x'.repeat(51)])).toEqual(['Nova']);
    expect(fitKeyterms(Array.from({ length: 150 }, (_, index) => String(index)))).toHaveLength(100);
  });
});

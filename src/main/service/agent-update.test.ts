import { describe, expect, it } from 'vitest';
import { agentSchema } from '../../shared/protocol';
import { updatedAgent } from './agent-update';

const READ = agentSchema.parse({
  id: 'agent_1',
  name: 'Desk',
  system_prompt: 'Help.',
  voice: { voice_id: 'anna' },
  greeting: null,
  created_at: '2026-09-24T10:00:00Z',
  updated_at: '2026-09-24T10:00:00Z',
  output: { voice: 'ivy', volume: 80 },
  llm: [{ base_url: 'https://llm.example.com', model: 'm' }],
  caller_id: '+1',
  tools: [
    {
      id: 'tool_1',
      name: 'orders',
      description: 'Looks up.',
      http: {
        url: 'https://api.example.org/orders',
        http_method: 'GET',
        headers: [{ name: 'Authorization', last_set_at: '2026-09-24T10:00:00Z' }],
      },
    },
    { id: 'tool_2', name: 'local', description: 'Runs here.', http: null },
  ],
});

describe('changing an agent', () => {
  const written = updatedAgent(READ, { name: 'Office' });

  it('writes the whole, what Parley does not know included, without what the service sets (row 25)', () => {
    expect(written).toMatchObject({ name: 'Office', system_prompt: 'Help.', caller_id: '+1' });
    for (const field of ['id', 'created_at', 'updated_at', 'greeting'])
      expect(written).not.toHaveProperty(field);
  });

  it('keeps secrets: header names without values, and no language model', () => {
    expect(written['tools']).toEqual([
      {
        name: 'orders',
        description: 'Looks up.',
        http: {
          url: 'https://api.example.org/orders',
          http_method: 'GET',
          headers: [{ name: 'Authorization' }],
        },
      },
      { name: 'local', description: 'Runs here.' },
    ]);
    expect(written).not.toHaveProperty('llm');
    expect(updatedAgent(READ, { llm: [] })).toMatchObject({ llm: [] });
  });

  it('keeps the secrets of the older map of headers (row 24)', () => {
    const tools = [{ name: 't', http: { url: 'https://x', headers: { Authorization: '***' } } }];
    const old = agentSchema.parse({ id: 'agent_1', name: 'Desk', tools });
    expect(updatedAgent(old, {})['tools']).toEqual([
      { name: 't', http: { url: 'https://x', headers: [{ name: 'Authorization' }] } },
    ]);
  });

  it('keeps the secrets of the requests before a call', () => {
    const headers = [{ name: 'Authorization', last_set_at: '2026-09-24T10:00:00Z' }];
    const read = agentSchema.parse({
      id: 'agent_1',
      name: 'Desk',
      pre_connect_requests: [
        { http: { url: 'https://x', headers } },
        { http: { url: 'https://y', headers: { 'X-Key': '***' } } },
      ],
    });
    expect(updatedAgent(read, {})).toMatchObject({
      pre_connect_requests: [
        { http: { url: 'https://x', headers: [{ name: 'Authorization' }] } },
        { http: { url: 'https://y', headers: [{ name: 'X-Key' }] } },
      ],
    });
    expect(JSON.stringify(updatedAgent(read, {}))).not.toMatch(/last_set_at|\*\*\*/);
  });

  it('does not write the stale voice of the output back', () => {
    expect(written['output']).toEqual({ voice: 'anna', volume: 80 });
    expect(updatedAgent(READ, { voice: { voice_id: 'vera' } })['output']).toMatchObject({ voice: 'vera' });
  });

  it('passes on new values and removals of headers', () => {
    const http = {
      url: 'https://x',
      headers: [
        { name: 'A', value: 'v' },
        { name: 'B', remove: true },
      ],
    };
    const tools = [{ name: 't', description: '', http }];
    expect(updatedAgent(READ, { tools })['tools']).toEqual(tools);
  });
});

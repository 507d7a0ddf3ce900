import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ToolTransport } from '../../http-tools/run-tool';
import type { TestCall } from '../../shared/ipc/agents';
import { ProblemError } from '../../shared/problem';
import type { Agent, AgentSummary } from '../../shared/protocol';
import { ServiceError } from '../service/service-error';
import { agentHandlers, type AgentsWorld } from './agents';

const agent = (updated_at: string) =>
  ({ id: 'agent_1', name: 'Shop', system_prompt: 'Sell.', voice: { voice_id: 'anna' }, updated_at }) as Agent;
const body = { name: 'Shop', system_prompt: 'Sell.', voice: { voice_id: 'anna' } };
const refusal = new ServiceError(
  { code: 'validation_error', sentence: 'Refused.', next: 'Correct it.' },
  {
    status: 422,
    retry: 'no',
    requestId: null,
    afterSeconds: null,
    fields: [{ param: 'tools.0.http.url', message: 'no' }],
  },
);

let written: unknown[];
let pages: readonly (readonly AgentSummary[])[];
let failing: Error | null;

const client: AgentsWorld['client'] = {
  listAgents: ({ cursor = '0' } = {}) => {
    if (failing) return Promise.reject(failing);
    const next = Number(cursor) + 1;
    return Promise.resolve({
      items: pages[Number(cursor)] ?? [],
      nextCursor: next < pages.length ? String(next) : null,
    });
  },
  getAgent: () => Promise.resolve(agent('then')),
  createAgent: () => Promise.reject(refusal),
  updateAgent: (_id, changes) => {
    written.push(changes);
    return Promise.resolve(agent('now'));
  },
  deleteAgent: () => Promise.resolve(),
  voices: () => Promise.resolve({ voices: [], source: 'built-in' }),
};
const called: string[] = [];
const transport: ToolTransport = {
  resolve: (host) => Promise.resolve([host === 'inside.example.org' ? '10.0.0.1' : '8.8.8.8']),
  allows: (address) => address === '8.8.8.8',
  send: ({ url, method, headers, body: sent }) => {
    called.push(`${method} ${url.href} ${headers['x-key'] ?? ''} ${sent ?? ''}`);
    return Promise.resolve({ status: 200, text: '{"ok":true}' });
  },
};
let time = 0;
const handlers = agentHandlers({
  client,
  address: () => ({ socketUrl: 'wss://a.example/v1/ws', restUrl: 'https://a.example/v1' }),
  transport,
  copy: () => undefined,
  now: () => (time += 40),
});

beforeEach(() => {
  written = [];
  pages = [[]];
  failing = null;
});
afterEach(() => void called.splice(0));

describe('the agents screen', () => {
  it('lists every page of agents with the voices and the place', async () => {
    const head = (id: string) => ({ id, name: id, created_at: undefined, updated_at: undefined });
    pages = [[head('a'), head('b')], [head('c')]];
    expect(await handlers['agents.overview'](undefined)).toEqual({
      ok: true,
      value: {
        agents: [head('a'), head('b'), head('c')],
        voices: [],
        socketUrl: 'wss://a.example/v1/ws',
        apiUrl: 'https://a.example/v1',
      },
    });
  });

  it('tells what is missing, and what the service refused of single fields', async () => {
    const problem = { code: 'key_missing', sentence: 'No key.', next: 'Add one.' };
    failing = new ProblemError(problem);
    expect(await handlers['agents.overview'](undefined)).toEqual({ ok: false, problem, fields: [] });
    expect(await handlers['agents.create'](body)).toEqual({
      ok: false,
      problem: refusal.problem,
      fields: refusal.facts.fields,
    });
  });

  it('does not write over what was changed somewhere else meanwhile', async () => {
    const late = await handlers['agents.update']({ id: 'agent_1', readAt: 'before', body });
    expect(late).toMatchObject({ ok: false, problem: { code: 'agent_changed' } });
    expect(written).toEqual([]);
    const fine = await handlers['agents.update']({ id: 'agent_1', readAt: 'then', body });
    expect(fine).toMatchObject({ ok: true, value: { updated_at: 'now' } });
    expect(written).toEqual([body]);
  });
});

describe('a test call', () => {
  const call: TestCall = {
    url: 'https://api.example.org/x',
    method: 'POST',
    headers: [],
    arguments: {},
    timeoutSeconds: 5,
  };

  it('is made with the typed headers, and tells what the agent would be told', async () => {
    const headers = [{ name: 'X-Key', value: 's' }];
    expect(await handlers['agents.testTool']({ ...call, headers, arguments: { a: 1 } })).toEqual({
      outcome: 'done',
      result: '{"ok":true}',
      milliseconds: 40,
    });
    expect(called).toEqual(['POST https://api.example.org/x s {"a":1}']);
  });

  it('never reaches a private address, by name or by number, nor anything without https', async () => {
    expect(await handlers['agents.testTool']({ ...call, url: 'https://inside.example.org/' })).toMatchObject({
      outcome: 'failed',
    });
    for (const url of ['http://api.example.org/', 'https://127.0.0.1/', 'https://localhost/']) {
      await expect(handlers['agents.testTool']({ ...call, url })).rejects.toThrow('tool_address');
    }
    expect(called).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ToolTransport } from '../../http-tools/run-tool';
import type { ToolRequest } from '../../http-tools/tool-request';
import { isPublicAddress } from '../../shared/network/public-address';
import { TestServer } from './test-server.fixture';

let one: TestServer;
let sent: ToolRequest[];
let answer: { readonly status: number; readonly text: string };
const resolve: ToolTransport['resolve'] = (host) =>
  Promise.resolve([host === 'inside.example' ? '10.0.0.1' : '93.184.216.34']);
const transport: ToolTransport = {
  resolve,
  allows: isPublicAddress,
  send: (request) => {
    sent.push(request);
    return Promise.resolve(answer);
  },
};
beforeEach(async () => {
  sent = [];
  answer = { status: 200, text: '{"say":"It has been shipped."}' };
  transport.resolve = resolve;
  one = await TestServer.start({ toolTransport: transport });
});
afterEach(() => one.server.close());

const orderTool = (more: object = {}) => ({
  name: 'order_status',
  description: 'Looks up the status of an order. Use when the user asks about an order.',
  parameters: { type: 'object', properties: { order: { type: 'string', description: 'Order number' } } },
  http: {
    url: 'https://api.example.org/orders',
    http_method: 'GET',
    headers: [{ name: 'X-Key', value: 's3cret' }],
  },
  timeout_seconds: 20,
  ...more,
});
const agent = (more: object = {}) => ({
  name: 'Desk',
  system_prompt: 'You are Eve.',
  voice: { voice_id: 'anna' },
  tools: [orderTool()],
  ...more,
});
const create = async (more: object = {}) => (await one.rest('POST', '/v1/agents', agent(more))).body;

describe('HTTP tools of a stored agent', () => {
  it('are run by the server; the call is information, its answer is passed over', async () => {
    const { id } = await create();
    const client = await one.connect();
    const ready = await client.begin({ agent_id: id });
    expect(ready.config).toMatchObject({ id, tools: [{ http: { url: 'https://api.example.org/orders' } }] });
    expect(JSON.stringify(ready)).not.toContain('s3cret');
    client.send({
      type: 'reply.create',
      instructions: 'The user typed: "What is the order status?" Answer it.',
    });
    const { call_id } = await client.next('tool.call');
    client.send({ type: 'tool.result', call_id, result: '{"say":"Wrong."}' });
    expect(await client.next('transcript.agent')).toMatchObject({ text: 'It has been shipped.' });
    expect(sent).toMatchObject([{ method: 'GET', headers: { 'x-key': 's3cret' } }]);
    expect(
      client
        .types()
        .filter((type) => type.startsWith('reply.') && type !== 'reply.audio')
        .slice(0, 3),
    ).toEqual(['reply.started', 'reply.done', 'reply.started']);
  });
  it('become a failure when they fail', async () => {
    answer = { status: 500, text: 'trace' };
    const { id } = await create();
    const client = await one.connect();
    const { session_id } = await client.begin({ agent_id: id });
    client.send({
      type: 'reply.create',
      instructions: 'The user typed: "What is the order status?" Answer it.',
    });
    await client.next('transcript.agent');
    client.send({ type: 'session.end' });
    await client.close();
    const { artifacts } = (await one.rest('GET', `/v1/sessions/${String(session_id)}`)).body;
    const [{ url }] = artifacts as [{ readonly url: string }];
    const { turns } = (await one.rest('GET', url, undefined, '')).body;
    expect(turns).toMatchObject([
      { trigger: 'reply_create', tool_calls: [{ name: 'order_status', is_error: true }] },
      { trigger: 'tool_result' },
    ]);
  });
  it('are the agent’s as it was when the session began', async () => {
    const { id } = await create();
    const client = await one.connect();
    await client.begin({ agent_id: id });
    await one.rest('DELETE', `/v1/agents/${String(id)}`);
    client.send({
      type: 'reply.create',
      instructions: 'The user typed: "What is the order status?" Answer it.',
    });
    expect(await client.next('transcript.agent')).toMatchObject({ text: 'It has been shipped.' });
  });
  it.each([
    [{ url: 'http://api.example.org/' }, 'tools.0.http.url'],
    [{ url: 'https://127.0.0.1/' }, 'tools.0.http.url'],
    [{ url: 'https://inside.example/' }, 'tools.0.http.url'],
    [{ url: `https://api.example.org/${'x'.repeat(2_048)}` }, 'tools.0.http.url'],
    [{ url: 'https://api.example.org/', http_method: 'TRACE' }, 'tools.0.http.http_method'],
    [
      { url: 'https://api.example.org/', headers: [{ name: 'Host', value: 'x' }] },
      'tools.0.http.headers.0.name',
    ],
    [
      { url: 'https://api.example.org/', headers: [{ name: 'X', value: 'a\r\nb' }] },
      'tools.0.http.headers.0.value',
    ],
    [{ url: 'https://api.example.org/', headers: [{ name: 'X' }] }, 'tools.0.http.headers'],
  ])('are refused with %j', async (http, param) => {
    const { status, body } = await one.rest('POST', '/v1/agents', agent({ tools: [orderTool({ http })] }));
    expect({ status, code: body.code, param: body.param }).toEqual({
      status: 422,
      code: 'validation_error',
      param,
    });
  });
});

describe('changing an agent', () => {
  const tools = (body: Record<string, unknown>) => body.tools as readonly Record<string, unknown>[];

  it('keeps tool ids by name, header values by name; what is read can be written', async () => {
    const made = await create();
    const path = `/v1/agents/${String(made.id)}`;
    const read = (await one.rest('GET', path)).body;
    expect(JSON.stringify(read)).not.toContain('s3cret');
    const written = await one.rest('PUT', path, { ...read, name: 'New' });
    expect(written).toMatchObject({ status: 200, body: { name: 'New', tools: read.tools } });
    const http = { url: 'https://api.example.org/v2', http_method: 'GET', headers: [{ name: 'x-key' }] };
    const [changed] = tools((await one.rest('PUT', path, { tools: [orderTool({ http })] })).body);
    expect(changed).toMatchObject({ id: tools(made)[0]?.id, http: { url: 'https://api.example.org/v2' } });
    const client = await one.connect();
    await client.begin({ agent_id: made.id });
    client.send({
      type: 'reply.create',
      instructions: 'The user typed: "What is the order status?" Answer it.',
    });
    await client.next('transcript.agent');
    expect(sent[0]?.headers['x-key']).toBe('s3cret');
  });
  it('removes a header when told so, and tools when replaced by none', async () => {
    const made = await create();
    const path = `/v1/agents/${String(made.id)}`;
    const http = { url: 'https://api.example.org/', headers: [{ name: 'X-Key', remove: true }] };
    const [changed] = tools((await one.rest('PUT', path, { tools: [orderTool({ http })] })).body);
    expect(changed).toMatchObject({ http: { headers: [] } });
    expect(tools((await one.rest('PUT', path, { tools: [] })).body)).toEqual([]);
  });
  it('keeps what is not sent, and refuses what is not valid without changing anything', async () => {
    const made = await create({ greeting: 'Hello.' });
    const path = `/v1/agents/${String(made.id)}`;
    expect((await one.rest('PUT', path, { name: 'B' })).body).toMatchObject({
      greeting: 'Hello.',
      tools: [{}],
    });
    expect((await one.rest('PUT', path, { voice: { voice_id: 'nobody' } })).status).toBe(422);
    expect((await one.rest('GET', path)).body).toMatchObject({ name: 'B', voice: { voice_id: 'anna' } });
  });
  it('loses neither of two changes that are made at once', async () => {
    const made = await create();
    const path = `/v1/agents/${String(made.id)}`;
    let resolved: (addresses: readonly string[]) => void = () => undefined;
    let asked: () => void = () => undefined;
    const asking = new Promise<void>((resolve) => (asked = resolve));
    transport.resolve = () => {
      asked();
      return new Promise((resolve) => (resolved = resolve));
    };
    const slow = one.rest('PUT', path, { tools: [orderTool()] });
    await asking;
    expect((await one.rest('PUT', path, { name: 'B' })).body).toMatchObject({ name: 'B' });
    resolved(['93.184.216.34']);
    expect((await slow).body).toMatchObject({ name: 'B' });
  });
  it('pages through the list, newest first, whatever is deleted meanwhile', async () => {
    for (const name of ['1', '2', '3', '4', '5']) await create({ name });
    const page = async (query: string) => {
      const { agents, has_more, response_metadata } = (await one.rest('GET', `/v1/agents?limit=2${query}`))
        .body;
      const { next_cursor: cursor } = response_metadata as { readonly next_cursor: string };
      return { agents: agents as { readonly id: string; readonly name: string }[], has_more, cursor };
    };
    const first = await page('');
    expect(first.agents.map(({ name }) => name)).toEqual(['5', '4']);
    await one.rest('DELETE', `/v1/agents/${String(first.agents[1]?.id)}`);
    const second = await page(`&cursor=${first.cursor}`);
    expect(second.agents.map(({ name }) => name)).toEqual(['3', '2']);
    const last = await page(`&cursor=${second.cursor}`);
    expect(last).toMatchObject({ agents: [{ name: '1' }], has_more: false, cursor: '' });
    expect((await one.rest('GET', '/v1/agents?cursor=nonsense')).body).toMatchObject({ param: 'cursor' });
  });
});

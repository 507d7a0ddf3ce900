import { afterEach, describe, expect, it } from 'vitest';
import { faultsOf, TestServer } from './test-server.fixture';

let one: TestServer;
afterEach(() => one.server.close());

async function faulty(...texts: string[]): Promise<TestServer> {
  one = await TestServer.start({ faults: faultsOf(...texts), control: true });
  return one;
}

const tools = [
  {
    type: 'function',
    name: 'get_time',
    description: 'Tells the current time. Use when the user asks what time it is somewhere.',
    parameters: { type: 'object', properties: { place: { type: 'string', description: 'City' } } },
  },
  { type: 'function', name: 'save_note', description: 'Saves a note.' },
];
const askTime = {
  type: 'reply.create',
  instructions: 'The user typed: "What time is it in Tokyo?" Answer it.',
};
describe('with tools', () => {
  const calls = (client: Awaited<ReturnType<TestServer['connect']>>) =>
    client.received.filter(({ type }) => type === 'tool.call');

  it('repeats a call, and answers when every one is answered', async () => {
    await faulty('repeat-call');
    const client = await one.connect();
    await client.begin({ tools });
    client.send(askTime);
    await client.next('reply.done');
    expect(calls(client)).toHaveLength(5);
    expect(new Set(calls(client).map(({ call_id }) => call_id)).size).toBe(5);
    const from = client.received.length;
    for (const { call_id } of calls(client))
      client.send({ type: 'tool.result', call_id, result: '{"say":"Noon."}' });
    await client.next('reply.done', from);
    expect(client.received.slice(from).filter(({ type }) => type === 'reply.started')).toHaveLength(1);
  });
  it('calls two tools at once', async () => {
    await faulty('parallel-calls');
    const client = await one.connect();
    await client.begin({ tools });
    client.send(askTime);
    await client.next('reply.done');
    expect(calls(client).map(({ name }) => name)).toEqual(['get_time', 'save_note']);
  });
  it('chains calls', async () => {
    await faulty('chain-calls=3');
    const client = await one.connect();
    await client.begin({ tools });
    client.send(askTime);
    let from = 0;
    for (const number of [1, 2, 3]) {
      const { call_id } = await client.next('tool.call', from);
      expect(calls(client)).toHaveLength(number);
      from = client.received.length;
      client.send({ type: 'tool.result', call_id, result: '{"say":"Noon."}' });
    }
    expect(await client.next('transcript.agent')).toMatchObject({ text: 'Noon.' });
  });
  it('lets the person speak into a tool: its reply is dropped, a late result ignored', async () => {
    await faulty('barge-in-tool=20');
    const client = await one.connect();
    await client.begin({ tools });
    client.send(askTime);
    const { call_id } = await client.next('tool.call');
    expect(await client.next('transcript.user')).toMatchObject({ text: 'Never mind.' });
    const from = client.received.length;
    client.send({ type: 'tool.result', call_id, result: '{"say":"Too late."}' });
    client.send({ type: 'reply.create', instructions: 'Say exactly: Next.' });
    await expect(client.next('transcript.agent', from)).resolves.not.toMatchObject({ text: 'Too late.' });
  });
  it('holds every tool, and gives each a second', async () => {
    await faulty('hold-tools', 'tool-timeout=1');
    const client = await one.connect();
    const ready = await client.begin({ tools });
    expect(ready.config).toMatchObject({ tools: [{ execution_mode: 'hold', timeout_seconds: 1 }, {}] });
    client.send(askTime);
    await client.next('tool.call');
    const from = client.received.length;
    expect(await client.next('transcript.agent', from)).toMatchObject({ interrupted: false });
  });
  it('answers every tool itself: the call is information', async () => {
    await faulty('served-tools');
    const client = await one.connect();
    const ready = await client.begin({ tools });
    expect(ready.config).toMatchObject({ tools: [{ http: {} }, { http: {} }] });
    client.send(askTime);
    await client.next('tool.call');
    expect(await client.next('transcript.agent')).toMatchObject({ text: 'Done.' });
  });
  it.each([
    [
      'phrase',
      [
        'reply.started',
        'reply.audio',
        'transcript.agent.delta',
        'transcript.agent',
        'tool.call',
        'reply.done',
      ],
    ],
    ['silence', ['reply.started', 'reply.audio', 'tool.call', 'reply.done']],
  ])('fills the time before a call with a %s', async (kind, expected) => {
    await faulty(`preamble=${kind}`);
    const client = await one.connect();
    await client.begin({ tools });
    client.send(askTime);
    await client.next('reply.done');
    expect([...new Set(client.types().slice(2))]).toEqual(expected);
  });
});

/** The REST client against the local agent: two sides of the API, written apart, over real HTTP. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ToolTransport } from '../../src/http-tools/run-tool';
import { faultsOf, TestServer } from '../../src/local-agent/server/test-server.fixture';
import { checkKey } from '../../src/main/service/check-key';
import { addressAt, clientAt } from '../../src/main/service/client.fixture';
import { ServiceError } from '../../src/main/service/service-error';
import { isPublicAddress } from '../../src/shared/network/public-address';
import { VOICES, type Agent } from '../../src/shared/protocol';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** HTTP tools are never run here; their addresses are public without asking anybody. */
const toolTransport: ToolTransport = {
  resolve: () => Promise.resolve(['93.184.216.34']),
  allows: isPublicAddress,
  send: () => Promise.reject(new Error('not to be run')),
};

async function localAgent(...faults: string[]) {
  const agent = await TestServer.start({ faults: faultsOf(...faults), toolTransport });
  ends.push(() => agent.server.close());
  return { agent, ...clientAt(addressAt(agent.server.port)) };
}

const failure = async (promise: Promise<unknown>): Promise<ServiceError> => {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ServiceError);
  return error as ServiceError;
};

const AGENT = { name: 'Desk', system_prompt: 'Help.', voice: { voice_id: 'anna' } };

const ORDERS = {
  name: 'orders',
  description: 'Looks up an order.',
  parameters: { type: 'object', properties: { order: { type: 'string', description: 'Number' } } },
  http: {
    url: 'https://api.example.org/orders',
    http_method: 'GET',
    headers: [{ name: 'X-Key', value: 'a-secret' }],
  },
};

/** What can be read of the secrets of an agent's first tool: names, and when they were set. */
function secretsOf({ tools }: Agent): unknown {
  const [tool] = tools as unknown as readonly { readonly http?: { readonly headers?: unknown } }[];
  return tool?.http?.headers;
}

describe('the REST client', () => {
  it.each(['', 'single-use-tokens'])(
    'row 20: a token opens a connection, and each has one of its own, with fault "%s"',
    async (fault) => {
      const { client, agent } = await localAgent(...(fault ? [fault] : []));
      const [one, two] = [await client.token(60), await client.token(60)];
      expect(one.expires_in_seconds).toBe(60);
      expect(two.token).not.toBe(one.token);
      const opens = async (token: string) => {
        const socket = await agent.connect(token);
        socket.send({ type: 'session.update', session: {} });
        const answer = await Promise.race([socket.next('session.ready'), socket.next('session.error')]);
        socket.socket.close();
        return answer.type;
      };
      expect(await opens(one.token)).toBe('session.ready');
      expect(await opens(two.token)).toBe('session.ready');
      expect(await opens(one.token)).toBe(fault ? 'session.error' : 'session.ready');
    },
  );

  it.each([
    ['', 404],
    ['bad-key-401', 401],
  ])('row 21: a wrong key is told as such, with fault "%s"', async (fault, status) => {
    const { agent } = await localAgent(...(fault ? [fault] : []));
    const { client } = clientAt(addressAt(agent.server.port), 'bad-key');
    const error = await failure(client.token(60));
    expect([error.problem.code, error.facts.status]).toEqual(['unauthorized', status]);
    expect((await checkKey(client)).verdict).toBe('rejected');
  });

  it.each([
    ['', 422],
    ['token-400', 400],
  ])('row 22: a refused parameter names the field, with fault "%s"', async (fault, status) => {
    const { client } = await localAgent(...(fault ? [fault] : []));
    const error = await failure(client.token(0));
    expect(error.problem.sentence).toContain('expires_in_seconds');
    expect(error.facts).toMatchObject({ status, retry: 'no', requestId: expect.any(String) as string });
  });

  it('agents are made, listed by pages, read, changed and deleted', async () => {
    const { client } = await localAgent();
    for (const name of ['One', 'Two', 'Three']) await client.createAgent({ ...AGENT, name });
    const first = await client.listAgents({ limit: 2 });
    expect(first.items.map(({ name }) => name)).toEqual(['Three', 'Two']);
    const second = await client.listAgents({ limit: 2, cursor: first.nextCursor! });
    expect(second).toMatchObject({ items: [{ name: 'One' }], nextCursor: null });
    const { id } = second.items[0]!;
    expect((await client.updateAgent(id, { name: 'Uno' })).name).toBe('Uno');
    expect(await client.getAgent(id)).toMatchObject({ name: 'Uno', system_prompt: 'Help.' });
    await client.deleteAgent(id);
    expect((await failure(client.getAgent(id))).problem.code).toBe('agent_not_found');
  });

  it.each(['', 'agents-array'])('row 23: agents are listed, with fault "%s"', async (fault) => {
    const { client } = await localAgent(...(fault ? [fault] : []));
    await client.createAgent(AGENT);
    expect(await client.listAgents()).toMatchObject({ items: [{ name: 'Desk' }], nextCursor: null });
  });

  it.each(['', 'replace-agents'])(
    'rows 24 and 25: a change loses nothing, secrets of headers included, with fault "%s"',
    async (fault) => {
      const { client } = await localAgent(...(fault ? [fault] : []));
      const { id } = await client.createAgent({ ...AGENT, greeting: 'Welcome.', tools: [ORDERS] });
      const made = await client.getAgent(id);
      // The values of headers are never told: the list has their names.
      expect(JSON.stringify(made)).not.toContain('a-secret');
      expect(secretsOf(made)).toMatchObject([{ name: 'X-Key' }]);
      await client.updateAgent(id, { name: 'Office' });
      const changed = await client.getAgent(id);
      expect(changed).toMatchObject({ name: 'Office', system_prompt: 'Help.', greeting: 'Welcome.' });
      expect(secretsOf(changed)).toEqual(secretsOf(made));
    },
  );

  it('a refused agent names the field', async () => {
    const { client } = await localAgent();
    const error = await failure(client.createAgent({ ...AGENT, name: '' }));
    expect(error.problem).toMatchObject({ code: 'validation_error' });
    expect(error.problem.sentence).toContain('name');
    expect(error.facts.fields).toHaveLength(1);
  });

  it.each(['', 'voices-426'])('row 26: voices always come, with fault "%s"', async (fault) => {
    const { client } = await localAgent(...(fault ? [fault] : []));
    const list = await client.voices();
    expect(list.source).toBe(fault ? 'built-in' : 'service');
    expect(list.voices.map(({ name }) => name)).toContain('anna');
    if (fault) expect(list.voices).toBe(VOICES);
  });
});

/** The REST client against the local agent: two sides of the API, written apart, over real HTTP. */
import { afterEach, describe, expect, it } from 'vitest';
import { faultsOf, TestServer } from '../../src/local-agent/server/test-server.fixture';
import { addressAt, clientAt } from '../../src/main/service/client.fixture';
import { ServiceError } from '../../src/main/service/service-error';
import { VOICES } from '../../src/shared/protocol';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function localAgent(...faults: string[]) {
  const agent = await TestServer.start({ faults: faultsOf(...faults) });
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

describe('the REST client', () => {
  it('a token is minted, and a wrong key is told as such by 404 and by 401 (rows 20 to 22)', async () => {
    const { client, agent } = await localAgent();
    expect((await client.token(60)).expires_in_seconds).toBe(60);
    const address = addressAt(agent.server.port);
    expect((await failure(clientAt(address, 'bad-key').client.token(60))).problem.code).toBe('unauthorized');
    const strict = await localAgent('bad-key-401');
    const refused = clientAt(addressAt(strict.agent.server.port), 'bad-key').client;
    expect((await failure(refused.token(60))).problem.code).toBe('unauthorized');
  });

  it.each([[[]], [['token-400']]])('a refused parameter names the field, with faults %j', async (faults) => {
    const { client } = await localAgent(...faults);
    const error = await failure(client.token(0));
    expect(error.problem.sentence).toContain('expires_in_seconds');
    expect(error.facts).toMatchObject({ retry: 'no', requestId: expect.any(String) as string });
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

  it('row 23: a bare array is a list of agents too', async () => {
    const { client } = await localAgent('agents-array');
    await client.createAgent(AGENT);
    expect(await client.listAgents()).toMatchObject({ items: [{ name: 'Desk' }], nextCursor: null });
  });

  it('a refused agent names the field', async () => {
    const { client } = await localAgent();
    const error = await failure(client.createAgent({ ...AGENT, name: '' }));
    expect(error.problem).toMatchObject({ code: 'validation_error' });
    expect(error.problem.sentence).toContain('name');
    expect(error.facts.fields).toHaveLength(1);
  });

  it.each(['', 'voices-426'])('voices always come (row 26), with fault "%s"', async (fault) => {
    const { client } = await localAgent(...(fault ? [fault] : []));
    const list = await client.voices();
    expect(list.source).toBe(fault ? 'built-in' : 'service');
    expect(list.voices.map(({ name }) => name)).toContain('anna');
    if (fault) expect(list.voices).toBe(VOICES);
  });
});

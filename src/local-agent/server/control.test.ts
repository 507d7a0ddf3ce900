import { afterEach, describe, expect, it } from 'vitest';
import { faultsOf, TestServer } from './test-server.fixture';

let one: TestServer;
afterEach(() => one.server.close());

async function faulty(...texts: string[]): Promise<TestServer> {
  one = await TestServer.start({ faults: faultsOf(...texts), control: true });
  return one;
}

describe('on the REST side', () => {
  it('answers otherwise where the sources of the API disagree', async () => {
    await faulty('voices-426', 'bad-key-401', 'token-400', 'agents-array');
    expect((await one.rest('GET', '/v1/voices')).status).toBe(426);
    expect((await one.rest('GET', '/v1/token?expires_in_seconds=5', undefined, 'bad-key')).status).toBe(401);
    expect((await one.rest('GET', '/v1/token')).status).toBe(400);
    expect((await one.rest('GET', '/v1/agents')).body).toEqual([]);
  });
  it('lets a token open one socket only', async () => {
    await faulty('single-use-tokens');
    const { body } = await one.rest('GET', '/v1/token?expires_in_seconds=60');
    const client = await one.connect('', `/v1/ws?token=${String(body.token)}`);
    await client.begin();
    const again = await one.connect('', `/v1/ws?token=${String(body.token)}`);
    expect(await again.close()).toBe(1008);
  });
});

describe('the control side', () => {
  it('switches faults for every connection, for the next one, and off', async () => {
    await faulty();
    const put = await one.rest('PUT', '/control/faults', { faults: ['ready-first'], for: 'next-connection' });
    expect(put).toMatchObject({
      status: 200,
      body: { faults: {}, next_connections: [{ 'ready-first': true }] },
    });
    const orders: string[] = [];
    for (let i = 0; i < 2; i++) {
      const client = await one.connect();
      await client.begin();
      await client.next('session.updated');
      orders.push(client.types()[0] ?? '');
    }
    expect(orders).toEqual(['session.ready', 'session.updated']);
    await one.rest('PUT', '/control/faults', { faults: ['refuse-upgrade=403'] });
    await expect(one.connect()).rejects.toThrow('403');
    expect((await one.rest('DELETE', '/control/faults')).body).toMatchObject({
      faults: {},
      open_sessions: 2,
    });
    await (await one.connect()).begin();
  });
  it('says what is wrong, and lists what there is', async () => {
    await faulty();
    expect(await one.rest('PUT', '/control/faults', { faults: ['nonsense'] })).toMatchObject({
      status: 422,
      body: { message: 'faults: There is no fault "nonsense".', param: 'faults' },
    });
    expect(await one.rest('PUT', '/control/faults', { faults: 1 })).toMatchObject({ status: 422 });
    expect((await one.rest('POST', '/control/faults')).status).toBe(405);
    const known = (await one.rest('GET', '/control')).body.known as { readonly name: string }[];
    expect(known.map(({ name }) => name)).toContain('drop-mid-reply');
  });
  it('is guarded by the key, and refused when it was not asked for', async () => {
    one = await TestServer.start({ key: 'secret', control: true });
    expect((await one.rest('GET', '/control')).status).toBe(401);
    expect((await one.rest('GET', '/control', undefined, 'secret')).status).toBe(200);
    await one.server.close();
    one = await TestServer.start();
    expect(await one.rest('GET', '/control')).toMatchObject({ status: 403, body: { code: 'not_found' } });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultsOf, TestServer } from './test-server.fixture';

let one: TestServer;
beforeEach(async () => {
  one = await TestServer.start({ key: 'secret' });
});
afterEach(() => one.server.close());
const rest = (method: string, path: string, body?: unknown, key = 'secret') =>
  one.rest(method, path, body, key);

describe('temporary tokens', () => {
  const token = async (query: string) => String((await rest('GET', `/v1/token?${query}`)).body.token);

  it('open sockets in the query and as Bearer, more than one', async () => {
    const minted = await token('expires_in_seconds=60');
    await (await one.connect('', `/v1/ws?token=${minted}`)).begin();
    await (await one.connect(`Bearer ${minted}`)).begin();
  });
  it('are no key, and the key in the query is one', async () => {
    const minted = await token('expires_in_seconds=60');
    expect((await rest('GET', '/v1/agents', undefined, minted)).status).toBe(401);
    await (await one.connect('', '/v1/ws?token=secret')).begin();
  });
  it('shorten the session as they say', async () => {
    const minted = await token('expires_in_seconds=60&max_session_duration_seconds=60');
    const { expires_at } = await (await one.connect(minted)).begin();
    expect(Math.abs(Number(expires_at) - Date.now() / 1_000 - 60)).toBeLessThan(3);
    const whole = await (await one.connect(await token('expires_in_seconds=1'))).begin();
    expect(Math.abs(Number(whole.expires_at) - Date.now() / 1_000 - 3_600)).toBeLessThan(3);
  });
  it.each([
    'expires_in_seconds=0',
    'expires_in_seconds=60&max_session_duration_seconds=59',
    'expires_in_seconds=a',
  ])('%s is refused', async (query) => expect((await rest('GET', `/v1/token?${query}`)).status).toBe(422));
  it('come in the other shape, too', async () => {
    const { status, body } = await rest('POST', '/v1/tokens', { expires_in_seconds: 30 });
    expect({ status, expires: Date.parse(String(body.expires_at)) > Date.now() }).toEqual({
      status: 200,
      expires: true,
    });
    await (await one.connect(String(body.token))).begin();
    expect((await rest('POST', '/v1/tokens', { expires_in_seconds: 0 })).status).toBe(422);
  });
  it('are refused when they are over, also by a server that takes any key', async () => {
    let now = Date.now();
    await one.server.close();
    const clock = { now: () => now, after: () => () => undefined };
    one = await TestServer.start({ clock });
    const minted = String((await one.rest('GET', '/v1/token?expires_in_seconds=1')).body.token);
    now += 2_000;
    expect(await (await one.connect(minted)).close()).toBe(1008);
    expect(await (await one.connect(minted)).close()).toBe(1008);
  });
});

describe('a socket on which no session is begun', () => {
  it('is closed after a while; one with a session is not', async () => {
    await one.server.close();
    const waiting = new Map<() => void, number>();
    const after = (milliseconds: number, run: () => void) => {
      waiting.set(run, milliseconds);
      return () => void waiting.delete(run);
    };
    one = await TestServer.start({ clock: { now: () => Date.now(), after } });
    const [silent, talking] = [await one.connect('secret'), await one.connect('secret')];
    await talking.begin();
    for (const [run, milliseconds] of [...waiting]) if (milliseconds === 30_000) run();
    expect(await silent.close()).toBe(1008);
    expect(silent.types()).toEqual(['session.error']);
    talking.send({ type: 'session.end' });
    expect(await talking.close()).toBe(1000);
  });
});

describe('resuming', () => {
  it('may be done with the resume token in place of the key', async () => {
    const first = await one.connect('secret');
    const { session_id, resume_token } = await first.begin();
    first.socket.terminate();
    await first.close();
    const second = await one.connect(`Bearer ${String(resume_token)}`);
    second.send({ type: 'session.resume', session_id });
    const again = await second.next('session.ready');
    expect(again).toMatchObject({ session_id, config: {} });
    expect(again.resume_token).not.toBe(resume_token);
  });
  it('is not possible for a session that still has its client', async () => {
    const { session_id } = await (await one.connect('secret')).begin();
    const second = await one.connect('secret');
    second.send({ type: 'session.resume', session_id });
    expect(await second.next('session.error')).toMatchObject({ code: 'session_not_found', param: null });
    expect(await second.close()).toBe(1008);
  });
});

describe('the history', () => {
  const talk = async () => {
    const client = await one.connect('secret');
    const { session_id } = await client.begin({ greeting: 'Hi.' });
    await client.next('reply.done');
    client.send({ type: 'session.end' });
    await client.close();
    return String(session_id);
  };

  it('has a record with its configuration, a timeline and metadata, fetched without the key', async () => {
    const id = await talk();
    const { body } = await rest('GET', `/v1/sessions/${id}`);
    expect(body).toMatchObject({
      id,
      status: 'completed',
      public_close_reason: 'client_end',
      config: { greeting: 'Hi.' },
      artifacts: [{ type: 'timeline', content_type: 'application/json' }, { type: 'metadata' }],
    });
    const [timeline, metadata] = body.artifacts as { readonly url: string }[];
    expect((await rest('GET', timeline?.url ?? '', undefined, '')).body).toMatchObject({
      session_id: id,
      turns: [{ trigger: 'greeting', agent_text: 'Hi.' }],
      ended: { reason: 'client_end' },
    });
    expect((await rest('GET', metadata?.url ?? '', undefined, '')).body).toMatchObject({ session_id: id });
    const forged = (timeline?.url ?? '').replace(/signature=.*/, 'signature=x');
    expect((await rest('GET', forged, undefined, '')).status).toBe(404);
    expect((await rest('GET', `/v1/sessions/${id}/artifacts/audio`, undefined, '')).status).toBe(404);
  });
  it('has open sessions without an end, and filters and pages', async () => {
    const ids = [await talk(), await talk(), await talk()];
    const { session_id } = await (await one.connect('secret')).begin();
    expect((await rest('GET', `/v1/sessions/${String(session_id)}`)).body).toMatchObject({
      status: 'created',
      ended_at: null,
      artifacts: [],
    });
    const idsOf = async (query: string) => {
      const { sessions, response_metadata } = (await rest('GET', `/v1/sessions?${query}`)).body;
      const { next_cursor } = response_metadata as { readonly next_cursor: string };
      return { ids: (sessions as { readonly id: string }[]).map(({ id }) => id), next_cursor };
    };
    expect((await idsOf('status=created')).ids).toEqual([session_id]);
    const first = await idsOf('limit=2&status=completed');
    expect(first.ids).toEqual([ids[2], ids[1]]);
    expect(await idsOf(`limit=2&status=completed&cursor=${first.next_cursor}`)).toEqual({
      ids: [ids[0]],
      next_cursor: '',
    });
    expect((await idsOf('agent_id=agent_x')).ids).toEqual([]);
    expect((await rest('GET', '/v1/sessions?limit=201')).status).toBe(422);
  });
  it('forgets what is deleted', async () => {
    const id = await talk();
    expect((await rest('DELETE', `/v1/sessions/${id}`)).status).toBe(204);
    for (const method of ['GET', 'DELETE']) {
      expect(await rest(method, `/v1/sessions/${id}`)).toMatchObject({
        status: 404,
        body: { code: 'session_not_found' },
      });
    }
  });
  it('does not keep a session that was never ready waiting for its client', async () => {
    await one.server.close();
    one = await TestServer.start({ key: 'secret', faults: faultsOf('ready-delay=60000'), control: true });
    const client = await one.connect('secret');
    client.send({ type: 'session.update', session: {} });
    await client.next('session.updated');
    client.socket.terminate();
    await client.close();
    await expect.poll(async () => (await rest('GET', '/control')).body.open_sessions).toBe(0);
  });
});

it('answers at capacity when it is full, and takes others when there is room again', async () => {
  const clients = [];
  for (let i = 0; i < 64; i++) {
    const client = await one.connect('secret');
    await client.begin();
    clients.push(client);
  }
  const more = await one.connect('secret');
  more.send({ type: 'session.update', session: {} });
  expect(await more.next('session.error')).toMatchObject({ code: 'at_capacity' });
  expect(await more.close()).toBe(1008);
  clients[0]?.send({ type: 'session.end' });
  await clients[0]?.close();
  await (await one.connect('secret')).begin();
});

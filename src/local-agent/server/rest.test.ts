import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestServer } from './test-server.fixture';

let one: TestServer;
beforeEach(async () => {
  one = await TestServer.start();
});
afterEach(() => one.server.close());

const rest: TestServer['rest'] = (...asked) => one.rest(...asked);

describe('the REST side', () => {
  it('mints tokens that open a socket', async () => {
    const { status, body } = await rest('GET', '/v1/token?expires_in_seconds=60');
    expect({ status, seconds: body.expires_in_seconds }).toEqual({ status: 200, seconds: 60 });
    const client = await one.connect('', `/v1/ws?token=${String(body.token)}`);
    expect(await client.begin()).toMatchObject({ type: 'session.ready' });
  });

  it('refuses in the documented envelope', async () => {
    expect(await rest('GET', '/v1/token')).toMatchObject({
      status: 422,
      body: { code: 'validation_error', param: 'expires_in_seconds' },
    });
    expect(await rest('GET', '/v1/token?expires_in_seconds=601')).toMatchObject({ status: 422 });
    expect(await rest('GET', '/v1/token?expires_in_seconds=5', undefined, 'bad-key')).toMatchObject({
      status: 404,
      body: { message: 'Invalid API key' },
    });
    expect(await rest('GET', '/v1/agents', undefined, '')).toMatchObject({
      status: 401,
      body: { code: 'missing_authorization' },
    });
    expect(await rest('GET', '/v1/agents/agent_none')).toMatchObject({
      status: 404,
      body: { code: 'agent_not_found' },
    });
    expect(await rest('PATCH', '/v1/agents')).toMatchObject({
      status: 405,
      body: { code: 'method_not_allowed' },
    });
    expect(await rest('GET', '/v1/nothing')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(
      await rest('POST', '/v1/agents', { system_prompt: '', voice: { voice_id: 'anna' } }),
    ).toMatchObject({
      status: 422,
      body: { message: 'name: Field required', param: 'name', errors: [{ param: 'name' }] },
    });
  });

  it('stores, changes, lists and deletes agents; secrets are not read back', async () => {
    const tool = {
      name: 'lookup',
      description: 'Look up.',
      http: { url: 'https://a.example/', headers: [{ name: 'X', value: 's3cret' }] },
    };
    const { body } = await rest('POST', '/v1/agents', {
      name: 'A',
      system_prompt: 'p',
      voice: { voice_id: 'slt' },
      tools: [tool],
    });
    expect(JSON.stringify(body)).not.toContain('s3cret');
    expect(await rest('PUT', `/v1/agents/${String(body.id)}`, { name: 'B' })).toMatchObject({
      body: { name: 'B', system_prompt: 'p' },
    });
    expect(await rest('GET', '/v1/agents')).toMatchObject({
      body: { agents: [{ id: body.id, name: 'B' }], has_more: false },
    });
    expect((await rest('DELETE', `/v1/agents/${String(body.id)}`)).status).toBe(204);
    expect((await rest('GET', `/v1/agents/${String(body.id)}`)).status).toBe(404);
  });

  it('lists voices and finished sessions', async () => {
    const { voices } = (await rest('GET', '/v1/voices')).body;
    expect(voices).toContainEqual(expect.objectContaining({ voice_id: 'anna' }));
    expect(voices).toContainEqual(expect.objectContaining({ voice_id: 'system' }));
    expect(voices).not.toContainEqual(expect.objectContaining({ voice_id: 'neural' }));
    const client = await one.connect();
    const { session_id } = await client.begin();
    client.send({ type: 'session.end' });
    await client.close();
    expect((await rest('GET', '/v1/sessions')).body).toMatchObject({
      sessions: [{ id: session_id, status: 'completed', public_close_reason: 'client_end' }],
    });
  });
});

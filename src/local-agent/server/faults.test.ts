import { afterEach, describe, expect, it } from 'vitest';
import { faultsOf, TestServer } from './test-server.fixture';

let one: TestServer;
afterEach(() => one.server.close());

async function faulty(...texts: string[]): Promise<TestServer> {
  one = await TestServer.start({ faults: faultsOf(...texts), control: true });
  return one;
}

const words = (count: number) => Array.from({ length: count }, (_, i) => `w${String(i)}x`).join(' ');

describe('on the way in', () => {
  it.each(['401', '403', '503'])('refuses the upgrade with %s', async (status) => {
    await faulty(`refuse-upgrade=${status}`);
    await expect(one.connect()).rejects.toThrow(status);
  });
  it('says unauthorized to a good key', async () => {
    await faulty('unauthorized');
    const client = await one.connect();
    const error = await client.next('session.error');
    expect(error).toMatchObject({ code: 'unauthorized', param: null, session_id: null });
    expect(await client.close()).toBe(1008);
  });
  it.each([
    ['concurrency_exceeded', 1008],
    ['agent_not_found', 1008],
    ['internal_error', 1011],
  ])('answers the first message with %s', async (code, close) => {
    await faulty(`first-error=${code}`);
    const client = await one.connect();
    client.send({ type: 'session.update', session: {} });
    expect(await client.next('session.error')).toMatchObject({ code });
    expect(await client.close()).toBe(close);
  });
  it('is never ready in the time of a client that waits', async () => {
    await faulty('ready-delay=60000');
    const client = await one.connect();
    client.send({ type: 'session.update', session: {} });
    await client.next('session.updated');
    expect(client.types()).toEqual(['session.updated']);
  });
  it('is ready before updated, or without it', async () => {
    await faulty('ready-first');
    const client = await one.connect();
    await client.begin();
    await client.next('session.updated');
    expect(client.types()).toEqual(['session.ready', 'session.updated']);
    await one.server.close();
    await faulty('no-updated');
    const other = await one.connect();
    await other.begin();
    expect(other.types()).toEqual(['session.ready']);
    other.send({ type: 'session.update', session: { system_prompt: 'x' } });
    await other.next('session.updated');
  });
  it('refuses to resume', async () => {
    await faulty('refuse-resume');
    const first = await one.connect();
    const { session_id } = await first.begin();
    first.socket.terminate();
    await first.close();
    const second = await one.connect();
    second.send({ type: 'session.resume', session_id });
    expect(await second.next('session.error')).toMatchObject({ code: 'session_not_found', session_id: null });
    expect(await second.close()).toBe(1008);
  });
  it('lets a bad first update be followed by a good one', async () => {
    await faulty('survive-first-update');
    const client = await one.connect();
    client.send({ type: 'session.update', session: { output: { voice: 'nobody' } } });
    await client.next('session.error');
    expect(await client.begin()).toMatchObject({ type: 'session.ready' });
  });
});

describe('in a talk', () => {
  it('is over soon when told so', async () => {
    await faulty('expires-in=1');
    const client = await one.connect();
    const { expires_at } = await client.begin();
    expect(Number(expires_at) - Date.now() / 1_000).toBeLessThanOrEqual(1);
    expect(await client.next('session.error')).toMatchObject({ code: 'session_expired' });
    expect(await client.close()).toBe(1008);
  });
  it('cuts the connection in the middle of a reply; the session can be resumed', async () => {
    await faulty('drop-mid-reply');
    const client = await one.connect();
    const { session_id } = await client.begin({ greeting: words(20) });
    expect(await client.close()).toBe(1006);
    const second = await one.connect();
    second.send({ type: 'session.resume', session_id });
    await second.next('session.ready');
  });
  it.each([
    [['close-mid-reply=1001'], 1001, []],
    [['close-mid-reply=1008'], 1008, []],
    [['close-mid-reply=1011'], 1011, ['internal_error']],
    [['close-mid-reply=1011', 'close-bare'], 1011, []],
  ])('closes as told by %j', async (faults, code, errors) => {
    await faulty(...faults);
    const client = await one.connect();
    await client.begin({ greeting: words(20) });
    expect(await client.close()).toBe(code);
    expect(client.received.filter(({ type }) => type === 'session.error').map((error) => error.code)).toEqual(
      errors,
    );
    expect(client.types()).not.toContain('reply.done');
  });
  it('stays silent to session.end', async () => {
    await faulty('no-session-ended');
    const client = await one.connect();
    await client.begin();
    client.send({ type: 'session.end' });
    client.send({ type: 'session.update', session: {} });
    client.socket.ping();
    await new Promise((resolve) => client.socket.once('pong', resolve));
    expect(client.types()).toEqual(['session.updated', 'session.ready']);
    expect(client.closed).toBeNull();
  });
  it.each([
    ['no-agent-transcript', ['reply.started', 'reply.audio', 'transcript.agent.delta', 'reply.done']],
    ['no-agent-deltas', ['reply.started', 'reply.audio', 'transcript.agent', 'reply.done']],
    ['no-audio', ['reply.started', 'transcript.agent.delta', 'transcript.agent', 'reply.done']],
    ['empty-reply', ['reply.started', 'reply.done']],
  ])('%s leaves it out', async (fault, expected) => {
    await faulty(fault);
    const client = await one.connect();
    await client.begin({ greeting: 'Hi.' });
    await client.next('reply.done');
    expect(client.types().slice(2)).toEqual(expected);
  });
  it('stamps as told', async () => {
    await faulty('timestamp=none');
    const client = await one.connect();
    expect('timestamp' in (await client.begin())).toBe(false);
    await one.server.close();
    await faulty('timestamp=iso');
    const other = await one.connect();
    expect((await other.begin()).timestamp).toMatch(/^\d{4}-\d\d-\d\dT/);
  });
  it('begins with silence', async () => {
    await faulty('leading-silence=200');
    const client = await one.connect();
    await client.begin({ greeting: 'Hi.' });
    expect(await client.next('transcript.agent.delta')).toMatchObject({ start_ms: 200 });
    const [first] = client.received.filter(({ type }) => type === 'reply.audio');
    expect(Buffer.from(String(first?.data), 'base64').every((byte) => byte === 0)).toBe(true);
  });
  it('speaks mu-law to a client that asked for PCM, and says so', async () => {
    await faulty('output-format=audio/pcmu');
    const client = await one.connect();
    const ready = await client.begin({ greeting: 'Hi.' });
    expect(ready.config).toMatchObject({
      output: { format: { encoding: 'audio/pcmu', sample_rate: 8_000 } },
    });
    expect(Buffer.from(String((await client.next('reply.audio')).data), 'base64').length).toBeLessThanOrEqual(
      80,
    );
  });
  it('complains about the first audio, and about audio ahead of real time', async () => {
    await faulty('audio-rate-violation');
    const client = await one.connect();
    await client.begin();
    client.speak(50);
    expect(await client.next('session.error')).toMatchObject({ code: 'audio_rate_violation' });
    await one.server.close();
    await faulty('enforce-rate=500');
    const other = await one.connect();
    await other.begin();
    other.speak(2_000, false);
    expect(await other.next('session.error')).toMatchObject({ code: 'audio_rate_violation' });
    expect(other.closed).toBeNull();
  });
  it('sends an error of any code, and closes when it is fatal', async () => {
    await faulty('session-error=server_error');
    const client = await one.connect();
    await client.begin({ greeting: 'Hi.' });
    await client.next('reply.done');
    expect(client.types().slice(1, 4)).toEqual(['session.ready', 'session.error', 'reply.started']);
    await one.server.close();
    await faulty('session-error=session_forbidden');
    const other = await one.connect();
    await other.begin();
    expect(await other.close()).toBe(1008);
  });
  it('says what nobody knows', async () => {
    await faulty('unknown-event');
    const client = await one.connect();
    await client.begin({ greeting: 'Hi.' });
    await client.next('reply.done');
    expect(client.types().filter((type) => type === 'session.novelty')).toHaveLength(2);
  });
});

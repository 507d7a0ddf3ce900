import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeServerMessage } from '../../shared/protocol';
import { encodeSamples } from '../audio/g711';
import { TestServer } from './test-server.fixture';

const tools = [
  {
    type: 'function',
    name: 'get_time',
    description: 'Tells the current time. Use when the user asks what time it is somewhere.',
    parameters: { type: 'object', properties: { place: { type: 'string', description: 'City' } } },
  },
];
let one: TestServer;
const troubles: string[] = [];

beforeEach(async () => {
  troubles.length = 0;
  one = await TestServer.start({ onTrouble: (part, code) => troubles.push(`${part} ${code}`) });
});
afterEach(() => one.server.close());

const connect = (key?: string, path?: string) => one.connect(key, path);

describe('a talk over a real socket', () => {
  it('greets, hears a turn, calls a tool and tells its result', async () => {
    const client = await connect();
    const ready = await client.begin({ greeting: 'Hi, Nova here.', tools });
    expect(ready).toMatchObject({
      session_id: expect.stringMatching(/^sess_[0-9a-f]{32}$/),
      config: { tools },
    });
    await client.next('reply.done');
    expect(client.types()).toEqual([
      'session.updated',
      'session.ready',
      'reply.started',
      'reply.audio',
      'transcript.agent.delta',
      ...(client.types().filter((type) => type === 'reply.audio').length > 1 ? ['reply.audio'] : []),
      'transcript.agent',
      'reply.done',
    ]);
    expect(await client.next('transcript.agent')).toMatchObject({
      text: 'Hi, Nova here.',
      interrupted: false,
    });

    const from = client.received.length;
    one.speech.hears('What time is it in Tokyo?');
    client.speak(800);
    client.speak(600, false);
    const call = await client.next('tool.call', from);
    expect(call).toMatchObject({ name: 'get_time', arguments: { place: 'Tokyo' } });
    await client.next('reply.done', from);
    expect(client.types(from).filter((type) => type !== 'transcript.user.delta')).toEqual([
      'input.speech.started',
      'input.speech.stopped',
      'transcript.user',
      'reply.started',
      'tool.call',
      'reply.done',
    ]);

    const answered = client.received.length;
    client.send({ type: 'tool.result', call_id: call.call_id, result: '{"say":"It is noon in Tokyo."}' });
    expect(await client.next('transcript.agent', answered)).toMatchObject({ text: 'It is noon in Tokyo.' });
    await client.next('reply.done', answered);
    expect(one.speech.spoken).toContain('It is noon in Tokyo.');
    for (const message of client.received) {
      expect(decodeServerMessage(JSON.stringify(message)).kind).toBe('message');
    }
    expect(troubles).toEqual([]);
  });

  it('falls silent when spoken over, and keeps only what was heard', async () => {
    const client = await connect();
    await client.begin({ greeting: Array.from({ length: 60 }, (_, i) => `word${String(i)}x`).join(' ') });
    await client.next('reply.audio');
    const from = client.received.length;
    one.speech.hears('Stop');
    client.speak(400);
    client.speak(600, false);
    expect(await client.next('reply.done', from)).toMatchObject({ status: 'interrupted' });
    const said = await client.next('transcript.agent', from);
    expect(said.interrupted).toBe(true);
    expect(String(said.text).split(' ').length).toBeLessThan(30);
    expect(await client.next('transcript.user', from)).toMatchObject({ text: 'Stop' });
  });

  it('says typed text the answer to it, word for word what it is told to say', async () => {
    const client = await connect();
    await client.begin({ tools });
    client.send({ type: 'reply.create', instructions: 'The user typed: "what time is it" Answer it.' });
    expect(await client.next('tool.call')).toMatchObject({ name: 'get_time', arguments: {} });
    await client.next('reply.done');
    const from = client.received.length;
    client.send({ type: 'reply.create', instructions: 'Say exactly: Four at 3:30 pm.' });
    expect(await client.next('transcript.agent', from)).toMatchObject({ text: 'Four at 3:30 pm.' });
    expect(one.speech.spoken.at(-1)).toBe('Four at three thirty pm.');
  });

  it('ends cleanly', async () => {
    const client = await connect();
    await client.begin({ greeting: 'A long greeting that is cut.' });
    client.send({ type: 'session.end' });
    expect(await client.next('session.ended')).toMatchObject({
      session_duration_seconds: expect.any(Number),
      audio_duration_seconds: null,
    });
    expect(await client.close()).toBe(1000);
  });

  it('goes on after a drop when resumed in time, and not twice', async () => {
    const first = await connect();
    const { session_id } = await first.begin();
    first.socket.terminate();
    await first.close();
    const second = await connect();
    second.send({ type: 'session.resume', session_id });
    expect(await second.next('session.ready')).toMatchObject({ session_id });
    second.send({ type: 'reply.create', instructions: 'Say exactly: Back again.' });
    expect(await second.next('transcript.agent')).toMatchObject({ text: 'Back again.' });
    const third = await connect();
    third.send({ type: 'session.resume', session_id });
    expect(await third.next('session.error')).toMatchObject({
      code: 'session_not_found',
      message: 'Session not found or grace window has expired',
    });
    expect(await third.close()).toBe(1008);
  });

  it.each(['audio/pcmu', 'audio/pcma'] as const)('hears and speaks %s', async (encoding) => {
    const client = await connect();
    const format = { encoding };
    await client.begin({ input: { format }, output: { format } });
    one.speech.hears('Hello there.');
    const sound = (milliseconds: number, level: number) => {
      const samples = new Int16Array(400).fill(level);
      const audio = encodeSamples(samples, encoding).toString('base64');
      for (let at = 0; at < milliseconds; at += 50) client.send({ type: 'input.audio', audio });
    };
    sound(800, 8_000);
    sound(1_500, 0);
    expect(await client.next('transcript.user')).toMatchObject({ text: 'Hello there.' });
    const { data } = await client.next('reply.audio');
    expect(Buffer.from(String(data), 'base64').length).toBeLessThanOrEqual(80);
  });

  it('sends mu-law when asked for', async () => {
    const client = await connect();
    await client.begin({ greeting: 'Hello there.', output: { format: { encoding: 'audio/pcmu' } } });
    await client.next('reply.done');
    const bytes = client.received
      .filter(({ type }) => type === 'reply.audio')
      .reduce((sum, { data }) => sum + Buffer.from(String(data), 'base64').length, 0);
    // 200 ms at 8 kHz, less what the resampler still holds.
    expect(bytes).toBeGreaterThan(1_500);
    expect(bytes).toBeLessThanOrEqual(1_600);
  });
});

describe('what is refused', () => {
  it('says authentication failed to the reserved key, then closes', async () => {
    const client = await connect('bad-key');
    expect(await client.next('session.error')).toMatchObject({
      code: 'unauthorized',
      message: 'Authentication failed',
    });
    expect(await client.close()).toBe(1008);
  });

  it('closes after a bad first update, and stays open after a later one', async () => {
    const bad = await connect();
    bad.send({ type: 'session.update', session: { output: { voice: 'nobody' } } });
    expect(await bad.next('session.error')).toMatchObject({ code: 'invalid_value', param: 'output.voice' });
    expect(await bad.close()).toBe(1008);

    const client = await connect();
    await client.begin();
    client.send({ type: 'session.update', session: { output: { voice: 'alba' } } });
    expect(await client.next('session.error')).toMatchObject({
      code: 'immutable_field',
      message: "'output.voice' cannot be changed after the first session.update",
    });
    const from = client.received.length;
    client.send('{"type":"foo"}');
    client.send('{');
    client.send({ type: 'input.audio', audio: 'AAA' });
    client.send({ type: 'input.audio' });
    client.send({ type: 'session.update', session: { system_prompt: 'You are Eve.' } });
    expect(await client.next('session.updated', from)).toMatchObject({
      config: { system_prompt: 'You are Eve.' },
    });
    expect(client.received.slice(from, -1).map(({ message }) => message)).toEqual([
      'Unknown message type: foo',
      'Invalid JSON format.',
      'Invalid audio data',
      "Invalid message format for type 'input.audio'",
    ]);
  });

  it('answers unknown agents as documented and serves stored ones', async () => {
    const unknown = await connect();
    unknown.send({ type: 'session.update', session: { agent_id: 'agent_x' } });
    expect(await unknown.next('session.error')).toMatchObject({ code: 'agent_not_found', param: 'agent_id' });
    expect(await unknown.close()).toBe(1008);

    const created = await one.rest('POST', '/v1/agents', {
      name: 'Desk',
      system_prompt: 'You are Eve.',
      voice: { voice_id: 'anna' },
      greeting: 'Eve here.',
    });
    expect(created.status).toBe(201);
    const client = await connect();
    await client.begin({ agent_id: created.body.id });
    expect(await client.next('transcript.agent')).toMatchObject({ text: 'Eve here.' });
  });

  it.each(['https://evil.example', 'null'])('keeps pages of the origin %s out', async (origin) => {
    await expect(
      new Promise((resolve, reject) => {
        import('ws').then(({ WebSocket }) => {
          const socket = new WebSocket(`ws://127.0.0.1:${String(one.server.port)}/v1/ws?token=x`, { origin });
          socket.once('open', resolve);
          socket.once('error', reject);
        }, reject);
      }),
    ).rejects.toThrow('403');
  });
});

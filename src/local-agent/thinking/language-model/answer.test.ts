import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../clock';
import { answerQuestion } from './answer';
import { llamaCpp, ModelServer, ollama, pauses, refuse } from './model-server.fixture';

let server: ModelServer;
beforeEach(async () => void (server = await ModelServer.start()));
afterEach(() => server.stop());

const messages = [
  { role: 'system', content: 'Summarise.' },
  { role: 'user', content: 'Person: Hello.' },
] as const;
async function ask({
  stream = true,
  schema = null as { readonly type: string } | null,
  signal = new AbortController().signal,
  key = null as string | null,
} = {}) {
  const parts: string[] = [];
  const question = { server: server.reach({ key }), messages, schema, stream };
  const trouble = await answerQuestion(question, (text) => parts.push(text), signal, systemClock);
  return { trouble, parts, text: parts.join('') };
}

describe('a question of main', () => {
  it('is answered part by part, without what the model thinks aloud', async () => {
    server.script = llamaCpp.says('<think>Hm.</think>', 'About ', 'taxes.');
    expect(await ask({ key: 'secret' })).toEqual({
      trouble: null,
      parts: ['About ', 'taxes.'],
      text: 'About taxes.',
    });
    const [request] = server.received;
    expect(request!.authorization).toBe('Bearer secret');
    expect(request!.body).toEqual({ model: 'tiny', messages, stream: true });
  });

  it('is answered whole where a server does not stream', async () => {
    server.script = refuse(
      200,
      '{"choices":[{"message":{"content":"About taxes."},"finish_reason":"stop"}]}',
    );
    expect(await ask({ stream: false })).toMatchObject({ trouble: null, text: 'About taxes.' });
    expect(server.received[0]!.body.stream).toBe(false);
  });

  it('holds the answer to a schema, and asks once more without where the server refuses that', async () => {
    server.script = (response, request) =>
      'response_format' in request.body
        ? refuse(400, '{"error":{"message":"response_format is not supported"}}')(response, request)
        : ollama.says('{"a":1}')(response, request);
    expect(await ask({ schema: { type: 'object' } })).toMatchObject({ trouble: null, text: '{"a":1}' });
    expect(server.received.map(({ body }) => body)).toEqual([
      {
        model: 'tiny',
        messages,
        stream: true,
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'extraction', schema: { type: 'object' } },
        },
      },
      { model: 'tiny', messages, stream: true },
    ]);
  });

  it.each([
    [401, '{}', 'key-refused'],
    [404, '{"error":{"message":"model \\"tiny\\" not found"}}', 'model-missing'],
    [429, '{}', 'overloaded'],
    [500, 'oops', 'failed'],
    [200, '<html>', 'nonsense'],
    [200, '{"choices":[{"message":{"content":""}}]}', 'nonsense'],
  ])('fails with %i %j as %s', async (status, body, trouble) => {
    server.script = refuse(status, body);
    expect(await ask()).toMatchObject({ trouble, text: '' });
  });

  it('fails when the server breaks off, or is not there', async () => {
    server.script = (response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write('data: {"choices":[{"delta":{"content":"About"}}]}\n\n', () => response.destroy());
    };
    expect((await ask()).trouble).toBe('cut-off');
    const nobody = { ...server.reach(), address: 'http://127.0.0.1:9/v1' };
    const question = { server: nobody, messages, schema: null, stream: true };
    const { signal } = new AbortController();
    expect(await answerQuestion(question, () => undefined, signal, systemClock)).toBe('unreachable');
  });

  it('is given up when nobody wants it any more: the server sees the connection closed', async () => {
    const forever = new Promise<void>(() => undefined);
    const abort = new AbortController();
    server.script = pauses(['About '], forever, []);
    const question = { server: server.reach(), messages, schema: null, stream: true };
    const answer = answerQuestion(question, () => abort.abort(), abort.signal, systemClock);
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await server.allClosed();
  });
});

import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { checkKey } from './check-key';
import { addressAt, AnsweringServer, clientAt } from './client.fixture';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function checkedAgainst(answer: (response: ServerResponse) => void) {
  const server = await AnsweringServer.start((_request, response) => answer(response));
  ends.push(() => server.stop());
  const { client, waits } = clientAt(addressAt(server.port));
  return { check: await checkKey(client), server, waits };
}

const TOKEN = JSON.stringify({ token: 'tok_1', expires_in_seconds: 1 });
const HTML = '<!doctype html><title>Sign in</title>';

describe('checking a key', () => {
  it.each([
    ['accepted', 200, TOKEN, /accepts/],
    ['rejected', 401, '{"detail":"Unauthorized"}', /does not accept this key/],
    ['rejected', 404, '{"detail":"Invalid API key"}', /does not accept this key/],
    ['rejected', 403, '{"code":"unauthorized","message":"Unauthorized"}', /does not accept this key/],
    ['blocked', 403, HTML, /API key is not/],
    ['wrong-address', 404, HTML, /not the voice service/],
    ['wrong-address', 200, HTML, /not the voice service/],
    ['wrong-address', 302, '', /sign in to it first/],
    ['upgrade-required', 426, '{"message":"Upgrade Required"}', /426/],
    ['busy', 429, '{}', /few minutes/],
    ['busy', 408, '', /busy/],
    ['unavailable', 500, '{"code":"internal_error"}', /fault of its own/],
    ['unavailable', 503, '{"code":"auth_service_unavailable"}', /fault of its own/],
  ])('is %s after %i', async (verdict, status, body, words) => {
    const { check, server, waits } = await checkedAgainst((response) =>
      response.writeHead(status, { location: '/elsewhere' }).end(body),
    );
    expect(check.verdict).toBe(verdict);
    expect(`${check.sentence} ${check.next}`).toMatch(words);
    // A person waits for the answer: it is asked once.
    expect([server.requests.length, waits.length]).toEqual([1, 0]);
  });

  it('tells how long a busy service asks to wait', async () => {
    const { check } = await checkedAgainst((response) =>
      response.writeHead(429, { 'retry-after': '30' }).end(),
    );
    expect(check.next).toContain('in 30 seconds');
  });

  it('is closed when the connection ends without an answer', async () => {
    const { check } = await checkedAgainst((response) => response.destroy());
    expect(check.verdict).toBe('closed');
  });

  it('names the cause when nothing can be reached', async () => {
    const server = await AnsweringServer.start(() => undefined);
    const { client } = clientAt(addressAt(server.port));
    await server.stop();
    const check = await checkKey(client);
    expect(check).toMatchObject({
      verdict: 'unreachable',
      sentence: expect.stringContaining('nothing answers'),
    });
  });

  it('opens no session: all that is asked for is a token of one second', async () => {
    const { server } = await checkedAgainst((response) => response.end(TOKEN));
    expect(server.requests).toMatchObject([{ method: 'GET', url: '/v1/token?expires_in_seconds=1' }]);
    expect(server.requests[0]?.authorization).toBe('Bearer good-key');
  });
});

import { pause } from '../support/until';
import { oneOf, whole, type Random } from './frames';
import { openRaw } from './raw';
import type { Phase } from './phases';
import { FuzzFailure, type World } from './world';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const;
const PARTS = [
  'agents',
  'sessions',
  'token',
  'tokens',
  'voices',
  'agent_x',
  '..',
  '%2e%2e',
  '%00',
  '%ff',
  '__proto__',
  'constructor',
  '%E2%82%AC',
  'x'.repeat(3_000),
];
const QUERIES = [
  '',
  '?',
  '?limit=1',
  '?limit=-1',
  '?limit=1e9',
  '?limit=1&limit=2',
  '?cursor=%00',
  '?cursor=__proto__',
  '?expires_in_seconds=1e2',
  '?expires_in_seconds=٣',
  '?status=constructor',
  `?${'a=b&'.repeat(500)}`,
];
const AGENT = '{"name":"A","system_prompt":"p","voice":{"voice_id":"anna"}}';

function body(random: Random): string {
  const depth = whole(random, 1, 10_000);
  return oneOf(random, [
    '',
    'null',
    '[]',
    '7',
    '{',
    AGENT.slice(0, whole(random, 1, AGENT.length - 1)),
    AGENT.replace('"A"', oneOf(random, ['null', '7', '[]', '{"a":1}', '""', '1e999'])),
    AGENT.replace('}', `,"__proto__":{"name":"B"},"constructor":{"prototype":{"polluted":true}}}`),
    AGENT.replace('"p"', `"${'p'.repeat(whole(random, 1, 200_000))}"`),
    `${'['.repeat(depth)}${']'.repeat(depth)}`,
    `{"a":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`,
    AGENT.replace('}}', '},"tools":[{"name":"t","description":"d","http":{"url":"https://127.0.0.1/"}}]}'),
    AGENT.replace(
      '}}',
      `},"tools":${JSON.stringify(Array.from({ length: 300 }, (_, at) => ({ name: `t${String(at)}`, description: 'd' })))}}`,
    ),
    '\u0000\ud800',
    'x'.repeat(1_500_000),
  ]);
}

/** Requests through an ordinary HTTP client. */
const requests: Phase = {
  name: 'REST requests',
  run: async (world, late) => {
    const { random, api, key } = world;
    const statuses = new Map<number, number>();
    while (!late()) {
      const method = oneOf(random, METHODS);
      const path = Array.from({ length: whole(random, 1, 4) }, () => oneOf(random, PARTS)).join('/');
      const target = `${api.href}/${random() < 0.5 ? oneOf(random, ['agents', 'sessions', 'token']) : path}${oneOf(random, QUERIES)}`;
      const authorization = oneOf(random, [
        key,
        key,
        key,
        `Bearer ${key}`,
        'Bearer',
        'Basic eA==',
        'x'.repeat(5_000),
        '',
      ]);
      const content = method === 'POST' || method === 'PUT' || method === 'PATCH' ? body(random) : undefined;
      const what = `${method} ${target.slice(0, 200)} with ${String(content?.length ?? 0)} bytes ${content?.slice(0, 80) ?? ''}`;
      const answer = await answered(what, () =>
        fetch(target, {
          method,
          headers: { ...(authorization && { authorization }) },
          ...(content !== undefined && { body: content }),
          signal: AbortSignal.timeout(10_000),
        }),
      );
      if (answer === null) continue;
      const { status } = answer;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const text = await answer.text().catch(() => '');
      if (status >= 500) throw new FuzzFailure(`HTTP ${String(status)} to ${what}: ${text.slice(0, 200)}`);
      await undo(world, status, text);
      if (status >= 400 && text !== '' && !isEnvelope(text))
        throw new FuzzFailure(`HTTP ${String(status)} without envelope to ${what}: ${text.slice(0, 200)}`);
    }
    return [...statuses]
      .sort(([a], [b]) => a - b)
      .map(([status, times]) => `${String(times)} × ${String(status)}`)
      .join(', ');
  },
};

/** Null when the server closed while a body that is too large was still on its way. */
async function answered(what: string, send: () => Promise<Response>): Promise<Response | null> {
  try {
    return await send();
  } catch (error) {
    if (/ with 1500000 bytes/.test(what)) return null;
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new FuzzFailure(`no answer (${cause}) to ${what}`);
  }
}

/** Agents that were made by accident are removed. */
async function undo({ api, key }: World, status: number, text: string): Promise<void> {
  if (status !== 201) return;
  const id = (JSON.parse(text) as { readonly id?: unknown }).id;
  await fetch(`${api.href}/agents/${String(id)}`, { method: 'DELETE', headers: { authorization: key } });
}

function isEnvelope(text: string): boolean {
  try {
    const { code, message, request_id } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return [code, message, request_id].every((part) => typeof part === 'string');
  } catch {
    return false;
  }
}

/** [what, bytes]: HTTP that no client writes. */
function brokenHttp({ api, key }: World): readonly (readonly [string, string])[] {
  const head = `Host: ${api.host}\r\nAuthorization: ${key}\r\n`;
  return [
    ['no HTTP at all', 'hello there\r\n\r\n'],
    ['a NUL in the path', `GET /v1/\u0000 HTTP/1.1\r\n${head}\r\n`],
    ['an absolute address of another host', `GET http://evil.example/v1/agents HTTP/1.1\r\n${head}\r\n`],
    ['a path that is no URL', `GET //[::: HTTP/1.1\r\n${head}\r\n`],
    [
      'a Host of another name',
      `GET /v1/agents HTTP/1.1\r\nHost: evil.example\r\nAuthorization: ${key}\r\n\r\n`,
    ],
    ['no Host', `GET /v1/agents HTTP/1.1\r\nAuthorization: ${key}\r\n\r\n`],
    ['headers of 100 kB', `GET /v1/agents HTTP/1.1\r\n${head}X: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['two lengths', `POST /v1/agents HTTP/1.1\r\n${head}Content-Length: 2\r\nContent-Length: 5\r\n\r\n{}`],
    [
      'length and chunks',
      `POST /v1/agents HTTP/1.1\r\n${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['a chunk that is none', `POST /v1/agents HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
    [
      'an upgrade of a wrong version',
      `GET /v1/ws HTTP/1.1\r\n${head}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 7\r\nSec-WebSocket-Key: x\r\n\r\n`,
    ],
    [
      'an upgrade without key',
      `GET /v1/ws HTTP/1.1\r\n${head}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    ],
    [
      'an upgrade to something else',
      `GET /v1/ws HTTP/1.1\r\n${head}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n`,
    ],
    [
      'an upgrade of a path that is no URL',
      `GET //[::: HTTP/1.1\r\n${head}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    ],
  ];
}

/** Requests written by hand: each must be answered with an HTTP status below 500, or closed. */
const http: Phase = {
  name: 'broken HTTP',
  run: async (world, late) => {
    let sent = 0;
    do {
      for (const [what, bytes] of brokenHttp(world)) {
        const raw = await openRaw(world);
        raw.socket.write(bytes);
        const end = performance.now() + 3_000;
        while (!raw.closed() && raw.received().length === 0) {
          if (performance.now() > end) throw new FuzzFailure(`${what} was not answered`);
          await pause(2);
        }
        const status = /^HTTP\/1\.1 (\d{3})/.exec(raw.received().toString('latin1'))?.[1];
        if (status !== undefined && (status >= '500' || status === '101'))
          throw new FuzzFailure(`${what} was answered by HTTP ${status}`);
        raw.socket.destroy();
        sent++;
      }
    } while (!late());
    return `${String(sent)} requests`;
  },
};

/** Everything that is done to the REST side. */
export const REST_PHASES: readonly Phase[] = [requests, http];

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { SESSION_LENGTH_SECONDS, TOKEN_LIFETIME_SECONDS, VOICES } from '../../shared/protocol';
import { LOCAL_VOICES } from '../../shared/ipc/speech-port';
import type { Agents } from './agents';
import { RestError } from './errors';
import { isLocalRequest, keyOf, type Keys } from './keys';
import type { Records } from './records';

const LARGEST_BODY = 1_000_000;

/** What the REST side works on. */
export interface RestWorld {
  readonly keys: Keys;
  readonly agents: Agents;
  readonly records: Records;
  readonly now: () => number;
}

interface Call {
  readonly method: string;
  readonly path: readonly string[];
  readonly url: URL;
  readonly body: () => Promise<unknown>;
}
type Answer = { readonly status: number; readonly body?: object };

/** Answers one REST request (protocol.md section 10). Never rejects: every failure becomes the error envelope. */
export async function answerRest(
  request: IncomingMessage,
  response: ServerResponse,
  world: RestWorld,
): Promise<void> {
  const requestId = randomUUID();
  try {
    const { status, body } = await route(request, world);
    reply(response, status, body, requestId);
  } catch (error) {
    const known =
      error instanceof RestError ? error : new RestError('internal_error', 'Internal service error');
    reply(response, known.status, known.body(requestId), requestId);
  }
}

async function route(request: IncomingMessage, world: RestWorld): Promise<Answer> {
  if (!isLocalRequest(request)) throw new RestError('not_found', 'Not found', null, 403);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [version, resource, ...path] = url.pathname.split('/').filter(Boolean);
  const handler = version === 'v1' ? routes[resource ?? ''] : undefined;
  if (!handler) throw new RestError('not_found', 'Not found');
  authorize(request, url, world, resource ?? '');
  return handler({ method: request.method ?? 'GET', path, url, body: () => readBody(request) }, world);
}

/** A wrong key is 404 on the token route and 401 elsewhere (protocol.md section 1.2.1). */
function authorize(request: IncomingMessage, url: URL, { keys }: RestWorld, resource: string): void {
  const key = request.headers.authorization === undefined ? '' : keyOf(request, url);
  if (key === '') {
    const status = resource === 'token' ? 422 : 401;
    throw new RestError('missing_authorization', 'Missing authorization header', null, status);
  }
  if (keys.acceptsKey(key)) return;
  const onToken = resource === 'token';
  throw new RestError(
    'unauthorized',
    onToken ? 'Invalid API key' : 'Unauthorized',
    null,
    onToken ? 404 : 401,
  );
}

const routes: Readonly<Record<string, (call: Call, world: RestWorld) => Answer | Promise<Answer>>> = {
  token: ({ method, url, path }, { keys, now }) => {
    need(method === 'GET' && path.length === 0);
    const seconds = wholeNumber(url, 'expires_in_seconds', TOKEN_LIFETIME_SECONDS, null);
    wholeNumber(url, 'max_session_duration_seconds', SESSION_LENGTH_SECONDS, SESSION_LENGTH_SECONDS.max);
    return { status: 200, body: { token: keys.mint(seconds, now()), expires_in_seconds: seconds } };
  },
  voices: ({ method, path }) => {
    need(method === 'GET' && path.length === 0);
    const own = LOCAL_VOICES.map((name) => ({ voice_id: name, name, language: 'en-US' }));
    const service = VOICES.map(({ name, language }) => ({ voice_id: name, name, language }));
    return { status: 200, body: { voices: [...own, ...service] } };
  },
  agents: async ({ method, path: [id, ...rest], body }, { agents }) => {
    if (rest.length > 0) throw new RestError('not_found', 'Not found');
    if (id === undefined) {
      if (method === 'POST') return { status: 201, body: agents.create(await body()) };
      need(method === 'GET');
      return {
        status: 200,
        body: { agents: agents.list(), has_more: false, response_metadata: { next_cursor: '' } },
      };
    }
    if (method === 'GET') return { status: 200, body: agents.read(id) };
    if (method === 'PUT') return { status: 200, body: agents.update(id, await body()) };
    need(method === 'DELETE');
    agents.remove(id);
    return { status: 204 };
  },
  sessions: ({ method, path: [id, ...rest], url }, { records }) => {
    if (rest.length > 0) throw new RestError('not_found', 'Not found');
    if (id === undefined) {
      need(method === 'GET');
      return {
        status: 200,
        body: records.list({
          limit: wholeNumber(url, 'limit', { min: 1, max: 200 }, 50),
          cursor: url.searchParams.get('cursor') ?? '',
          status: url.searchParams.get('status'),
          agentId: url.searchParams.get('agent_id'),
        }),
      };
    }
    if (method === 'GET') return { status: 200, body: records.read(id) };
    need(method === 'DELETE');
    records.remove(id);
    return { status: 204 };
  },
};

function need(allowed: boolean): void {
  if (!allowed) throw new RestError('method_not_allowed', 'Method Not Allowed');
}

function wholeNumber(
  url: URL,
  name: string,
  range: { readonly min: number; readonly max: number },
  fallback: number | null,
): number {
  const text = url.searchParams.get(name);
  if (text === null && fallback !== null) return fallback;
  if (text === null) throw new RestError('validation_error', `${name}: Field required`, name);
  const value = Number(text);
  if (!/^-?\d+$/.test(text) || value < range.min || value > range.max) {
    const limits = `from ${String(range.min)} to ${String(range.max)}`;
    throw new RestError('validation_error', `${name}: must be a whole number ${limits}`, name);
  }
  return value;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new RestError('invalid_request', 'The body is too large', null, 413);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new RestError('validation_error', 'body: JSON decode error', 'body');
  }
}

function reply(response: ServerResponse, status: number, body: object | undefined, requestId: string): void {
  response.writeHead(status, {
    'x-request-id': requestId,
    'cache-control': 'no-store',
    ...(body && { 'content-type': 'application/json' }),
    // A body that was not read to its end must not be taken for the next request.
    ...(status >= 400 && { connection: 'close' }),
  });
  response.end(body && JSON.stringify(body));
}

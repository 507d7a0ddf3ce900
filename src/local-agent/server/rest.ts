import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { SESSION_LENGTH_SECONDS, TOKEN_LIFETIME_SECONDS, VOICES } from '../../shared/protocol';
import { LOCAL_VOICES, type VoiceChoice } from '../../shared/ipc/speech-port';
import type { Agents } from './agents';
import { answerControl, type ControlCall, type ControlWorld } from './control';
import { RestError } from './errors';
import { addressOf, isLocalRequest, keyOf, type Keys } from './keys';
import type { PageQuery } from './paging';
import type { Records } from './records';

const LARGEST_BODY = 1_000_000;

/** What the REST side works on. */
export interface RestWorld extends ControlWorld {
  readonly keys: Keys;
  readonly agents: Agents;
  readonly records: Records;
  readonly now: () => number;
  /** The voices of our own that are there now. */
  readonly voices: () => Promise<readonly VoiceChoice[]>;
}

/** `path` begins behind the name of the resource. */
interface Call extends ControlCall {
  readonly url: URL;
  /** Where this server was reached. */
  readonly origin: string;
}
type Answer = { readonly status: number; readonly body?: object };
type Handler = (call: Call, world: RestWorld) => Answer | Promise<Answer>;

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
  const url = addressOf(request);
  if (!url) throw new RestError('not_found', 'Not found');
  const [root = '', resource = '', ...path] = url.pathname.split('/').filter(Boolean);
  const method = request.method ?? 'GET';
  const body = () => readBody(request);
  if (root === 'control') {
    authorize(request, url, world, root);
    return answerControl({ method, path: [resource, ...path].filter(Boolean), body }, world);
  }
  const handler = root === 'v1' && Object.hasOwn(routes, resource) ? routes[resource] : undefined;
  if (!handler) throw new RestError('not_found', 'Not found');
  // The address of an artifact is its own key (protocol.md section 10.4).
  if (resource !== 'sessions' || path[1] !== 'artifacts') authorize(request, url, world, resource);
  const origin = `http://${request.headers.host ?? '127.0.0.1'}`;
  return handler({ method, path, url, origin, body }, world);
}

/** A wrong key is 404 on the token route and 401 elsewhere (protocol.md section 1.2.1). */
function authorize(
  request: IncomingMessage,
  url: URL,
  { keys, switchboard }: RestWorld,
  resource: string,
): void {
  const key = request.headers.authorization === undefined ? '' : keyOf(request, url);
  if (key === '') {
    const status = resource === 'token' ? 422 : 401;
    throw new RestError('missing_authorization', 'Missing authorization header', null, status);
  }
  if (keys.acceptsKey(key)) return;
  const onToken = resource === 'token' && !switchboard.current['bad-key-401'];
  throw new RestError(
    'unauthorized',
    onToken ? 'Invalid API key' : 'Unauthorized',
    null,
    onToken ? 404 : 401,
  );
}

const routes: Readonly<Record<string, Handler>> = {
  token: ({ method, url, path }, { keys, now, switchboard }) => {
    need(method === 'GET' && path.length === 0);
    const status = switchboard.current['token-400'] ? 400 : 422;
    const seconds = wholeNumber(url, 'expires_in_seconds', TOKEN_LIFETIME_SECONDS, null, status);
    const { max } = SESSION_LENGTH_SECONDS;
    const cap = wholeNumber(url, 'max_session_duration_seconds', SESSION_LENGTH_SECONDS, max, status);
    return { status: 200, body: { token: keys.mint(seconds, cap, now()), expires_in_seconds: seconds } };
  },
  tokens: async ({ method, path, body }, { keys, now }) => {
    need(method === 'POST' && path.length === 0);
    const seconds = tokenRequest.safeParse(await body());
    if (!seconds.success) {
      const param = 'expires_in_seconds';
      throw new RestError('validation_error', `${param}: must be a whole number from 1 to 600`, param);
    }
    const expires_at = new Date(now() + seconds.data * 1_000).toISOString();
    return { status: 200, body: { token: keys.mint(seconds.data, null, now()), expires_at } };
  },
  voices: async ({ method, path }, { switchboard, voices }) => {
    need(method === 'GET' && path.length === 0);
    if (switchboard.current['voices-426'])
      throw new RestError('method_not_allowed', 'Upgrade Required', null, 426);
    // Without the speech process, those that need nothing of the system.
    const there = await voices().catch(() => LOCAL_VOICES);
    const own = there.map((name) => ({ voice_id: name, name, language: 'en-US' }));
    const service = VOICES.map(({ name, language }) => ({ voice_id: name, name, language }));
    return { status: 200, body: { voices: [...own, ...service] } };
  },
  agents: async ({ method, path: [id, ...rest], url, body }, { agents, switchboard }) => {
    if (rest.length > 0) throw new RestError('not_found', 'Not found');
    if (id === undefined) {
      if (method === 'POST') return { status: 201, body: await agents.create(await body()) };
      need(method === 'GET');
      const page = agents.list(pageQuery(url));
      return { status: 200, body: switchboard.current['agents-array'] ? page.agents : page };
    }
    if (method === 'GET') return { status: 200, body: agents.read(id) };
    if (method === 'PUT') {
      const how = switchboard.current['replace-agents'] ? 'replace' : 'merge';
      return { status: 200, body: await agents.update(id, await body(), how) };
    }
    need(method === 'DELETE');
    agents.remove(id);
    return { status: 204 };
  },
  sessions: ({ method, path: [id, part, name, ...rest], url, origin }, { records, now }) => {
    if (rest.length > 0 || (part !== undefined && part !== 'artifacts')) {
      throw new RestError('not_found', 'Not found');
    }
    if (id === undefined) {
      need(method === 'GET');
      const filter = { status: url.searchParams.get('status'), agentId: url.searchParams.get('agent_id') };
      return { status: 200, body: records.list({ ...pageQuery(url), ...filter }) };
    }
    if (part !== undefined) {
      need(method === 'GET');
      return { status: 200, body: records.artifact(id, name ?? '', url.searchParams, now()) };
    }
    if (method === 'GET') return { status: 200, body: records.read(id, origin, now()) };
    need(method === 'DELETE');
    records.remove(id);
    return { status: 204 };
  },
};

/** `POST /tokens` (protocol.md section 1.2.1). */
const tokenRequest = z
  .object({
    expires_in_seconds: z.int().min(TOKEN_LIFETIME_SECONDS.min).max(TOKEN_LIFETIME_SECONDS.max).default(60),
  })
  .transform(({ expires_in_seconds: seconds }) => seconds);

function pageQuery(url: URL): PageQuery {
  return {
    limit: wholeNumber(url, 'limit', { min: 1, max: 200 }, 50),
    cursor: url.searchParams.get('cursor') ?? '',
  };
}

function need(allowed: boolean): void {
  if (!allowed) throw new RestError('method_not_allowed', 'Method Not Allowed');
}

function wholeNumber(
  url: URL,
  name: string,
  range: { readonly min: number; readonly max: number },
  fallback: number | null,
  status?: number,
): number {
  const text = url.searchParams.get(name);
  if (text === null && fallback !== null) return fallback;
  if (text === null) throw new RestError('validation_error', `${name}: Field required`, name, status);
  const value = Number(text);
  if (!/^-?\d+$/.test(text) || value < range.min || value > range.max) {
    const limits = `from ${String(range.min)} to ${String(range.max)}`;
    throw new RestError('validation_error', `${name}: must be a whole number ${limits}`, name, status);
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

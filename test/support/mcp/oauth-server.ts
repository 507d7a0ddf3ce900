/**
 * A small MCP server over streamable HTTP that lets nobody in without a token, and the authorization server that gives
 * them: metadata, dynamic registration, authorization code with PKCE, refresh (RFC 9728, 8414, 7591, 7636). On loopback.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fields = Readonly<Record<string, unknown>>;

/** The server; what was asked of it can be looked at. */
export class OAuthMcpServer {
  /** Access tokens that are good now. */
  readonly tokens = new Set<string>();
  readonly registered: Fields[] = [];
  refreshes = 0;
  private readonly codes = new Map<string, { readonly challenge: string; readonly redirect: string }>();
  private readonly refreshTokens = new Set<string>();

  private constructor(
    private readonly server: Server,
    private readonly registers: boolean,
  ) {
    server.on('request', (request, response) => void this.answer(request, response));
  }

  /** Starts it; without `registers` nobody can register as a client. */
  static async start({ registers = true } = {}): Promise<OAuthMcpServer> {
    const server = createServer();
    const made = new OAuthMcpServer(server, registers);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return made;
  }

  /** Address of the MCP server. */
  get url(): string {
    return `${this.base}/mcp`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** What a person does in the browser: opens the page, agrees, and is sent back. Resolves to the last page's text. */
  async browse(address: string, { agrees = true } = {}): Promise<string> {
    const asked = new URL(address).searchParams;
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('state', asked.get('state') ?? '');
    if (agrees) {
      const code = randomUUID();
      this.codes.set(code, {
        challenge: asked.get('code_challenge') ?? '',
        redirect: asked.get('redirect_uri') ?? '',
      });
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'access_denied');
    return (await fetch(back)).text();
  }

  private get base(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const json = (status: number, value: unknown, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(value));
    const { base } = this;
    switch (request.url) {
      case '/.well-known/oauth-protected-resource/mcp':
        return void json(200, { resource: this.url, authorization_servers: [base] });
      case '/.well-known/oauth-authorization-server':
        return void json(200, {
          ...{ issuer: base, authorization_endpoint: `${base}/authorize`, token_endpoint: `${base}/token` },
          ...(this.registers && { registration_endpoint: `${base}/register` }),
          ...{ response_types_supported: ['code'], code_challenge_methods_supported: ['S256'] },
        });
      case '/register': {
        const client = JSON.parse(body) as Fields;
        this.registered.push(client);
        return void json(201, { ...client, client_id: `client-${this.registered.length}` });
      }
      case '/token':
        return void this.giveToken(new URLSearchParams(body), json);
      case '/mcp':
        return void this.serve(request, body, response, json);
      default:
        return void response.writeHead(404).end();
    }
  }

  private giveToken(asked: URLSearchParams, json: (status: number, value: unknown) => void): void {
    const verifier = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    const code = this.codes.get(asked.get('code') ?? '');
    this.codes.delete(asked.get('code') ?? '');
    const byCode = code?.challenge === verifier && code.redirect === asked.get('redirect_uri');
    const byRefresh = this.refreshTokens.delete(asked.get('refresh_token') ?? '');
    if (!byCode && !byRefresh) return json(400, { error: 'invalid_grant' });
    if (byRefresh) this.refreshes += 1;
    const [token, refresh] = [randomUUID(), randomUUID()];
    this.tokens.add(token);
    this.refreshTokens.add(refresh);
    json(200, { access_token: token, token_type: 'Bearer', expires_in: 3600, refresh_token: refresh });
  }

  private serve(
    request: IncomingMessage,
    body: string,
    response: ServerResponse,
    json: (status: number, value: unknown, headers?: Record<string, string>) => void,
  ): void {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (!this.tokens.has(token)) {
      const metadata = `${this.base}/.well-known/oauth-protected-resource/mcp`;
      json(401, { error: 'invalid_token' }, { 'www-authenticate': `Bearer resource_metadata="${metadata}"` });
      return;
    }
    if (request.method !== 'POST') return void response.writeHead(405).end();
    const { id, method, params } = JSON.parse(body) as Fields;
    if (id === undefined) return void response.writeHead(202).end();
    json(200, { jsonrpc: '2.0', id, result: resultOf(String(method), params as Fields | undefined) });
  }
}

function resultOf(method: string, params: Fields = {}): unknown {
  switch (method) {
    case 'initialize':
      return {
        protocolVersion: params['protocolVersion'],
        capabilities: { tools: {} },
        serverInfo: { name: 'guarded', version: '1' },
      };
    case 'tools/list':
      return { tools: [{ name: 'whoami', inputSchema: { type: 'object' } }] };
    default:
      return { content: [{ type: 'text', text: 'Ada' }] };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

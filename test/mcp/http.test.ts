/** MCP over streamable HTTP: a real server of the registry, signing in, and addresses that are none. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { named, ServiceBed } from '../../src/mcp-client/service.fixture';
import { OAuthMcpServer } from '../support/mcp/oauth-server';

const http = (url: string, oauth: string | null = null, headers: Record<string, string> = {}) =>
  ({ type: 'http', url, headers, oauth }) as const;

let bed: ServiceBed;
beforeEach(() => void (bed = new ServiceBed()));
afterEach(() => bed.service.kill());

describe('server-everything over streamable HTTP', () => {
  let child: ChildProcess;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    const entry = createRequire(import.meta.url).resolve(
      '@modelcontextprotocol/server-everything/dist/index.js',
    );
    child = spawn(process.execPath, [entry, 'streamableHttp'], {
      env: { ...process.env, PORT: String(port) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await new Promise<void>((resolve) => {
      child.stderr?.on('data', (text: Buffer) => text.includes('listening') && resolve());
    });
    url = `http://127.0.0.1:${port}/mcp`;
  }, 20_000);
  afterAll(() => void child.kill());

  it('works as over stdio: tools, progress, cancellation', async () => {
    const tools = await bed.start('all', http(url));
    expect(await bed.text('all', named(tools, 'echo'), { message: 'over http' })).toContain('over http');
    const slow = named(tools, 'trigger-long-running-operation');
    const { id, outcome } = bed.call('all', slow, { duration: 20, steps: 100 });
    await bed.next('progress', (report) => report.id === id);
    bed.ask({ type: 'cancel', id });
    expect(await outcome).toMatchObject({ failure: { reason: 'cancelled' } });
  });
});

describe('a server that wants a sign-in', () => {
  let server: OAuthMcpServer;
  beforeEach(async () => void (server = await OAuthMcpServer.start()));
  afterEach(() => server.stop());

  const signIn = async (agrees = true) => {
    bed.ask({ type: 'sign-in', server: 'post', launch: http(server.url) });
    const { url } = await bed.next('open');
    const page = await server.browse(url, { agrees });
    const { problem } = await bed.next('signed-in');
    return { page, problem };
  };

  it('says so, without a registration or a browser', async () => {
    bed.ask({ type: 'start', server: 'post', launch: http(server.url) });
    expect(await bed.next('ended')).toMatchObject({ needsSignIn: true, final: true });
    expect(server.registered).toEqual([]);
    expect(bed.reports.some(({ type }) => type === 'open')).toBe(false);
  });

  it('lets in who signed in, over PKCE and loopback', async () => {
    expect(await signIn()).toMatchObject({ problem: null, page: 'Done. You can close this page.' });
    const { oauth } = await bed.next('oauth');
    const tools = await bed.start('post', http(server.url, oauth));
    expect(await bed.text('post', named(tools, 'whoami'), {})).toBe('Ada');
    expect(server.registered).toHaveLength(1);
    expect(server.registered[0]).toMatchObject({ token_endpoint_auth_method: 'none' });
  });

  it('renews a token that has run out, and tells what to keep', async () => {
    await signIn();
    const { oauth } = await bed.next('oauth');
    server.tokens.clear();
    bed.reports.length = 0;
    await bed.start('post', http(server.url, oauth));
    expect(server.refreshes).toBe(1);
    expect((await bed.next('oauth')).oauth).not.toBe(oauth);
  });

  it('asks for a sign-in when nothing can be renewed any more', async () => {
    await signIn();
    const { oauth } = await bed.next('oauth');
    server.tokens.clear();
    const other = JSON.stringify({
      ...JSON.parse(oauth),
      tokens: { access_token: 'x', token_type: 'Bearer' },
    });
    bed.reports.length = 0;
    bed.ask({ type: 'start', server: 'post', launch: http(server.url, other) });
    expect(await bed.next('ended')).toMatchObject({ needsSignIn: true });
    expect(bed.reports.some(({ type }) => type === 'open')).toBe(false);
  });

  it('takes a no for a no', async () => {
    expect(await signIn(false)).toMatchObject({ problem: { sentence: 'You were not signed in.' } });
    expect(bed.reports.some(({ type }) => type === 'oauth')).toBe(false);
  });

  it('an answer that does not come from the browser we opened is not taken', async () => {
    bed.ask({ type: 'sign-in', server: 'post', launch: http(server.url) });
    const { url } = await bed.next('open');
    const back = new URL(new URL(url).searchParams.get('redirect_uri')!);
    back.search = '?code=stolen&state=guessed';
    expect((await fetch(back)).status).toBe(404);
    await server.browse(url);
    expect(await bed.next('signed-in')).toMatchObject({ problem: null });
  });

  it('where nobody can register, tells of the other way', async () => {
    const closed = await OAuthMcpServer.start({ registers: false });
    bed.ask({ type: 'sign-in', server: 'post', launch: http(closed.url) });
    const { problem } = await bed.next('signed-in');
    expect(problem?.next).toContain('Authorization');
    await closed.stop();
  });
});

describe('an address', () => {
  it('without an MCP server is told of, and not tried again by itself', async () => {
    const server = createServer((_, response) => response.writeHead(404).end('<html>'));
    const url = await listening(server);
    bed.ask({ type: 'start', server: 'a', launch: http(url) });
    expect(await bed.next('ended')).toMatchObject({ problem: { code: 'mcp_wrong_address' }, final: true });
    server.close();
  });

  it('where nobody answers may answer later', async () => {
    bed.ask({ type: 'start', server: 'a', launch: http(`http://127.0.0.1:${await freePort()}/mcp`) });
    expect(await bed.next('ended')).toMatchObject({ problem: { code: 'mcp_unreachable' }, final: false });
  });

  it('that sends without end is cut off', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (!response.destroyed && response.write('"'.padEnd(1_000_000, 'x')));
      };
      response.on('drain', more);
      more();
    });
    const url = await listening(server);
    bed.ask({ type: 'start', server: 'a', launch: http(url) });
    expect(await bed.next('ended')).toMatchObject({ problem: { code: 'mcp_flood' }, final: true });
    server.closeAllConnections();
    server.close();
  });

  it('does not lead to another host with the key', async () => {
    let reached = false;
    const other = createServer((_, response) => {
      reached = true;
      response.end();
    });
    const target = await listening(other);
    const server = createServer((_, response) => response.writeHead(307, { location: target }).end());
    bed.ask({
      type: 'start',
      server: 'a',
      launch: http(await listening(server), null, { Authorization: 'key' }),
    });
    await bed.next('ended');
    expect(reached).toBe(false);
    other.close();
    server.close();
  });
});

async function listening(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const url = new URL(await listening(server));
  await new Promise((resolve) => server.close(resolve));
  return Number(url.port);
}

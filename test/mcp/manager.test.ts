/** Main's side of MCP with the real process' code behind it: settings, keychain and tools come together. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { McpService } from '../../src/mcp-client/service';
import { hostile, registryServer } from '../../src/mcp-client/service.fixture';
import { KeyStore } from '../../src/main/storage/key-store';
import { mcpHandlers } from '../../src/main/tools/mcp/handlers';
import { McpManager } from '../../src/main/tools/mcp/manager';
import { failuresAfter, waitBefore } from '../../src/main/tools/mcp/restarts';
import { McpSecrets } from '../../src/main/tools/mcp/secrets';
import { callTool, worldOf } from '../../src/main/tools/tool.fixture';
import type { McpLaunch, McpReport } from '../../src/shared/ipc/mcp-port';
import type { McpServer } from '../../src/shared/settings/mcp-server';
import { OAuthMcpServer } from '../support/mcp/oauth-server';
import { until } from '../support/until';

/** A keychain that turns text round; the real one is used end to end. */
const keychain = {
  available: () => true,
  encrypt: (text: string) => Promise.resolve(Buffer.from([...text].reverse().join(''))),
  decrypt: (sealed: Buffer) => Promise.resolve([...sealed.toString()].reverse().join('')),
};

class Bed {
  servers: McpServer[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), 'parley-mcp-'));
  readonly opened: string[] = [];
  /** How often the process was needed. */
  hosts = 0;
  service: McpService | null = null;
  crash: () => void = () => undefined;
  readonly secrets = new McpSecrets(new KeyStore(this.folder, 'mcp-secrets', keychain, null));
  readonly manager: McpManager = new McpManager({
    servers: () => this.servers,
    secrets: this.secrets,
    surroundings: { environment: process.env, platform: 'linux', home: this.folder },
    host: (hear) => this.host(hear),
    openExternal: (url) => void this.opened.push(url),
    changed: () => undefined,
    toolsChanged: () => undefined,
    now: Date.now,
  });
  readonly handle = mcpHandlers({
    manager: this.manager,
    secrets: this.secrets,
    servers: () => this.servers,
    store: (servers) => void (this.servers = servers),
    clients: () => [],
  });

  private host(hear: { readonly report: (report: McpReport) => void; readonly gone: () => void }) {
    const ensure = () => {
      if (!this.service) this.hosts += 1;
      this.service ??= new McpService(hear.report);
      return this.service;
    };
    this.crash = () => {
      this.service?.kill();
      this.service = null;
      hear.gone();
    };
    return { send: (request: unknown) => ensure().receive(request), kill: () => this.service?.kill() };
  }

  /** Adds a server as the form does; resolves to its id. */
  async add(
    name: string,
    launch: McpLaunch,
    env: readonly { name: string; value: string }[] = [],
  ): Promise<string> {
    const transport =
      launch.type === 'http'
        ? { type: 'http' as const, url: launch.url, headers: [] }
        : {
            type: 'stdio' as const,
            command: launch.command,
            args: [...launch.args],
            cwd: null,
            env: [...env],
          };
    await this.handle['mcp.save']({ id: null, draft: { name, transport } });
    return this.servers.at(-1)!.id;
  }

  view(id: string) {
    return this.manager.views().find((view) => view.id === id)!;
  }

  state(id: string, wanted: string) {
    return until(`${wanted}`, () => this.view(id).state === wanted, { timeoutMs: 15_000, everyMs: 10 });
  }

  call(name: string, args: unknown = {}, signal?: AbortSignal) {
    return callTool(this.manager.tools(), name, args, worldOf(), signal);
  }
}

let bed: Bed;
beforeEach(() => void (bed = new Bed()));
afterEach(async () => {
  await bed.manager.close();
  rmSync(bed.folder, { recursive: true });
});

describe('a server', () => {
  it('brings its tools once it is switched on, and not before; nothing runs until then', async () => {
    await bed.handle['mcp.paste'](
      JSON.stringify({ mcpServers: { all: pasted(registryServer('everything')) } }),
    );
    const [{ id }] = bed.servers as [McpServer];
    bed.manager.wake();
    expect([bed.hosts, bed.manager.tools()]).toEqual([0, []]);
    await bed.handle['mcp.enable']({ id, enabled: true });
    await bed.state(id, 'ready');
    expect(await bed.call('mcp_all_echo', { message: 'hello' })).toMatchObject({
      ...{ ok: true, foreign: true },
      data: { answer: 'Echo: hello' },
    });
    await bed.handle['mcp.enable']({ id, enabled: false });
    expect(bed.manager.tools()).toEqual([]);
  });

  it('that was not started is started by the first call, and by a conversation', async () => {
    const id = await bed.add('h', hostile('well-behaved'));
    await bed.state(id, 'ready');
    bed.manager.stop(id);
    expect(bed.view(id).state).toBe('off');
    expect(await bed.call('mcp_h_echo', { text: 'again' })).toMatchObject({ data: { answer: 'again' } });
    bed.manager.stop(id);
    bed.manager.wake();
    await bed.state(id, 'ready');
  });

  it('that dies in mid-call is told of, and is there again for the next one', async () => {
    const id = await bed.add('h', hostile('dies-in-call'));
    await bed.state(id, 'ready');
    expect(await bed.call('mcp_h_echo', { text: 'x' })).toMatchObject({ ok: false });
    await bed.state(id, 'failed');
    expect(bed.view(id).problem?.sentence).toContain('code 7');
    expect(await bed.call('mcp_h_pid')).toMatchObject({ ok: true });
  });

  it('whose process dies with all of them: calls end, the next one starts it anew', async () => {
    const id = await bed.add('h', hostile('hangs-at-call'));
    await bed.state(id, 'ready');
    const call = bed.call('mcp_h_echo', { text: 'x' });
    await until('the call is on its way', () => bed.service !== null);
    setTimeout(() => bed.crash(), 50);
    expect(await call).toMatchObject({ ok: false });
    expect(await bed.call('mcp_h_pid')).toMatchObject({ ok: true });
    expect(bed.hosts).toBe(2);
  });

  it('a cancelled call ends at once', async () => {
    const id = await bed.add('h', hostile('hangs-at-call'));
    await bed.state(id, 'ready');
    const stop = new AbortController();
    const call = bed.call('mcp_h_echo', { text: 'x' }, stop.signal);
    setTimeout(() => stop.abort(), 20);
    expect(await call).toMatchObject({ ok: false, error: 'The call was cancelled.' });
  });

  it('that changes a tool loses what was allowed for it', async () => {
    const id = await bed.add('h', hostile('rug-pull'));
    await bed.state(id, 'ready');
    await bed.handle['mcp.classify']({ id, tool: 'echo', choice: 'read' });
    const classOf = () => bed.manager.tools().find(({ name }) => name === 'mcp_h_echo')?.class;
    expect(classOf()).toBe('read');
    await bed.call('mcp_h_echo', { text: 'x' });
    await until('the change is known', () => classOf() === 'outward');
    expect(bed.view(id).tools.find(({ name }) => name === 'echo')).toMatchObject({ changed: true });
  });

  it('gets the variables that were entered, and none of Parley’s', async () => {
    process.env['PARLEY_SECRET_OF_OURS'] = 'ours';
    const id = await bed.add('h', hostile('well-behaved'), [{ name: 'API_KEY', value: 'entered-value' }]);
    await bed.state(id, 'ready');
    const told = await bed.call('mcp_h_env');
    delete process.env['PARLEY_SECRET_OF_OURS'];
    expect(told.ok && told.detail).toContain('entered-value');
    expect(told.ok && told.detail).not.toContain('PARLEY_');
    expect(JSON.stringify([bed.servers, bed.manager.views()])).not.toContain('entered-value');
    for (const file of readdirSync(bed.folder)) {
      expect(readFileSync(join(bed.folder, file), 'utf8')).not.toContain('entered-value');
    }
  });
});

describe('secrets', () => {
  it('are not given to another program or host than they were entered for', async () => {
    const id = await bed.add('h', hostile('well-behaved'), [{ name: 'API_KEY', value: 'entered-value' }]);
    const edited = (command: string) =>
      bed.handle['mcp.save']({
        id,
        draft: {
          name: 'h',
          transport: { type: 'stdio', command, args: [], cwd: null, env: [{ name: 'API_KEY', value: null }] },
        },
      });
    await edited(process.execPath);
    expect((await bed.secrets.of(id)).values).toEqual({ 'env:API_KEY': 'entered-value' });
    await edited('/usr/bin/other');
    expect((await bed.secrets.of(id)).values).toEqual({});
  });

  it('go with their server', async () => {
    const id = await bed.add('h', hostile('well-behaved'), [{ name: 'API_KEY', value: 'v' }]);
    await bed.handle['mcp.remove'](id);
    expect([bed.servers, readdirSync(bed.folder)]).toEqual([[], []]);
  });
});

describe('a sign-in', () => {
  it('opens the browser once asked, keeps what it brought, and starts the server', async () => {
    const server = await OAuthMcpServer.start();
    const id = await bed.add('post', { type: 'http', url: server.url, headers: {}, oauth: null });
    await until('it wants a sign-in', () => bed.view(id).needsSignIn);
    expect(bed.opened).toEqual([]);
    await bed.handle['mcp.signIn'](id);
    await until('the browser opens', () => bed.opened.length === 1);
    await server.browse(bed.opened[0]!);
    await bed.state(id, 'ready');
    expect(bed.view(id)).toMatchObject({ signedIn: true, needsSignIn: false, signingIn: false });
    expect((await bed.secrets.of(id)).oauth).toContain('access_token');
    await bed.handle['mcp.signOut'](id);
    await until('it wants a sign-in again', () => bed.view(id).needsSignIn);
    expect((await bed.secrets.of(id)).oauth).toBeNull();
    await server.stop();
  });
});

it('waits grow, and end; who ran for a minute begins anew', () => {
  const waits = [1, 2, 3, 4, 5].map(waitBefore);
  expect(waits.slice(0, 4)).toEqual([...waits.slice(0, 4)].sort((a, b) => Number(a) - Number(b)));
  expect(waits[4]).toBeNull();
  expect(failuresAfter(3, null)).toBe(4);
  expect(failuresAfter(3, 1_000)).toBe(4);
  expect(failuresAfter(3, 60_000)).toBe(1);
});

function pasted(launch: McpLaunch) {
  if (launch.type !== 'stdio') throw new Error('It is no program.');
  return { command: launch.command, args: launch.args };
}

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import type { ServiceProblem } from '../../../shared/protocol';
import { ServiceSocket } from '../../conversation/socket';
import { send } from '../transport';
import { troubleOf } from './failure';
import { createNetwork, type ServiceNetwork } from './network';
import {
  Authority,
  deadPort,
  FAR,
  httpProxy,
  plainServer,
  socksProxy,
  type Running,
} from './network.fixture';

let authority: Authority;
let server: Awaited<ReturnType<Authority['serve']>>;
beforeAll(async () => {
  authority = new Authority();
  server = await authority.serve(`DNS:localhost,DNS:${FAR},IP:127.0.0.2`, (_request, response) =>
    response.end('reached'),
  );
  const sockets = new WebSocketServer({ noServer: true });
  server.https.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (opened) => opened.close(1008, 'no such key'));
  });
});
afterAll(async () => {
  await server.stop();
  authority.remove();
});

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
async function kept<R extends Running>(started: Promise<R>): Promise<R> {
  const one = await started;
  ends.push(one.stop);
  return one;
}

interface Given {
  readonly system?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Left out: the authority of the test is trusted through SSL_CERT_FILE. */
  readonly strangers?: boolean;
}

function networkWith(
  { system = 'DIRECT', environment = {}, strangers = false }: Given,
  unreadable: string[] = [],
) {
  return createNetwork({
    platform: process.platform,
    environment: { ...(!strangers && { SSL_CERT_FILE: authority.file }), ...environment },
    systemProxy: async () => system,
    onUnreadable: (variable) => unreadable.push(variable),
  });
}

const get = (network: ServiceNetwork, url: string) =>
  send({ method: 'GET', url, headers: {}, body: null, timeoutMs: 5_000 }, network).then(
    ({ text }) => text,
    (error: unknown) => troubleOf(error),
  );
const far = (path = '/') => `https://${FAR}${path}`;
const near = () => `https://localhost:${String(server.port)}/`;

/** How a socket to this address ends. */
function socketEnd(
  network: ServiceNetwork,
  url: string,
): Promise<ServiceProblem | readonly [number, string]> {
  return new Promise((resolve) => {
    new ServiceSocket(
      { url, key: 'k', agent: network.agentFor(url) },
      {
        onOpen: () => undefined,
        onMessage: () => undefined,
        onUnreadable: () => undefined,
        onAlive: () => undefined,
        onClosed: (code, reason) => resolve([code, reason]),
        onRefused: resolve,
      },
    );
  });
}

describe('a proxy of the system', () => {
  it('leads REST and the socket to the service, which is looked up by the proxy', async () => {
    const proxy = await kept(httpProxy(server.port));
    const network = networkWith({ system: `PROXY 127.0.0.1:${String(proxy.port)}` });
    expect(await get(network, far())).toBe('reached');
    expect(await socketEnd(network, `wss://${FAR}/v1/ws`)).toEqual([1008, 'no such key']);
    expect(proxy.asked).toEqual([`${FAR}:443`, `${FAR}:443`]);
  });

  it('gives way to the next in the list when it is not there', async () => {
    const proxy = await kept(httpProxy(server.port));
    const dead = await deadPort();
    const network = networkWith({
      system: `PROXY 127.0.0.1:${String(dead)}; PROXY 127.0.0.1:${String(proxy.port)}`,
    });
    expect(await get(network, far())).toBe('reached');
    expect(await get(networkWith({ system: `PROXY 127.0.0.1:${String(dead)}` }), far())).toBe(
      'proxy_unreachable',
    );
  });

  it('that wants a password is told as such, to REST and to the socket', async () => {
    const proxy = await kept(httpProxy(server.port, 'me:pass word'));
    const network = networkWith({ system: `PROXY 127.0.0.1:${String(proxy.port)}` });
    expect(await get(network, far())).toBe('proxy_password');
    expect(await socketEnd(network, `wss://${FAR}/v1/ws`)).toMatchObject({
      code: 'proxy_password',
      retry: 'no',
    });
  });

  it('is never asked for a server on this computer', async () => {
    const proxy = await kept(httpProxy(server.port));
    const address = `127.0.0.1:${String(proxy.port)}`;
    const network = networkWith({
      system: `PROXY ${address}`,
      environment: { HTTPS_PROXY: `http://${address}` },
    });
    expect(await get(network, near())).toBe('reached');
    expect(proxy.asked).toEqual([]);
  });

  it('may be spoken to encrypted', async () => {
    const proxy = await kept(authority.serve('DNS:localhost', (_request, response) => response.end()));
    const asked: string[] = [];
    proxy.https.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    });
    const network = networkWith({ system: `HTTPS localhost:${String(proxy.port)}` });
    expect(await get(network, far())).toBe('proxy_refused');
    expect(asked).toEqual([`${FAR}:443`]);
  });
});

describe('a proxy of the environment', () => {
  it('goes before the system, with its user name and password', async () => {
    const proxy = await kept(httpProxy(server.port, 'me:pass word'));
    const HTTPS_PROXY = `http://me:pass%20word@127.0.0.1:${String(proxy.port)}`;
    const network = networkWith({ system: 'PROXY 127.0.0.1:1', environment: { HTTPS_PROXY } });
    expect(await get(network, far())).toBe('reached');
  });

  it('is passed by for what NO_PROXY names', async () => {
    const proxy = await kept(httpProxy(server.port));
    const https_proxy = `127.0.0.1:${String(proxy.port)}`;
    await get(networkWith({ environment: { https_proxy, no_proxy: 'other.example, .test' } }), far());
    expect(proxy.asked).toEqual([]);
    await get(networkWith({ environment: { https_proxy, no_proxy: 'oice.test, voice.test:8443' } }), far());
    expect(proxy.asked).toEqual([`${FAR}:443`]);
  });
});

describe('a SOCKS proxy', () => {
  it.each([
    ['SOCKS5', far, `${FAR}:443`],
    ['SOCKS', () => 'https://127.0.0.2/', '127.0.0.2:443'],
  ])('of kind %s leads to the service', async (kind, url, asked) => {
    const proxy = await kept(socksProxy(server.port));
    expect(await get(networkWith({ system: `${kind} 127.0.0.1:${String(proxy.port)}` }), url())).toBe(
      'reached',
    );
    expect(proxy.asked).toEqual([asked]);
  });

  it.each([
    ['me:secret@', 'reached'],
    ['me:wrong@', 'proxy_password'],
    ['', 'proxy_password'],
  ])('that wants a password gets "%s": %s', async (login, outcome) => {
    const proxy = await kept(socksProxy(server.port, 'me:secret'));
    const ALL_PROXY = `socks5://${login}127.0.0.1:${String(proxy.port)}`;
    expect(await get(networkWith({ environment: { ALL_PROXY } }), far())).toBe(outcome);
  });

  it('that is none is told', async () => {
    const proxy = await kept(plainServer());
    const ALL_PROXY = `socks5://127.0.0.1:${String(proxy.port)}`;
    expect(await get(networkWith({ environment: { ALL_PROXY } }), far())).toBe('proxy_refused');
  });
});

describe('a certificate', () => {
  it.each([['SSL_CERT_FILE'], ['NODE_EXTRA_CA_CERTS'], ['SSL_CERT_DIR']])(
    'of a company is trusted through %s, and without it by nobody',
    async (variable) => {
      const place = variable === 'SSL_CERT_DIR' ? authority.dir : authority.file;
      expect(await get(networkWith({ strangers: true, environment: { [variable]: place } }), near())).toBe(
        'reached',
      );
      const strangers = networkWith({ strangers: true });
      expect(await get(strangers, near())).toBe('certificate_untrusted');
      expect(await socketEnd(strangers, near().replace('https', 'wss'))).toMatchObject({
        code: 'certificate_untrusted',
        retry: 'no',
      });
    },
  );

  it('of another name, out of date, or none at all is told apart', async () => {
    const other = await kept(authority.serve('DNS:other.example', () => undefined));
    expect(await get(networkWith({}), `https://localhost:${String(other.port)}/`)).toBe('certificate_name');
    const old = await kept(authority.serve('DNS:localhost', () => undefined, -1));
    expect(await get(networkWith({}), `https://localhost:${String(old.port)}/`)).toBe('certificate_expired');
    const plain = await kept(plainServer());
    expect(await get(networkWith({}), `https://localhost:${String(plain.port)}/`)).toBe('not_encrypted');
  });

  it('named by the person in a file that cannot be read is told to the log', async () => {
    const unreadable: string[] = [];
    const environment = { SSL_CERT_FILE: '/nowhere/ca.pem' };
    await get(networkWith({ strangers: true, environment }, unreadable), near());
    expect(unreadable).toEqual(['SSL_CERT_FILE']);
  });
});

describe('a connection that does not come about', () => {
  it('is told by its cause', async () => {
    expect(await get(networkWith({}), `https://localhost:${String(await deadPort())}/`)).toBe(
      'connection_refused',
    );
    expect(await get(networkWith({}), 'https://no-such-name.invalid/')).toBe('name_not_found');
  });
});

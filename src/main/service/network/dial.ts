import { request } from 'node:http';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';
import { ConnectionFailure, troubleOf } from './failure';
import type { ProxyRoute, Route } from './routes';
import { openSocksTunnel, type Target } from './socks';

/** One way may take this long; when others are left, they get their turn sooner. */
const ROUTE_MS = 10_000;
const ROUTE_WITH_OTHERS_MS = 4_000;

/**
 * Opens an encrypted connection to the target, by the first of the ways that leads there. Rejects with
 * {@link ConnectionFailure}: after the last way, or at once where another way cannot help, as with a certificate
 * that is not trusted.
 */
export async function dial(
  target: Target,
  routes: readonly Route[],
  trust: SecureContext,
): Promise<TLSSocket> {
  for (const [at, route] of routes.entries()) {
    const last = at === routes.length - 1;
    try {
      return await within(last ? ROUTE_MS : ROUTE_WITH_OTHERS_MS, (opened) =>
        dialBy(target, route, trust, opened),
      );
    } catch (error) {
      const failure =
        error instanceof ConnectionFailure
          ? error
          : new ConnectionFailure(troubleOf(error), { cause: error });
      if (last || !anotherWayMayHelp(failure, route)) throw failure;
    }
  }
  throw new ConnectionFailure('unreachable');
}

function anotherWayMayHelp({ trouble }: ConnectionFailure, route: Route): boolean {
  return route.kind === 'direct' || ['proxy_unreachable', 'connection_timed_out'].includes(trouble);
}

/** Told of every socket as it is made, so that one that takes too long can be cut. */
type Opened = (socket: Socket) => void;

async function dialBy(
  target: Target,
  route: Route,
  trust: SecureContext,
  opened: Opened,
): Promise<TLSSocket> {
  const socket =
    route.kind === 'direct' ? await openTcp(target, opened) : await openTunnel(target, route, trust, opened);
  return secure(socket, target.host, trust, opened);
}

async function openTunnel(
  target: Target,
  route: ProxyRoute,
  trust: SecureContext,
  opened: Opened,
): Promise<Socket> {
  const proxy = await toProxy(route, trust, opened);
  if (route.kind === 'http-proxy') return connectByHttp(proxy, target, route);
  await openSocksTunnel(proxy, route.version, target, route.credentials);
  return proxy;
}

async function toProxy(route: ProxyRoute, trust: SecureContext, opened: Opened): Promise<Socket> {
  try {
    const socket = await openTcp(route, opened);
    const encrypted = route.kind === 'http-proxy' && route.secure;
    return encrypted ? await secure(socket, route.host, trust, opened) : socket;
  } catch (error) {
    const trouble = troubleOf(error);
    throw new ConnectionFailure(trouble.startsWith('certificate') ? trouble : 'proxy_unreachable', {
      cause: error,
    });
  }
}

/** Asks an HTTP proxy for a tunnel (RFC 9110, CONNECT). */
function connectByHttp(proxy: Socket, { host, port }: Target, { credentials }: ProxyRoute): Promise<Socket> {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
  const login = credentials && `${credentials.user}:${credentials.password}`;
  return new Promise((resolve, reject) => {
    const asked = request({
      method: 'CONNECT',
      path: authority,
      headers: {
        host: authority,
        ...(login && { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` }),
      },
      // Encrypted or not, it is connected already.
      createConnection: () => proxy,
    });
    asked.once('connect', (answer) => {
      if (answer.statusCode === 200) return resolve(proxy);
      proxy.destroy();
      reject(refusal(answer.statusCode));
    });
    // Something that is no proxy answers like a web server.
    asked.once('response', (answer) => {
      proxy.destroy();
      reject(refusal(answer.statusCode));
    });
    asked.once('error', (error) => reject(new ConnectionFailure('proxy_refused', { cause: error })));
    asked.end();
  });
}

function refusal(status: number | undefined): ConnectionFailure {
  if (status === 407) return new ConnectionFailure('proxy_password');
  // The proxy tried and the service did not answer it.
  const silent = status === 502 || status === 503 || status === 504;
  return new ConnectionFailure(silent ? 'unreachable' : 'proxy_refused');
}

function openTcp({ host, port }: Target, opened: Opened): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host, port });
    opened(socket);
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject).setNoDelay(true);
      resolve(socket);
    });
  });
}

function secure(socket: Socket, host: string, trust: SecureContext, opened: Opened): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const name = /^[0-9.]+$|:/.test(host) ? {} : { servername: host };
    const encrypted = connectTls({
      socket,
      host,
      secureContext: trust,
      ALPNProtocols: ['http/1.1'],
      ...name,
    });
    opened(encrypted);
    const closed = () => reject(new ConnectionFailure('connection_cut'));
    encrypted.once('error', reject).once('close', closed);
    encrypted.once('secureConnect', () => {
      encrypted.off('error', reject).off('close', closed);
      resolve(encrypted);
    });
  });
}

async function within(milliseconds: number, act: (opened: Opened) => Promise<TLSSocket>): Promise<TLSSocket> {
  const sockets: Socket[] = [];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ConnectionFailure('connection_timed_out')), milliseconds);
  });
  try {
    return await Promise.race([act((socket) => sockets.push(socket)), late]);
  } catch (error) {
    for (const socket of sockets) socket.on('error', () => undefined).destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

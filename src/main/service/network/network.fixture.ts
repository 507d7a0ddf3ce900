import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps, type Server as HttpsServer } from 'node:https';
import { connect, createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A name that only the proxies of the test can reach; they lead every name to this computer. */
export const FAR = 'voice.test';

/** A server with its port and its end. */
export interface Running {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

async function running(server: Server): Promise<Running> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port, stop };
}

/** A certificate authority of the test's own, made anew by openssl; nothing of it is kept. */
export class Authority {
  private readonly folder = mkdtempSync(join(tmpdir(), 'parley-ca-'));

  constructor() {
    // The app under test may run as another user.
    chmodSync(this.folder, 0o755);
    this.openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=Company root');
    this.openssl('genrsa', '-out', 'server-key.pem', '2048');
  }

  /** Its certificate, for SSL_CERT_FILE. */
  get file(): string {
    return join(this.folder, 'ca.pem');
  }

  get dir(): string {
    return this.folder;
  }

  /** Serves HTTPS with a certificate of this authority for these names. */
  async serve(
    names: string,
    answer: RequestListener,
    days = 1,
  ): Promise<Running & { readonly https: HttpsServer }> {
    writeFileSync(join(this.folder, 'names'), `subjectAltName=${names}`);
    this.openssl('req', '-new', '-key', 'server-key.pem', '-subj', '/CN=server', '-out', 'server.csr');
    const ca = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial'];
    this.openssl(
      'x509',
      '-req',
      '-in',
      'server.csr',
      ...ca,
      '-days',
      String(days),
      '-extfile',
      'names',
      '-out',
      'server.pem',
    );
    const read = (name: string) => readFileSync(join(this.folder, name));
    const https = createHttps({ key: read('server-key.pem'), cert: read('server.pem') }, answer);
    return { https, ...(await running(https)) };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private openssl(...args: string[]): void {
    const files = args.includes('-x509') ? ['-keyout', 'ca-key.pem', '-out', 'ca.pem'] : [];
    execFileSync('openssl', [...args, ...files], { cwd: this.folder, stdio: 'ignore' });
  }
}

/** A proxy that leads wherever it is asked to one port of this computer, and remembers what it was asked. */
export interface TestProxy extends Running {
  readonly asked: string[];
}

/** An HTTP proxy; with `login` (`user:password`) it wants Basic credentials. */
export async function httpProxy(target: number, login: string | null = null): Promise<TestProxy> {
  const asked: string[] = [];
  const server = createHttp((_request, response) => response.writeHead(400).end());
  server.on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '');
    const wanted = login && `Basic ${Buffer.from(login).toString('base64')}`;
    if (wanted && request.headers['proxy-authorization'] !== wanted) {
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n',
      );
      return;
    }
    const onward = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
  });
  return { asked, ...(await running(server)) };
}

/** A SOCKS proxy of versions 4 and 5; with `login` version 5 wants a user name and a password. */
export async function socksProxy(target: number, login: string | null = null): Promise<TestProxy> {
  const asked: string[] = [];
  const server = createTcp((socket) => {
    const lead = (answer: readonly number[]) => {
      const onward = connect(target, '127.0.0.1', () => {
        socket.write(Buffer.from(answer));
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
    };
    const request = (data: Buffer) => {
      const length = data[4] ?? 0;
      const name = data.subarray(5, 5 + length).toString();
      asked.push(`${name}:${String(data.readUInt16BE(5 + length))}`);
      lead([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    };
    socket.once('data', (data: Buffer) => {
      if (data[0] === 4) {
        asked.push(`${data.subarray(4, 8).join('.')}:${String(data.readUInt16BE(2))}`);
        return lead([0, 0x5a, 0, 0, 0, 0, 0, 0]);
      }
      if (login === null) {
        socket.write(Buffer.from([5, 0]));
        return void socket.once('data', request);
      }
      const offered = data.subarray(2, 2 + (data[1] ?? 0));
      socket.write(Buffer.from([5, offered.includes(2) ? 2 : 0xff]));
      socket.once('data', (credentials: Buffer) => {
        const user = credentials.subarray(2, 2 + (credentials[1] ?? 0)).toString();
        const password = credentials.subarray(3 + user.length).toString();
        socket.write(Buffer.from([1, `${user}:${password}` === login ? 0 : 1]));
        socket.once('data', request);
      });
    });
  });
  return { asked, ...(await running(server)) };
}

/** A server that is not there any more. */
export async function deadPort(): Promise<number> {
  const { port, stop } = await running(createTcp());
  await stop();
  return port;
}

/** A server without encryption. */
export async function plainServer(): Promise<Running> {
  return running(createHttp((_request, response) => response.end('plain')));
}

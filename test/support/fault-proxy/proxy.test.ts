import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { TestClient } from '../../../src/local-agent/server/test-client.fixture';
import { TestServer } from '../../../src/local-agent/server/test-server.fixture';
import { pause, until } from '../until';
import { FaultProxy } from './proxy';

let echo: WebSocketServer;
let proxy: FaultProxy;
let seen: string[] = [];
const closers: (() => unknown)[] = [];

beforeEach(async () => {
  const mine: string[] = (seen = []);
  echo = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await new Promise((resolve) => echo.once('listening', resolve));
  echo.on('connection', (socket) => {
    socket.on('error', () => undefined);
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  proxy = await FaultProxy.start((echo.address() as AddressInfo).port, {
    message: (link, direction, text) => mine.push(`${String(link)} ${direction} ${text}`),
    closed: (link, by) => mine.push(`${String(link)} closed by ${by}`),
  });
  closers.push(
    () => proxy.close(),
    () => echo.close(),
  );
});
afterEach(async () => {
  for (const socket of echo.clients) socket.terminate();
  for (const close of closers.splice(0)) await close();
});

/** A client with what it received, when, and how it was closed. */
class Client {
  readonly received: { readonly text: string; readonly at: number }[] = [];
  closed: number | null = null;
  error: string | null = null;
  readonly socket: WebSocket;
  constructor(port: number) {
    this.socket = new WebSocket(`ws://127.0.0.1:${String(port)}/`, { perMessageDeflate: false });
    this.socket.on('message', (data: Buffer) =>
      this.received.push({ text: data.toString(), at: performance.now() }),
    );
    this.socket.on('error', (error) => (this.error = 'code' in error ? String(error.code) : error.message));
    this.socket.on('close', (code) => (this.closed = code));
    closers.unshift(() => this.socket.terminate());
  }
  static async open(port = proxy.port): Promise<Client> {
    const client = new Client(port);
    await until('the socket is open', () => client.socket.readyState === WebSocket.OPEN, { everyMs: 2 });
    return client;
  }
  get texts(): readonly string[] {
    return this.received.map(({ text }) => text);
  }
  async comes(text: string): Promise<void> {
    await until(`${text} comes`, () => this.texts.includes(text), { everyMs: 2 });
  }
  /** The echo of this, and how long it took. */
  async echoes(text: string): Promise<number> {
    const since = performance.now();
    this.socket.send(text);
    await this.comes(text);
    return performance.now() - since;
  }
}
const message = (type: string, word = 'ü'.repeat(20)) => JSON.stringify({ type, word });

it('passes messages unchanged and tells them', async () => {
  const client = await Client.open();
  const long = 'ä'.repeat(100_000);
  await client.echoes('one');
  await client.echoes(long);
  expect(seen.slice(0, 2)).toEqual(['1 up one', '1 down one']);
  expect(seen[3]).toBe(`1 down ${long}`);
});

it('passes the closing on, with its code, and tells who closed', async () => {
  const client = await Client.open();
  client.socket.close(4_001, 'enough');
  await until('it is closed', () => client.closed === 4_001);
  await until('the proxy knows', () => proxy.open === 0);
  const other = await Client.open();
  for (const socket of echo.clients) socket.close(1_001);
  await until('it is closed', () => other.closed === 1_001);
  await until('the proxy knows', () => proxy.open === 0);
  const cut = await Client.open();
  proxy.do({ kind: 'reset' });
  await until('it is cut', () => cut.closed === 1_006 && proxy.open === 0);
  expect(seen).toEqual(['1 closed by client', '2 closed by server', '3 closed by fault']);
});

it('delays each way by its own time', async () => {
  const client = await Client.open();
  proxy.do({ kind: 'course', course: { delayMs: 60 } });
  expect(await client.echoes('late')).toBeGreaterThanOrEqual(119);
  proxy.do({ kind: 'course', direction: 'up', course: { delayMs: 0 } });
  expect(await client.echoes('less late')).toBeLessThan(119);
  proxy.do({ kind: 'clear' });
  expect(await client.echoes('in time')).toBeLessThan(55);
});

it('narrows the way', async () => {
  const client = await Client.open();
  proxy.do({ kind: 'course', direction: 'down', course: { bytesPerSecond: 50_000 } });
  expect(await client.echoes('x'.repeat(20_000))).toBeGreaterThan(390);
});

it('stalls without losing anything or ending anything', async () => {
  const client = await Client.open();
  proxy.do({ kind: 'stall' });
  client.socket.send('kept');
  const second = new Client(proxy.port);
  await pause(150);
  expect(client.received).toEqual([]);
  expect(second.socket.readyState).toBe(WebSocket.CONNECTING);
  expect(client.closed).toBeNull();
  proxy.do({ kind: 'flow' });
  await client.comes('kept');
  await until('the second opens', () => second.socket.readyState === WebSocket.OPEN);
});

it('resets both ends', async () => {
  const client = await Client.open();
  const [server] = echo.clients;
  let serverClosed = 0;
  server!.on('close', (code) => (serverClosed = code));
  proxy.do({ kind: 'reset' });
  await until('the client knows', () => client.closed === 1_006);
  await until('the server knows', () => serverClosed === 1_006);
  expect((await Client.open()).closed).toBeNull();
});

it('goes half-open: bytes vanish both ways, and neither end is told, not even of the other closing', async () => {
  const client = await Client.open();
  const [server] = echo.clients;
  let heard = 0;
  server!.on('message', () => heard++);
  proxy.do({ kind: 'half-open' });
  client.socket.send('into the void');
  server!.send('into the void');
  server!.ping();
  const other = await Client.open();
  await other.echoes('alive');
  expect(client.received).toEqual([]);
  expect([heard, client.closed, server!.readyState]).toEqual([0, null, WebSocket.OPEN]);
  client.socket.terminate();
  await until('the proxy knows', () => seen.includes('1 closed by fault'));
  await other.echoes('still alive');
  expect(server!.readyState).toBe(WebSocket.OPEN);
});

it('refuses new connections, by reset or by silence, and takes them again', async () => {
  const open = await Client.open();
  proxy.do({ kind: 'refuse', how: 'reset' });
  const reset = new Client(proxy.port);
  await until('it is refused', () => reset.error !== null);
  proxy.do({ kind: 'refuse', how: 'silent' });
  const silent = new Client(proxy.port);
  await open.echoes('the open one goes on');
  expect(silent.socket.readyState).toBe(WebSocket.CONNECTING);
  proxy.do({ kind: 'accept' });
  await until('the silent one is let go', () => silent.error !== null);
  await Client.open();
  expect(proxy.connections).toBe(2);
});

it('alters the next message of a type only', async () => {
  const client = await Client.open();
  proxy.do({ kind: 'alter', message: 'a', how: 'repeat' });
  proxy.do({ kind: 'alter', message: 'b', how: 'truncate' });
  proxy.do({ kind: 'alter', message: 'c', how: 'drop' });
  const sent = ['b', 'a', 'c', 'b', 'a', 'c'].map((type) => message(type));
  for (const text of sent) client.socket.send(text);
  await client.echoes('end');
  const [b, a, c] = sent;
  const half = Array.from(b!)
    .slice(0, b!.length >> 1)
    .join('');
  expect(client.texts).toEqual([half, a, a, b, a, c, 'end']);
});

it('cuts a connection in the middle of a frame', async () => {
  const client = await Client.open();
  proxy.do({ kind: 'alter', message: 'a', how: 'cut' });
  client.socket.send(message('a'));
  await until('it is cut', () => client.closed === 1_006);
  expect(client.received).toEqual([]);
});

it('reads slowly, so that a sender has to wait', async () => {
  let taken = 0;
  const sink: Server = createServer((socket: Socket) =>
    socket.on('error', () => undefined).on('data', (bytes) => (taken += bytes.length)),
  );
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  const slow = await FaultProxy.start((sink.address() as AddressInfo).port);
  closers.unshift(
    () => slow.close(),
    () => void sink.close(),
  );
  slow.do({ kind: 'slow-reader', direction: 'up', bytesPerSecond: 200_000 });
  const socket = connect(slow.port, '127.0.0.1');
  socket.on('error', () => undefined);
  const since = performance.now();
  socket.write(Buffer.alloc(30_000_000));
  await until('some of it came', () => taken > 100_000, { everyMs: 5 });
  const seconds = (performance.now() - since) / 1_000;
  expect(taken).toBeLessThan(200_000 * seconds + 70_000);
  expect(socket.writableLength).toBeGreaterThan(10_000_000);
});

it('stands between a client and the local agent', async () => {
  const { server, speech } = await TestServer.start();
  const between = await FaultProxy.start(server.port);
  closers.unshift(
    () => between.close(),
    () => server.close(),
  );
  between.do({ kind: 'course', course: { delayMs: 20, jitterMs: 20 } });
  between.do({ kind: 'alter', message: 'session.updated', how: 'drop' });
  const client = await TestClient.connect(between.port);
  await client.begin();
  speech.hears('Good morning.');
  client.speak(500);
  client.speak(1_500, false);
  await client.next('reply.done');
  expect(client.types()).not.toContain('session.updated');
  expect(client.types()).toContain('transcript.user');
});

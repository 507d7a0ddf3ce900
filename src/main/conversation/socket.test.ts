import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { ServiceSocket } from './socket';

let http: Server;
afterEach(() => http.close().closeAllConnections());

async function serverWith(
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void,
): Promise<string> {
  http = createServer((_request, response) => response.end()).on('upgrade', upgrade);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return `ws://127.0.0.1:${String((http.address() as AddressInfo).port)}/v1/ws`;
}

/** Everything a socket tells until its end. */
function told(url: string, act: (socket: ServiceSocket) => void = () => undefined) {
  return new Promise<readonly unknown[]>((resolve) => {
    const events: unknown[] = [];
    const end = (event: unknown) => resolve([...events, event]);
    const socket = new ServiceSocket(
      { url, key: 'k' },
      {
        onOpen: () => void events.push('open'),
        onMessage: () => undefined,
        onUnreadable: () => undefined,
        onAlive: () => undefined,
        onClosed: (code, reason) => end(['closed', code, reason]),
        onRefused: ({ code, retry }) => end(['refused', code, retry]),
      },
    );
    act(socket);
  });
}

const answer = (text: string) => (_request: unknown, socket: Duplex) =>
  void socket.end(`HTTP/1.1 ${text}\r\n\r\n`);

describe('a socket that is refused', () => {
  it.each([
    ['200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>', 'not_upgraded', 'no'],
    ['302 Found\r\nLocation: https://example.com\r\nContent-Length: 0', 'not_upgraded', 'no'],
    ['401 Unauthorized\r\nContent-Length: 0', 'unauthorized', 'no'],
    ['403 Forbidden\r\nContent-Length: 0', 'blocked', 'no'],
    ['404 Not Found\r\nContent-Length: 0', 'wrong_address', 'no'],
    ['429 Busy\r\nContent-Length: 0', 'busy', 'backoff'],
  ])('tells why: %s', async (text, code, retry) => {
    expect(await told(await serverWith(answer(text)))).toEqual([['refused', code, retry]]);
  });

  it('tells a connection that is cut before it is open', async () => {
    const url = await serverWith((_request, socket) => void socket.destroy());
    expect(await told(url)).toEqual([['refused', 'connection_cut', 'backoff']]);
  });

  it('tells that nothing listens', async () => {
    const url = await serverWith(() => undefined);
    await new Promise((resolve) => http.close(resolve));
    expect(await told(url)).toEqual([['refused', 'connection_refused', 'backoff']]);
  });
});

describe('a socket that is closed', () => {
  it('tells code and reason of the server', async () => {
    const sockets = new WebSocketServer({ noServer: true });
    const url = await serverWith((request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (opened) => opened.close(1008, 'expired')),
    );
    expect(await told(url)).toEqual(['open', ['closed', 1008, 'expired']]);
  });

  it('by ourselves before it is open was no failure', async () => {
    const url = await serverWith(() => undefined);
    expect(await told(url, (socket) => socket.close())).toEqual([['closed', 1006, '']]);
  });
});

import type { IncomingMessage } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import type { Json } from './read';

/** What is made of one message of the good server: other messages, or a close. Keeps what it remembers to itself. */
export type Alter = (message: Json) => readonly (Json | { readonly close: number })[];

/** A server that is wrong in one way. */
export interface WrongServer {
  readonly url: URL;
  close(): Promise<void>;
}

/** Stands before a good server and alters what it says. `makeAlter` is called anew for every connection. */
export async function startWrongServer(good: URL, makeAlter: () => Alter): Promise<WrongServer> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  server.on('connection', (client, request) => pass(client, request, good, makeAlter()));
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: new URL(`ws://127.0.0.1:${String(port)}/v1/ws`),
    close: () => {
      for (const client of server.clients) client.terminate();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function pass(client: WebSocket, { headers, url }: IncomingMessage, good: URL, alter: Alter): void {
  const { authorization } = headers;
  const upstream = new WebSocket(new URL(url ?? '/', good), {
    headers: { ...(authorization && { authorization }) },
  });
  const early: [Buffer, boolean][] = [];
  client.on('message', (data: Buffer, binary) => {
    if (upstream.readyState === WebSocket.OPEN) upstream.send(data, { binary });
    else early.push([data, binary]);
  });
  upstream.on('open', () => {
    for (const [data, binary] of early) upstream.send(data, { binary });
  });
  upstream.on('message', (data: Buffer) => {
    for (const act of alter(JSON.parse(data.toString('utf8')) as Json)) {
      if (client.readyState !== WebSocket.OPEN) return;
      if (typeof act['close'] === 'number') client.close(act['close']);
      else client.send(JSON.stringify(act));
    }
  });
  // 1005 and 1006 stand for "no code" and may not be sent.
  upstream.on('close', (code) => client.close(code === 1_005 || code === 1_006 ? 1_000 : code));
  client.on('close', () => upstream.terminate());
  for (const socket of [client, upstream]) socket.on('error', () => undefined);
}

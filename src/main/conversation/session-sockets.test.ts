import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import type { ServerMessage } from '../../shared/protocol';
import type { ConversationEvent } from './events';
import type { SocketNote } from './records';
import { SessionSockets } from './session-sockets';

/** A service that records what it is told, on a real socket. */
class Service {
  readonly server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  readonly heard: string[] = [];
  readonly connections: WebSocket[] = [];

  constructor() {
    this.server.on('connection', (socket) => {
      this.connections.push(socket);
      socket.on('message', (data) => {
        const { type } = JSON.parse(String(data)) as { type: string };
        this.heard.push(type);
        if (type !== 'session.end') return;
        socket.send(JSON.stringify({ type: 'session.ended', session_duration_seconds: 7.5 }));
      });
    });
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1/ws`;
  }

  close(): void {
    for (const socket of this.connections) socket.terminate();
    this.server.close();
  }
}

let service: Service;
afterEach(() => service.close());

async function world() {
  service = new Service();
  await new Promise((resolve) => service.server.once('listening', resolve));
  const events: ConversationEvent[] = [];
  const notes: SocketNote[] = [];
  const messages: ServerMessage[] = [];
  const sockets: SessionSockets = new SessionSockets({
    now: () => performance.now(),
    conversation: () => 'talk-1',
    endpoint: () => Promise.resolve({ url: service.url, key: 'k' }),
    firstMessage: (_engine, opening) =>
      opening.kind === 'resume'
        ? { type: 'session.resume', session_id: opening.sessionId }
        : { type: 'session.update', session: {} },
    tell: (event) => events.push(event),
    heard: (message) => messages.push(message),
    note: (note) => notes.push(note),
    problemOf: () => ({ problem: { code: 'x', sentence: 'X.', next: 'Y.' }, retry: 'no' }),
  });
  const types = () => events.map(({ type }) => type);
  return { sockets, events, notes, messages, types };
}

const fresh = { kind: 'fresh', greeting: true } as const;

describe('the sockets of a conversation', () => {
  it('say goodbye when they are let go, and are billed by the service’s own figure', async () => {
    const { sockets, notes, events, types } = await world();
    await sockets.connect('hosted', fresh);
    await expect.poll(() => service.heard).toEqual(['session.update']);
    sockets.release();
    await expect.poll(() => sockets.open).toBe(0);
    expect(service.heard).toEqual(['session.update', 'session.end']);
    expect(notes.map(({ type }) => type)).toEqual(['socket-opened', 'socket-closed']);
    expect(notes[1]).toMatchObject({ saidGoodbye: true, seconds: 7.5, conversation: 'talk-1', socket: 1 });
    expect(events.at(-1)).toMatchObject({ type: 'socket-billed', milliseconds: 7_500 });
    // Of a socket that was let go nothing is told but its bill.
    expect(types()).toEqual(['socket-opened', 'socket-billed']);
  });

  it('count a resumed session once, by the service’s figure for the whole of it', async () => {
    const { sockets, events } = await world();
    const readySession = async (number: number) => {
      await expect.poll(() => service.connections.length).toBe(number + 1);
      await expect.poll(() => service.heard.length).toBe(number + 1);
      service.connections[number]?.send(JSON.stringify({ type: 'session.ready', session_id: 'sess_1' }));
    };
    await sockets.connect('hosted', fresh);
    await readySession(0);
    await expect.poll(() => events.some(({ type }) => type === 'socket-opened')).toBe(true);
    service.connections[0]?.terminate();
    await expect.poll(() => events.some(({ type }) => type === 'socket-billed')).toBe(true);
    await sockets.connect('hosted', { kind: 'resume', sessionId: 'sess_1' });
    await readySession(1);
    await expect.poll(() => sockets.number).toBe(2);
    sockets.release();
    await expect.poll(() => sockets.open).toBe(0);
    const billed = events.flatMap((e) => (e.type === 'socket-billed' ? [e.milliseconds] : []));
    expect(billed[0]).toBeGreaterThanOrEqual(30_000);
    expect(billed[0]! + billed[1]!).toBeCloseTo(7_500, 5);
  });

  it('are cut, sooner than by their silence, when the service says no goodbye and answers no closing', async () => {
    const { sockets, notes } = await world();
    await sockets.connect('hosted', fresh);
    await expect.poll(() => service.heard).toEqual(['session.update']);
    (service.connections[0] as unknown as { _socket: { pause(): void } })._socket.pause();
    sockets.release();
    await expect.poll(() => sockets.open, { timeout: 5_600 }).toBe(0);
    expect(notes.at(-1)).toMatchObject({ type: 'socket-closed', saidGoodbye: false, seconds: null });
  }, 10_000);

  it('never leave one open that was let go before it opened', async () => {
    const { sockets } = await world();
    const opening = sockets.connect('hosted', fresh);
    sockets.release();
    await opening;
    expect(sockets.open).toBe(0);
    await sockets.connect('hosted', fresh);
    sockets.release();
    await expect.poll(() => sockets.open).toBe(0);
    await expect.poll(() => service.connections.every((one) => one.readyState === one.CLOSED)).toBe(true);
  });

  it('are exchanged without a gap: the old one says goodbye while the new one opens', async () => {
    const { sockets, messages, types } = await world();
    await sockets.connect('hosted', fresh);
    await expect.poll(() => service.connections.length).toBe(1);
    await expect.poll(() => service.heard.length).toBe(1);
    await sockets.connect('hosted', { kind: 'resume', sessionId: 's' });
    await expect.poll(() => service.heard).toHaveLength(3);
    expect([...service.heard].sort()).toEqual(['session.end', 'session.resume', 'session.update']);
    service.connections[1]?.send(JSON.stringify({ type: 'session.ready', session_id: 's2' }));
    await expect.poll(() => messages.map(({ type }) => type)).toEqual(['session.ready']);
    expect(types()).not.toContain('socket-closed');
    sockets.release();
    await expect.poll(() => sockets.open).toBe(0);
  });

  it('notice within two seconds, when asked, that the other side is gone', async () => {
    const { sockets, types } = await world();
    await sockets.connect('hosted', fresh);
    await expect.poll(() => service.heard.length).toBe(1);
    // Bytes vanish: nothing is read or answered any more, and no end is told.
    (service.connections[0] as unknown as { _socket: { pause(): void } })._socket.pause();
    sockets.probe();
    await expect.poll(types, { timeout: 2_500 }).toContain('socket-closed');
  });

  it('notice by themselves that the other side is silent', async () => {
    const { sockets, types } = await world();
    await sockets.connect('hosted', fresh);
    await expect.poll(() => service.heard.length).toBe(1);
    (service.connections[0] as unknown as { _socket: { pause(): void } })._socket.pause();
    await expect.poll(types, { timeout: 10_000 }).toContain('socket-closed');
  }, 12_000);

  it('stay while the other side answers pings, however quiet it is', async () => {
    const { sockets, types } = await world();
    await sockets.connect('hosted', fresh);
    await expect.poll(() => service.heard.length).toBe(1);
    sockets.probe();
    await new Promise((resolve) => service.connections[0]?.once('ping', resolve));
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    expect(types()).toEqual(['socket-opened']);
    sockets.release();
  });
});

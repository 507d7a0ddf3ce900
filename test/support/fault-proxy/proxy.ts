/**
 * A faulty network on loopback: a TCP proxy in front of one server. Transport faults work on bytes, frame faults on
 * the server's WebSocket messages; both are switched while it runs, with seeded randomness. WebSocket messages are
 * told to an observer as they pass, so that tests see what was really on the wire. Plain `ws:` and `http:` only.
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { assertNever } from '../../../src/shared/assert-never';
import { seededRandom } from '../../bench/statistics';
import { clearCourse, type Alteration, type Course, type Direction, type ProxyFault } from './faults';
import { FrameReader, textFrame, type Piece } from './frames';
import { Way } from './way';

/** Told what passes. `link` numbers the connections from 1. */
export interface ProxyObserver {
  /** A text message as it was sent, before any fault changes or loses it. */
  message?(link: number, direction: Direction, text: string): void;
  /** A client tries to connect; refused ones too. */
  attempted?(): void;
  opened?(link: number): void;
  /** The client's side of a connection is gone, and who began it; a half-open one is only ever closed by a fault. */
  closed?(link: number, by: ClosedBy): void;
}

/** Who ended a connection. */
export type ClosedBy = 'client' | 'server' | 'fault';

const OPCODE_CLOSE = 8;

interface Link {
  readonly number: number;
  readonly client: Socket;
  readonly server: Socket;
  readonly ways: Readonly<Record<Direction, Way>>;
  halfOpen: boolean;
  endedBy: ClosedBy | null;
}

/** A proxy that is listening. */
export class FaultProxy {
  private readonly links = new Set<Link>();
  private readonly waitingRoom = new Set<Socket>();
  private readonly courses: Record<Direction, Course> = { up: clearCourse, down: clearCourse };
  private readonly stalled: Record<Direction, boolean> = { up: false, down: false };
  private refusing: 'reset' | 'silent' | null = null;
  private alterations: readonly Alteration[] = [];
  private count = 0;

  private constructor(
    private readonly listener: Server,
    private readonly target: number,
    private readonly observer: ProxyObserver,
    private readonly random: () => number,
  ) {
    listener.on('connection', (client) => this.accept(client));
  }

  /** Listens on a free port of loopback, in front of the server on port `target`. */
  static async start(target: number, observer: ProxyObserver = {}, seed = 1): Promise<FaultProxy> {
    const listener = createServer({ allowHalfOpen: true, noDelay: true });
    const proxy = new FaultProxy(listener, target, observer, seededRandom(seed));
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** Connections whose client end is open, half-open ones included. */
  get open(): number {
    return this.links.size;
  }

  /** Connections ever made, refused ones not counted. */
  get connections(): number {
    return this.count;
  }

  /** Does this from now on. */
  do(fault: ProxyFault): void {
    switch (fault.kind) {
      case 'course':
        return this.steer(fault.direction, (course) => ({ ...course, ...fault.course }));
      case 'slow-reader':
        return this.steer(fault.direction, (course) => ({
          ...course,
          bytesPerSecond: fault.bytesPerSecond,
          holds: 1,
        }));
      case 'stall':
        return this.stall(fault.direction, true);
      case 'flow':
        return this.stall(undefined, false);
      case 'reset':
        for (const link of this.links) this.cut(link);
        return;
      case 'half-open':
        for (const link of this.links) this.vanish(link);
        return;
      case 'refuse':
        this.refusing = fault.how;
        return;
      case 'accept':
        this.refusing = null;
        for (const client of this.waitingRoom) client.resetAndDestroy();
        return;
      case 'alter':
        this.alterations = [...this.alterations, fault];
        return;
      case 'clear':
        this.alterations = [];
        this.steer(undefined, () => clearCourse);
        this.do({ kind: 'accept' });
        return this.stall(undefined, false);
      default:
        return assertNever(fault);
    }
  }

  /** Cuts everything and stops listening. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.listener.close(resolve));
    for (const link of this.links) this.cut(link);
    for (const client of this.waitingRoom) client.destroy();
    await closed;
  }

  private steer(direction: Direction | undefined, change: (course: Course) => Course): void {
    for (const way of direction ? [direction] : (['up', 'down'] as const)) {
      this.courses[way] = change(this.courses[way]);
    }
  }

  private stall(direction: Direction | undefined, stalled: boolean): void {
    for (const way of direction ? [direction] : (['up', 'down'] as const)) {
      this.stalled[way] = stalled;
      for (const link of this.links) link.ways[way].run();
    }
  }

  private accept(client: Socket): void {
    client.on('error', () => undefined);
    this.observer.attempted?.();
    if (this.refusing === 'reset') return void client.resetAndDestroy();
    if (this.refusing === 'silent') {
      this.waitingRoom.add(client);
      client.on('close', () => this.waitingRoom.delete(client));
      client.resume();
      return;
    }
    const server = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    this.count += 1;
    const number = this.count;
    const reader = { up: new FrameReader(), down: new FrameReader() };
    const way = (direction: Direction, from: Socket, to: Socket) =>
      new Way(from, to, {
        course: () => this.courses[direction],
        stalled: () => this.stalled[direction],
        random: this.random,
        now: () => performance.now(),
        through: (bytes) =>
          reader[direction].push(bytes).flatMap((piece) => this.passed(link, direction, piece)),
      });
    const link: Link = {
      number,
      client,
      server,
      ways: { up: way('up', client, server), down: way('down', server, client) },
      halfOpen: false,
      endedBy: null,
    };
    this.links.add(link);
    this.observer.opened?.(number);
    client.on('end', () => {
      link.endedBy ??= 'client';
      if (link.halfOpen) client.destroy();
    });
    server.on('end', () => (link.endedBy ??= 'server'));
    client.on('close', (withError) => this.clientGone(link, withError));
    server.on('error', () => (link.endedBy ??= 'server'));
    server.on('close', (withError) => {
      if (!link.halfOpen && (withError || client.writableEnded)) this.drop(client, withError);
    });
    for (const each of Object.values(link.ways)) each.run();
  }

  private clientGone(link: Link, withError: boolean): void {
    if (!this.links.delete(link)) return;
    this.observer.closed?.(link.number, link.endedBy ?? 'client');
    link.ways.down.stop();
    // Of a half-open connection the server learns nothing until the proxy ends.
    if (!link.halfOpen) this.drop(link.server, withError);
    else this.listener.once('close', () => link.server.destroy());
  }

  private drop(socket: Socket, abruptly: boolean): void {
    if (socket.destroyed) return;
    if (abruptly) socket.resetAndDestroy();
    else socket.end();
  }

  private cut(link: Link): void {
    link.endedBy ??= 'fault';
    for (const way of Object.values(link.ways)) way.stop();
    link.client.resetAndDestroy();
    link.server.resetAndDestroy();
  }

  private vanish(link: Link): void {
    link.halfOpen = true;
    link.endedBy ??= 'fault';
    for (const way of Object.values(link.ways)) way.vanish();
  }

  /** What goes on of one piece. */
  private passed(link: Link, direction: Direction, piece: Piece): readonly Buffer[] {
    if (piece.kind === 'frame' && isClosing(piece.bytes))
      link.endedBy ??= direction === 'up' ? 'client' : 'server';
    if (piece.kind === 'raw' || piece.text === null) return [piece.bytes];
    this.observer.message?.(link.number, direction, piece.text);
    if (direction === 'up') return [piece.bytes];
    const order = this.alterations.find(({ message }) => isOfType(piece.text ?? '', message));
    if (!order) return [piece.bytes];
    this.alterations = this.alterations.filter((one) => one !== order);
    switch (order.how) {
      case 'truncate':
        return [textFrame(halfOf(piece.text))];
      case 'cut':
        link.client.write(piece.bytes.subarray(0, piece.bytes.length >> 1), () => this.cut(link));
        return [];
      case 'repeat':
        return [piece.bytes, piece.bytes];
      case 'drop':
        return [];
      default:
        return assertNever(order.how);
    }
  }
}

function isClosing(frame: Buffer): boolean {
  return (frame[0]! & 0x0f) === OPCODE_CLOSE;
}

function isOfType(text: string, type: string): boolean {
  return text.slice(0, 400).includes(`"type":"${type}"`);
}

/** The first half, without breaking a character in two. */
function halfOf(text: string): string {
  return Array.from(text)
    .slice(0, text.length >> 1)
    .join('');
}

import { WebSocket } from 'ws';
import type { Random } from './frames';

/** What is being fuzzed. */
export interface World {
  readonly url: URL;
  /** REST base, ending in `/v1`. */
  readonly api: URL;
  readonly key: string;
  readonly random: Random;
}

/** The server did something it must not do. */
export class FuzzFailure extends Error {
  override readonly name = 'FuzzFailure';
}

/** Close codes that tell the client something (RFC 6455 section 7.4, protocol.md section 9.2). */
const DEFINED = new Set([1_000, 1_001, 1_002, 1_003, 1_007, 1_008, 1_009, 1_013]);
const PATIENCE_MS = 10_000;

/** A socket that keeps what came of it. */
export class Probe {
  readonly types: string[] = [];
  readonly calls: string[] = [];
  readonly replies: string[] = [];
  errors = 0;
  /** Anything that no server of the API may send. */
  fault: string | null = null;
  closed: number | null = null;
  private openReply: unknown = null;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer, isBinary) => this.take(data, isBinary));
    socket.on('close', (code) => (this.closed = code));
    socket.on('error', () => undefined);
  }

  /** Opens a socket; gives the HTTP status when the upgrade is refused. Rejects when nobody answers. */
  static open({ url, key }: World): Promise<Probe | number> {
    const socket = new WebSocket(url, { headers: { authorization: key }, handshakeTimeout: PATIENCE_MS });
    const probe = new Probe(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(probe));
      socket.once('unexpected-response', (_, response) => {
        response.resume();
        socket.terminate();
        resolve(response.statusCode ?? 0);
      });
      socket.once('error', (error) => reject(new FuzzFailure(`no socket: ${error.message}`)));
    });
  }

  /** An open socket. Rejects when it is refused. */
  static async connect(world: World): Promise<Probe> {
    const probe = await Probe.open(world);
    if (typeof probe === 'number')
      throw new FuzzFailure(`the upgrade was refused with HTTP ${String(probe)}`);
    return probe;
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Waits until something holds. Rejects when it does not in time. */
  async until(what: string, condition: () => boolean): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!condition()) {
      if (performance.now() > end)
        throw new FuzzFailure(
          `${what} did not come; came: ${this.types.slice(-6).join(', ') || 'nothing'}, close ${String(this.closed)}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Waits for the answer to everything sent so far: a ping is answered behind it. */
  async settled(): Promise<void> {
    let answered = false;
    this.socket.once('pong', () => (answered = true));
    if (this.isOpen) this.socket.ping();
    await this.until('a pong', () => answered || this.closed !== null);
  }

  /** @throws FuzzFailure when the server sent nonsense, or closed without telling why. */
  mustBeSound(after: string): void {
    if (this.fault !== null) throw new FuzzFailure(`${this.fault}, after ${after}`);
    if (this.closed !== null && !DEFINED.has(this.closed))
      throw new FuzzFailure(`close ${String(this.closed)}, after ${after}`);
  }

  private take(data: Buffer, isBinary: boolean): void {
    const text = data.toString('utf8');
    try {
      const message = JSON.parse(text) as Readonly<Record<string, unknown>>;
      const { type, code, call_id, reply_id } = message;
      if (isBinary || typeof type !== 'string') this.fault = `an odd frame: ${text.slice(0, 200)}`;
      if (code === 'internal_error') this.fault = `internal_error: ${text.slice(0, 200)}`;
      if (type === 'session.error') this.errors++;
      if (type === 'reply.started') {
        if (this.openReply !== null) this.fault = 'two replies were open';
        this.openReply = reply_id;
      }
      if (type === 'reply.done') this.openReply = null;
      if (typeof call_id === 'string') this.calls.push(call_id);
      if (type === 'reply.started' && typeof reply_id === 'string') this.replies.push(reply_id);
      this.types.push(String(type));
    } catch {
      this.fault = `no JSON: ${text.slice(0, 200)}`;
    }
  }
}

/** A whole normal session: greeting, a reply that is asked for, a clean end. Rejects with {@link FuzzFailure}. */
export async function mustServe(world: World): Promise<void> {
  const probe = await Probe.connect(world);
  const done = () => probe.types.filter((type) => type === 'reply.done').length;
  probe.send({ type: 'session.update', session: { greeting: 'Hello.' } });
  await probe.until('session.ready', () => probe.types.includes('session.ready'));
  await probe.until('the greeting', () => done() === 1);
  probe.send({ type: 'reply.create', instructions: 'Say exactly: Still here.' });
  await probe.until('the reply', () => done() === 2);
  if (!probe.types.includes('reply.audio')) throw new FuzzFailure('a normal session had no audio');
  probe.send({ type: 'session.end' });
  await probe.until('session.ended and the close', () => probe.closed !== null);
  if (probe.closed !== 1_000) throw new FuzzFailure(`a normal session ended with ${String(probe.closed)}`);
  probe.mustBeSound('a normal session');
  const { status } = await fetch(`${world.api.href}/agents`, { headers: { authorization: world.key } });
  if (status !== 200) throw new FuzzFailure(`GET /agents answered ${String(status)}`);
}

/** A frame as a report can show it. */
export function shownFrame(frame: string | Buffer): string {
  const text = typeof frame === 'string' ? JSON.stringify(frame) : `binary ${frame.toString('hex')}`;
  return text.length > 300 ? `${text.slice(0, 300)}… (${String(text.length)} characters)` : text;
}

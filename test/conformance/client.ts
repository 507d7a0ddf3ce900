import { WebSocket } from 'ws';
import { isObject, type Json } from './read';
import { must, shown, Violation } from './rule';

/** A message of the server: the JSON object, and when it came. */
export interface Arrival {
  readonly type: string;
  readonly message: Json;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
}

/** How an upgrade went: an open socket, or the HTTP status of the refusal. */
export type Upgrade =
  | { readonly kind: 'open'; readonly client: ApiClient }
  | { readonly kind: 'refused'; readonly status: number };

/** A plain client: keeps every frame, and waits for what shall come. Knows nothing of the protocol but `type`. */
export class ApiClient {
  readonly arrivals: Arrival[] = [];
  /** Frames that are no text or no JSON object with a string `type`. */
  readonly malformed: string[] = [];
  closed: { readonly code: number; readonly at: number } | null = null;
  readonly openedAt = performance.now();
  private watchers: (() => void)[] = [];

  private constructor(
    readonly socket: WebSocket,
    private readonly patienceMs: number,
  ) {
    socket.on('message', (data: Buffer, isBinary) => this.take(data, isBinary));
    socket.on('close', (code) => {
      this.closed = { code, at: performance.now() };
      this.notify();
    });
    // `close` follows and is what is looked at.
    socket.on('error', () => undefined);
  }

  /** Opens a socket. Rejects with {@link Violation} when nobody answers. */
  static upgrade(
    url: string,
    headers: Readonly<Record<string, string>>,
    patienceMs: number,
  ): Promise<Upgrade> {
    const socket = new WebSocket(url, { headers, handshakeTimeout: patienceMs });
    // Made before the upgrade: the first message may come with its answer.
    const client = new ApiClient(socket, patienceMs);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve({ kind: 'open', client }));
      socket.once('unexpected-response', (_, response) => {
        response.resume();
        resolve({ kind: 'refused', status: response.statusCode ?? 0 });
      });
      socket.once('error', (error) => reject(new Violation(`the socket did not open: ${error.message}`)));
    });
  }

  /** Position in the arrivals from which on something is to be looked for. */
  get mark(): number {
    return this.arrivals.length;
  }

  send(message: Json): void {
    this.socket.send(JSON.stringify(message));
  }

  sendRaw(frame: string | Buffer): void {
    this.socket.send(frame);
  }

  /** Messages of one type, from a mark on. */
  all(type: string, from = 0): readonly Json[] {
    return this.arrivals.slice(from).flatMap((arrival) => (arrival.type === type ? [arrival.message] : []));
  }

  /** Types in the order they came, runs of one type counted once. */
  types(from = 0): readonly string[] {
    const types = this.arrivals.slice(from).map(({ type }) => type);
    return types.filter((type, index) => type !== types[index - 1]);
  }

  /** The first message from a mark on that is wanted; waits for it. */
  async next(
    type: string,
    from = 0,
    { where = () => true, withinMs = this.patienceMs }: NextOptions = {},
  ): Promise<Json> {
    return (await this.arrival(type, from, { where, withinMs })).message;
  }

  /** As {@link next}, with its time. */
  async arrival(
    type: string,
    from = 0,
    { where = () => true, withinMs = this.patienceMs }: NextOptions = {},
  ): Promise<Arrival> {
    const find = () =>
      this.arrivals.slice(from).find((arrival) => arrival.type === type && where(arrival.message));
    await this.until(() => find() !== undefined || this.closed !== null, withinMs);
    const found = find();
    const end = this.closed ? `, then close ${String(this.closed.code)}` : '';
    must(found !== undefined, `no ${type} within ${String(withinMs)} ms; came: ${this.story(from)}${end}`);
    return found;
  }

  /** The code the server closes with; waits for it. */
  async closeCode(withinMs = this.patienceMs): Promise<number> {
    await this.until(() => this.closed !== null, withinMs);
    must(this.closed !== null, `the socket is still open after ${String(withinMs)} ms`);
    return this.closed.code;
  }

  /** Waits until the condition holds, or the time is over. */
  until(condition: () => boolean, withinMs: number): Promise<boolean> {
    if (condition()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const finish = (held: boolean) => {
        clearTimeout(timer);
        this.watchers = this.watchers.filter((one) => one !== watch);
        resolve(held);
      };
      const watch = () => condition() && finish(true);
      const timer = setTimeout(() => finish(condition()), withinMs);
      this.watchers.push(watch);
    });
  }

  /** @throws Violation when a message of these types comes within the time. */
  async without(types: readonly string[], from: number, milliseconds: number): Promise<void> {
    const came = () => this.arrivals.slice(from).find(({ type }) => types.includes(type));
    await this.until(() => came() !== undefined, milliseconds);
    const first = came();
    must(first === undefined, `came: ${shown(first?.message)}`);
  }

  /** Ends it: with `session.end` when a session is open, so that the meter stops, else at once. */
  async finish(): Promise<void> {
    if (this.socket.readyState !== WebSocket.OPEN) {
      this.socket.terminate();
      return;
    }
    if (this.arrivals.some(({ type }) => type === 'session.ready')) {
      this.send({ type: 'session.end' });
      await this.until(() => this.closed !== null, 2_000);
    }
    this.socket.terminate();
  }

  /** Loses the socket without a close frame. */
  async drop(): Promise<void> {
    this.socket.terminate();
    await this.until(() => this.closed !== null, 1_000);
  }

  private story(from: number): string {
    return this.types(from).join(', ') || 'nothing';
  }

  private take(data: Buffer, isBinary: boolean): void {
    const at = performance.now();
    let message: unknown = null;
    try {
      message = JSON.parse(data.toString('utf8'));
    } catch {
      // Told below.
    }
    const type = isObject(message) ? message['type'] : undefined;
    if (isBinary || !isObject(message) || typeof type !== 'string') {
      this.malformed.push(isBinary ? 'a binary frame' : data.toString('utf8').slice(0, 100));
    } else this.arrivals.push({ type, message, at });
    this.notify();
  }

  private notify(): void {
    for (const watch of [...this.watchers]) watch();
  }
}

interface NextOptions {
  readonly where?: (message: Json) => boolean;
  readonly withinMs?: number;
}

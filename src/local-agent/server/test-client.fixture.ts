import { WebSocket } from 'ws';

/** A message as it came over the wire. */
export type Received = { readonly type: string } & Readonly<Record<string, unknown>>;

/** A plain client of the API: keeps what came, and waits for what shall come. */
export class TestClient {
  readonly received: Received[] = [];
  closed: number | null = null;
  private watchers: (() => void)[] = [];

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.received.push(JSON.parse(data.toString('utf8')) as Received);
      this.notify();
    });
    socket.on('close', (code) => {
      this.closed = code;
      this.notify();
    });
  }

  /** Resolves when the socket is open; rejects when the upgrade is refused. */
  static async connect(port: number, key = 'any', path = '/v1/ws'): Promise<TestClient> {
    const socket = new WebSocket(`ws://127.0.0.1:${String(port)}${path}`, {
      headers: { authorization: key },
    });
    const client = new TestClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve());
      socket.once('error', reject);
    });
    return client;
  }

  send(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Opens a session and waits for `session.ready`. */
  async begin(session: object = {}): Promise<Received> {
    this.send({ type: 'session.update', session });
    return this.next('session.ready');
  }

  /** Sends this much sound, loud (speech to the fake) or not, in 50 ms messages. */
  speak(milliseconds: number, loud = true): void {
    const bytes = Buffer.alloc(2_400);
    if (loud) for (let i = 0; i < 1_200; i++) bytes.writeInt16LE(8_000, i * 2);
    const audio = bytes.toString('base64');
    for (let at = 0; at < milliseconds; at += 50) this.send({ type: 'input.audio', audio });
  }

  /** The first message of this type from position `from` on; waits for it. */
  async next(type: string, from = 0): Promise<Received> {
    await this.until(() => this.received.slice(from).some((message) => message.type === type));
    return this.received.slice(from).find((message) => message.type === type)!;
  }

  /** Waits until the server closed the socket; gives the code. */
  async close(): Promise<number> {
    await this.until(() => this.closed !== null);
    return this.closed ?? 0;
  }

  /** Types in the order they came, runs of the same type counted once. */
  types(from = 0): readonly string[] {
    const types = this.received.slice(from).map(({ type }) => type);
    return types.filter((type, index) => type !== types[index - 1]);
  }

  private until(condition: () => boolean): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve) => {
      const watch = () => {
        if (!condition()) return;
        this.watchers = this.watchers.filter((one) => one !== watch);
        resolve();
      };
      this.watchers.push(watch);
    });
  }

  private notify(): void {
    for (const watch of [...this.watchers]) watch();
  }
}

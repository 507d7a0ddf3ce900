import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { readMessage, writeCall, type BusCall, type BusMessage } from './bus-wire';

/** The bus is not there, refuses us, or has gone. */
class NoBus extends Error {
  override readonly name = 'NoBus';
}

/** The other side answered with an error of this name. */
class BusRefusal extends Error {
  override readonly name = 'BusRefusal';
  constructor(readonly error: string) {
    super(error);
  }
}

/** How long the bus may take to let us in, and the other side to answer, in milliseconds. */
const ANSWER_MS = 5_000;

const BUS = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

interface Waiting {
  readonly resolve: (message: BusMessage) => void;
  readonly reject: (error: Error) => void;
}

/** A conversation with the session bus that lasts: signals come for as long as it is open. */
export class BusConnection {
  private bytes: Buffer = Buffer.alloc(0);
  private serial = 0;
  private readonly waiting = new Map<number, Waiting>();
  /** Our name on the bus, such as ":1.42". */
  name = '';

  private constructor(
    private readonly socket: Socket,
    private readonly hear: {
      readonly signal: (message: BusMessage) => void;
      readonly gone: () => void;
    },
  ) {
    socket.on('data', (data) => this.take(data));
    socket.on('error', () => undefined);
    socket.once('close', () => this.ended());
  }

  /** Opens one. Rejects with {@link NoBus}. */
  static async open(
    environment: NodeJS.ProcessEnv,
    hear: { readonly signal: (message: BusMessage) => void; readonly gone: () => void },
  ): Promise<BusConnection> {
    const at = busAddress(environment);
    if (at === null) throw new NoBus('No bus is named.');
    const socket = connect({ path: at });
    try {
      await letIn(socket, AbortSignal.timeout(ANSWER_MS));
    } catch {
      socket.destroy();
      throw new NoBus('The bus does not let us in.');
    }
    const connection = new BusConnection(socket, hear);
    try {
      const { body } = await connection.call({ ...BUS, member: 'Hello', signature: '', body: [] });
      connection.name = String(body[0] ?? '');
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** Calls a method. Rejects with {@link BusRefusal}, or {@link NoBus} when nobody answers. */
  async call(call: BusCall): Promise<BusMessage> {
    const serial = ++this.serial;
    const answer = new Promise<BusMessage>((resolve, reject) =>
      this.waiting.set(serial, { resolve, reject }),
    );
    const late = setTimeout(() => this.settle(serial, new NoBus('Nobody answers.')), ANSWER_MS);
    try {
      if (this.socket.destroyed) throw new NoBus('The bus has gone.');
      this.socket.write(writeCall(call, serial));
      return await answer;
    } finally {
      clearTimeout(late);
      this.waiting.delete(serial);
    }
  }

  /** Our other side's own name behind a well-known one. Rejects as {@link call} when nobody has it. */
  async ownerOf(name: string): Promise<string> {
    const { body } = await this.call({ ...BUS, member: 'GetNameOwner', signature: 's', body: [name] });
    return String(body[0] ?? '');
  }

  /** Has signals of this kind sent to us. */
  async listen(rule: string): Promise<void> {
    await this.call({ ...BUS, member: 'AddMatch', signature: 's', body: [rule] });
  }

  close(): void {
    this.socket.removeAllListeners('close');
    this.socket.destroy();
    this.ended(false);
  }

  private settle(serial: number, outcome: BusMessage | Error): void {
    const one = this.waiting.get(serial);
    this.waiting.delete(serial);
    if (outcome instanceof Error) one?.reject(outcome);
    else one?.resolve(outcome);
  }

  private take(data: Buffer): void {
    this.bytes = Buffer.concat([this.bytes, data]);
    try {
      for (let next = readMessage(this.bytes); next; next = readMessage(this.bytes)) {
        this.bytes = next.rest;
        this.deal(next.message);
      }
    } catch {
      // What is no message leaves nothing that could be read after it.
      this.socket.destroy();
    }
  }

  private deal(message: BusMessage): void {
    if (message.type === 'signal') this.hear.signal(message);
    else if (message.replyTo !== null) {
      this.settle(message.replyTo, message.type === 'error' ? new BusRefusal(message.error) : message);
    }
  }

  private ended(tell = true): void {
    for (const serial of [...this.waiting.keys()]) this.settle(serial, new NoBus('The bus has gone.'));
    if (tell) this.hear.gone();
  }
}

/** The first Unix socket among the addresses of the session bus; null when there is none. */
export function busAddress(environment: NodeJS.ProcessEnv): string | null {
  for (const address of (environment['DBUS_SESSION_BUS_ADDRESS'] ?? '').split(';')) {
    const [, keys] = /^unix:(.*)$/u.exec(address) ?? [];
    for (const pair of keys?.split(',') ?? []) {
      const [key, value] = pair.split('=');
      if (value === undefined) continue;
      if (key === 'path') return decodeURIComponent(value);
      if (key === 'abstract') return `\0${decodeURIComponent(value)}`;
    }
  }
  return null;
}

/** Shows who we are (D-Bus Specification, "Authentication Protocol"). */
async function letIn(socket: Socket, signal: AbortSignal): Promise<void> {
  await once(socket, 'connect', { signal });
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  const [answer] = (await once(socket, 'data', { signal })) as [Buffer];
  if (!answer.toString('latin1').startsWith('OK ')) throw new NoBus('The bus does not know us.');
  socket.write('BEGIN\r\n');
}

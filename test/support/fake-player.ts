/**
 * A stand-in for a media player on a real message bus: it speaks as much of D-Bus and MPRIS as a player that is asked
 * for its state and told what to do. (D-Bus Specification, "Message Protocol"; little-endian throughout.)
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const NAME = 'org.mpris.MediaPlayer2.';
const CALL = 1;
const REPLY = 2;
const FAULT = 3;
/** Header fields by their codes. */
const PATH = 1;
const INTERFACE = 2;
const MEMBER = 3;
const ERROR_NAME = 4;
const REPLY_SERIAL = 5;
const DESTINATION = 6;
const SENDER = 7;
const SIGNATURE = 8;

type Value = string | boolean;

/** A player by that name; what it was told is in `told`. */
export class FakePlayer {
  readonly told: string[] = [];
  private received = Buffer.alloc(0);
  private serial = 0;

  private constructor(
    private readonly socket: Socket,
    private readonly properties: Map<string, Value>,
  ) {
    socket.on('data', (data) => this.take(data));
  }

  /** Joins the bus at that socket under a name such as "vlc" or "chromium.instance42". */
  static async start(
    socketPath: string,
    name: string,
    properties: Readonly<Record<string, Value>> = {},
  ): Promise<FakePlayer> {
    const socket = connect(socketPath);
    await once(socket, 'connect');
    socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    if (!answer.toString().startsWith('OK ')) throw new Error(`The bus said ${answer.toString()}`);
    socket.write('BEGIN\r\n');
    const player = new FakePlayer(
      socket,
      new Map(Object.entries({ PlaybackStatus: 'Stopped', ...properties })),
    );
    player.ask('Hello', '', () => undefined);
    player.ask('RequestName', 'su', (body) => body.string(`${NAME}${name}`).uint32(0));
    // The bus answers in order: with the second answer the name is there.
    await player.answers(2);
    return player;
  }

  /** Its state changes as if somebody had pressed a button on it. */
  set(property: string, value: Value): void {
    this.properties.set(property, value);
  }

  stop(): void {
    this.socket.destroy();
  }

  private answered = 0;
  private waiting: (() => void) | null = null;

  private async answers(count: number): Promise<void> {
    while (this.answered < count) await new Promise<void>((resolve) => (this.waiting = resolve));
  }

  private ask(member: string, signature: string, body: (writer: Writer) => unknown): void {
    this.send(CALL, signature, body, [
      [PATH, 'o', '/org/freedesktop/DBus'],
      [INTERFACE, 's', 'org.freedesktop.DBus'],
      [MEMBER, 's', member],
      [DESTINATION, 's', 'org.freedesktop.DBus'],
    ]);
  }

  private take(data: Buffer): void {
    this.received = Buffer.concat([this.received, data]);
    for (;;) {
      if (this.received.length < 16) return;
      const fieldsLength = this.received.readUInt32LE(12);
      const bodyAt = 16 + Math.ceil(fieldsLength / 8) * 8;
      const end = bodyAt + this.received.readUInt32LE(4);
      if (this.received.length < end) return;
      const message = this.received.subarray(0, end);
      this.received = this.received.subarray(end);
      this.heard(message, 16 + fieldsLength, bodyAt);
    }
  }

  private heard(message: Buffer, fieldsEnd: number, bodyAt: number): void {
    if (message[1] === REPLY) {
      this.answered++;
      this.waiting?.();
    }
    if (message[1] !== CALL) return;
    const fields = readFields(message, fieldsEnd);
    const to: Field[] = [
      [REPLY_SERIAL, 'u', message.readUInt32LE(8)],
      [DESTINATION, 's', fields.get(SENDER) ?? ''],
    ];
    const member = fields.get(MEMBER) ?? '';
    if (member !== 'Get') {
      this.told.push(member);
      this.send(REPLY, '', () => undefined, to);
      return;
    }
    const [, property = ''] = readStrings(message, bodyAt, 2);
    const value = this.properties.get(property);
    if (value === undefined) {
      const fault: Field = [ERROR_NAME, 's', 'org.freedesktop.DBus.Error.InvalidArgs'];
      this.send(FAULT, '', () => undefined, [...to, fault]);
    } else {
      this.send(REPLY, 'v', (body) => body.variant(value), to);
    }
  }

  private send(
    type: number,
    signature: string,
    fill: (body: Writer) => unknown,
    fields: readonly Field[],
  ): void {
    const body = new Writer();
    fill(body);
    const all = signature === '' ? fields : [...fields, [SIGNATURE, 'g', signature] as const];
    const list = new Writer();
    for (const [code, kind, value] of all) {
      list.align(8).byte(code).signature(kind);
      if (kind === 'u') list.uint32(Number(value));
      else if (kind === 'g') list.signature(String(value));
      else list.string(String(value));
    }
    const header = new Writer();
    for (const byte of [0x6c, type, 0, 1]) header.byte(byte);
    header.uint32(body.length).uint32(++this.serial).uint32(list.length);
    this.socket.write(Buffer.concat([header.bytes(), list.align(8).bytes(), body.bytes()]));
  }
}

type Field = readonly [code: number, kind: 's' | 'o' | 'g' | 'u', value: string | number];

/** Writes values as the bus wants them: each at a multiple of its size. */
class Writer {
  private readonly data: number[] = [];

  get length(): number {
    return this.data.length;
  }

  align(size: number): this {
    while (this.data.length % size !== 0) this.data.push(0);
    return this;
  }

  byte(value: number): this {
    this.data.push(value);
    return this;
  }

  uint32(value: number): this {
    this.align(4);
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    this.data.push(...bytes);
    return this;
  }

  string(value: string): this {
    const bytes = Buffer.from(value);
    this.uint32(bytes.length).data.push(...bytes, 0);
    return this;
  }

  signature(value: string): this {
    const bytes = Buffer.from(value);
    this.data.push(bytes.length, ...bytes, 0);
    return this;
  }

  variant(value: Value): this {
    if (typeof value === 'string') return this.signature('s').string(value);
    return this.signature('b').uint32(value ? 1 : 0);
  }

  bytes(): Buffer {
    return Buffer.from(this.data);
  }
}

/** The header fields that are text. */
function readFields(message: Buffer, end: number): ReadonlyMap<number, string> {
  const fields = new Map<number, string>();
  for (let at = 16; at < end;) {
    at = Math.ceil(at / 8) * 8;
    const code = message[at]!;
    const kind = String.fromCharCode(message[at + 2]!);
    at += 4;
    if (kind === 'u') at += 4;
    else if (kind === 'g') at += message[at]! + 2;
    else {
      const length = message.readUInt32LE(at);
      fields.set(code, message.toString('utf8', at + 4, at + 4 + length));
      at += length + 5;
    }
  }
  return fields;
}

function readStrings(message: Buffer, start: number, count: number): readonly string[] {
  const texts: string[] = [];
  for (let at = start; texts.length < count;) {
    at = Math.ceil(at / 4) * 4;
    const length = message.readUInt32LE(at);
    texts.push(message.toString('utf8', at + 4, at + 4 + length));
    at += length + 5;
  }
  return texts;
}

/**
 * Messages of the bus (D-Bus Specification 0.43, "Message Protocol") as bytes: what a conversation with a portal takes.
 * `dbus-send` cannot hold one: a portal's session ends with the connection that made it. Little-endian throughout.
 */

/** A value in a message. A variant names its type. */
export type BusValue =
  | string
  | number
  | bigint
  | boolean
  | readonly BusValue[]
  | { readonly variant: string; readonly value: BusValue };

/** A message that is sent. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature: string;
  readonly body: readonly BusValue[];
}

/** A message that came. */
export interface BusMessage {
  readonly type: 'call' | 'reply' | 'error' | 'signal';
  readonly serial: number;
  readonly replyTo: number | null;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** Name of an error. */
  readonly error: string;
  readonly sender: string;
  readonly signature: string;
  readonly body: readonly BusValue[];
}

const TYPES = ['call', 'reply', 'error', 'signal'] as const;
/** Header fields by their codes. */
const PATH = 1;
const INTERFACE = 2;
const MEMBER = 3;
const ERROR = 4;
const REPLY_TO = 5;
const DESTINATION = 6;
const SENDER = 7;
const SIGNATURE = 8;
/** No message of a portal is nearly as long. */
const MOST_BYTES = 1_024 * 1_024;
/** Arrays within arrays are no deeper by the specification than twice this. */
const MOST_DEEP = 32;

/** The bytes of a call. */
export function writeCall(call: BusCall, serial: number): Buffer {
  return writeMessage('call', serial, call.signature, call.body, [
    [PATH, 'o', call.path],
    [INTERFACE, 's', call.interface],
    [MEMBER, 's', call.member],
    [DESTINATION, 's', call.destination],
  ]);
}

/** The bytes of any message; `fields` are those of its header by their codes, but for the signature's. */
export function writeMessage(
  type: BusMessage['type'],
  serial: number,
  signature: string,
  body: readonly BusValue[],
  fields: readonly (readonly [number, string, BusValue])[],
): Buffer {
  const content = new Writer();
  splitSignature(signature).forEach((one, at) => content.write(one, body[at]!));
  const all = signature === '' ? fields : [...fields, [SIGNATURE, 'g', signature] as const];
  const head = new Writer();
  for (const byte of [0x6c, TYPES.indexOf(type) + 1, 0, 1]) head.write('y', byte);
  head.write('u', content.bytes().length);
  head.write('u', serial);
  head.write(
    'a(yv)',
    all.map(([code, variant, value]) => [code, { variant, value }]),
  );
  head.align(8);
  return Buffer.concat([head.bytes(), content.bytes()]);
}

/** The first whole message and the bytes after it; null when more are needed. Throws on what is no message. */
export function readMessage(bytes: Buffer): { readonly message: BusMessage; readonly rest: Buffer } | null {
  if (bytes.length < 16) return null;
  if (bytes[0] !== 0x6c) throw new RangeError('The bus speaks another order of bytes.');
  const fields = bytes.readUInt32LE(12);
  const bodyAt = (16 + fields + 7) & ~7;
  const whole = bodyAt + bytes.readUInt32LE(4);
  if (fields > MOST_BYTES || whole > MOST_BYTES) throw new RangeError('The bus sent too much.');
  if (bytes.length < whole) return null;
  const head = new Map<number, BusValue>();
  for (const field of new Reader(bytes.subarray(0, bodyAt), 12).read('a(yv)') as readonly BusValue[][]) {
    head.set(Number(field[0]), (field[1] as { readonly value: BusValue }).value);
  }
  const text = (code: number) => {
    const value = head.get(code);
    return typeof value === 'string' ? value : '';
  };
  const signature = text(SIGNATURE);
  const content = new Reader(bytes.subarray(bodyAt, whole), 0);
  const replyTo = head.get(REPLY_TO);
  const message: BusMessage = {
    type: TYPES[bytes[1]! - 1] ?? 'signal',
    serial: bytes.readUInt32LE(8),
    replyTo: typeof replyTo === 'number' ? replyTo : null,
    path: text(PATH),
    interface: text(INTERFACE),
    member: text(MEMBER),
    error: text(ERROR),
    sender: text(SENDER),
    signature,
    body: splitSignature(signature).map((one) => content.read(one)),
  };
  return { message, rest: bytes.subarray(whole) };
}

/** The value of a key in an `a{sv}`; undefined when it is not there. */
export function entryOf(dictionary: BusValue | undefined, key: string): BusValue | undefined {
  if (!Array.isArray(dictionary)) return undefined;
  const entries = dictionary as readonly BusValue[];
  for (const entry of entries) {
    if (!Array.isArray(entry) || (entry as readonly BusValue[])[0] !== key) continue;
    const value = (entry as readonly BusValue[])[1];
    return isVariant(value) ? value.value : value;
  }
  return undefined;
}

function isVariant(value: BusValue | undefined): value is Extract<BusValue, { readonly variant: string }> {
  return typeof value === 'object' && 'variant' in value;
}

/** The complete types in a signature, one after the other. Throws on one that is none. */
export function splitSignature(signature: string): readonly string[] {
  const types: string[] = [];
  for (let at = 0; at < signature.length;) {
    const end = typeEnd(signature, at, 0);
    types.push(signature.slice(at, end));
    at = end;
  }
  return types;
}

function typeEnd(signature: string, at: number, deep: number): number {
  const letter = signature[at];
  if (letter === undefined || deep > MOST_DEEP) throw new RangeError('No such type.');
  if (letter === 'a') return typeEnd(signature, at + 1, deep + 1);
  const close = { '(': ')', '{': '}' }[letter];
  if (close === undefined) {
    if (!'ybnqiuxtdsogv'.includes(letter)) throw new RangeError('No such type.');
    return at + 1;
  }
  let end = at + 1;
  // A struct of nothing would be read for ever.
  if (signature[end] === close) throw new RangeError('No such type.');
  while (signature[end] !== close) end = typeEnd(signature, end, deep + 1);
  return end + 1;
}

/** How a type is aligned, in bytes. */
function alignment(type: string): number {
  switch (type[0]) {
    case 'y':
    case 'g':
    case 'v':
      return 1;
    case 'n':
    case 'q':
      return 2;
    case 'x':
    case 't':
    case 'd':
    case '(':
    case '{':
      return 8;
    default:
      return 4;
  }
}

class Writer {
  private parts: Buffer[] = [];
  private length = 0;

  bytes(): Buffer {
    return Buffer.concat(this.parts);
  }

  align(to: number): void {
    this.add(Buffer.alloc(-this.length & (to - 1)));
  }

  write(type: string, value: BusValue): void {
    this.align(alignment(type));
    switch (type[0]) {
      case 'y':
        return this.add(Buffer.from([Number(value)]));
      case 'b':
      case 'u':
      case 'i':
        return this.word(Number(value) >>> 0);
      case 't':
      case 'x': {
        const bytes = Buffer.alloc(8);
        bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value as bigint)));
        return this.add(bytes);
      }
      case 's':
      case 'o':
        return this.text(String(value), (length) => this.word(length));
      case 'g':
        return this.text(String(value), (length) => this.add(Buffer.from([length])));
      case 'v': {
        const { variant, value: inner } = value as Extract<BusValue, { readonly variant: string }>;
        this.write('g', variant);
        return this.write(variant, inner);
      }
      case 'a':
        return this.array(type.slice(1), value as readonly BusValue[]);
      case '(':
      case '{':
        return splitSignature(type.slice(1, -1)).forEach((one, at) =>
          this.write(one, (value as readonly BusValue[])[at]!),
        );
      default:
        throw new RangeError(`The type ${type} is not written.`);
    }
  }

  private array(type: string, items: readonly BusValue[]): void {
    const size = Buffer.alloc(4);
    this.add(size);
    this.align(alignment(type));
    const from = this.length;
    for (const item of items) this.write(type, item);
    size.writeUInt32LE(this.length - from);
  }

  private text(text: string, length: (bytes: number) => void): void {
    const bytes = Buffer.from(text);
    length(bytes.length);
    this.add(bytes);
    this.add(Buffer.alloc(1));
  }

  private word(value: number): void {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    this.add(bytes);
  }

  private add(bytes: Buffer): void {
    this.parts.push(bytes);
    this.length += bytes.length;
  }
}

class Reader {
  constructor(
    private readonly bytes: Buffer,
    private at: number,
  ) {}

  /** Throws a RangeError when the bytes end before the value does. */
  read(type: string, deep = 0): BusValue {
    if (deep > MOST_DEEP) throw new RangeError('Too deep.');
    this.at = (this.at + alignment(type) - 1) & ~(alignment(type) - 1);
    switch (type[0]) {
      case 'y':
        return this.bytes.readUInt8(this.skip(1));
      case 'b':
        return this.word() !== 0;
      case 'n':
        return this.bytes.readInt16LE(this.skip(2));
      case 'q':
        return this.bytes.readUInt16LE(this.skip(2));
      case 'i':
        return this.bytes.readInt32LE(this.skip(4));
      case 'u':
        return this.word();
      case 'x':
        return this.bytes.readBigInt64LE(this.skip(8));
      case 't':
        return this.bytes.readBigUInt64LE(this.skip(8));
      case 'd':
        return this.bytes.readDoubleLE(this.skip(8));
      case 's':
      case 'o':
        return this.text(this.word());
      case 'g':
        return this.text(this.bytes.readUInt8(this.skip(1)));
      case 'v': {
        const [variant, ...more] = splitSignature(String(this.read('g')));
        if (variant === undefined || more.length > 0) throw new RangeError('No such variant.');
        return { variant, value: this.read(variant, deep + 1) };
      }
      case 'a':
        return this.array(type.slice(1), deep);
      default:
        return splitSignature(type.slice(1, -1)).map((one) => this.read(one, deep + 1));
    }
  }

  private array(type: string, deep: number): readonly BusValue[] {
    const size = this.word();
    this.at = (this.at + alignment(type) - 1) & ~(alignment(type) - 1);
    const end = this.at + size;
    if (end > this.bytes.length) throw new RangeError('cut off');
    const items: BusValue[] = [];
    while (this.at < end) items.push(this.read(type, deep + 1));
    return items;
  }

  private text(length: number): string {
    const from = this.skip(length + 1);
    return this.bytes.toString('utf8', from, from + length);
  }

  private word(): number {
    return this.bytes.readUInt32LE(this.skip(4));
  }

  private skip(count: number): number {
    const from = this.at;
    this.at += count;
    if (this.at > this.bytes.length) throw new RangeError('cut off');
    return from;
  }
}

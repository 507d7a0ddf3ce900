/**
 * Messages of the bus (D-Bus Specification 0.43, "Message Protocol") as bytes: what a conversation with a portal takes.
 * `dbus-send` cannot hold one: a portal's session ends with the connection that made it. Little-endian throughout.
 */
import { BusReader, BusWriter, splitSignature, type BusValue } from './bus-values';

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
/** Codes of the fields in a message's header. */
export const HEADER = {
  path: 1,
  interface: 2,
  member: 3,
  error: 4,
  replyTo: 5,
  destination: 6,
  sender: 7,
  signature: 8,
} as const;
/** No message of a portal is nearly as long. */
const MOST_BYTES = 1_024 * 1_024;

/** The bytes of a call. */
export function writeCall(call: BusCall, serial: number): Buffer {
  return writeMessage('call', serial, call.signature, call.body, [
    [HEADER.path, 'o', call.path],
    [HEADER.interface, 's', call.interface],
    [HEADER.member, 's', call.member],
    [HEADER.destination, 's', call.destination],
  ]);
}

/** The bytes of any message; `fields` are those of its header, but for the signature's. */
export function writeMessage(
  type: BusMessage['type'],
  serial: number,
  signature: string,
  body: readonly BusValue[],
  fields: readonly (readonly [number, string, BusValue])[],
): Buffer {
  const content = new BusWriter();
  splitSignature(signature).forEach((one, at) => content.write(one, body[at]!));
  const all = signature === '' ? fields : [...fields, [HEADER.signature, 'g', signature] as const];
  const head = new BusWriter();
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
  for (const field of new BusReader(bytes.subarray(0, bodyAt), 12).read('a(yv)') as readonly BusValue[][]) {
    head.set(Number(field[0]), (field[1] as { readonly value: BusValue }).value);
  }
  const text = (code: number) => {
    const value = head.get(code);
    return typeof value === 'string' ? value : '';
  };
  const signature = text(HEADER.signature);
  const content = new BusReader(bytes.subarray(bodyAt, whole), 0);
  const replyTo = head.get(HEADER.replyTo);
  const message: BusMessage = {
    type: TYPES[bytes[1]! - 1] ?? 'signal',
    serial: bytes.readUInt32LE(8),
    replyTo: typeof replyTo === 'number' ? replyTo : null,
    path: text(HEADER.path),
    interface: text(HEADER.interface),
    member: text(HEADER.member),
    error: text(HEADER.error),
    sender: text(HEADER.sender),
    signature,
    body: splitSignature(signature).map((one) => content.read(one)),
  };
  return { message, rest: bytes.subarray(whole) };
}

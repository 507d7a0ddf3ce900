/**
 * The few messages of the X11 protocol (version 11, release 7.7) that listing, closing and activating windows takes.
 * Spoken directly, because the programs that do it (wmctrl, xdotool) are rarely installed. Little-endian throughout.
 */

/** Where a display is reached, and its number. */
export interface DisplayAddress {
  readonly number: string;
  readonly at: { readonly path: string } | { readonly host: string; readonly port: number };
}

/** A message of the server, cut out of its stream: always 32 bytes or more. */
export type ServerMessage = Buffer;

/** What the server tells when a connection begins. */
export type Setup =
  { readonly type: 'ready'; readonly root: number; readonly bytes: number } | { readonly type: 'refused' };

/** Longest message that is taken from the server, in bytes. */
const MOST_BYTES = 1_024 * 1_024;
const HEAD = 32;
const COOKIE = 'MIT-MAGIC-COOKIE-1';

/** Reads DISPLAY: ":0", ":10.0", "localhost:10.0". Null when it is none. */
export function displayAddress(display: string): DisplayAddress | null {
  const [, host, number] = /^([A-Za-z0-9.-]*):(\d{1,5})(?:\.\d+)?$/u.exec(display) ?? [];
  if (host === undefined || number === undefined) return null;
  const local = host === '' || host === 'unix';
  return {
    number,
    at: local ? { path: `/tmp/.X11-unix/X${number}` } : { host, port: 6_000 + Number(number) },
  };
}

/** The cookie for a display in an Xauthority file; null when there is none for it. */
export function cookieFor(file: Buffer, number: string, hostname: string): Buffer | null {
  let at = 0;
  const field = () => {
    if (at + 2 > file.length) throw new RangeError('cut off');
    const length = file.readUInt16BE(at);
    const value = file.subarray(at + 2, at + 2 + length);
    if (value.length < length) throw new RangeError('cut off');
    at += 2 + length;
    return value;
  };
  let other: Buffer | null = null;
  try {
    while (at + 2 <= file.length) {
      const family = file.readUInt16BE(at);
      at += 2;
      const [address, display, name, data] = [field(), field(), field(), field()];
      if (name.toString() !== COOKIE || (display.length > 0 && display.toString() !== number)) continue;
      if (family === 0xffff || (family === 0x100 && address.toString() === hostname)) return data;
      other ??= data;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return other;
}

const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);

/** The first message of a client. */
export function setupRequest(cookie: Buffer | null): Buffer {
  const name = Buffer.from(cookie ? COOKIE : '');
  const data = cookie ?? Buffer.alloc(0);
  const head = Buffer.alloc(12);
  head.write('l', 0);
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(data.length, 8);
  return Buffer.concat([head, padded(name), padded(data)]);
}

/** Reads the answer to it; null when more bytes are needed. Throws on what no server says. */
export function readSetup(bytes: Buffer): Setup | null {
  if (bytes.length < 8) return null;
  if (bytes[0] !== 1) return { type: 'refused' };
  const whole = 8 + 4 * bytes.readUInt16LE(6);
  if (bytes.length < whole) return null;
  const screens = 40 + ((bytes.readUInt16LE(24) + 3) & ~3) + 8 * bytes[29]!;
  return { type: 'ready', root: bytes.readUInt32LE(screens), bytes: whole };
}

/** Asks for the number of a name. */
export function internAtom(name: string): Buffer {
  const text = Buffer.from(name, 'latin1');
  const request = Buffer.alloc(8);
  request[0] = 16;
  request.writeUInt16LE(2 + (padded(text).length >> 2), 2);
  request.writeUInt16LE(text.length, 4);
  return Buffer.concat([request, padded(text)]);
}

/** Asks for a property of any type, at most `words` times four bytes of it. */
export function getProperty(window: number, property: number, words: number): Buffer {
  const request = Buffer.alloc(24);
  request[0] = 20;
  request.writeUInt16LE(6, 2);
  request.writeUInt32LE(window, 4);
  request.writeUInt32LE(property, 8);
  request.writeUInt32LE(words, 20);
  return request;
}

/** Asks which window owns a selection. */
export function getSelectionOwner(selection: number): Buffer {
  const request = Buffer.alloc(8);
  request[0] = 23;
  request.writeUInt16LE(2, 2);
  request.writeUInt32LE(selection, 4);
  return request;
}

/** Sends a client message of five 32-bit values about `window` to `destination`. */
export function sendClientMessage(
  destination: number,
  eventMask: number,
  {
    window,
    type,
    data,
  }: { readonly window: number; readonly type: number; readonly data: readonly number[] },
): Buffer {
  const request = Buffer.alloc(44);
  request[0] = 25;
  request.writeUInt16LE(11, 2);
  request.writeUInt32LE(destination, 4);
  request.writeUInt32LE(eventMask, 8);
  request[12] = 33;
  request[13] = 32;
  request.writeUInt32LE(window, 16);
  request.writeUInt32LE(type, 20);
  data.slice(0, 5).forEach((value, index) => request.writeUInt32LE(value >>> 0, 24 + 4 * index));
  return request;
}

/** Asks who has the keyboard: its answer shows that all before it was dealt with. */
export function getInputFocus(): Buffer {
  return Buffer.from([43, 0, 1, 0]);
}

/** Asks which keys of the keyboard are down. */
export function queryKeymap(): Buffer {
  return Buffer.from([44, 0, 1, 0]);
}

/** Whether any is, from the reply to {@link queryKeymap}: a bit for each key. */
export function readAnyKeyDown(reply: ServerMessage): boolean {
  return reply.subarray(8, 40).some((keys) => keys !== 0);
}

/** The next whole message in a stream; null when more bytes are needed. Throws on one that is too large. */
export function nextMessage(bytes: Buffer): ServerMessage | null {
  if (bytes.length < HEAD) return null;
  // Only replies and generic events are longer than their head.
  const more = bytes[0] === 1 || (bytes[0]! & 0x7f) === 35 ? 4 * bytes.readUInt32LE(4) : 0;
  if (more > MOST_BYTES) throw new Error('The X server sent too much.');
  return bytes.length < HEAD + more ? null : bytes.subarray(0, HEAD + more);
}

/** What a message answers: a reply, an error, or nothing (an event). `sequence` has 16 bits. */
export function answered(
  message: ServerMessage,
): { readonly sequence: number; readonly failed: boolean } | null {
  if (message[0] !== 0 && message[0] !== 1) return null;
  return { sequence: message.readUInt16LE(2), failed: message[0] === 0 };
}

/** The number of a name, from the reply to {@link internAtom}. */
export function readAtom(reply: ServerMessage): number {
  return reply.readUInt32LE(8);
}

/** The window that owns a selection, from the reply to {@link getSelectionOwner}; 0: nobody. */
export function readSelectionOwner(reply: ServerMessage): number {
  return reply.readUInt32LE(8);
}

/** A property's bytes and the size of its items in bits, from the reply to {@link getProperty}; 0: it is not set. */
export function readProperty(reply: ServerMessage): { readonly format: number; readonly bytes: Buffer } {
  const format = reply[1]!;
  const length = reply.readUInt32LE(16) * (format >> 3);
  return { format, bytes: reply.subarray(HEAD, HEAD + length) };
}

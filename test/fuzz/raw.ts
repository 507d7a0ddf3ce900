import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { World } from './world';

/** A bare TCP connection: everything that came, and whether the other side closed it. */
export interface RawConnection {
  readonly socket: Socket;
  readonly received: () => Buffer;
  readonly closed: () => boolean;
}

/** Connects without saying a word. */
export function openRaw({ url }: World): Promise<RawConnection> {
  const secure = url.protocol === 'wss:';
  const port = Number(url.port) || (secure ? 443 : 80);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const socket = secure ? connectTls({ host, port, servername: host }) : connect({ host, port });
  const chunks: Buffer[] = [];
  let closed = false;
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('close', () => (closed = true));
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      socket.off('error', reject);
      socket.on('error', () => undefined);
      resolve({ socket, received: () => Buffer.concat(chunks), closed: () => closed });
    });
  });
}

/** The text of an upgrade request. */
export function upgradeRequest({ url, key }: World): string {
  const path = `${url.pathname}${url.search}`;
  const nonce = randomBytes(16).toString('base64');
  return [
    `GET ${path} HTTP/1.1`,
    `Host: ${url.host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${nonce}`,
    `Authorization: ${key}`,
    '\r\n',
  ].join('\r\n');
}

/** One frame by RFC 6455 section 5.2; `first` holds FIN, the reserved bits and the opcode. */
export function rawFrame(
  first: number,
  payload: Buffer,
  { masked = true, length = payload.length } = {},
): Buffer {
  const bit = masked ? 0x80 : 0;
  const head =
    length < 126
      ? Buffer.from([first, bit | length])
      : length < 65_536
        ? Buffer.from([first, bit | 126, length >> 8, length & 255])
        : Buffer.concat([Buffer.from([first, bit | 127]), bigEndian(length)]);
  if (!masked) return Buffer.concat([head, payload]);
  const mask = Buffer.from([1, 2, 3, 4]);
  return Buffer.concat([head, mask, Buffer.from(payload.map((byte, at) => byte ^ mask[at % 4]!))]);
}

/** The close code in the last frame that came, or null. */
export function closeCodeIn(received: Buffer): number | null {
  const at = received.lastIndexOf(0x88);
  return at >= 0 && received.length >= at + 4 ? received.readUInt16BE(at + 2) : null;
}

function bigEndian(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}

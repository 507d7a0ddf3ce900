/** A piece of one direction of a connection, as it can be told apart on the way. */
export type Piece =
  /** What is no WebSocket frame: the HTTP head, or everything of a connection that never becomes a WebSocket. */
  | { readonly kind: 'raw'; readonly bytes: Buffer }
  /** One whole WebSocket frame; `text` when it is an unfragmented text message. */
  | { readonly kind: 'frame'; readonly bytes: Buffer; readonly text: string | null };

/** How the heads of a WebSocket handshake begin. */
const HEADS = ['GET /', 'HTTP/1.1 101'];
const OPCODE_TEXT = 1;
const FINAL = 0x80;
const MASKED = 0x80;
/** A head longer than this is no WebSocket handshake. */
const LONGEST_HEAD = 65_536;

/** Splits one direction of a connection into pieces. Bytes of a frame are held until the frame is whole. */
export class FrameReader {
  private mode: 'head' | 'frames' | 'raw' = 'head';
  private rest: Buffer = Buffer.alloc(0);

  /** Takes what came; gives what is whole. Joined, all pieces are what went in. */
  push(bytes: Buffer): readonly Piece[] {
    this.rest = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    const pieces: Piece[] = [];
    for (let piece = this.next(); piece; piece = this.next()) pieces.push(piece);
    return pieces;
  }

  private next(): Piece | null {
    if (this.rest.length === 0) return null;
    switch (this.mode) {
      case 'head':
        return this.head();
      case 'frames':
        return this.frame();
      case 'raw':
        return { kind: 'raw', bytes: this.take(this.rest.length) };
    }
  }

  private head(): Piece | null {
    const end = this.rest.indexOf('\r\n\r\n');
    const start = this.rest.toString('latin1', 0, 12);
    const known = HEADS.some((head) => head.startsWith(start) || start.startsWith(head));
    if (!known || (end < 0 && this.rest.length > LONGEST_HEAD)) {
      this.mode = 'raw';
      return this.next();
    }
    if (end < 0) return null;
    const bytes = this.take(end + 4);
    this.mode = /\r\nupgrade: *websocket\r\n/i.test(bytes.toString('latin1')) ? 'frames' : 'raw';
    return { kind: 'raw', bytes };
  }

  private frame(): Piece | null {
    const frame = measure(this.rest);
    if (!frame || this.rest.length < frame.end) return null;
    const bytes = this.take(frame.end);
    const isText = bytes[0] === (FINAL | OPCODE_TEXT);
    return { kind: 'frame', bytes, text: isText ? payloadOf(bytes, frame).toString('utf8') : null };
  }

  private take(length: number): Buffer {
    const taken = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    return taken;
  }
}

interface Measures {
  readonly masked: boolean;
  readonly payload: number;
  readonly end: number;
}

/** Where the payload of the first frame begins and ends; null while its head is not there (RFC 6455 section 5.2). */
function measure(bytes: Buffer): Measures | null {
  if (bytes.length < 2) return null;
  const masked = (bytes[1]! & MASKED) !== 0;
  const short = bytes[1]! & ~MASKED;
  const extra = { 126: 2, 127: 8 }[short] ?? 0;
  if (bytes.length < 2 + extra) return null;
  const length = extra === 2 ? bytes.readUInt16BE(2) : extra === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  const payload = 2 + extra + (masked ? 4 : 0);
  return { masked, payload, end: payload + length };
}

function payloadOf(bytes: Buffer, { masked, payload, end }: Measures): Buffer {
  const content = bytes.subarray(payload, end);
  if (!masked) return content;
  const mask = bytes.subarray(payload - 4, payload);
  return Buffer.from(content.map((byte, at) => byte ^ mask[at % 4]!));
}

/** A whole, unmasked text frame, as a server sends it. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text, 'utf8');
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([FINAL | OPCODE_TEXT, length]), payload]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = FINAL | OPCODE_TEXT;
  head[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

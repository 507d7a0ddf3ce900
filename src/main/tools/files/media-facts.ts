/** What the first bytes of a picture or PDF tell of it, without decoding anything. Pure. */

/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Bytes of a file's beginning that are enough for most pictures. */
export const MEDIA_HEAD = 512 * 1_024;

/** The size of a PNG, GIF, BMP, WebP or JPEG picture; null when it is none of them or damaged. */
export function pictureSize(head: Uint8Array): PictureSize | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  try {
    const size = sizeOf(bytes);
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    // It ends before its size is told.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function sizeOf(bytes: Buffer): PictureSize | null {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (text(1, 4) === 'PNG' && bytes[0] === 0x89) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (/^GIF8[79]a$/u.test(text(0, 6))) return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (text(0, 2) === 'BM') {
    return { width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22)) };
  }
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return webpSize(bytes, text(12, 16));
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegSize(bytes) : null;
}

function webpSize(bytes: Buffer, form: string): PictureSize | null {
  switch (form) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

/** Goes from marker to marker up to the frame header (SOF0 to SOF15, without the tables among them). */
function jpegSize(bytes: Buffer): PictureSize | null {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

/**
 * How many pages a PDF says it has; null when that stands in a packed part. `bytes`: the whole file or a piece of it.
 */
export function pdfPages(bytes: Uint8Array): number | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  let most: number | null = null;
  // The root of the page tree counts all pages; those below it count fewer.
  for (const match of text.matchAll(/\/Type\s{0,5}\/Pages\b/gu)) {
    const near = text.slice(Math.max(0, match.index - 300), match.index + 300);
    const count = /\/Count\s{1,5}(\d{1,6})\b/u.exec(near);
    if (count) most = Math.max(most ?? 0, Number(count[1]));
  }
  return most;
}

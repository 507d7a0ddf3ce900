/** The text of a file's beginning, or that it is none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: 'UTF-8' | 'UTF-16' | 'Latin-1' }
  | { readonly kind: 'binary' };

const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/u;

/**
 * Reads bytes as text: by byte order mark, else UTF-8, else Latin-1 (as Windows-1252). A character cut at the
 * end is dropped. Bytes with NUL or many control characters are binary.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be');
  if (looksBinary(bytes)) return { kind: 'binary' };
  try {
    // Streaming keeps a character that was cut at the end back instead of refusing it.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return { kind: 'text', text: tidy(text), encoding: 'UTF-8' };
  } catch {
    // Not UTF-8: every byte means something in the old Western encoding.
    return { kind: 'text', text: tidy(new TextDecoder('windows-1252').decode(bytes)), encoding: 'Latin-1' };
  }
}

/** Whether a text holds a private key, whatever the file is called. */
export function holdsPrivateKey(text: string): boolean {
  return PRIVATE_KEY.test(text);
}

function utf16(bytes: Uint8Array, label: string): Decoded {
  const text = new TextDecoder(label).decode(bytes, { stream: true });
  return text.includes('\0') ? { kind: 'binary' } : { kind: 'text', text: tidy(text), encoding: 'UTF-16' };
}

function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 32 && (byte < 8 || byte > 13) && byte !== 27) controls += 1;
  }
  return controls * 50 > bytes.length || startsLikePdf(bytes);
}

/** The one common format that begins as text without being one. */
function startsLikePdf(bytes: Uint8Array): boolean {
  return bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
}

function tidy(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}

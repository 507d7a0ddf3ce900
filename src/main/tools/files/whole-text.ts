import type { GrantedFiles, GrantedPath } from '../../permissions/granted-files';
import type { ToolFailure } from '../tool';
import { sizeWithUnit, spokenName } from './speak';
import { decodeText, holdsPrivateKey } from './text';

/** Bytes of a text that is changed. */
const MOST_CHANGED = 2 * 1_024 * 1_024;

/** A whole text file, and how to write a changed text in its own encoding and with its own line ends. */
export interface WholeText {
  readonly ok: true;
  /** With plain line feeds. */
  readonly text: string;
  /** Null when the file's encoding does not have all of the letters. */
  encode(text: string): Uint8Array | null;
  /** As `encode`, for what is put behind the end of the file: without a mark in front. */
  encodeTail(text: string): Uint8Array | null;
}

/** Reads a whole text of at most 2 MB, or says why it cannot be changed. */
export async function readWholeText(
  files: GrantedFiles,
  path: GrantedPath,
): Promise<WholeText | ToolFailure> {
  const { bytes, size } = await files.read(path, MOST_CHANGED);
  if (size > MOST_CHANGED) {
    return {
      ok: false,
      error: `${spokenName(path)} has ${sizeWithUnit(size)}; texts of at most 2 MB are changed.`,
      hint: 'Tell the person; do not try again.',
    };
  }
  const decoded = decodeText(bytes);
  if (decoded.kind === 'binary') {
    return {
      ok: false,
      error: `${spokenName(path)} is not a text file.`,
      hint: 'Tell the person that only plain texts are changed; offer to open it.',
    };
  }
  if (holdsPrivateKey(decoded.text)) {
    return {
      ok: false,
      error: 'That is not allowed to be touched.',
      hint: 'Tell the person; do not try again.',
    };
  }
  const encoder = encoderOf(bytes, decoded.encoding);
  // A character that was cut off, or bytes that stand for none, would be lost.
  if (!sameBytes(encoder.encode(decoded.text), bytes)) {
    return {
      ok: false,
      error: `${spokenName(path)} mixes line ends or letters in a way that a change would not keep.`,
      hint: 'Tell the person; offer to open it.',
    };
  }
  return { ok: true, text: decoded.text, ...encoder };
}

function encoderOf(
  bytes: Uint8Array,
  encoding: 'UTF-8' | 'UTF-16' | 'Latin-1',
): Pick<WholeText, 'encode' | 'encodeTail'> {
  const isBig = bytes[0] === 0xfe;
  const plain = (text: string): Uint8Array | null => {
    switch (encoding) {
      case 'UTF-8':
        return Buffer.from(text, 'utf8');
      case 'UTF-16':
        return isBig ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le');
      case 'Latin-1':
        return westernBytes(text);
    }
  };
  const crlf = plain('\r\n');
  const usesCrlf = crlf !== null && Buffer.from(bytes).includes(Buffer.from(crlf));
  const encodeTail = (text: string) => plain(usesCrlf ? text.replace(/\n/gu, '\r\n') : text);
  const mark = markOf(bytes);
  return {
    encodeTail,
    encode(text) {
      const tail = encodeTail(text);
      return tail && Buffer.concat([mark, tail]);
    },
  };
}

function markOf(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(0, 3);
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? bytes.subarray(0, 2) : bytes.subarray(0, 0);
}

const western = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

function westernBytes(text: string): Uint8Array | null {
  const bytes = [...text].map((letter) => western.get(letter));
  return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes) : null;
}

function sameBytes(a: Uint8Array | null, b: Uint8Array): boolean {
  return a !== null && Buffer.compare(a, b) === 0;
}

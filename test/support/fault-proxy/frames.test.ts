import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FrameReader, textFrame } from './frames';

const HEAD = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n';

/** A client's frame: masked. */
function masked(text: string): Buffer {
  const plain = textFrame(text);
  const head = { 126: 4, 127: 10 }[plain[1]!] ?? 2;
  const mask = Buffer.from([1, 2, 3, 250]);
  const payload = Buffer.from(plain.subarray(head).map((byte, at) => byte ^ mask[at % 4]!));
  const marked = Buffer.from(plain.subarray(0, head));
  marked[1] = marked[1]! | 0x80;
  return Buffer.concat([marked, mask, payload]);
}

it('reads every message, masked or not, however the bytes are split, and changes none of them', () => {
  const message = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(125, 126, 65_535, 65_536).map((length) => 'x'.repeat(length)),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(message, fc.boolean()), { maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 9 }),
      (messages, cuts) => {
        const frames = messages.map(([text, isMasked]) => (isMasked ? masked(text) : textFrame(text)));
        const whole = Buffer.concat([Buffer.from(HEAD), ...frames]);
        const reader = new FrameReader();
        const pieces = [];
        for (let at = 0, turn = 0; at < whole.length; turn++) {
          const length = cuts[turn % cuts.length]!;
          pieces.push(...reader.push(whole.subarray(at, at + length)));
          at += length;
        }
        expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).equals(whole)).toBe(true);
        expect(pieces.flatMap((piece) => (piece.kind === 'frame' ? [piece.text] : []))).toEqual(
          messages.map(([text]) => text),
        );
      },
    ),
    { numRuns: 200 },
  );
});

it('leaves alone what is no WebSocket', () => {
  const answer = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\x81\x05');
  expect(new FrameReader().push(answer)).toEqual([{ kind: 'raw', bytes: answer }]);
  const bytes = Buffer.from([0x81, 0x02, 0x41, 0x42]);
  expect(new FrameReader().push(bytes)).toEqual([{ kind: 'raw', bytes }]);
});

it('has no text for control frames and fragments', () => {
  const reader = new FrameReader();
  reader.push(Buffer.from(HEAD));
  const kinds = reader.push(Buffer.from([0x89, 0, 0x01, 1, 0x41, 0x80, 1, 0x42]));
  expect(kinds.map((piece) => piece.kind === 'frame' && piece.text)).toEqual([null, null, null]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorityFile } from '../../../../../build/setup/display.mjs';
import {
  answered,
  cookieFor,
  displayAddress,
  nextMessage,
  queryKeymap,
  readAnyKeyDown,
  readSetup,
  setupRequest,
} from './wire';

test('a bit of any key says that one is down; what else the reply holds says nothing', () => {
  expect([...queryKeymap()]).toEqual([44, 0, 1, 0]);
  const reply = Buffer.alloc(40);
  // Sequence number and length come before the keys.
  reply.fill(0xff, 0, 8);
  expect(readAnyKeyDown(reply)).toBe(false);
  reply[8 + (105 >> 3)] = 1 << (105 & 7);
  expect(readAnyKeyDown(reply)).toBe(true);
});

const cookie = Buffer.from('0123456789abcdef');

/** An entry of an Xauthority file. */
function authority(family: number, address: string, number: string, data: Buffer): Buffer {
  const field = (value: Buffer) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(value.length);
    return Buffer.concat([length, value]);
  };
  const head = Buffer.alloc(2);
  head.writeUInt16BE(family);
  const fields = [address, number, 'MIT-MAGIC-COOKIE-1'].map((text) => field(Buffer.from(text)));
  return Buffer.concat([head, ...fields, field(data)]);
}

describe('where a display is', () => {
  test.each([
    [':0', { number: '0', at: { path: '/tmp/.X11-unix/X0' } }],
    ['unix:1.0', { number: '1', at: { path: '/tmp/.X11-unix/X1' } }],
    ['localhost:10.0', { number: '10', at: { host: 'localhost', port: 6_010 } }],
    ['', null],
    ['0', null],
    [':x', null],
    ['/tmp/evil:0', null],
    [':0; rm', null],
  ])('%s', (display, address) => expect(displayAddress(display)).toEqual(address));
});

describe('the cookie for it', () => {
  const other = Buffer.from('fedcba9876543210');

  test('of our host before another’s, and of that display only', () => {
    const file = Buffer.concat([
      authority(0x100, 'elsewhere', '0', other),
      authority(0x100, 'here', '1', other),
      authority(0x100, 'here', '0', cookie),
    ]);
    expect(cookieFor(file, '0', 'here')).toEqual(cookie);
    expect(cookieFor(file, '0', 'renamed')).toEqual(other);
    expect(cookieFor(file, '2', 'here')).toBeNull();
    expect(cookieFor(authorityFile(cookie), '7', 'any')).toEqual(cookie);
  });

  test('a file cut off anywhere, or of any bytes, is read as far as it goes', () => {
    const file = authority(0x100, 'here', '0', cookie);
    for (let end = 0; end < file.length; end += 1)
      expect(cookieFor(file.subarray(0, end), '0', 'here')).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        cookieFor(Buffer.from(bytes), '0', 'here');
      }),
    );
  });
});

describe('the server’s stream', () => {
  const reply = (sequence: number, more: number) => {
    const message = Buffer.alloc(32 + 4 * more);
    message[0] = 1;
    message.writeUInt16LE(sequence, 2);
    message.writeUInt32LE(more, 4);
    return message;
  };

  test('is cut into the same messages however it arrives', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 10 }), fc.nat(), (lengths, cut) => {
        const stream = Buffer.concat(lengths.map((more, at) => reply(at, more)));
        const seen: number[] = [];
        let rest: Buffer = Buffer.alloc(0);
        const at = cut % stream.length;
        for (const chunk of [stream.subarray(0, at), stream.subarray(at)]) {
          rest = Buffer.concat([rest, chunk]);
          for (let one = nextMessage(rest); one; one = nextMessage(rest)) {
            rest = rest.subarray(one.length);
            seen.push(answered(one)!.sequence);
          }
        }
        expect(seen).toEqual(lengths.map((_, index) => index));
        expect(rest).toHaveLength(0);
      }),
    );
  });

  test('a message beyond all measure is refused instead of waited for', () => {
    const huge = reply(1, 0);
    huge.writeUInt32LE(0xffff_ffff, 4);
    expect(() => nextMessage(huge)).toThrow('too much');
  });

  test('a refusal is told from a welcome', () => {
    expect(readSetup(Buffer.from([0, 5, 11, 0, 0, 0, 2, 0]))).toEqual({ type: 'refused' });
    expect(readSetup(Buffer.from([1, 0]))).toBeNull();
    expect(setupRequest(null)).toHaveLength(12);
    expect(setupRequest(cookie)).toHaveLength(12 + 20 + 16);
  });
});

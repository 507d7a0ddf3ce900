import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText, holdsPrivateKey } from './text';

test.each([
  ['UTF-8', 'UTF-8', Buffer.from('Grüße, 世界')],
  ['UTF-8 with a mark', 'UTF-8', Buffer.from('\ufeffGrüße, 世界')],
  ['UTF-16 little-endian', 'UTF-16', Buffer.from('\ufeffGrüße, 世界', 'utf16le')],
  ['UTF-16 big-endian', 'UTF-16', Buffer.from('\ufeffGrüße, 世界', 'utf16le').swap16()],
])('%s is read', (_, encoding, bytes) => {
  expect(decodeText(bytes)).toEqual({ kind: 'text', text: 'Grüße, 世界', encoding });
});

test('what is not UTF-8 is read as Western', () => {
  expect(decodeText(Buffer.from('Grüße', 'latin1'))).toEqual({
    kind: 'text',
    text: 'Grüße',
    encoding: 'Latin-1',
  });
});

test('a character cut at the end is dropped', () => {
  expect(decodeText(Buffer.from('Grüß').subarray(0, 5))).toEqual({
    kind: 'text',
    text: 'Grü',
    encoding: 'UTF-8',
  });
});

test('line ends become one kind', () => {
  expect(decodeText(Buffer.from('a\r\nb\rc\n'))).toMatchObject({ text: 'a\nb\nc\n' });
});

test.each([
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]],
  ['a PDF', [...Buffer.from('%PDF-1.7 all in letters')]],
  ['control characters', [1, 2, 3, 4, 65]],
])('%s is binary', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({ kind: 'binary' });
});

test('any text survives UTF-8 and any bytes are survived', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'ä', '世', '🎈', ' ', '\n') }), (text) => {
      expect(decodeText(Buffer.from(text))).toMatchObject({ kind: 'text', text });
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void decodeText(bytes)));
});

test('a private key is known wherever it stands', () => {
  expect(holdsPrivateKey('hello\n-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl')).toBe(true);
  expect(holdsPrivateKey('-----BEGIN PRIVATE KEY-----')).toBe(true);
  expect(holdsPrivateKey('-----BEGIN CERTIFICATE-----')).toBe(false);
});

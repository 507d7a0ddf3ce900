import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pdfPages, pictureSize } from './media-facts';

const text = (value: string) => [...Buffer.from(value, 'latin1')];
const u16 = (value: number) => [value >> 8, value & 255];

test.each<[string, number[]]>([
  ['PNG', [0x89, ...text('PNG\r\n\x1a\n'), 0, 0, 0, 13, ...text('IHDR'), 0, 0, 2, 128, 0, 0, 1, 224]],
  ['GIF', [...text('GIF89a'), 128, 2, 224, 1]],
  ['BMP, top row first', [...text('BM'), ...Array<number>(16).fill(0), 128, 2, 0, 0, 0x20, 0xfe, 0xff, 0xff]],
  [
    'JPEG behind a comment',
    [...[0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 17, 8], ...u16(480), ...u16(640), 3, 0, 0],
  ],
  ['WebP, simple', [...text('RIFF0000WEBPVP8 '), ...Array<number>(10).fill(0), 128, 2, 224, 1]],
  ['WebP, extended', [...text('RIFF0000WEBPVP8X'), ...Array<number>(8).fill(0), 127, 2, 0, 223, 1, 0]],
  ['WebP, lossless', [...text('RIFF0000WEBPVP8L'), 0, 0, 0, 0, 0x2f, 0x7f, 0xc2, 0x77, 0]],
])('%s tells its size', (_, bytes) => {
  expect(pictureSize(Uint8Array.from(bytes))).toEqual({ width: 640, height: 480 });
});

test('what is no picture, or ends early, has none', () => {
  expect(pictureSize(Buffer.from('hello'))).toBeNull();
  expect(pictureSize(Uint8Array.from([0x89, ...text('PNG')]))).toBeNull();
  expect(pictureSize(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]))).toBeNull();
});

test('any bytes behind a known beginning are survived', () => {
  const beginning = fc.constantFrom(
    'GIF89a',
    'BM',
    'RIFF0000WEBPVP8 ',
    'RIFF0000WEBPVP8X',
    '\xff\xd8',
    '\x89PNG',
  );
  fc.assert(
    fc.property(beginning, fc.uint8Array({ maxLength: 40 }), (head, rest) => {
      pictureSize(Uint8Array.from([...text(head), ...rest]));
      pdfPages(Uint8Array.from([...text('/Type /Pages /Count '), ...rest]));
    }),
  );
});

test('the root of the page tree counts the pages of a PDF', () => {
  const pdf = '%PDF-1.4 << /Type /Pages /Kids [3 0 R] /Count 12 >> << /Count 4 /Type/Pages /Parent 1 0 R >>';
  expect(pdfPages(Buffer.from(pdf))).toBe(12);
  expect(pdfPages(Buffer.from('%PDF-1.7 << /Type /Page >> packed'))).toBeNull();
});

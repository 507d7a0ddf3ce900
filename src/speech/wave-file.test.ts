import { expect, it } from 'vitest';
import { parseWave } from './wave-file';

/** A RIFF file of these chunks. */
function riff(...chunks: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const parts = chunks.flatMap(([name, body]) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(body.length);
    return [Buffer.from(name), size, body, Buffer.alloc(body.length % 2)];
  });
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), ...parts]);
}
function format(kind = 1, channels = 1, bits = 16): Uint8Array {
  const body = Buffer.alloc(16);
  body.writeUInt16LE(kind, 0);
  body.writeUInt16LE(channels, 2);
  body.writeUInt32LE(22_050, 4);
  body.writeUInt16LE(bits, 14);
  return body;
}
const samples = Uint8Array.of(1, 0, 0xff, 0xff);

it('reads the samples, whatever stands before them', () => {
  const wave = parseWave(riff(['FLLR', new Uint8Array(5)], ['fmt ', format()], ['data', samples]));
  expect(wave.rate).toBe(22_050);
  expect([...wave.pcm]).toEqual([1, -1]);
});

it('reads up to the end when the length was never filled in', () => {
  const file = riff(['fmt ', format()], ['data', samples]);
  Buffer.from(file.buffer, file.byteOffset, file.byteLength).writeUInt32LE(0xffff_ffff, file.length - 8);
  expect([...parseWave(file).pcm]).toEqual([1, -1]);
});

it.each([
  ['stereo', riff(['fmt ', format(1, 2)], ['data', samples])],
  ['compressed', riff(['fmt ', format(7)], ['data', samples])],
  ['eight bits', riff(['fmt ', format(1, 1, 8)], ['data', samples])],
  ['no samples', riff(['fmt ', format()])],
  ['nothing', new Uint8Array(0)],
])('refuses %s', (_, file) => expect(() => parseWave(file)).toThrow(RangeError));

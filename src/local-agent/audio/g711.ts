import type { AudioEncoding } from '../../shared/protocol';

/** PCM16 samples as bytes of the wire (protocol.md section 7.1): little-endian PCM, or one G.711 byte a sample. */
export function encodeSamples(pcm: Int16Array, encoding: AudioEncoding): Buffer {
  if (encoding === 'audio/pcm') return Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const encode = encoding === 'audio/pcmu' ? toMuLaw : toALaw;
  const bytes = Buffer.alloc(pcm.length);
  for (let i = 0; i < pcm.length; i++) bytes[i] = encode(pcm[i] ?? 0);
  return bytes;
}

/** Bytes of the wire as PCM16 samples; the count must be even for PCM. */
export function decodeSamples(bytes: Buffer, encoding: AudioEncoding): Int16Array {
  if (encoding === 'audio/pcm') {
    const pcm = new Int16Array(bytes.length >> 1);
    for (let i = 0; i < pcm.length; i++) pcm[i] = bytes.readInt16LE(i * 2);
    return pcm;
  }
  const decode = encoding === 'audio/pcmu' ? fromMuLaw : fromALaw;
  return Int16Array.from(bytes, decode);
}

const BIAS = 0x84;
const CLIP = 32_635;

function toMuLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(CLIP, Math.abs(sample)) + BIAS;
  const exponent = Math.max(0, 31 - Math.clz32(magnitude) - 7);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

function fromMuLaw(byte: number): number {
  const value = ~byte & 0xff;
  const exponent = (value >> 4) & 0x07;
  const magnitude = (((value & 0x0f) << 3) + BIAS) << exponent;
  return value & 0x80 ? BIAS - magnitude : magnitude - BIAS;
}

function toALaw(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80;
  const magnitude = Math.min(CLIP, sample < 0 ? -sample - 1 : sample);
  const exponent = magnitude < 256 ? 0 : 31 - Math.clz32(magnitude) - 7;
  const mantissa = (magnitude >> (exponent === 0 ? 4 : exponent + 3)) & 0x0f;
  return (sign | (exponent << 4) | mantissa) ^ 0x55;
}

function fromALaw(byte: number): number {
  const value = byte ^ 0x55;
  const exponent = (value >> 4) & 0x07;
  const base = ((value & 0x0f) << 4) + 8;
  const magnitude = exponent === 0 ? base : (base + 0x100) << (exponent - 1);
  return value & 0x80 ? magnitude : -magnitude;
}

/*
 * G.711 by its tables (ITU-T G.711, tables 1 and 2): a segment per power of two, sixteen steps a segment.
 * Written apart from the product's codec, so that each can prove the other wrong.
 */

/** Samples (24 kHz) as bytes of the wire in this encoding; G.711 is brought down to 8 kHz by averaging. */
export function toWire(pcm: Int16Array, encoding: string): Buffer {
  if (encoding === 'audio/pcm') {
    const bytes = Buffer.alloc(pcm.length * 2);
    pcm.forEach((sample, at) => bytes.writeInt16LE(sample, at * 2));
    return bytes;
  }
  const table = encoding === 'audio/pcmu' ? MU_LAW : A_LAW;
  const bytes = Buffer.alloc(Math.floor(pcm.length / 3));
  for (let at = 0; at < bytes.length; at++) {
    const sum = pcm[at * 3]! + pcm[at * 3 + 1]! + pcm[at * 3 + 2]!;
    bytes[at] = nearest(table, sum / 3);
  }
  return bytes;
}

/** Bytes of the wire as samples: 24 kHz for PCM, 8 kHz for G.711. */
export function fromWire(bytes: Buffer, encoding: string): Int16Array {
  if (encoding === 'audio/pcm') {
    return Int16Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readInt16LE(at * 2));
  }
  const table = encoding === 'audio/pcmu' ? MU_LAW : A_LAW;
  return Int16Array.from(bytes, (byte) => table[byte]!);
}

/** Samples a second of an encoding. */
export function rateOf(encoding: string): number {
  return encoding === 'audio/pcm' ? 24_000 : 8_000;
}

const MU_LAW: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  const code = 255 - byte;
  const segment = (code >> 4) & 7;
  const magnitude = ((2 * (code & 15) + 33) * 2 ** segment - 33) * 4;
  return code >= 128 ? -magnitude : magnitude;
});

const A_LAW: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  const code = byte ^ 0x55;
  const segment = (code >> 4) & 7;
  const step = 2 * (code & 15) + 1;
  const magnitude = (segment === 0 ? step : (step + 32) * 2 ** (segment - 1)) * 8;
  return code >= 128 ? magnitude : -magnitude;
});

/** Codes of each table in the order of their values, for the search. */
const ORDERED = new Map(
  [MU_LAW, A_LAW].map((table) => [
    table,
    table.map((value, code) => ({ value, code })).sort((a, b) => a.value - b.value),
  ]),
);

function nearest(table: readonly number[], sample: number): number {
  const ordered = ORDERED.get(table)!;
  let low = 0;
  let high = ordered.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ordered[middle]!.value <= sample) low = middle;
    else high = middle;
  }
  const [below, above] = [ordered[low]!, ordered[high]!];
  return sample - below.value <= above.value - sample ? below.code : above.code;
}

/** A wav file of mono PCM16 samples. */
export function wavFile(pcm: Int16Array, rate: number): Buffer {
  const header = Buffer.alloc(44);
  const bytes = pcm.length * 2;
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(bytes, 40);
  return Buffer.concat([header, Buffer.from(pcm.buffer, pcm.byteOffset, bytes)]);
}

/** The samples of a mono PCM16 wav file. Throws on any other kind. */
export function readWav(file: Buffer): { readonly pcm: Int16Array; readonly rate: number } {
  let at = 12;
  let rate = 0;
  while (at + 8 <= file.length) {
    const name = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    if (name === 'fmt ') {
      if (
        file.readUInt16LE(at + 8) !== 1 ||
        file.readUInt16LE(at + 10) !== 1 ||
        file.readUInt16LE(at + 22) !== 16
      ) {
        throw new Error('Not a mono PCM16 wav file.');
      }
      rate = file.readUInt32LE(at + 12);
    }
    if (name === 'data') {
      const samples = Math.min(size, file.length - at - 8) >> 1;
      return {
        rate,
        pcm: Int16Array.from({ length: samples }, (_, index) => file.readInt16LE(at + 8 + index * 2)),
      };
    }
    at += 8 + size + (size % 2);
  }
  throw new Error('The wav file holds no samples.');
}

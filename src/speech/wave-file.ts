/** Mono samples and their rate in Hz. */
export interface Wave {
  readonly rate: number;
  readonly pcm: Int16Array;
}

/**
 * Reads a RIFF file of mono PCM16, whatever chunks stand before its samples; a length that was never filled in (a
 * program that wrote to a pipe) means up to the end. Throws RangeError on anything else.
 */
export function parseWave(file: Uint8Array): Wave {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const name = (at: number) => String.fromCharCode(...file.subarray(at, at + 4));
  let rate = 0;
  for (let at = 12; at + 8 <= file.length;) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (name(at) === 'fmt ') {
      const [kind, channels, bits] = [body, body + 2, body + 14].map((field) => view.getUint16(field, true));
      // 0xfffe is the same with a longer description.
      if ((kind !== 1 && kind !== 0xfffe) || channels !== 1 || bits !== 16)
        throw new RangeError('The wave file is not mono PCM16.');
      rate = view.getUint32(body + 4, true);
    }
    if (name(at) === 'data' && rate > 0) {
      const pcm = new Int16Array(Math.min(size, file.length - body) >> 1);
      for (let i = 0; i < pcm.length; i++) pcm[i] = view.getInt16(body + 2 * i, true);
      return { rate, pcm };
    }
    at = body + size + (size % 2);
  }
  throw new RangeError('The wave file holds no samples.');
}

/** Samples of a base64 chunk of PCM16 little-endian. An odd last byte and bad characters are dropped. */
export function base64ToPcm(base64: string): Int16Array {
  const bytes = Buffer.from(base64, 'base64');
  const pcm = new Int16Array(bytes.length >> 1);
  Buffer.from(pcm.buffer).set(bytes.subarray(0, pcm.byteLength));
  return pcm;
}

/** PCM16 little-endian as base64, as the wire wants it (protocol.md section 7). */
export function pcmToBase64(pcm: Int16Array): string {
  return Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength).toString('base64');
}

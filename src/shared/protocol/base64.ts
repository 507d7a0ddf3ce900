import type { AudioEncoding } from './session-config';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Whether `text` is padded standard base64 (the empty text is). Linear, allocates nothing. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && BASE64.test(text);
}

/** Bytes that valid base64 decodes to. */
export function base64ByteLength(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return (base64.length / 4) * 3 - padding;
}

/** Whether `audio` is base64 of whole samples of the encoding; else the service answers `invalid_audio` (protocol.md section 3.4). */
export function isValidAudio(audio: string, encoding: AudioEncoding): boolean {
  if (!isBase64(audio)) return false;
  return encoding !== 'audio/pcm' || base64ByteLength(audio) % 2 === 0;
}

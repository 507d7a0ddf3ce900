import { rms, toDbfs } from '../../shared/audio/level';

const FRAME_SECONDS = 0.02;
/** The share of frames that are louder: pauses and the noise in them do not count. */
const LOUDER = 0.2;

/** How loud the speech in this is, in dBFS: that of its louder frames. `-Infinity` for silence. */
export function speechLevel(pcm: Int16Array, sampleRate: number): number {
  const size = Math.round(sampleRate * FRAME_SECONDS);
  const levels: number[] = [];
  for (let at = 0; at + size <= pcm.length; at += size) levels.push(rms(pcm.subarray(at, at + size)));
  levels.sort((a, b) => b - a);
  return toDbfs(levels[Math.floor(levels.length * LOUDER)] ?? 0);
}

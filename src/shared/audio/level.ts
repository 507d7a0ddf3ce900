/** Root mean square of mono samples (PCM16, or floats in -1..1), as 0..1. Nothing at all is silence: 0. */
export function rms(samples: Int16Array | Float32Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i]! * samples[i]!;
  const root = Math.sqrt(sum / samples.length);
  return samples instanceof Int16Array ? root / 32_768 : root;
}

/** A level of 0..1 in decibels below full scale: 0 for 1, `-Infinity` for silence. */
export function toDbfs(level: number): number {
  return level > 0 ? 20 * Math.log10(level) : -Infinity;
}

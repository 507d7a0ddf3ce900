/** Full scale of PCM16: the float 1.0 stands for 32768, one more than the format can hold. */
const FULL_SCALE = 32_768;

/** PCM16 to floats in -1..1. `floatToPcm16` gives back the very same samples. */
export function pcm16ToFloat(pcm: Int16Array): Float32Array {
  const samples = new Float32Array(pcm.length);
  for (let i = 0; i < pcm.length; i++) samples[i] = pcm[i]! / FULL_SCALE;
  return samples;
}

/** Floats to PCM16, rounded; what lies outside -1..1 is clipped, NaN becomes silence. */
export function floatToPcm16(samples: Float32Array): Int16Array {
  const pcm = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    pcm[i] = Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, Math.round(samples[i]! * FULL_SCALE)));
  }
  return pcm;
}

import { AUDIO_RATE } from '../../shared/ipc/audio-port';

/** -115 dBFS parts zeros from even a quiet room (anchors.md section A, "digital silence"). */
const ZERO = 10 ** (-115 / 20);
/** Longest digital silence of a working microphone, in samples: three seconds. */
const LONGEST = 3 * AUDIO_RATE;

/** Tells a microphone that delivers nothing (switched off, lid closed) from a quiet room. */
export class SilenceWatch {
  private silent = 0;

  /** Takes samples, -1..1. True once, when three seconds of digital silence are full. */
  push(samples: Float32Array): boolean {
    const before = this.silent;
    for (const sample of samples) this.silent = Math.abs(sample) < ZERO ? this.silent + 1 : 0;
    return before < LONGEST && this.silent >= LONGEST;
  }

  /** Another microphone begins. */
  reset(): void {
    this.silent = 0;
  }
}

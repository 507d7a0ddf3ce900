/** Cues that sound at the same time; more would only be noise. */
const MOST_CUES = 3;

/** Short sounds of Parley's own, mixed over whatever is played: nothing waits for them, and they wait for nothing. */
export class CueMixer {
  private readonly sounding: { readonly pcm: Int16Array; next: number }[] = [];

  /** The samples sound from the next render on. */
  add(pcm: Int16Array): void {
    if (this.sounding.length < MOST_CUES) this.sounding.push({ pcm, next: 0 });
  }

  clear(): void {
    this.sounding.length = 0;
  }

  /** Adds the next samples of every cue to `output`. */
  mixInto(output: Float32Array): void {
    for (let at = this.sounding.length - 1; at >= 0; at--) {
      const cue = this.sounding[at]!;
      const length = Math.min(output.length, cue.pcm.length - cue.next);
      for (let i = 0; i < length; i++) output[i] = output[i]! + cue.pcm[cue.next + i]! / 32_768;
      cue.next += length;
      if (cue.next >= cue.pcm.length) this.sounding.splice(at, 1);
    }
  }
}

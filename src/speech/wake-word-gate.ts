/** Chunks (80 ms) kept while nobody speaks: an embedding looks back 0.8 s, and the detector is a little late. */
const KEPT = 14;
/** Chunks that are still looked at after the last voice: the end of a phrase is looked for 0.2 s after it. */
const HANGOVER = 8;

/** What the gate lets through: chunks in order. `anew`: they do not follow on those before. */
export interface Passed {
  readonly chunks: readonly Float32Array[];
  readonly anew: boolean;
}

const NOTHING: Passed = { chunks: [], anew: false };

/**
 * Lets only speech through to the wake word model, with what was just before it. In silence nothing passes, which is
 * what makes waiting for a name cheap.
 */
export class SpeechGate {
  private kept: Float32Array[] = [];
  private open = 0;

  /** Takes the next chunk and whether it holds voice. */
  push(chunk: Float32Array, voiced: boolean): Passed {
    if (this.open > 0) {
      this.open = voiced ? HANGOVER : this.open - 1;
      return { chunks: [chunk], anew: false };
    }
    this.kept.push(chunk);
    if (this.kept.length > KEPT) this.kept.shift();
    if (!voiced) return NOTHING;
    this.open = HANGOVER;
    return { chunks: this.kept.splice(0), anew: true };
  }
}

/** Samples at `MODEL_RATE` that the wake word model takes at a time: 80 ms. */
export const WAKE_CHUNK = 1_280;
/** Samples before a chunk that its spectrum reaches back to. */
const TAIL = 480;
/** Rows (10 ms each) and bands of the spectrum that one embedding is made of. */
export const MEL_ROWS = 76;
/** Bands of a row. */
export const MEL_BANDS = 32;

/** The buffers between the chunks of a stream and the two models of the wake word. */
export class MelWindow {
  private readonly rows = new Float32Array(MEL_ROWS * MEL_BANDS);
  private tail = new Float32Array(TAIL);
  private filled = 0;

  /** A chunk with the samples before it, at the loudness of 16 bit samples, as the model wants it. */
  withTail(chunk: Float32Array): Float32Array {
    const samples = new Float32Array(TAIL + chunk.length);
    samples.set(this.tail);
    for (let i = 0; i < chunk.length; i++) samples[TAIL + i] = chunk[i]! * 32_768;
    this.tail = samples.slice(-TAIL);
    return samples;
  }

  /** Takes new rows as the spectrum model gave them; gives the last `MEL_ROWS` once there are so many. */
  push(rows: Float32Array): Float32Array | null {
    this.rows.copyWithin(0, rows.length);
    // The embedding was trained on spectra that are scaled so.
    this.rows.set(
      rows.map((value) => value / 10 + 2),
      this.rows.length - rows.length,
    );
    this.filled = Math.min(this.rows.length, this.filled + rows.length);
    return this.filled === this.rows.length ? this.rows.slice() : null;
  }

  /** Forgets everything. */
  reset(): void {
    this.tail = new Float32Array(TAIL);
    this.filled = 0;
  }
}

/** Length of every ramp in samples: 2.5 ms at 24 kHz, too short to hear as a fade, too long to click. */
export const RAMP_SAMPLES = 60;

/** What still sounds while it fades to nothing, mixed under whatever is played next. */
export class FadeOut {
  private readonly ring = new Float32Array(RAMP_SAMPLES);
  private place = 0;
  private left = 0;

  /** Lets `sampleAt(0)`, `sampleAt(1)` ... sound from now on, ever quieter. Fades may overlap. */
  add(sampleAt: (ahead: number) => number): void {
    for (let ahead = 0; ahead < RAMP_SAMPLES; ahead++) {
      const place = (this.place + ahead) % RAMP_SAMPLES;
      this.ring[place] = this.ring[place]! + sampleAt(ahead) * (1 - (ahead + 1) / RAMP_SAMPLES);
    }
    this.left = RAMP_SAMPLES;
  }

  /** Mixes the next samples into `output` from `from` up to `to`. */
  mixInto(output: Float32Array, from: number, to: number): void {
    for (let i = from; i < to && this.left > 0; i++) {
      output[i] = output[i]! + this.ring[this.place]!;
      this.ring[this.place] = 0;
      this.place = (this.place + 1) % RAMP_SAMPLES;
      this.left -= 1;
    }
  }
}

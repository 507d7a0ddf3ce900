import { pcm16ToFloat } from '../shared/audio/pcm';
import { Resampler } from '../shared/audio/resample';
import { MODEL_RATE, VAD_FRAME_SAMPLES } from './part';

/** One frame for the voice-activity model; `endSample` counts in the stream's own rate. */
export interface Frame {
  readonly samples: Float32Array;
  readonly endSample: number;
}

/** Cuts a stream of any whole sample rate into the model's frames of 32 ms. Chunks may have any length. */
export class Framer {
  private readonly resampler: Resampler;
  private frame = new Float32Array(VAD_FRAME_SAMPLES);
  private filled = 0;
  private frames = 0;

  /** Throws RangeError for a rate that is no positive whole number. */
  constructor(private readonly sampleRate: number) {
    this.resampler = new Resampler(sampleRate, MODEL_RATE);
  }

  /** Takes the next samples and gives all frames that they complete. */
  push(pcm: Int16Array): readonly Frame[] {
    const samples = this.resampler.process(pcm16ToFloat(pcm));
    const complete: Frame[] = [];
    for (let at = 0; at < samples.length;) {
      const part = samples.subarray(at, at + VAD_FRAME_SAMPLES - this.filled);
      this.frame.set(part, this.filled);
      this.filled += part.length;
      at += part.length;
      if (this.filled === VAD_FRAME_SAMPLES) complete.push(this.take());
    }
    return complete;
  }

  private take(): Frame {
    this.frames++;
    const samples = this.frame;
    this.frame = new Float32Array(VAD_FRAME_SAMPLES);
    this.filled = 0;
    const endSample = Math.round((this.frames * VAD_FRAME_SAMPLES * this.sampleRate) / MODEL_RATE);
    return { samples, endSample };
  }
}

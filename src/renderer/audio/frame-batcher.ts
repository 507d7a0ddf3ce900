import { rms } from '../../shared/audio/level';
import { floatToPcm16 } from '../../shared/audio/pcm';
import { FRAME_SAMPLES, type CaptureMessage } from '../../shared/ipc/audio-port';

/** Collects the samples of render quanta, of any size, into full wire frames. */
export class FrameBatcher {
  private readonly frame = new Float32Array(FRAME_SAMPLES);
  private filled = 0;

  constructor(private readonly emit: (frame: CaptureMessage) => void) {}

  /** Takes mono samples, -1..1, the last of which arrived at `now` (epoch milliseconds). */
  push(samples: Float32Array, now: number): void {
    let from = 0;
    while (from < samples.length) {
      const count = Math.min(samples.length - from, FRAME_SAMPLES - this.filled);
      this.frame.set(samples.subarray(from, from + count), this.filled);
      this.filled += count;
      from += count;
      if (this.filled === FRAME_SAMPLES) this.complete(now);
    }
  }

  /** Forgets an unfinished frame: what follows is another recording. */
  reset(): void {
    this.filled = 0;
  }

  private complete(now: number): void {
    this.filled = 0;
    const pcm = floatToPcm16(this.frame);
    this.emit({ type: 'frame', pcm, capturedAt: now, level: rms(pcm) });
  }
}

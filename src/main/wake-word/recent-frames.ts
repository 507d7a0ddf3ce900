import type { CaptureMessage } from '../../shared/ipc/audio-port';

/** Frames (50 ms) that are kept: a talk may begin late on a busy machine. */
const KEPT = 160;

/** The last frames of the microphone, so that what follows the name is not lost while it is being recognised. */
export class RecentFrames {
  private frames: { readonly frame: CaptureMessage; readonly end: number }[] = [];
  private samples = 0;

  push(frame: CaptureMessage): void {
    this.samples += frame.pcm.length;
    this.frames.push({ frame, end: this.samples });
    if (this.frames.length > KEPT) this.frames.shift();
  }

  /** What came after a sample, counted from the first that was pushed; silence stands for the rest of its frame. */
  after(sample: number): readonly CaptureMessage[] {
    return this.frames
      .filter(({ end }) => end > sample)
      .map(({ frame, end }) => {
        const before = Math.max(0, sample - (end - frame.pcm.length));
        if (before === 0) return frame;
        return { ...frame, pcm: frame.pcm.slice().fill(0, 0, before) };
      });
  }
}

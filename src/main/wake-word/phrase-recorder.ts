import type { CaptureMessage } from '../../shared/ipc/audio-port';

/** Sound kept before the words, in frames of 50 ms. */
const LEAD = 24;
/** From the end of speech on so much more is kept, so that a soft end is whole. */
const TAIL = 4;
/** So long the person may take to begin, and the whole may be. */
const PATIENCE = 160;
const LONGEST = 120;

/** Takes one phrase out of the microphone's frames: from a little before the first word to a little after the last. */
export class PhraseRecorder {
  private frames: Int16Array[] = [];
  private waited = 0;
  private state: 'waiting' | 'speaking' | 'ended' = 'waiting';
  private tail = 0;

  /** `done` is called once, with the sound; it is whatever was heard if nobody spoke in time. */
  constructor(private readonly done: (pcm: Int16Array) => void) {}

  /** Speech begins or ends, as the voice detector hears it. */
  heard(speaking: boolean): void {
    if (speaking && this.state === 'waiting') this.state = 'speaking';
    else if (!speaking && this.state === 'speaking') this.state = 'ended';
    // A pause inside the phrase was taken for its end.
    else if (speaking && this.state === 'ended') this.state = 'speaking';
  }

  push({ pcm }: CaptureMessage): void {
    if (this.tail > TAIL) return;
    this.frames.push(pcm);
    this.waited += 1;
    if (this.state === 'waiting' && this.frames.length > LEAD) this.frames.shift();
    this.tail = this.state === 'ended' ? this.tail + 1 : 0;
    const late = this.state === 'waiting' && this.waited >= PATIENCE;
    if (this.tail > TAIL || late || this.frames.length >= LONGEST) this.finish();
  }

  private finish(): void {
    this.tail = TAIL + 1;
    const whole = new Int16Array(this.frames.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const pcm of this.frames) {
      whole.set(pcm, at);
      at += pcm.length;
    }
    this.done(whole);
  }
}

/** Frames of the microphone to one picture of the levels: ten pictures a second. Drawing is what costs in a talk. */
const FRAMES_A_PICTURE = 2;

/** Tells how loud both sides are, less often than it is known. Levels are 0 to 1. */
export class ShownLevels {
  /** The loudest frame of the microphone since the levels were last told. */
  private input = 0;
  private frames = 0;

  constructor(private readonly tell: (input: number, output: number) => void) {}

  /** Takes the level of a frame of the microphone, and what Parley's voice has now. */
  push(input: number, output: number): void {
    this.input = Math.max(this.input, input);
    this.frames += 1;
    if (this.frames % FRAMES_A_PICTURE !== 0) return;
    this.tell(this.input, output);
    this.input = 0;
  }
}

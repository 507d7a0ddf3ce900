import type { AudioReport } from '../../shared/ipc/audio';
import { AUDIO_RATE, type CaptureMessage, type PlaybackCommand } from '../../shared/ipc/audio-port';
import { cueFor, noTalk, signsOf, type Cue, type CueWishes, type TalkPicture } from './cue';
import { cueSound } from './cue-sounds';

/** Speakers that are just being opened lose what is played at once. */
const OPENING_MS = 250;
/** After the last sample: what the speakers still have before them. */
const TAIL_MS = 300;

/** What the cues reach. */
export interface CueWorld {
  readonly wishes: () => CueWishes;
  /** The speakers, shared with talks. */
  readonly audio: { open(): void; close(): void; play(command: PlaybackCommand): void };
  /** Somebody has the speakers open. */
  readonly soundOpen: () => boolean;
  /** A talk has them open: troubles of theirs are its own. */
  readonly talkOpen: () => boolean;
  readonly after: (milliseconds: number, run: () => void) => void;
}

/** Plays the cues of a talk. They are mixed in beside the agent's voice, and no talk hears of them. */
export class Cues {
  private signs = noTalk;
  private picture: TalkPicture | null = null;
  private microphoneHeard = false;
  /** Cues that hold the speakers open. */
  private holding = 0;

  constructor(private readonly world: CueWorld) {}

  /** The talk has changed. */
  talkChanged(picture: TalkPicture): void {
    this.picture = picture;
    if (!picture.live || picture.muted) this.microphoneHeard = false;
    this.step(picture);
  }

  /** A frame of the microphone. Only a microphone is not quite silent: frames of none are nothing but zeros. */
  captured({ level }: Pick<CaptureMessage, 'level'>): void {
    const { picture } = this;
    if (this.microphoneHeard || !(level > 0) || !picture?.live || picture.muted) return;
    this.microphoneHeard = true;
    this.step(picture);
  }

  /** Nothing that is played by name is a cue. */
  played(): boolean {
    return false;
  }

  /** Takes a report of the audio page; false when it is not a cue's. A cue that is not heard is no trouble. */
  audioReported(report: AudioReport): boolean {
    return report.type !== 'closed' && this.holding > 0 && !this.world.talkOpen();
  }

  private step(picture: TalkPicture): void {
    const before = this.signs;
    this.signs = signsOf(before, picture, this.microphoneHeard);
    const cue = cueFor(before, this.signs, this.world.wishes());
    if (cue !== null) this.play(cue);
  }

  private play(cue: Cue): void {
    const { audio, after } = this.world;
    const pcm = cueSound(cue);
    const open = this.world.soundOpen();
    if (open && this.holding === 0) return audio.play({ type: 'cue', pcm });
    // A cue that follows the end of a talk has the speakers to itself, for as long as it lasts.
    this.holding += 1;
    audio.open();
    after(open ? 0 : OPENING_MS, () => audio.play({ type: 'cue', pcm }));
    after(OPENING_MS + (pcm.length / AUDIO_RATE) * 1_000 + TAIL_MS, () => {
      this.holding -= 1;
      if (this.holding === 0) audio.close();
    });
  }
}

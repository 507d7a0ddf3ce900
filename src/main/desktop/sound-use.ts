import type { AudioSetup } from '../../shared/ipc/audio';
import type { PlaybackCommand } from '../../shared/ipc/audio-port';

/** Who uses microphone and speakers: a talk, the sample of a voice, an announcement, the wake word and its recording, a cue, the check of both, the self-test. */
export type SoundUser =
  'talk' | 'sample' | 'announcement' | 'wake-word' | 'enrolment' | 'cue' | 'check' | 'self-test';

/** The sound itself. */
interface SoundHost {
  open(setup: AudioSetup): void;
  close(): void;
  play(command: PlaybackCommand): void;
}

/** Microphone and speakers as one user sees them. */
export interface UsedSound {
  /** Speakers, and the microphone too if it is wanted. */
  open(microphone?: boolean): void;
  close(): void;
  play(command: PlaybackCommand): void;
}

/** Shares the sound among those who use it: it is open while one of them does, with the microphone only if one wants it. */
export class SoundUse {
  private readonly users = new Map<SoundUser, boolean>();

  /** `setup` is asked at each opening: devices and the like. */
  constructor(
    private readonly host: SoundHost,
    private readonly setup: (microphone: boolean) => AudioSetup,
  ) {}

  /** Opens it for a user, or changes whether that one wants the microphone. */
  open(user: SoundUser, microphone: boolean): void {
    this.users.set(user, microphone);
    this.refresh();
  }

  /** The user is done. A talk leaves nothing behind: with it everything is cut off, and others play theirs again. */
  close(user: SoundUser): void {
    if (!this.users.delete(user)) return;
    if (this.users.size === 0) return this.host.close();
    if (user === 'talk') {
      this.host.play({ type: 'flush-all' });
      this.host.play({ type: 'resume' });
      this.host.play({ type: 'gain', gain: 1 });
    }
    this.refresh();
  }

  /** The sound as one user sees it. */
  as(user: SoundUser): UsedSound {
    return {
      open: (microphone = false) => this.open(user, microphone),
      close: () => this.close(user),
      play: (command) => this.host.play(command),
    };
  }

  /** Whether that user has it open. */
  has(user: SoundUser): boolean {
    return this.users.has(user);
  }

  /** Whether anybody has it open. */
  get inUse(): boolean {
    return this.users.size > 0;
  }

  /** Whether Parley itself makes sounds besides the talk: an announcement, the sample of a voice, a check. */
  plays(): boolean {
    return this.has('announcement') || this.has('sample') || this.has('check');
  }

  /** Opens it as it is set up now, if it is open at all. */
  refresh(): void {
    if (this.users.size > 0) this.host.open(this.setup([...this.users.values()].some(Boolean)));
  }
}

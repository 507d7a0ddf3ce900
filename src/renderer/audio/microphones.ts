import type { AudioSetup, AudioTrouble } from '../../shared/ipc/audio';
import type { CapturePath } from './capture-path';
import { planInput, systemDefault, type SoundDevice } from './device-choice';
import { closeMicrophone, openMicrophone, troubleOf, type Microphone } from './microphone';

/** What came of looking after the microphone. */
export type MicrophoneOutcome =
  | { readonly type: 'unchanged' }
  /** `lost`: in place of one that is gone. */
  | { readonly type: 'opened'; readonly microphone: Microphone; readonly lost: boolean }
  /** There is none any more (`fatal`), or the wanted one could not replace the one in use. */
  | { readonly type: 'failed'; readonly trouble: AudioTrouble; readonly fatal: boolean };

/** Keeps the microphone as it is wanted. Calls must not overlap. */
export class Microphones {
  private inUse: Microphone | null = null;
  private defaultMark = '';

  constructor(
    private readonly media: Pick<MediaDevices, 'getUserMedia'>,
    private readonly capture: Pick<CapturePath, 'connect'>,
    /** The system took the microphone in use away. */
    private readonly ended: () => void,
  ) {}

  /** Name of the microphone in use; null when there is none. */
  get label(): string | null {
    return this.inUse?.track.label ?? null;
  }

  /** Opens what is wanted if it is not in use already; only then lets go of the one in use. */
  async settle(setup: AudioSetup, devices: readonly SoundDevice[]): Promise<MicrophoneOutcome> {
    const before = this.inUse;
    const plan = planInput(
      { choice: setup.input, autoGainControl: setup.autoGainControl },
      devices,
      before && { ...before, defaultMark: this.defaultMark, ended: before.track.readyState === 'ended' },
    );
    if (plan.type === 'stay') return { type: 'unchanged' };
    try {
      const microphone = await openMicrophone(this.media, {
        ...plan,
        autoGainControl: setup.autoGainControl,
      });
      this.use(microphone, devices);
      return { type: 'opened', microphone, lost: plan.lost };
    } catch (error) {
      if (before && !plan.lost) return { type: 'failed', trouble: troubleOf(error), fatal: false };
      this.close();
      return { type: 'failed', trouble: before ? 'microphone_lost' : troubleOf(error), fatal: true };
    }
  }

  /** Remembers whose name the system default bears, to notice when it moves on. */
  noteDefault(devices: readonly SoundDevice[]): void {
    this.defaultMark = systemDefault(devices, 'audioinput').mark;
  }

  close(): void {
    if (this.inUse) closeMicrophone(this.inUse);
    this.inUse = null;
  }

  private use(microphone: Microphone, devices: readonly SoundDevice[]): void {
    this.capture.connect(microphone.stream);
    this.close();
    this.inUse = microphone;
    this.noteDefault(devices);
    microphone.track.addEventListener('ended', () => this.ended());
  }
}

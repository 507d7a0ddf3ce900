import type { AudioReport, AudioSetup } from '../../shared/ipc/audio';
import { findChosen, planInput, planOutput, systemDefault, type SoundDevice } from './device-choice';
import type { AudioEngine } from './engine';
import { closeMicrophone, openMicrophone, troubleOf, type Microphone } from './microphone';

/** The world of {@link Sound}. */
export interface SoundWorld {
  readonly media: MediaDevices;
  /** Resolves to the same engine for as long as it works. */
  readonly engine: () => Promise<AudioEngine>;
  readonly report: (report: AudioReport) => void;
}

/** A microphone that was just opened; `lost`: in place of one that is gone. */
interface Opened {
  readonly microphone: Microphone;
  readonly lost: boolean;
}

/**
 * Keeps microphone and speakers as they are wanted. Every change of wishes or devices leads to one more pass of
 * `settle`; passes never overlap, so that nothing can be opened twice or left open.
 */
export class Sound {
  private wanted: AudioSetup | null = null;
  private microphone: Microphone | null = null;
  private defaultMark = '';
  private output = '';
  private running = false;
  /** The person was told that there is no microphone, or that this one is silent. */
  private toldMissing = false;
  private toldSilent = false;
  private settling: Promise<void> | null = null;
  private unsettled = false;

  constructor(private readonly world: SoundWorld) {
    world.media.addEventListener('devicechange', () => this.devicesChanged());
  }

  /** Opens sound as set up, or changes it without a break. */
  open(setup: AudioSetup): void {
    this.wanted = setup;
    this.toldMissing = false;
    this.resettle();
  }

  close(): void {
    this.wanted = null;
    this.resettle();
  }

  /** The microphone in use delivers nothing but zeros. */
  microphoneSilent(): void {
    if (!this.microphone || this.toldSilent) return;
    this.toldSilent = true;
    this.trouble('microphone_silent', false, this.microphone.track.label);
  }

  private devicesChanged(): void {
    if (this.wanted) this.resettle();
  }

  private resettle(): void {
    this.unsettled = true;
    this.settling ??= this.settleAll();
  }

  private async settleAll(): Promise<void> {
    while (this.unsettled) {
      this.unsettled = false;
      await this.settle(this.wanted).catch(() => {
        this.dropMicrophone();
        this.trouble('sound_failed', true, '');
      });
    }
    this.settling = null;
  }

  private async settle(setup: AudioSetup | null): Promise<void> {
    if (!setup) return this.stop();
    const { media } = this.world;
    // Without a choice the default is meant, and asking for the list would only cost time.
    const quick = !this.running && !setup.input && !setup.output && this.output === '';
    const devices = quick ? [] : await media.enumerateDevices();
    const [engine, microphone] = await Promise.allSettled([
      this.startEngine(setup, devices),
      this.settleMicrophone(setup, devices),
    ]);
    for (const part of [engine, microphone]) if (part.status === 'rejected') throw part.reason;
    if (microphone.status === 'fulfilled' && microphone.value)
      await this.reportOpened(setup, microphone.value);
  }

  private async stop(): Promise<void> {
    this.dropMicrophone();
    if (!this.running) return;
    this.running = false;
    await (await this.world.engine()).stop();
    this.world.report({ type: 'closed' });
  }

  private async startEngine(setup: AudioSetup, devices: readonly SoundDevice[]): Promise<void> {
    const engine = await this.world.engine();
    if (!this.running) await engine.start();
    this.running = true;
    await this.settleOutput(engine, setup, devices);
  }

  private async settleOutput(
    engine: AudioEngine,
    setup: AudioSetup,
    devices: readonly SoundDevice[],
  ): Promise<void> {
    const plan = planOutput(setup.output, devices, this.output);
    if (plan.deviceId === this.output) return;
    const moved = await engine.playOn(plan.deviceId).then(
      () => true,
      () => false,
    );
    if (moved) this.output = plan.deviceId;
    else if (this.output !== '') {
      await engine.playOn('');
      this.output = '';
    }
    if (plan.lost || !moved) this.trouble('speaker_lost', false, this.outputLabel(setup, devices));
  }

  /** Resolves to what is to be told when a microphone was opened. */
  private async settleMicrophone(setup: AudioSetup, devices: readonly SoundDevice[]): Promise<Opened | null> {
    const before = this.microphone;
    const plan = planInput(
      { choice: setup.input, autoGainControl: setup.autoGainControl },
      devices,
      before && { ...before, defaultMark: this.defaultMark, ended: before.track.readyState === 'ended' },
    );
    if (plan.type === 'stay') return null;
    const { lost } = plan;
    try {
      const microphone = await openMicrophone(this.world.media, {
        ...plan,
        autoGainControl: setup.autoGainControl,
      });
      await this.use(microphone);
      return { microphone, lost };
    } catch (error) {
      this.microphoneFailed(error, lost);
      return null;
    }
  }

  private async use(microphone: Microphone): Promise<void> {
    (await this.world.engine()).connectMicrophone(microphone.stream);
    this.dropMicrophone();
    this.microphone = microphone;
    this.toldMissing = false;
    this.toldSilent = false;
    microphone.track.addEventListener('ended', () => this.devicesChanged());
  }

  private async reportOpened(setup: AudioSetup, { microphone, lost }: Opened): Promise<void> {
    const devices = await this.world.media.enumerateDevices();
    this.defaultMark = systemDefault(devices, 'audioinput').mark;
    const input = inputLabel(microphone, devices);
    if (lost) this.trouble('microphone_lost', false, input);
    const { sampleRate, echoCancellation } = microphone.track.getSettings();
    this.world.report({
      type: 'opened',
      input: clip(input),
      output: clip(this.outputLabel(setup, devices)),
      sampleRate: sampleRate ?? 0,
      echoCancellation: echoCancellation === true,
    });
  }

  private microphoneFailed(error: unknown, lost: boolean): void {
    const { microphone } = this;
    if (microphone && !lost) return this.trouble(troubleOf(error), false, microphone.track.label);
    this.dropMicrophone();
    if (this.toldMissing) return;
    this.toldMissing = true;
    this.trouble(microphone ? 'microphone_lost' : troubleOf(error), true, '');
  }

  private dropMicrophone(): void {
    if (this.microphone) closeMicrophone(this.microphone);
    this.microphone = null;
  }

  private outputLabel(setup: AudioSetup, devices: readonly SoundDevice[]): string {
    const chosen = this.output === '' ? null : findChosen(setup.output, devices, 'audiooutput');
    return chosen?.label ?? systemDefault(devices, 'audiooutput').label;
  }

  private trouble(
    trouble: Extract<AudioReport, { type: 'trouble' }>['trouble'],
    fatal: boolean,
    device: string,
  ): void {
    this.world.report({ type: 'trouble', trouble, fatal, device: clip(device) });
  }
}

function inputLabel({ deviceId, track }: Microphone, devices: readonly SoundDevice[]): string {
  const label = deviceId === null ? systemDefault(devices, 'audioinput').label : '';
  return label || track.label;
}

/** Device names come from outside and may be of any length; the contract takes 512. */
function clip(label: string): string {
  return label.slice(0, 512);
}

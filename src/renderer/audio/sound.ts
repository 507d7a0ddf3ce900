import type { AudioReport, AudioSetup, AudioTrouble } from '../../shared/ipc/audio';
import type { CapturePath } from './capture-path';
import { systemDefault, type SoundDevice } from './device-choice';
import { DeviceWatch } from './device-watch';
import type { Microphone } from './microphone';
import { Microphones } from './microphones';
import type { PlaybackPath } from './playback-path';
import { Speakers } from './speakers';

/** Longest name of a device that the contract takes. */
const LONGEST_LABEL = 512;

/**
 * Keeps microphone and speakers as they are wanted. Every change of wishes or devices leads to one more pass of
 * `settle`; passes never overlap, so that nothing is opened twice or left open.
 */
export class Sound {
  private readonly watch: DeviceWatch;
  private readonly microphones: Microphones;
  private readonly speakers: Speakers;
  private wanted: AudioSetup | null = null;
  private running = false;
  private settling = false;
  private unsettled = false;
  /** The person knows already that there is no microphone, or that the one in use is silent. */
  private toldMissing = false;
  private toldSilent = false;

  constructor(
    private readonly media: MediaDevices,
    private readonly capture: CapturePath,
    playback: PlaybackPath,
    private readonly report: (report: AudioReport) => void,
  ) {
    const devicesChanged = () => this.resettle();
    this.watch = new DeviceWatch(media, devicesChanged, () => this.toldMissing);
    this.microphones = new Microphones(media, capture, devicesChanged);
    this.speakers = new Speakers(playback);
    capture.onSilent(() => this.microphoneSilent());
    playback.onBreakdown(() => this.speakersBroke());
  }

  /** Opens sound as set up, or changes it without a break. */
  open(setup: AudioSetup): void {
    this.wanted = setup;
    this.toldMissing = false;
    if (!setup.microphone) this.microphones.close();
    this.resettle();
  }

  /** Lets go of everything; the microphone at once, whatever a pass that is under way still waits for. */
  close(): void {
    this.wanted = null;
    this.microphones.close();
    this.resettle();
  }

  private microphoneSilent(): void {
    const { label } = this.microphones;
    if (label === null || this.toldSilent) return;
    this.toldSilent = true;
    this.tell('microphone_silent', false, label);
  }

  private speakersBroke(): void {
    this.speakers.breakDown();
    // Trying out a broken device makes further noise of this kind; that pass finds another one itself.
    if (this.running && !this.settling) this.resettle();
  }

  private resettle(): void {
    this.unsettled = true;
    if (!this.settling) void this.settleAll();
  }

  private async settleAll(): Promise<void> {
    this.settling = true;
    while (this.unsettled) {
      this.unsettled = false;
      await (this.wanted ? this.settle(this.wanted) : this.stop()).catch(() => this.fail());
    }
    this.settling = false;
  }

  private async fail(): Promise<void> {
    this.microphones.close();
    this.running = false;
    await Promise.allSettled([this.capture.stop(), this.speakers.stop()]);
    this.tell('sound_failed', true, '');
  }

  private async settle(setup: AudioSetup): Promise<void> {
    // Without a choice the default is meant, and asking for the list first would only cost time.
    const isQuick = !this.running && !setup.input && !setup.output;
    const devices = isQuick ? [] : await this.media.enumerateDevices();
    const started = this.running ? Promise.resolve() : this.capture.start();
    this.running = true;
    this.watch.start();
    // Each on its own, because slow speakers must not keep the person waiting to be heard.
    const all = [
      started,
      this.settleMicrophone(setup, devices, started),
      this.settleSpeakers(setup, devices),
    ];
    // All of it is over before anything is closed for what failed: nothing may open after that.
    const failed = (await Promise.allSettled(all)).find(({ status }) => status === 'rejected');
    if (failed) throw new Error('The sound did not start.');
  }

  private async stop(): Promise<void> {
    this.microphones.close();
    this.watch.stop();
    if (!this.running) return;
    this.running = false;
    await Promise.allSettled([this.capture.stop(), this.speakers.stop()]);
    this.report({ type: 'closed' });
  }

  private async settleSpeakers(setup: AudioSetup, devices: readonly SoundDevice[]): Promise<void> {
    const lost = await this.speakers.settle(setup.output, devices);
    if (!lost) return;
    const current = await this.media.enumerateDevices();
    this.tell('speaker_lost', false, this.speakers.label(setup.output, current));
  }

  private async settleMicrophone(
    setup: AudioSetup,
    devices: readonly SoundDevice[],
    started: Promise<void>,
  ): Promise<void> {
    // Somebody who types is not listened to; the frames go on as silence.
    if (!setup.microphone) return this.microphones.close();
    const outcome = await this.microphones.settle(setup, devices);
    await started.catch((error: unknown) => {
      // Nobody takes what it hears, and the speakers may be long about it.
      this.microphones.close();
      throw error;
    });
    if (outcome.type === 'opened') {
      this.toldMissing = false;
      this.toldSilent = false;
      await this.tellOpened(setup, outcome.microphone, outcome.lost);
    } else if (outcome.type === 'failed' && !(outcome.fatal && this.toldMissing)) {
      this.toldMissing = outcome.fatal;
      this.tell(outcome.trouble, outcome.fatal, this.microphones.label ?? '');
    }
  }

  private async tellOpened(setup: AudioSetup, { deviceId, track }: Microphone, lost: boolean): Promise<void> {
    const devices = await this.media.enumerateDevices();
    this.microphones.noteDefault(devices);
    const ofDefault = deviceId === null ? systemDefault(devices, 'audioinput').label : '';
    const input = (ofDefault || track.label).slice(0, LONGEST_LABEL);
    if (lost) this.tell('microphone_lost', false, input);
    const { sampleRate, echoCancellation } = track.getSettings();
    this.report({
      type: 'opened',
      input,
      output: this.speakers.label(setup.output, devices).slice(0, LONGEST_LABEL),
      sampleRate: sampleRate ?? 0,
      echoCancellation: echoCancellation === true,
    });
  }

  private tell(trouble: AudioTrouble, fatal: boolean, device: string): void {
    this.report({ type: 'trouble', trouble, fatal, device: device.slice(0, LONGEST_LABEL) });
  }
}

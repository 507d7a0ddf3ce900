import type { DeviceChoice } from '../../shared/settings/schema';
import { findChosen, planOutput, systemDefault, type SoundDevice } from './device-choice';
import type { PlaybackPath } from './playback-path';

/** What {@link Speakers} need of the way to them. */
export type PlaybackOutput = Pick<PlaybackPath, 'playOn' | 'start' | 'stop'>;

/** Keeps the speakers as they are wanted. Calls must not overlap. */
export class Speakers {
  /** '' is the system's own, null is none. */
  private inUse: string | null = '';
  private running = false;
  /** The device in use stopped working; Chromium needs another one in between to start it again. */
  private broken = false;
  /** The wanted device of which the person knows that it does not work. */
  private toldFailing: string | null = null;

  constructor(private readonly output: PlaybackOutput) {}

  /** The device in use stopped working: the next `settle` sees to it. */
  breakDown(): void {
    this.broken = true;
  }

  /**
   * Plays on the chosen device, else on the system's own, else on none.
   * Resolves to true when the person must be told that what they used or wanted does not work.
   */
  async settle(choice: DeviceChoice, devices: readonly SoundDevice[]): Promise<boolean> {
    const before = this.inUse;
    const plan = planOutput(choice, devices, before ?? '');
    if (this.running && !this.broken && before === plan.deviceId) return false;
    const lost = plan.lost || (this.running && this.broken);
    for (const candidate of new Set([plan.deviceId, '', null])) {
      if (!(await this.tryOn(candidate))) continue;
      if (candidate === plan.deviceId) {
        this.toldFailing = null;
        return lost && candidate !== before;
      }
      const isNews = lost || this.toldFailing !== plan.deviceId;
      this.toldFailing = plan.deviceId;
      return isNews;
    }
    return true;
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.output.stop();
  }

  /** Name of the device in use as far as `devices` tell; empty when there is none. */
  label(choice: DeviceChoice, devices: readonly SoundDevice[]): string {
    if (this.inUse === null) return '';
    const chosen = this.inUse === '' ? null : findChosen(choice, devices, 'audiooutput');
    return chosen?.label ?? systemDefault(devices, 'audiooutput').label;
  }

  private async tryOn(deviceId: string | null): Promise<boolean> {
    try {
      if (this.broken && deviceId !== null) await this.output.playOn(null);
      if (this.broken || deviceId !== this.inUse) await this.output.playOn(deviceId);
      this.inUse = deviceId;
      await this.output.start();
      this.running = true;
      this.broken = false;
      return true;
    } catch {
      this.broken = true;
      return false;
    }
  }
}

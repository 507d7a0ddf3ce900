import type { SoundDevice } from './device-choice';

/** How often the list is looked at, for systems that do not tell of every device (Bluetooth on Linux). */
const LOOK_MS = 3_000;

/**
 * Watches which sound devices there are; only while `start`ed does it cost anything. While a device is `missed`,
 * every look counts as a change: Chromium's list on Linux knows only devices that the kernel tells of, but the
 * sound server's own may be there again.
 */
export class DeviceWatch {
  private timer: ReturnType<typeof setInterval> | null = null;
  private seen: string | null = null;

  constructor(
    private readonly media: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener'>,
    private readonly changed: () => void,
    private readonly missed: () => boolean,
  ) {
    media.addEventListener('devicechange', () => {
      if (this.timer !== null) changed();
    });
  }

  start(): void {
    this.timer ??= setInterval(() => void this.look(), LOOK_MS);
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.seen = null;
  }

  private async look(): Promise<void> {
    // A list that cannot be had now is looked at again next time.
    const devices = await this.media.enumerateDevices().catch(() => null);
    if (devices === null || this.timer === null) return;
    const list = signature(devices);
    const isNews = this.seen !== null && this.seen !== list;
    this.seen = list;
    if (isNews || this.missed()) this.changed();
  }
}

function signature(devices: readonly SoundDevice[]): string {
  return devices
    .map(({ kind, deviceId, groupId, label }) => `${kind} ${deviceId} ${groupId} ${label}`)
    .join('\n');
}

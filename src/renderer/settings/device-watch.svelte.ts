import type { SoundDevice } from './devices';

/**
 * The sound devices of this computer, kept up to date from `watch` on. Never opens a device, so it asks for
 * no permission; names are missing until the microphone was allowed.
 */
export class DeviceWatch {
  #devices = $state.raw<readonly SoundDevice[]>([]);
  #failed = $state(false);

  get devices() {
    return this.#devices;
  }
  /** True when the system does not tell its devices. */
  get failed() {
    return this.#failed;
  }

  /** Returns the function that ends the watching. */
  watch(): () => void {
    const media = navigator.mediaDevices;
    const read = () =>
      media.enumerateDevices().then(
        (devices) => {
          this.#devices = devices;
          this.#failed = false;
        },
        () => (this.#failed = true),
      );
    media.addEventListener('devicechange', read);
    void read();
    return () => media.removeEventListener('devicechange', read);
  }
}

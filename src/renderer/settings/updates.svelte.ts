import type { UpdatePicture } from '../../shared/ipc/updates';
import { sentenceOf, type WindowBridge } from '../bridge';

/** How it stands with new versions, as main tells it. */
export class UpdatesStore {
  #picture = $state.raw<UpdatePicture | null>(null);
  #failure = $state<string | null>(null);

  constructor(private readonly bridge: WindowBridge) {}

  /** Null until main has told. */
  get picture() {
    return this.#picture;
  }
  /** Why the last request failed. */
  get failure() {
    return this.#failure;
  }

  /** Listens to main and asks once. Returns the function that ends the listening. */
  connect(): () => void {
    const end = this.bridge.on('updates.changed', (picture) => (this.#picture = picture));
    void this.#attempt(async () => (this.#picture = await this.bridge.request('updates.current')));
    return end;
  }

  look(): Promise<void> {
    return this.#attempt(() => this.bridge.request('updates.look'));
  }

  fetch(): Promise<void> {
    return this.#attempt(() => this.bridge.request('updates.fetch'));
  }

  /** Ends Parley; the new version comes up. */
  restart(): Promise<void> {
    return this.#attempt(() => this.bridge.request('updates.restart'));
  }

  async #attempt(request: () => Promise<unknown>): Promise<void> {
    try {
      await request();
      this.#failure = null;
    } catch (error) {
      this.#failure = sentenceOf(error);
    }
  }
}

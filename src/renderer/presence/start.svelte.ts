import type { StartPicture } from '../../shared/ipc/presence';
import { sentenceOf, type WindowBridge } from '../bridge';

/** How Parley starts, read from the system while it is shown. */
export class StartStore {
  #picture = $state.raw<StartPicture | null>(null);
  #failure = $state<string | undefined>();

  constructor(private readonly bridge: WindowBridge) {}

  /** What the system says; null until it has answered. */
  get picture() {
    return this.#picture;
  }
  /** Sentence of the last change that the system refused. */
  get failure() {
    return this.#failure;
  }

  /** Asks the system. */
  async read(): Promise<void> {
    await this.#attempt(() => this.bridge.request('presence.start'));
  }

  /** Shows at once; the system's own answer counts in the end. */
  async setAtLogin(on: boolean): Promise<void> {
    const before = this.#picture;
    if (before) this.#picture = { ...before, atLogin: on };
    if (!(await this.#attempt(() => this.bridge.request('presence.setAtLogin', on)))) this.#picture = before;
  }

  quit(): void {
    // There is nobody left to answer.
    this.bridge.request('presence.quit').catch(() => undefined);
  }

  async #attempt(request: () => Promise<StartPicture>): Promise<boolean> {
    try {
      this.#picture = await request();
      this.#failure = undefined;
      return true;
    } catch (error) {
      this.#failure = sentenceOf(error);
      return false;
    }
  }
}

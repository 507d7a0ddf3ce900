import type { SelfTestPicture } from '../../shared/ipc/self-test';
import type { PlainText } from '../../shared/words/catalogue';
import { sentenceOf, type WindowBridge } from '../bridge';

/** The self-test as the settings show it. */
export class SelfTestStore {
  #picture = $state.raw<SelfTestPicture | null>(null);
  #told = $state<PlainText | null>(null);
  #failure = $state('');

  constructor(private readonly bridge: WindowBridge) {}

  /** The last test; null before the first. */
  get picture() {
    return this.#picture;
  }
  get told() {
    return this.#told;
  }
  get failure() {
    return this.#failure;
  }

  /** Listens. Returns the function that ends the listening. */
  connect(): () => void {
    this.#told = null;
    return this.bridge.on('selfTest.changed', (picture) => (this.#picture = picture));
  }

  run(): Promise<void> {
    return this.#attempt(async () => {
      this.#picture = await this.bridge.request('selfTest.run');
      return null;
    });
  }

  cancel(): Promise<void> {
    return this.#attempt(() => this.bridge.request('selfTest.cancel').then(() => null));
  }

  /** Copies the report. */
  copy(): Promise<void> {
    return this.#attempt(async () => {
      await this.bridge.request('history.copyDiagnostics', null);
      return 'The report was copied. It holds no words, keys or names.';
    });
  }

  async #attempt(work: () => Promise<PlainText | null>): Promise<void> {
    this.#failure = '';
    try {
      this.#told = await work();
    } catch (error) {
      this.#failure = sentenceOf(error);
    }
  }
}

import type {
  DeletableKind,
  DeletionProgress,
  DeletionResult,
  KeptKind,
  KeptPlace,
} from '../../../shared/ipc/privacy';
import { sentenceOf, type WindowBridge } from '../../bridge';

/** What Parley keeps, as the settings show it. */
export class PrivacyStore {
  #places = $state.raw<readonly KeptPlace[]>([]);
  #progress = $state.raw<DeletionProgress | null>(null);
  #result = $state.raw<DeletionResult | null>(null);
  #failure = $state('');

  constructor(private readonly bridge: WindowBridge) {}

  get places() {
    return this.#places;
  }
  /** How far a deletion is; null while there is none. */
  get progress() {
    return this.#progress;
  }
  get result() {
    return this.#result;
  }
  get failure() {
    return this.#failure;
  }

  /** Reads how much there is, and listens. Returns the function that ends the listening. */
  connect(): () => void {
    this.#result = null;
    void this.#attempt(() => this.#look());
    return this.bridge.on('privacy.progress', (progress) => {
      if (this.#progress) this.#progress = progress;
    });
  }

  open(kind: KeptKind): Promise<void> {
    return this.#attempt(() => this.bridge.request('privacy.open', kind));
  }

  async delete(kinds: readonly DeletableKind[], atService: boolean): Promise<void> {
    if (this.#progress) return;
    this.#progress = { done: 0, of: kinds.length };
    this.#result = null;
    await this.#attempt(async () => {
      this.#result = await this.bridge.request('privacy.delete', { kinds: [...kinds], atService });
      await this.#look();
    });
    this.#progress = null;
  }

  async #look(): Promise<void> {
    this.#places = await this.bridge.request('privacy.places');
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    this.#failure = '';
    await work().catch((error: unknown) => (this.#failure = sentenceOf(error)));
  }
}

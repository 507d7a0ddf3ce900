import type { ShortcutsState } from '../../../shared/ipc/shortcuts';
import { keysLabel } from '../../../shared/shortcuts/label';
import type { ShortcutName } from '../../../shared/shortcuts/shortcuts';
import { shortcutTrouble } from '../../../shared/shortcuts/trouble';
import { sentenceOf, type WindowBridge } from '../../bridge';

/** The keys that work in every app, as this window shows them. */
export class ShortcutsStore {
  #state = $state.raw<ShortcutsState | null>(null);
  #dismissed = $state<string | null>(null);
  readonly #trouble = $derived(this.#state && shortcutTrouble(this.#state));
  #failure = $state.raw<{ readonly name: ShortcutName | null; readonly sentence: string } | null>(null);

  constructor(private readonly bridge: WindowBridge) {}

  /** Null until main has told. */
  get state() {
    return this.#state;
  }

  /** What is held to talk in any app, as it is written on the keys; null while nothing is. */
  get heldToTalk(): string | null {
    const state = this.#state;
    const talk = state?.shortcuts.find(({ name }) => name === 'talk');
    if (!state?.canHold || state.problem || !talk || talk.problem) return null;
    return talk.inSystem ?? (talk.keys === null ? null : keysLabel(talk.keys, state.system));
  }

  /** What to tell of keys that do not work, until it is dismissed or they work again. */
  get trouble() {
    return this.#trouble?.sentence === this.#dismissed ? null : this.#trouble;
  }

  /** Why the last request did not work, at which shortcut (null: at all). */
  get failure() {
    return this.#failure;
  }

  /** Reads them and listens for changes. Returns the function that ends the listening. */
  connect(): () => void {
    const end = this.bridge.on('shortcuts.changed', (state) => this.#take(state));
    void this.#ask(null, async () => this.#take(await this.bridge.request('shortcuts.state')));
    return () => {
      end();
      this.#failure = null;
    };
  }

  /** The person has seen what there is to tell. */
  dismissTrouble(): void {
    this.#dismissed = this.#trouble?.sentence ?? null;
  }

  /** Binds one anew. When main refuses, the earlier one stays, and `failure` says why. */
  set(name: ShortcutName, keys: string | null): Promise<void> {
    return this.#ask(name, async () => {
      this.#take(await this.bridge.request('shortcuts.set', { name, keys }));
    });
  }

  /** While keys are pressed to be chosen, none of them does anything. */
  recording(on: boolean): void {
    if (on) this.#failure = null;
    // It ends by itself at the latest.
    this.bridge.request('shortcuts.recording', on).catch(() => undefined);
  }

  /** Has the system ask for its permission. */
  allow(): Promise<void> {
    return this.#ask(null, async () => {
      this.#take(await this.bridge.request('shortcuts.allow'));
    });
  }

  /** A key that no shortcut can have was pressed. */
  unknownKey(name: ShortcutName): void {
    this.#failure = { name, sentence: 'Parley does not know this key. Press another one.' };
  }

  #take(state: ShortcutsState): void {
    this.#state = state;
    // The next trouble is news again, also one just like it.
    if (this.#trouble === null) this.#dismissed = null;
  }

  async #ask(name: ShortcutName | null, work: () => Promise<unknown>): Promise<void> {
    this.#failure = null;
    try {
      await work();
    } catch (error) {
      this.#failure = { name, sentence: sentenceOf(error) };
    }
  }
}

/**
 * The modal dialogs that are open, the latest on top. Everything outside the top one is out of reach, so what the
 * person must be able to answer at any time is shown inside it.
 */
import { getContext, setContext, untrack, type Snippet } from 'svelte';

const KEY = Symbol('modals');

/** The open dialogs, and what is shown in the top one whatever it is about. */
export class Modals {
  #open = $state.raw<readonly HTMLDialogElement[]>([]);

  /** @param urgent Shown in the top dialog, below what that is about. */
  constructor(readonly urgent: Snippet) {}

  /** The one that takes keys and clicks; null while none is open. */
  get top(): HTMLDialogElement | null {
    return this.#open.at(-1) ?? null;
  }

  /** Opens a dialog over all others. Returns the function that closes it. */
  show(dialog: HTMLDialogElement): () => void {
    if (!dialog.open) dialog.showModal();
    this.#open = [...untrack(() => this.#open), dialog];
    return () => {
      this.#open = this.#open.filter((other) => other !== dialog);
      dialog.close();
    };
  }
}

/** Gives the modal dialogs of this component's descendants one place to be known. */
export function provideModals(urgent: Snippet): Modals {
  return setContext(KEY, new Modals(urgent));
}

/** The modal dialogs of this window. */
export const useModals = (): Modals => getContext<Modals>(KEY);

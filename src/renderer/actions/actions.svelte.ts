import type { AuditFilter, AuditFormat, AuditPage } from '../../shared/ipc/audit';
import { sentenceOf, type WindowBridge } from '../bridge';

/** Rows that are asked for at first, and more by each "Show more". */
const STEP = 50;

/** What Parley did, as this window shows it. */
export class ActionsStore {
  #filter = $state.raw<AuditFilter>({ text: '', tool: null, outcome: null, from: null, to: null });
  #page = $state.raw<AuditPage | null>(null);
  #failure = $state<string | null>(null);
  #done = $state('');
  #undoing = $state<string | null>(null);
  #most = STEP;
  /** One question at a time: what changes meanwhile asks once more. */
  #asking = false;
  #askAgain = false;

  constructor(private readonly bridge: WindowBridge) {}

  get filter() {
    return this.#filter;
  }
  /** What fits the filter; null until main has answered for the first time. */
  get page() {
    return this.#page;
  }
  /** Sentence of the last thing that failed, until the next one. */
  get failure() {
    return this.#failure;
  }
  /** What the last action has done, in words. */
  get done() {
    return this.#done;
  }
  /** Id of the record that is being taken back. */
  get undoing() {
    return this.#undoing;
  }

  /** Asks for the list and keeps it up to date. Returns the function that ends that. */
  connect(): () => void {
    const end = this.bridge.on('audit.changed', () => void this.#list());
    void this.#list();
    return end;
  }

  look(change: Partial<AuditFilter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.#most = STEP;
    void this.#list();
  }

  showMore(): void {
    this.#most += STEP;
    void this.#list();
  }

  /** Takes an action back; says what came of it. */
  async undo(id: string): Promise<void> {
    if (this.#undoing !== null) return;
    this.#undoing = id;
    await this.#attempt(async () => {
      const { done, said } = await this.bridge.request('undo.action', id);
      if (!done) throw new Error(said);
      return said;
    });
    this.#undoing = null;
  }

  /** Saves all that fits the filter. */
  export(format: AuditFormat): Promise<boolean> {
    return this.#attempt(async () => {
      const result = await this.bridge.request('audit.export', { ...this.#filter, format });
      return result === 'saved' ? 'Saved.' : '';
    });
  }

  /** Removes every record. */
  clear(): Promise<boolean> {
    return this.#attempt(async () => {
      await this.bridge.request('audit.clear');
      return 'The list is empty.';
    });
  }

  async #list(): Promise<void> {
    this.#askAgain = this.#asking;
    if (this.#asking) return;
    this.#asking = true;
    try {
      this.#page = await this.bridge.request('audit.search', { ...this.#filter, limit: this.#most });
    } catch (error) {
      this.#failure = sentenceOf(error);
    }
    this.#asking = false;
    if (this.#askAgain) await this.#list();
  }

  async #attempt(action: () => Promise<string>): Promise<boolean> {
    try {
      this.#done = await action();
      this.#failure = null;
      return true;
    } catch (error) {
      this.#done = '';
      this.#failure = sentenceOf(error);
      return false;
    }
  }
}

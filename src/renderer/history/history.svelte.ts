import type {
  DayLatency,
  DigestKind,
  ExportFormat,
  HistoryPage,
  KeptConversation,
} from '../../shared/ipc/history';
import { sentenceOf, type WindowBridge } from '../bridge';

/** Rows that are asked for at first, and more by each "Show more". */
const STEP = 50;

/** The history as this window shows it, and what the person can do with it. */
export class HistoryStore {
  #query = $state('');
  #page = $state.raw<HistoryPage | null>(null);
  #selected = $state.raw<KeptConversation | null>(null);
  #latencies = $state.raw<readonly DayLatency[]>([]);
  #digesting = $state.raw<{ readonly id: string; readonly text: string } | null>(null);
  #failure = $state<string | null>(null);
  #done = $state('');
  #most = STEP;
  /** One question at a time: what changes meanwhile asks once more. */
  #asking = false;
  #askAgain = false;

  constructor(private readonly bridge: WindowBridge) {}

  get query() {
    return this.#query;
  }
  /** What fits the query; null until main has answered for the first time. */
  get page() {
    return this.#page;
  }
  /** The conversation whose page is shown; null while the list is. */
  get selected() {
    return this.#selected;
  }
  get latencies() {
    return this.#latencies;
  }
  /** What a language model has written so far about the shown conversation; null while it writes nothing. */
  get digesting() {
    return this.#digesting?.id === this.#selected?.id ? this.#digesting : null;
  }
  /** Sentence of the last thing that failed, until the next one. */
  get failure() {
    return this.#failure;
  }
  /** What the last action has done, in words. */
  get done() {
    return this.#done;
  }

  /** Asks for the list and keeps it up to date. Returns the function that ends that. */
  connect(): () => void {
    const ends = [
      this.bridge.on('history.changed', () => void this.#refresh()),
      this.bridge.on('history.digesting', ({ id, text }) => {
        if (this.#digesting?.id === id) this.#digesting = { id, text };
      }),
    ];
    void this.#refresh();
    return () => ends.forEach((end) => end());
  }

  search(query: string): void {
    this.#query = query;
    this.#most = STEP;
    void this.#list();
  }

  showMore(): void {
    this.#most += STEP;
    void this.#list();
  }

  /** Shows a conversation's page. */
  async select(id: string): Promise<void> {
    await this.#attempt('', async () => {
      this.#selected = await this.bridge.request('history.read', id);
    });
  }

  /** Back to the list; false when it is shown already. */
  back(): boolean {
    this.#failure = null;
    this.#done = '';
    if (this.#selected === null) return false;
    this.#selected = null;
    return true;
  }

  /** Gives the shown conversation a title; an empty one brings the first words back. */
  rename(title: string): Promise<boolean> {
    return this.#withSelected('Renamed.', async ({ id }) => {
      await this.bridge.request('history.rename', { id, title });
    });
  }

  /** Removes the shown conversation and goes back to the list. */
  async remove(atService: boolean): Promise<boolean> {
    const removed = await this.#withSelected('Deleted.', async ({ id }) => {
      await this.bridge.request('history.delete', { id, atService });
    });
    if (!removed) return false;
    // Its row goes at once: the focus must not land on it.
    const page = this.#page;
    this.#page = page && { ...page, rows: page.rows.filter(({ head }) => head.id !== this.#selected?.id) };
    this.#selected = null;
    return true;
  }

  export(format: ExportFormat): Promise<boolean> {
    return this.#withSelected('', async ({ id }) => {
      const result = await this.bridge.request('history.export', { id, format });
      this.#done = result === 'saved' ? 'Saved.' : '';
    });
  }

  /** Copies facts for support: of the shown conversation, or of Parley. */
  copyDiagnostics(): Promise<boolean> {
    return this.#attempt('Copied. Nothing that was said is in it.', () =>
      this.bridge.request('history.copyDiagnostics', this.#selected?.id ?? null),
    );
  }

  /** Has a language model write a summary of the shown conversation, or extract what the schema asks for. */
  digest(kind: DigestKind): Promise<boolean> {
    return this.#withSelected('', async ({ id }) => {
      this.#digesting = { id, text: '' };
      try {
        const made = await this.bridge.request('history.digest', { id, kind });
        this.#done = made ? 'Done.' : 'Stopped.';
      } finally {
        if (this.#digesting.id === id) this.#digesting = null;
      }
    });
  }

  /** Calls off what a language model is writing. */
  stopDigest(): Promise<boolean> {
    return this.#attempt('', () => this.bridge.request('history.stopDigest'));
  }

  /** Starts a conversation that goes on from the shown one. */
  continue(): Promise<boolean> {
    return this.#withSelected('', ({ id }) => this.bridge.request('history.continue', id));
  }

  async #refresh(): Promise<void> {
    await this.#list();
    const id = this.#selected?.id;
    if (id === undefined) return;
    // A page whose conversation was removed elsewhere stays as it was; its actions will say so.
    const now = await this.bridge.request('history.read', id).catch(() => this.#selected);
    if (this.#selected?.id === id) this.#selected = now;
  }

  async #list(): Promise<void> {
    this.#askAgain = this.#asking;
    if (this.#asking) return;
    this.#asking = true;
    await this.#attempt(this.#done, async () => {
      this.#page = await this.bridge.request('history.list', { query: this.#query, most: this.#most });
      this.#latencies = await this.bridge.request('history.latencies');
    });
    this.#asking = false;
    if (this.#askAgain) await this.#list();
  }

  #withSelected(done: string, action: (selected: KeptConversation) => Promise<unknown>): Promise<boolean> {
    const selected = this.#selected;
    if (!selected) return Promise.resolve(false);
    return this.#attempt(done, () => action(selected));
  }

  async #attempt(done: string, action: () => Promise<unknown>): Promise<boolean> {
    try {
      this.#done = done;
      await action();
      this.#failure = null;
      return true;
    } catch (error) {
      this.#done = '';
      this.#failure = sentenceOf(error);
      return false;
    }
  }
}

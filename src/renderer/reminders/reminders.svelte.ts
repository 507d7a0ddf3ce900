import type { ReminderPicture } from '../../shared/ipc/reminders';
import { sentenceOf, type WindowBridge } from '../bridge';

/** Timers, alarms and reminders, as main tells them. */
export class RemindersStore {
  #all = $state.raw<readonly ReminderPicture[]>([]);
  #failure = $state<string | null>(null);

  /** What is due and was not dismissed, the oldest first. */
  readonly ringing = $derived(
    this.#all
      .filter(({ ringingSince }) => ringingSince !== null)
      .sort((a, b) => (a.ringingSince ?? 0) - (b.ringingSince ?? 0)),
  );
  /** Timers that run, the next to be done first. */
  readonly running = $derived(
    this.#all
      .filter(({ kind, dueAt, ringingSince }) => kind === 'timer' && dueAt !== null && ringingSince === null)
      .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0)),
  );

  constructor(private readonly bridge: WindowBridge) {}

  /** Why the last request failed. */
  get failure() {
    return this.#failure;
  }

  /** Listens to main and asks for all. Returns the function that ends the listening. */
  connect(): () => void {
    const end = this.bridge.on('reminders.changed', (all) => (this.#all = all));
    void this.#attempt(async () => (this.#all = await this.bridge.request('reminders.current')));
    return end;
  }

  dismiss(id: string): Promise<void> {
    return this.#attempt(() => this.bridge.request('reminders.dismiss', id));
  }

  snooze(id: string): Promise<void> {
    return this.#attempt(() => this.bridge.request('reminders.snooze', id));
  }

  cancel(id: string): Promise<void> {
    return this.#attempt(() => this.bridge.request('reminders.cancel', id));
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

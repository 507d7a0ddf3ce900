import type { CostTotals } from '../../shared/ipc/cost';
import { sentenceOf, type WindowBridge } from '../bridge';

/** What the hosted service has cost, as main's ledger tells it. */
export class CostStore {
  #totals = $state.raw<CostTotals | null>(null);
  #failure = $state<string | null>(null);

  constructor(private readonly bridge: WindowBridge) {}

  /** Closed sessions of today and this month; null until main has told. */
  get totals() {
    return this.#totals;
  }

  /** Why the sums could not be had last time; those of before are still shown. */
  get failure() {
    return this.#failure;
  }

  /** Listens to main and asks for the sums. Returns the function that ends the listening. */
  connect(): () => void {
    const end = this.bridge.on('cost.changed', (totals) => (this.#totals = totals));
    void this.refresh();
    return end;
  }

  /** Asks again: "today" may have become yesterday. */
  async refresh(): Promise<void> {
    try {
      this.#totals = await this.bridge.request('cost.totals');
      this.#failure = null;
    } catch (error) {
      this.#failure = sentenceOf(error);
    }
  }
}

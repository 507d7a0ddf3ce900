import type {
  ApprovalCard,
  ApprovalChoice,
  ApprovalEvents,
  approvalRequests,
} from '../../shared/ipc/approvals';
import type { Bridge } from '../../shared/ipc';
import { sentenceOf } from '../bridge';
import { approvalKey, type ApprovalKeyPress } from './approval-keys';

/** A click or key within this time after a card came was meant for something else. */
const INERT_MS = 500;

/** What became of a key press that was for a card. */
export interface TakenKey {
  /** Id of the card that the focus goes to; null when the press was an answer. */
  readonly goTo: string | null;
}

/** What it needs of main. */
type ApprovalsBridge = Bridge<
  Pick<typeof approvalRequests, 'approvals.current' | 'approvals.answer'>,
  ApprovalEvents
>;

/** The requests that wait for the person. Answers are taken only once the cards have stood still for a moment. */
export class ApprovalsStore {
  #cards = $state.raw<readonly ApprovalCard[]>([]);
  #armed = $state(false);
  #failure = $state<string | null>(null);
  #focused: string | null = null;
  #stopArming: () => void = () => undefined;

  constructor(
    private readonly bridge: ApprovalsBridge,
    /** Runs something later; returns what calls it off. */
    private readonly after: (milliseconds: number, run: () => void) => () => void = later,
  ) {}

  /** All that wait, the oldest first. */
  get cards() {
    return this.#cards;
  }
  /** Whether a click or key counts as an answer now. */
  get armed() {
    return this.#armed;
  }
  /** Sentence of the last answer that failed. */
  get failure() {
    return this.#failure;
  }

  /** Listens to main and asks for what waits now. Returns the function that ends the listening. */
  connect(): () => void {
    let told = false;
    const end = this.bridge.on('approvals.changed', (cards) => {
      told = true;
      this.#show(cards);
    });
    this.bridge.request('approvals.current').then(
      // What was told meanwhile is newer.
      (cards) => !told && this.#show(cards),
      (error: unknown) => (this.#failure = sentenceOf(error)),
    );
    return end;
  }

  /** The cards have moved, or have just come into view: what is pressed now was meant for something else. */
  disarm(): void {
    this.#stopArming();
    this.#armed = false;
    this.#stopArming = this.after(INERT_MS, () => (this.#armed = true));
  }

  /** Tells in which card the focus is; null for none. */
  focusIs(id: string | null): void {
    this.#focused = id;
  }

  /**
   * Answers a card. Does nothing while the cards are not armed, and when the card is gone. A no is always taken.
   */
  async answer(id: string, choice: ApprovalChoice): Promise<void> {
    if (!this.#armed && choice !== 'deny') return;
    if (!this.#cards.some((card) => card.id === id)) return;
    await this.#attempt(() => this.bridge.request('approvals.answer', { id, choice }));
  }

  /**
   * Takes a key press; null when it is not for a card. The key that approves counts for the card with the focus, or
   * where only one waits; else it goes to the oldest first. Escape denies the card with the focus, else the oldest.
   */
  key(press: ApprovalKeyPress): TakenKey | null {
    const meaning = this.#armed ? approvalKey(press) : null;
    const focused = this.#cards.find(({ id }) => id === this.#focused);
    const card = focused ?? this.#cards[0];
    if (meaning === null || !card) return null;
    if (meaning === 'approve' && !focused && this.#cards.length > 1) return { goTo: card.id };
    void this.answer(card.id, meaning === 'approve' ? 'once' : 'deny');
    return { goTo: null };
  }

  #show(cards: readonly ApprovalCard[]): void {
    const ids = (all: readonly ApprovalCard[]) => all.map(({ id }) => id).join(' ');
    if (ids(cards) !== ids(this.#cards)) this.disarm();
    if (cards.length === 0) this.#failure = null;
    this.#cards = cards;
  }

  async #attempt(request: () => Promise<undefined>): Promise<void> {
    try {
      await request();
      this.#failure = null;
    } catch (error) {
      this.#failure = sentenceOf(error);
    }
  }
}

function later(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

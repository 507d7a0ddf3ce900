import type { ApprovalCard } from '../../../shared/ipc/approvals';

/** A click within this time after a notification came was meant for something else. */
const INERT_MS = 500;

/** What is used of a notification of the system. */
export interface SystemNotification {
  on(event: 'click' | 'close', listener: () => void): unknown;
  /** Buttons of its own, by their place; only where the system has them. */
  onAction(listener: (index: number) => void): void;
  show(): void;
  close(): void;
}

/** What a notification says. */
export interface NotificationWords {
  readonly title: string;
  readonly body: string;
  /** Labels of its buttons; none where a click on the whole has to do. */
  readonly actions: readonly string[];
}

/** What the notifications reach. */
export interface NotificationWorld {
  /** Makes one; null where the system has none. */
  readonly create: (words: NotificationWords) => SystemNotification | null;
  /** The system shows buttons in notifications that can be relied on. */
  readonly hasActions: boolean;
  /** The person has the cards before them: in the window, or in the panel above other windows. */
  readonly attended: () => boolean;
  /** Shows the window with its cards. */
  readonly show: () => void;
  readonly answer: (id: string, choice: 'once' | 'deny') => void;
  /** Milliseconds of a clock that never jumps. */
  readonly now: () => number;
}

/**
 * Requests that wait while their cards are not before the person, as notifications of the system. They go when the
 * request is settled or its card comes into sight. Buttons only for what can be taken back: the rest needs the card.
 */
export class ApprovalNotifications {
  private cards: readonly ApprovalCard[] = [];
  private readonly shown = new Map<string, SystemNotification | null>();

  constructor(private readonly world: NotificationWorld) {}

  /** All that wait now. */
  cardsChanged(cards: readonly ApprovalCard[]): void {
    this.cards = cards;
    for (const id of [...this.shown.keys()]) if (!this.waits(id)) this.withdraw(id);
    this.attentionChanged();
  }

  /** The cards came before the person, or went. */
  attentionChanged(): void {
    if (this.world.attended()) for (const id of [...this.shown.keys()]) this.withdraw(id);
    else for (const card of this.cards) if (!this.shown.has(card.id)) this.tell(card);
  }

  private tell(card: ApprovalCard): void {
    const { id, question, effect } = card;
    // What cannot be approved by voice is approved on the card only.
    const actions = this.world.hasActions && card.verbs.length > 0 ? ['Approve', 'Deny'] : [];
    const notification = this.world.create({ title: question, body: effect, actions });
    this.shown.set(id, notification);
    const since = this.world.now();
    notification?.on('click', () => this.world.show());
    // Put away by the person: the request still waits in the window, and does not come up again.
    notification?.on('close', () => this.shown.has(id) && this.shown.set(id, null));
    notification?.onAction((index) => {
      const meant = this.world.now() - since >= INERT_MS && index < actions.length;
      if (!meant || !this.waits(id)) this.world.show();
      else this.world.answer(id, index === 0 ? 'once' : 'deny');
    });
    notification?.show();
  }

  private withdraw(id: string): void {
    const notification = this.shown.get(id);
    this.shown.delete(id);
    notification?.close();
  }

  private waits(id: string): boolean {
    return this.cards.some((card) => card.id === id);
  }
}

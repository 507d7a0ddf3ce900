import type { ConversationStatus } from '../../shared/ipc/conversation';

/** Nobody said anything after the name: it may not have been meant. */
const NOTHING_SAID_MS = 8_000;
/** So long nobody said anything more: the talk is over. */
const OVER_MS = 25_000;

/** What is to become of a talk that began with the name. */
export type QuietVerdict =
  | { readonly type: 'leave' }
  /** To be ended unless something happens for so long. */
  | { readonly type: 'wait'; readonly milliseconds: number }
  | { readonly type: 'end' };

/** Follows a talk that began with the name: nobody may be there to end it. */
export class QuietWatch {
  private said = false;
  private last: ConversationStatus | null = null;

  /** Takes the talk's picture at each change; the verdict replaces the one before. Null: nothing has changed. */
  see({
    status,
    resting,
  }: {
    readonly status: ConversationStatus;
    readonly resting: boolean;
  }): QuietVerdict | null {
    // Rested, any speech would wake it: the name is there for that.
    if (resting) return { type: 'end' };
    if (status === this.last) return null;
    this.last = status;
    if (status === 'hearing' || status === 'thinking') this.said = true;
    if (status !== 'listening') return { type: 'leave' };
    return { type: 'wait', milliseconds: this.said ? OVER_MS : NOTHING_SAID_MS };
  }
}

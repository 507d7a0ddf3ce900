import type { ConversationEffect, Step } from './events';
import type { ConversationState, Reply, ToolCall } from './state';

/**
 * One step of the reducer in the making: the next state and its effects.
 * It lives only inside one call of `reduce`, which therefore stays pure.
 */
export class Draft {
  private readonly effects: ConversationEffect[] = [];

  constructor(
    public state: ConversationState,
    /** Epoch milliseconds. */
    readonly now: number,
  ) {}

  set(change: Partial<ConversationState>): void {
    this.state = { ...this.state, ...change };
  }

  emit(...effects: readonly ConversationEffect[]): void {
    this.effects.push(...effects);
  }

  changeReply(id: string, change: Partial<Reply>): void {
    this.set({
      replies: this.state.replies.map((reply) => (reply.id === id ? { ...reply, ...change } : reply)),
    });
  }

  changeCall(callId: string, change: Partial<ToolCall>): void {
    this.set({
      calls: this.state.calls.map((call) => (call.callId === callId ? { ...call, ...change } : call)),
    });
  }

  done(): Step<ConversationState> {
    return { state: this.state, effects: this.effects };
  }
}

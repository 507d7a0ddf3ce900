import type { ConversationEffect } from './events';
import type { ToolAnswer } from './state';
import type { ConversationHands } from './surroundings';
import { answerOf } from './tool-answer';

/** The tools that run for the open session, by the ids of its calls. */
export class ToolRuns {
  private readonly running = new Map<string, AbortController>();

  constructor(private readonly hands: ConversationHands) {}

  /** Runs a tool. Never rejects; null when another call has taken its id meanwhile. */
  async run(
    {
      callId,
      key,
      name,
      arguments: args,
      turn,
      taint,
      heard,
    }: Extract<ConversationEffect, { type: 'run-tool' }>,
    conversation: string,
  ): Promise<ToolAnswer | null> {
    const abort = new AbortController();
    this.running.set(callId, abort);
    const { signal } = abort;
    const told = await this.hands.call({ key, name, args, conversation, turn, taint, heard, signal });
    // Another session may use the same id for a call of its own.
    if (this.running.get(callId) !== abort) return null;
    this.running.delete(callId);
    return answerOf(told);
  }

  cancel(callId: string): void {
    this.running.get(callId)?.abort();
  }
}

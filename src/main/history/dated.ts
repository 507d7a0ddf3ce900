import type { ConversationRecord } from '../conversation/records';

/**
 * Dates records by the calendar's clock. The talk's own clock never jumps, but it stands still while the computer
 * sleeps; it is set right where a talk begins or goes on, so that the lengths in between stay true.
 * `now` in epoch milliseconds.
 */
export function datedBy(now: () => number): (record: ConversationRecord) => ConversationRecord {
  const behind = new Map<string, number>();
  return (record) => {
    if (record.type === 'conversation-began') behind.set(record.conversation, now() - record.at);
    return { ...record, at: record.at + (behind.get(record.conversation) ?? 0) };
  };
}

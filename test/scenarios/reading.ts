import type { ConversationStatus } from '../../src/shared/ipc/conversation';
import type { BedEvent } from '../support/bed-events';

/** Whether an event is a finished entry of the transcript of that side. */
export const isFinalOf = (kind: 'user' | 'agent') => (event: BedEvent) =>
  event.type === 'entry' && event.entry.kind === kind && event.entry.final;

/** Whether an event is a message of the service of that type. */
export const isReceived = (type: string) => (event: BedEvent) =>
  event.type === 'received' && event.message.type === type;

/** Whether an event is a message to the service of that type. */
export const isSent = (type: string) => (event: BedEvent) =>
  event.type === 'sent' && event.message.type === type;

/** Whether the person reads that sentence, as a problem or a notice; with null any trouble. */
export const isTold = (sentence: string | null) => (event: BedEvent) => {
  if (event.type !== 'snapshot') return false;
  const told = [event.snapshot.problem, event.snapshot.notice].flatMap((problem) => problem?.sentence ?? []);
  return sentence === null ? told.length > 0 : told.includes(sentence);
};

/** Whether the first sample of a reply is heard. */
export function isAudible(event: BedEvent): boolean {
  return event.type === 'report' && event.report.type === 'audible';
}

/** What the person said, as the transcript has it: final texts by their entry's id. */
export function finalsOf(events: readonly BedEvent[]): ReadonlyMap<string, string> {
  return new Map(
    events.flatMap((event) =>
      event.type === 'entry' && event.entry.kind === 'user' && event.entry.final
        ? [[event.entry.id, event.entry.text] as const]
        : [],
    ),
  );
}

/** The latest status that windows were told; null when these events tell none. */
export function lastStatus(events: readonly BedEvent[]): ConversationStatus | null {
  const last = events.findLast((event) => event.type === 'snapshot');
  return last?.type === 'snapshot' ? last.snapshot.status : null;
}

import type { ConversationSnapshot, TranscriptEntry } from '../../shared/ipc/conversation';
import { sameSnapshot } from './snapshot';
import type { ConversationPublisher } from './surroundings';
import { isSettled } from './transcript';

/** Tells the windows what has changed, and only that. */
export class TalkNews {
  private told: ConversationSnapshot | null = null;

  constructor(
    private readonly publish: ConversationPublisher,
    /** Told of each entry that will not change any more. */
    private readonly settled: (entry: TranscriptEntry) => void,
  ) {}

  /** Tells the picture where it is another one. */
  snapshot(now: ConversationSnapshot): void {
    if (sameSnapshot(this.told, now)) return;
    this.told = now;
    this.publish.snapshot(now);
  }

  /** Tells the entries that are not the very same as before. */
  entries(before: readonly TranscriptEntry[], after: readonly TranscriptEntry[]): void {
    if (before === after) return;
    const kept = before.every((entry, at) => after[at]?.id === entry.id);
    if (!kept) return this.publish.replaced(after);
    after.forEach((entry, at) => {
      if (entry === before[at]) return;
      this.publish.entry(entry);
      if (isSettled(entry)) this.settled(entry);
    });
  }
}

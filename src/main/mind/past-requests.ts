import type { TranscriptEntry } from '../../shared/ipc/conversation';
import type { HistoryPage, KeptConversation } from '../../shared/ipc/history';
import { fold, queryWords } from '../history/search';

/** Something the person once said, and the tools that ran for it. */
export interface PastRequest {
  /** Epoch milliseconds; null for the talk that is open, which keeps no times. */
  readonly at: number | null;
  readonly words: string;
  /** Names of the tools that ran before the person spoke again. */
  readonly tools: readonly string[];
}

/** What is looked through. */
export interface PastWorld {
  readonly history: {
    page(query: string, most: number): Promise<HistoryPage>;
    read(id: string): Promise<KeptConversation>;
  };
  readonly keepsHistory: () => boolean;
  /** The transcript of the talk that is open or was last. */
  readonly transcript: () => readonly TranscriptEntry[];
}

/** What {@link PastRequests.find} brings back, the newest first. */
export interface FoundRequests {
  readonly requests: readonly PastRequest[];
  /** Whether talks are kept; without it only the open one was looked through. */
  readonly kept: boolean;
}

/** Conversations that are read for one question. */
const MOST_READ = 60;

/** What the person asked before. */
export class PastRequests {
  constructor(private readonly world: PastWorld) {}

  /**
   * The person's own words in which all of the query's words occur, or every one where it is empty; the newest first,
   * at most `most`. What is being said just now (the last words of the open talk) is left out. `since` in epoch
   * milliseconds. Rejects with ProblemError when the history cannot be read.
   */
  async find(query: string, since: number, most: number, signal: AbortSignal): Promise<FoundRequests> {
    const words = queryWords(query);
    const open = requestsOf(this.world.transcript().map((entry) => ({ at: null, entry }))).slice(0, -1);
    const fits = ({ words: said }: PastRequest) => words.every((word) => fold(said).includes(word));
    const found = open.reverse().filter(fits);
    const kept = this.world.keepsHistory();
    if (!kept) return { requests: found.slice(0, most), kept };
    const openIds = new Set(this.world.transcript().map(({ id }) => id));
    const { rows } = await this.world.history.page(query, MOST_READ);
    for (const { head } of rows) {
      if (found.length >= most || head.lastAt < since) break;
      signal.throwIfAborted();
      const { items } = await this.world.history.read(head.id);
      const entries = items.flatMap((item) => (item.kind === 'entry' ? [item] : []));
      if (head.state === 'open' && entries.some(({ entry }) => openIds.has(entry.id))) continue;
      const older = requestsOf(entries).filter((one) => fits(one) && (one.at ?? since) >= since);
      found.push(...older.reverse());
    }
    return { requests: found.slice(0, most), kept };
  }
}

function requestsOf(
  entries: readonly { readonly at: number | null; readonly entry: TranscriptEntry }[],
): PastRequest[] {
  const requests: PastRequest[] = [];
  for (const { at, entry } of entries) {
    if (entry.kind === 'user' && entry.text.trim() !== '')
      requests.push({ at, words: entry.text, tools: [] });
    const last = requests.at(-1);
    if (entry.kind === 'tool' && last)
      requests[requests.length - 1] = { ...last, tools: [...last.tools, entry.name] };
  }
  return requests;
}

/**
 * The cost ledger: what every hosted socket was billed, on disk as it happens. `lines.ts` says what stands in the
 * file, `price.ts` what a socket is billed, `compact.ts` how it stays small.
 */
import type { Problem } from '../../shared/problem';
import type { ConversationRecord } from '../conversation/records';
import { calendarOf } from './calendar';
import { compacted } from './compact';
import { ALIVE_EVERY_MS, leftOpen, type LeftOpen } from './left-open';
import { LineFile } from './line-file';
import { keyOf, readLedger, type Book, type LedgerLine } from './lines';
import { billedMilliseconds, microDollars } from './price';
import { totalsOf } from './totals';

/** What the ledger reaches outside itself. */
export interface LedgerSurroundings {
  readonly file: string;
  /** Epoch milliseconds of the calendar, `Date.now`. Lengths are taken from the records' own times. */
  readonly now: () => number;
  readonly timeZone: () => string;
  /** The price as it is set now. */
  readonly dollarsPerHour: () => number;
  /** Runs something every so many milliseconds until the returned function is called. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
  /** The sums may have changed. */
  readonly changed: () => void;
  /** Told once when the disk refuses; the ledger goes on in memory. */
  readonly trouble: (problem: Problem) => void;
}

/** A hosted socket of this run, on the time line of the records. */
interface LiveSocket {
  readonly openedAt: number;
  readonly sessionId: string | null;
}

/** A session that was closed barely: when it is resumed, what is counted already must not be counted again. */
interface ResumableSession {
  readonly sessionId: string;
  readonly openedAt: number;
  readonly counted: number;
}

type SocketRecord = Extract<
  ConversationRecord,
  { type: 'socket-opened' | 'session-ready' | 'socket-closed' }
>;

/** The ledger of one user-data folder; one process writes it. */
export class Ledger {
  private readonly file: LineFile;
  private readonly book: Book;
  private readonly live = new Map<string, LiveSocket>();
  private resumable: ResumableSession | null = null;
  private stopBeating: (() => void) | null = null;
  private troubleTold = false;
  /** What an earlier run left open; counted with an estimate by now, and told by whoever asks. */
  readonly leftOpen: readonly LeftOpen[];
  /** Lines that could not be read; what they held is in no sum. */
  readonly unreadable: number;

  /** Reads the file, shortens it and closes what a crash left open. Never throws: trouble is told. */
  constructor(private readonly around: LedgerSurroundings) {
    this.file = new LineFile(around.file);
    const text = this.attempt(() => this.file.read()) ?? '';
    const shorter = this.shortened(text);
    const { book, unreadable } = readLedger(shorter);
    this.book = book;
    this.unreadable = unreadable;
    this.leftOpen = this.closeWhatWasLeft();
  }

  /** Takes a record of the talk; those that are no hosted socket's are passed over. Never throws. */
  record(record: ConversationRecord): void {
    switch (record.type) {
      case 'socket-opened':
        return record.engine === 'hosted' ? this.opened(record) : undefined;
      case 'session-ready':
        return this.ready(record);
      case 'socket-closed':
        return this.closed(record);
      default:
        return undefined;
    }
  }

  /** What today and this month have cost: by closed sockets, and by open ones until now. */
  totals(): ReturnType<typeof totalsOf> {
    return totalsOf(this.book, this.around.now(), calendarOf(this.around.timeZone()));
  }

  private opened(record: Extract<SocketRecord, { type: 'socket-opened' }>): void {
    this.live.set(keyOf(record), { openedAt: record.at, sessionId: null });
    this.write({ ...this.head('opened', record), perHour: microDollars(this.around.dollarsPerHour()) });
    this.stopBeating ??= this.around.every(ALIVE_EVERY_MS, () => this.beat());
    this.around.changed();
  }

  private ready(record: Extract<SocketRecord, { type: 'session-ready' }>): void {
    const live = this.live.get(keyOf(record));
    if (!live) return;
    this.live.set(keyOf(record), { ...live, sessionId: record.sessionId });
    const expiresAt = record.expiresAt === null ? null : Math.max(0, Math.round(record.expiresAt * 1_000));
    this.write({ ...this.head('ready', record), expiresAt });
  }

  private closed(record: Extract<SocketRecord, { type: 'socket-closed' }>): void {
    const live = this.live.get(keyOf(record));
    if (!live) return;
    this.live.delete(keyOf(record));
    const { sessionId } = live;
    const earlier = this.resumable?.sessionId === sessionId ? this.resumable : null;
    const openedAt = earlier?.openedAt ?? live.openedAt;
    const { saidGoodbye, seconds } = record;
    const ready = sessionId !== null;
    const total = billedMilliseconds({ openedAt, closedAt: record.at, ready, saidGoodbye, seconds });
    const milliseconds = Math.max(0, total - (earlier?.counted ?? 0));
    if (ready && !saidGoodbye) this.resumable = { sessionId, openedAt, counted: total };
    this.write({ ...this.head('closed', record), milliseconds, by: seconds === null ? 'clock' : 'service' });
    if (this.live.size === 0) {
      this.stopBeating?.();
      this.stopBeating = null;
    }
    this.around.changed();
  }

  private beat(): void {
    for (const socket of this.book.open.values()) this.write(this.head('alive', socket));
  }

  private closeWhatWasLeft(): readonly LeftOpen[] {
    const now = this.around.now();
    return [...this.book.open.values()].map((socket) => {
      const left = leftOpen(socket, now);
      this.write({ ...this.head('closed', socket), milliseconds: left.estimate, by: 'estimate' });
      return left;
    });
  }

  private head<Type extends string>(
    type: Type,
    { conversation, socket }: { readonly conversation: string; readonly socket: number },
  ) {
    return { type, conversation, socket, at: Math.round(this.around.now()) };
  }

  private write(line: LedgerLine): void {
    this.book.enter(line);
    const durable = line.type === 'opened' || line.type === 'closed';
    this.attempt(() => this.file.append(JSON.stringify(line), { durable }));
  }

  /** The text to go on with: shorter where months are over and the disk took it. */
  private shortened(text: string): string {
    const lines = compacted(readLedger(text), this.around.now(), calendarOf(this.around.timeZone()));
    if (lines === null) return text;
    const replaced = this.attempt(() => (this.file.replace(lines), true));
    return replaced ? lines.join('\n') : text;
  }

  private attempt<Result>(work: () => Result): Result | null {
    try {
      return work();
    } catch {
      if (!this.troubleTold) this.around.trouble(unwritable);
      this.troubleTold = true;
      return null;
    }
  }
}

const unwritable: Problem = {
  code: 'ledger_unwritable',
  sentence: 'What the hosted service costs cannot be kept on disk. The caps count from this start only.',
  next: 'Check that the disk has room and that Parley may write to its folder, then start Parley again.',
};

/**
 * What stands in the ledger's file: one JSON object a line, only ever appended. A line that cannot be read, such as
 * the last one after a crash in the middle of writing, is skipped and counted.
 */
import { z } from 'zod';
import { plus, nothingSpent, type Spent } from './price';

const LAST_MOMENT = Date.UTC(9999, 11, 30);
const moment = z.number().int().min(0).max(LAST_MOMENT);
const amount = z.number().int().min(0).max(10_000_000_000_000);
const socket = { conversation: z.string().min(1).max(200), socket: z.number().int() };

const lineSchema = z.discriminatedUnion('type', [
  /** The service counts from here. `perHour` is the price then, in micro-dollars. */
  z.object({ type: z.literal('opened'), ...socket, at: moment, perHour: amount }),
  z.object({ type: z.literal('ready'), ...socket, at: moment, expiresAt: moment.nullable() }),
  /** Written now and then while the socket is open: what a crash can hide is bounded by it. */
  z.object({ type: z.literal('alive'), ...socket, at: moment }),
  /** `milliseconds` are those that are billed, however they were found. */
  z.object({
    type: z.literal('closed'),
    ...socket,
    at: moment,
    milliseconds: amount,
    by: z.enum(['service', 'clock', 'estimate']),
  }),
  /** Everything of a month ("2026-11") or a day ("2026-11-21") whose sockets are listed no more. */
  z.object({
    type: z.literal('spent'),
    period: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
    milliseconds: amount,
    microDollars: amount,
  }),
]);
/** One line of the ledger. */
export type LedgerLine = Readonly<z.infer<typeof lineSchema>>;

/** A socket that was opened and not closed. Moments are epoch milliseconds. */
export interface OpenSocket {
  readonly conversation: string;
  readonly socket: number;
  readonly openedAt: number;
  readonly perHour: number;
  readonly ready: boolean;
  readonly expiresAt: number | null;
  /** When it was last known to be open. */
  readonly seenAt: number;
}

/** A closed socket: what was billed, from when on, and at which price. */
export interface Charge {
  readonly key: string;
  readonly at: number;
  readonly milliseconds: number;
  readonly perHour: number;
}

/** A socket's name in the ledger. */
export const keyOf = (line: { readonly conversation: string; readonly socket: number }): string =>
  `${line.conversation}/${line.socket}`;

/** Reads one line; null when it is none. Never throws. */
export function parseLine(text: string): LedgerLine | null {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** What the lines say together, entered in their order. */
export class Book {
  /** Sockets by key. */
  readonly open = new Map<string, OpenSocket>();
  readonly charges = new Map<string, Charge>();
  /** Sums by period, as summarised. */
  readonly summaries = new Map<string, Spent>();

  /** A line that tells a socket's life anew or out of order changes nothing. */
  enter(line: LedgerLine): void {
    if (line.type === 'spent') return this.summarise(line);
    const key = keyOf(line);
    const known = this.open.get(key);
    if (line.type === 'opened') {
      if (known || this.charges.has(key)) return;
      const { conversation, socket: number, at, perHour } = line;
      const fresh = { openedAt: at, perHour, ready: false, expiresAt: null, seenAt: at };
      this.open.set(key, { conversation, socket: number, ...fresh });
    } else if (known && line.type === 'closed') {
      this.open.delete(key);
      const { openedAt: at, perHour } = known;
      this.charges.set(key, { key, at, milliseconds: line.milliseconds, perHour });
    } else if (known) {
      const ready = line.type === 'ready' ? { ready: true, expiresAt: line.expiresAt } : {};
      this.open.set(key, { ...known, ...ready, seenAt: Math.max(known.seenAt, line.at) });
    }
  }

  private summarise({ period, milliseconds, microDollars }: Extract<LedgerLine, { type: 'spent' }>): void {
    const before = this.summaries.get(period) ?? nothingSpent;
    this.summaries.set(period, plus(before, { milliseconds, microDollars }));
  }
}

/** A ledger's file as read: the book, every line as it stands there, and how many of them could not be read. */
export interface ReadLedger {
  readonly book: Book;
  readonly lines: readonly { readonly text: string; readonly line: LedgerLine | null }[];
  readonly unreadable: number;
}

/** Reads a whole file, also one that is torn or was tampered with. Never throws. */
export function readLedger(text: string): ReadLedger {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: line, line: parseLine(line) }));
  const book = new Book();
  for (const { line } of lines) if (line) book.enter(line);
  return { book, lines, unreadable: lines.filter(({ line }) => line === null).length };
}

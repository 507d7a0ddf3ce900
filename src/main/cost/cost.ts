/** Cost of the hosted service as the rest of Parley meets it: the ledger, the caps and the settings put together. */
import { join } from 'node:path';
import type { CostTotals } from '../../shared/ipc/cost';
import type { Problem } from '../../shared/problem';
import type { ConversationRecord } from '../conversation/records';
import { calendarOf } from './calendar';
import { allowance, conversationCost, type Allowance, type CapSettings } from './caps';
import { Ledger } from './ledger';
import { leftOpenRemark } from './left-open';
import { plus, type Spent } from './price';

/** What the talk, the window and the start need of the costs. */
export interface Cost {
  /** Takes every record of the talk and keeps what concerns hosted sockets, at once. Never throws. */
  readonly record: (record: ConversationRecord) => void;
  /**
   * How long a hosted socket may be, or stay, open. `conversationMilliseconds`: what this conversation was billed so
   * far, its open socket included.
   */
  readonly allowance: (conversationMilliseconds: number) => Allowance;
  readonly totals: () => CostTotals;
  /** What the person should know of the last run or of the ledger's file, once; null for nothing. */
  readonly remark: Problem | null;
}

/** What {@link openCost} is given. */
export interface CostSurroundings {
  readonly folder: string;
  readonly settings: () => CapSettings;
  readonly changed: (totals: CostTotals) => void;
  /** The disk refuses, told once. */
  readonly trouble: (problem: Problem) => void;
}

/** Opens the ledger in the folder. Never throws. */
export function openCost({ folder, settings, changed, trouble }: CostSurroundings): Cost {
  const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  let troubleAtStart: Problem | null = null;
  let started = false;
  const ledger = new Ledger({
    file: join(folder, 'ledger.jsonl'),
    now: Date.now,
    timeZone,
    dollarsPerHour: () => settings().dollarsPerHour,
    every: (milliseconds, run) => {
      const timer = setInterval(run, milliseconds);
      return () => clearInterval(timer);
    },
    changed: () => changed(totals()),
    trouble: (problem) => (started ? trouble(problem) : (troubleAtStart = problem)),
  });
  started = true;
  const leftOpen = leftOpenRemark(ledger.leftOpen, timeZone());
  const totals = (): CostTotals => {
    const { day, month } = ledger.totals().closed;
    return {
      today: shown(day),
      month: shown(month),
      unreadable: ledger.unreadable,
      leftOpen: leftOpen?.sentence ?? null,
    };
  };
  return {
    record: (record) => ledger.record(record),
    allowance: (conversationMilliseconds) => {
      const { closed, open } = ledger.totals();
      const spent = {
        conversation: conversationCost(conversationMilliseconds, settings()),
        day: plus(closed.day, open.day).microDollars,
        month: plus(closed.month, open.month).microDollars,
      };
      return allowance(settings(), spent, Date.now(), calendarOf(timeZone()));
    },
    totals,
    remark: troubleAtStart ?? leftOpen,
  };
}

function shown({ milliseconds, microDollars }: Spent) {
  return { seconds: milliseconds / 1_000, dollars: microDollars / 1_000_000 };
}

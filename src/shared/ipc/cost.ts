import { z } from 'zod';
import { request } from './contract';

/** Time and money, as the hosted service counts them. */
export interface CostSum {
  readonly seconds: number;
  readonly dollars: number;
}

/** What the hosted service has cost. A session that is open now is not in it: the window counts that by itself. */
export interface CostTotals {
  /** By the local calendar. */
  readonly today: CostSum;
  readonly month: CostSum;
  /** Lines of the ledger that could not be read; what they held is missing in the sums. */
  readonly unreadable: number;
  /** What is told of a session that the last run left open. */
  readonly leftOpen: string | null;
}

/** Requests about the costs. */
export const costRequests = {
  'cost.totals': request(z.undefined()).returning<CostTotals>(),
} as const;

/** What windows are told of the costs. */
export interface CostEvents {
  readonly 'cost.changed': CostTotals;
}

import { z } from 'zod';
import { request } from './contract';

/** How a check went. `attention`: it works, but not as it should. `skipped`: it could not be tried now. */
export type CheckOutcome = 'good' | 'attention' | 'failed' | 'skipped';

/** One check of the self-test with its result, in words. */
export interface CheckResult {
  /** A short name of its own, for the report. */
  readonly id: string;
  readonly name: string;
  readonly outcome: CheckOutcome;
  readonly sentence: string;
  /** What to do; empty when there is nothing to do. */
  readonly next: string;
  /** Figures and codes for the report. Nothing personal. */
  readonly facts: string;
}

/** How far the self-test is: the check under way, null when none is. */
export interface SelfTestPicture {
  readonly running: string | null;
  readonly of: number;
  readonly results: readonly CheckResult[];
}

const nothing = z.undefined();

/** Requests about the self-test. Its results are part of the report that `history.copyDiagnostics` makes. */
export const selfTestRequests = {
  /** Runs every check, one after the other; resolves when it is over or was called off. */
  'selfTest.run': request(nothing).returning<SelfTestPicture>(),
  'selfTest.cancel': request(nothing).returning<undefined>(),
} as const;

/** What windows are told of it. */
export interface SelfTestEvents {
  readonly 'selfTest.changed': SelfTestPicture;
}

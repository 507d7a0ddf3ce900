import { z } from 'zod';
import { request } from './contract';

/** What the person can answer to a request. `conversation` and `always` only where the card offers them. */
export const approvalChoiceSchema = z.enum(['once', 'conversation', 'always', 'deny']);
/** An answer to a request. */
export type ApprovalChoice = z.infer<typeof approvalChoiceSchema>;

/** A call that waits for the person, as its card shows it. */
export interface ApprovalCard {
  readonly id: string;
  /** The tool's name. */
  readonly tool: string;
  /** What will happen, naming exactly what is touched. */
  readonly effect: string;
  readonly question: string;
  /** What could go wrong; null when it can be taken back whole. */
  readonly risk: string | null;
  /** Pretty-printed JSON of the exact arguments. */
  readonly arguments: string;
  /** What will be written or run; null when there is nothing to read. */
  readonly preview: string | null;
  /** Why Parley asks although it might have been allowed, in a sentence; null when it always asks. */
  readonly because: string | null;
  /** It can be approved by saying one of these words; empty for click and key only. */
  readonly verbs: readonly string[];
  /** Choices that are offered besides once and deny. */
  readonly remember: readonly Extract<ApprovalChoice, 'conversation' | 'always'>[];
  /** Where a remembered choice would hold ("Documents", "Firefox"); null for everywhere. */
  readonly scope: string | null;
  /** When it lapses (epoch milliseconds of the wall clock). */
  readonly expiresAt: number;
}

const nothing = z.undefined();

/** Requests about what Parley may do. */
export const approvalRequests = {
  'approvals.current': request(nothing).returning<readonly ApprovalCard[]>(),
  /** Answers a card; one that is gone already is ignored. */
  'approvals.answer': request(
    z.strictObject({ id: z.string().max(64), choice: approvalChoiceSchema }),
  ).returning<undefined>(),
  /** "I trust what was read": what somebody else wrote no longer makes Parley ask in this conversation. */
  'approvals.trust': request(nothing).returning<undefined>(),
} as const;

/** What windows are told of requests. */
export interface ApprovalEvents {
  /** All that wait now, the oldest first. */
  readonly 'approvals.changed': readonly ApprovalCard[];
}

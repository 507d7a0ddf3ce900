import type { Json } from '../../../shared/json';
import type { ToolClass } from '../../tools/tool';

/** Why a call was let run, or was not. */
export type Allowance =
  /** Its class runs unasked. */
  | 'class'
  /** A standing choice of the person. */
  | 'conversation'
  | 'always'
  /** The person approved this very call. */
  | 'approved'
  | 'denied'
  /** Nobody answered, or the person went on to something else. */
  | 'expired'
  | 'superseded'
  /** Refused by the gate: a standing no, too many steps, too often. */
  | 'refused';

/** With what the person answered a request. */
export type ApprovedBy = 'voice' | 'click' | 'notification';

/** One call as the audit log keeps it, told when it is over. */
export interface AuditRecord {
  /** Unique for good; names the action in undo and transcript. */
  readonly id: string;
  /** When the call came (epoch milliseconds). */
  readonly at: number;
  readonly conversation: string;
  /** What the person had said last; empty when nothing. */
  readonly heard: string;
  readonly tool: string;
  readonly class: ToolClass;
  readonly arguments: Json;
  /** What it would do, in words; null for tools that do not ask. */
  readonly effect: string | null;
  readonly allowed: Allowance;
  /** Who let it run by answering; null when nobody was asked or nobody answered. */
  readonly by: ApprovedBy | null;
  readonly outcome: 'done' | 'failed' | 'cancelled' | 'not-run';
  /** The outcome in plain words. */
  readonly said: string;
  /** What the tool's undo needs; null when the call cannot be taken back. */
  readonly undo: Json | null;
}

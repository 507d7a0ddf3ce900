import { z } from 'zod';
import type { ToolClass } from '../tool-class';
import { request } from './contract';

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

/** What became of calls. `begun`: it still runs, or Parley ended before it did. */
export const auditOutcomes = ['done', 'failed', 'cancelled', 'not-run', 'begun'] as const;
/** What became of a call. */
export type AuditOutcome = (typeof auditOutcomes)[number];

/** The last try to take an action back. */
export interface Undone {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly outcome: 'undone' | 'failed';
  /** In plain words. */
  readonly said: string;
}

/** Whether an action can be taken back now. */
export type UndoState =
  | { readonly type: 'possible' }
  | { readonly type: 'undone' }
  /** Something later touched the same and has to be taken back first; `why` says what. */
  | { readonly type: 'blocked'; readonly why: string }
  /** There is nothing to take back. */
  | { readonly type: 'none' };

/** One call as the audit view shows it. */
export interface AuditRow {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly heard: string;
  readonly tool: string;
  readonly class: ToolClass;
  /** Pretty-printed JSON of the exact arguments. */
  readonly arguments: string;
  readonly effect: string | null;
  readonly allowed: Allowance;
  readonly by: ApprovedBy | null;
  readonly outcome: AuditOutcome;
  readonly said: string;
  readonly undone: Undone | null;
  readonly undo: UndoState;
}

/** The newest records that fit, newest first. */
export interface AuditPage {
  readonly rows: readonly AuditRow[];
  /** There are more than were asked for. */
  readonly more: boolean;
  /** Names of the tools that were called lately. */
  readonly tools: readonly string[];
  /** When the person last emptied the log (epoch milliseconds). */
  readonly clearedAt: number | null;
  /** Lines of the files that could not be read. */
  readonly unreadable: number;
}

/** Ways in which the log can be exported. */
export const auditFormats = ['jsonl', 'csv', 'markdown'] as const;
/** A way in which the log can be exported. */
export type AuditFormat = (typeof auditFormats)[number];

const moment = z.number().int().min(0).max(8_640_000_000_000_000);
/** What is looked for; null leaves a part open. Words of `text` must all occur. Times are epoch milliseconds. */
export const auditFilterSchema = z.strictObject({
  text: z.string().max(200),
  tool: z.string().max(200).nullable(),
  outcome: z.enum(auditOutcomes).nullable(),
  from: moment.nullable(),
  to: moment.nullable(),
});
/** What is looked for in the log. */
export type AuditFilter = Readonly<z.infer<typeof auditFilterSchema>>;

/** Requests of the view of what Parley did. */
export const auditRequests = {
  'audit.search': request(
    auditFilterSchema.extend({ limit: z.number().int().min(1).max(2_000) }),
  ).returning<AuditPage>(),
  /** Opens the system's save dialog for all that fits. */
  'audit.export': request(auditFilterSchema.extend({ format: z.enum(auditFormats) })).returning<
    'saved' | 'cancelled'
  >(),
  /** Removes every record, for good; what was done can then not be taken back by Parley any more. */
  'audit.clear': request(z.undefined()).returning<undefined>(),
  /** Takes an action back, by its id; resolves to what to tell the person. */
  'undo.action': request(z.string().max(64)).returning<{ readonly done: boolean; readonly said: string }>(),
} as const;

/** What windows are told of the log. */
export interface AuditEvents {
  /** Something was done, taken back or removed: ask again. */
  readonly 'audit.changed': undefined;
}

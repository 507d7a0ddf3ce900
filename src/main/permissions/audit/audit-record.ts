import type { Allowance, ApprovedBy, AuditOutcome } from '../../../shared/ipc/audit';
import type { Json } from '../../../shared/json';
import type { ToolClass } from '../../../shared/tool-class';

export type { Allowance, ApprovedBy };

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
  readonly outcome: AuditOutcome;
  /** The outcome in plain words. */
  readonly said: string;
  /** What the tool's undo needs; null when the call cannot be taken back. */
  readonly undo: Json | null;
  /** Absolute paths or other keys that it changed; left out for none. What came later to the same goes back first. */
  readonly touches?: readonly string[];
  /** Its words may be somebody else's: names of files, or what was written while the agent had read others' words. */
  readonly foreign?: boolean;
}

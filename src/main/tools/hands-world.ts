import type { ApprovalCard } from '../../shared/ipc/approvals';
import type { AuditRecord } from '../permissions/audit/audit-record';
import type { OtherSound } from '../permissions/gate/sound-watch';
import type { Settlement } from './call';
import type { AimedCall, Tool, ToolContext } from './tool';
import type { Toolbox } from './toolbox';

/** What calls reach outside themselves. */
export interface HandsWorld {
  readonly toolbox: Toolbox;
  readonly context: () => Omit<ToolContext, 'tainted' | 'progress'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The conversation's clock, which never jumps (epoch milliseconds). */
  readonly steadyNow: () => number;
  readonly newId: () => string;
  /** Whether the profile has the tool. */
  readonly permits: (tool: string) => boolean;
  /** The person's stored choice for a tool, in a scope or everywhere; 'ask' when there is none. */
  readonly storedChoice: (tool: string, scope: string | null) => 'ask' | 'always' | 'deny';
  /** Keeps a choice that was made on a card. */
  readonly keepChoice: (tool: Tool, call: AimedCall) => void;
  readonly audit: (record: AuditRecord) => void;
  /** Whether another program plays sound now: then words may be its, not the person's. */
  readonly otherSound: OtherSound;
  readonly cardsChanged: (cards: readonly ApprovalCard[]) => void;
  readonly settled: (key: string, settlement: Settlement) => void;
  readonly progress: (key: string, note: string) => void;
  /** Number of the person's turn now. */
  readonly turnNow: () => number;
  /** Told of tools that failed: tool and kind of error only. */
  readonly log: (line: string) => void;
}

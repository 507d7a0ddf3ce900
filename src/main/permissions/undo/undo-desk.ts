/**
 * The undo desk: takes back what tools did. It lives on the audit log, so that it survives a restart; each action is
 * taken back once, by the tool that did it, and never in an order that would leave something else broken.
 */
import type { UndoState } from '../../../shared/ipc/audit';
import { failure, fitted, runWithin } from '../../tools/running';
import type { Tool, ToolContext, ToolResult } from '../../tools/tool';
import type { AuditEntry } from '../audit/audit-lines';
import type { AuditLog } from '../audit/audit-log';
import { undoOrder } from './undo-order';

/** What the desk works with. */
export interface UndoWorld {
  readonly audit: Pick<AuditLog, 'recent' | 'markUndone'>;
  /** The tool of that name; null when there is none any more. */
  readonly find: (tool: string) => Tool | null;
  /** Id of the talk that is open, or was last; null before the first one. */
  readonly conversation: () => string | null;
  /** Runs work once what touches the same is over. */
  readonly inTurn: <T>(touches: readonly string[], work: () => Promise<T>) => Promise<T>;
  /** An action was taken back. */
  readonly undone: (id: string) => void;
  /** Told of tools that failed: tool and kind of error only. */
  readonly log: (line: string) => void;
}

/** Takes back what was done. */
export interface UndoDesk {
  /** The newest action of this talk that was not taken back and can be, be it after another; null when none is. */
  latest(): AuditEntry | null;
  /** What was done lately, newest first; calls that changed nothing are left out. */
  recent(most: number): readonly AuditEntry[];
  /** Whether an action can be taken back now. */
  state(id: string): UndoState;
  /**
   * Takes back an action, by its id or the newest of this talk. Never rejects: what stands in the way is a failure in
   * words. An action that is being taken back already is not taken back a second time.
   */
  undo(which: string, context: ToolContext, signal: AbortSignal): Promise<ToolResult>;
}

/** The desk of the app. */
export function createUndoDesk(world: UndoWorld): UndoDesk {
  const underWay = new Map<string, Promise<ToolResult>>();
  const entryOf = (id: string) => world.audit.recent().find((entry) => entry.id === id) ?? null;
  const undoOf = (entry: AuditEntry) => world.find(entry.tool)?.undo ?? null;

  const latest = () => {
    const conversation = world.conversation();
    const entries = world.audit.recent();
    const mine = entries.filter((entry) => entry.conversation === conversation && undoOf(entry) !== null);
    return mine.find(({ id }) => ['possible', 'blocked'].includes(undoOrder(entries, id).type)) ?? null;
  };

  const state = (id: string): UndoState => {
    const order = undoOrder(world.audit.recent(), id);
    if (order.type === 'blocked') return { type: 'blocked', why: blockedBy(order.by) };
    const entry = entryOf(id);
    return order.type === 'possible' && (!entry || !undoOf(entry)) ? { type: 'none' } : order;
  };

  const run = async (entry: AuditEntry, context: ToolContext, signal: AbortSignal): Promise<ToolResult> => {
    const standing = state(entry.id);
    const tool = world.find(entry.tool);
    if (standing.type === 'undone') return failure('That was taken back already.', 'Tell the person.');
    if (standing.type === 'blocked') {
      // It is told in the words of what came later.
      const order = undoOrder(world.audit.recent(), entry.id);
      const foreign = order.type === 'blocked' && (order.by.foreign ?? false);
      return { ...failure(standing.why, 'Offer to take that back first.'), foreign };
    }
    if (standing.type === 'none' || !tool?.undo) return nothingLeft;
    const { undo } = tool;
    const result = await runWithin({ tool, signal, log: world.log }, (stop) =>
      undo(entry.undo, context, stop),
    );
    world.audit.markUndone(entry.id, {
      outcome: result.ok ? 'undone' : 'failed',
      said: result.ok ? result.say : result.error,
    });
    if (result.ok) world.undone(entry.id);
    return fitted(result);
  };

  return {
    latest,
    state,
    recent: (most) =>
      world.audit
        .recent()
        .filter((entry) => entry.class !== 'read')
        .slice(0, most),
    async undo(which, context, signal) {
      const entry = which === 'latest' ? latest() : entryOf(which);
      if (!entry) return which === 'latest' ? nothingHere : nothingLeft;
      const known = underWay.get(entry.id);
      if (known) return known;
      const running = world
        .inTurn(entry.touches ?? [], () => run(entry, context, signal))
        .then((result) => (entry.foreign ? { ...result, foreign: true } : result))
        .finally(() => underWay.delete(entry.id));
      underWay.set(entry.id, running);
      return running;
    },
  };
}

/** What an action did, in words. */
export function deedOf({ effect, said, tool }: AuditEntry): string {
  // Tools that do not ask have no effect in words, and "Done." alone says nothing.
  return effect === null ? `${tool.replaceAll('_', ' ')}: ${said}` : said || effect;
}

function blockedBy(entry: AuditEntry): string {
  return `Something later touched the same: "${deedOf(entry)}" That has to be taken back first.`;
}

const nothingHere = failure(
  'Nothing that was done in this conversation can be taken back.',
  'Tell the person; what was done earlier is listed in the window under "What Parley did".',
);
const nothingLeft = failure(
  'That cannot be taken back any more.',
  'Tell the person that it has to be put right by hand.',
);

import type { AuditEntry } from '../audit/audit-lines';
import type { AuditRecord } from '../audit/audit-record';
import { createUndoDesk, type UndoDesk } from './undo-desk';

/** A desk on which nothing lies. */
export const idleDesk: UndoDesk = createUndoDesk({
  audit: { recent: () => [], markUndone: () => undefined },
  find: () => null,
  conversation: () => null,
  inTurn: (_, work) => work(),
  undone: () => undefined,
  log: () => undefined,
});

/** The record of an action that was done, with the parts that a test cares for. */
export function recordOf(parts: Partial<AuditRecord> & { readonly id: string }): AuditRecord {
  return {
    at: Date.parse('2026-11-21T12:00:00Z'),
    conversation: 'talk',
    heard: 'move the budget',
    tool: 'move_item',
    class: 'reversible',
    arguments: { item: 'budget' },
    effect: 'Moves budget to Archive.',
    allowed: 'approved',
    by: 'click',
    outcome: 'done',
    said: 'budget is in Archive now.',
    undo: { from: 'a', to: 'b' },
    ...parts,
  };
}

/** The same as the log tells it later. */
export function entryOf(parts: Partial<AuditEntry> & { readonly id: string }): AuditEntry {
  return { ...recordOf(parts), undone: null, ...parts };
}

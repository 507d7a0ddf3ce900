import type { AuditEntry } from '../audit/audit-lines';

/** Whether an action can be taken back now, as far as the log tells. */
export type UndoOrder =
  | { readonly type: 'possible' }
  | { readonly type: 'undone' }
  | { readonly type: 'none' }
  /** `by` came later, touched the same and still stands. */
  | { readonly type: 'blocked'; readonly by: AuditEntry };

/**
 * Whether the entry with this id can be taken back: there is something to take back, and nothing that came later and
 * still stands touched the same. `entries` newest first.
 */
export function undoOrder(entries: readonly AuditEntry[], id: string): UndoOrder {
  const at = entries.findIndex((entry) => entry.id === id);
  const entry = entries[at];
  if (!entry) return { type: 'none' };
  if (isUndone(entry)) return { type: 'undone' };
  if (entry.outcome !== 'done' || entry.undo === null) return { type: 'none' };
  const by = entries.slice(0, at).find((later) => stands(later) && overlap(later, entry));
  return by ? { type: 'blocked', by } : { type: 'possible' };
}

/** What was done last, touched something and was not taken back: an action cut short may have got half-way. */
function stands(entry: AuditEntry): boolean {
  return entry.class !== 'read' && entry.outcome !== 'not-run' && !isUndone(entry);
}

function isUndone({ undone }: AuditEntry): boolean {
  return undone?.outcome === 'undone';
}

function overlap(one: AuditEntry, other: AuditEntry): boolean {
  return (one.touches ?? []).some((a) => (other.touches ?? []).some((b) => within(a, b) || within(b, a)));
}

/** Whether the path is the folder or lies in it; logs may come from any system, so either separator counts. */
function within(folder: string, path: string): boolean {
  return (
    path === folder ||
    (path.startsWith(folder) && (/[/\\]$/.test(folder) || /^[/\\]/.test(path.slice(folder.length))))
  );
}

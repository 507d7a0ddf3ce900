import { writeFile } from 'node:fs/promises';
import type { AuditRow, auditRequests } from '../../../shared/ipc/audit';
import { ProblemError, type Problem } from '../../../shared/problem';
import type { Handlers } from '../../ipc/request-server';
import type { ToolContext } from '../../tools/tool';
import type { UndoDesk } from '../undo/undo-desk';
import { auditFiles, exportedAudit } from './audit-export';
import type { AuditEntry } from './audit-lines';
import type { AuditLog } from './audit-log';

/** Records that one export holds at most. */
const MOST_EXPORTED = 50_000;

/** What the requests about the log reach. */
export interface AuditHandlersWorld {
  readonly audit: AuditLog;
  readonly undo: UndoDesk;
  /** The world for a tool whose action the person takes back in the window. */
  readonly context: () => ToolContext;
  /** Asks where to save a file of that name, which gets the first ending; null when the person would rather not. */
  readonly save: (
    name: string,
    filter: { readonly name: string; readonly extensions: string[] },
  ) => Promise<string | null>;
}

/** The answers to the requests of the view of what Parley did. */
export function auditHandlers({
  audit,
  undo,
  context,
  save,
}: AuditHandlersWorld): Handlers<typeof auditRequests> {
  return {
    'audit.search': async ({ limit, ...filter }) => {
      const { entries, ...found } = await audit.search(filter, limit);
      const tools = [...new Set(audit.recent().map(({ tool }) => tool))].sort();
      return { ...found, tools, rows: entries.map((entry) => rowOf(entry, undo)) };
    },
    'audit.export': async ({ format, ...filter }) => {
      const { entries } = await audit.search(filter, MOST_EXPORTED);
      const { name, ending } = auditFiles[format];
      const path = await save('What Parley did', { name, extensions: [ending] });
      if (path === null) return 'cancelled';
      try {
        await writeFile(path, exportedAudit(entries, format, dateTime), { mode: 0o600 });
      } catch {
        throw new ProblemError(unsaved);
      }
      return 'saved';
    },
    'audit.clear': () => audit.clear().then(() => undefined),
    'undo.action': async (id) => {
      const result = await undo.undo(id, context(), new AbortController().signal);
      return { done: result.ok, said: result.ok ? result.say : result.error };
    },
  };
}

/** What undo needs of a record stays in main. */
function rowOf(entry: AuditEntry, undo: UndoDesk): AuditRow {
  const { id, at, heard, tool, class: kind, effect, allowed, by, outcome, said, undone } = entry;
  const pretty = JSON.stringify(entry.arguments, null, 2);
  const known = { id, at, heard, tool, class: kind, effect, allowed, by, outcome, said, undone };
  return { ...known, arguments: pretty, undo: undo.state(id) };
}

const dateTime = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'medium' });

const unsaved: Problem = {
  code: 'export_unwritable',
  sentence: 'The file could not be written.',
  next: 'Choose another folder, or check that the disk has room.',
};

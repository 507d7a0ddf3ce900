import { allowanceWords, answerWords, outcomeWords } from '../../../shared/audit-words';
import type { AuditFormat } from '../../../shared/ipc/audit';
import type { AuditEntry } from './audit-lines';

/** Records as the text of a file, in the order given. `dateTime` writes a time for people, who live in a zone. */
export function exportedAudit(
  entries: readonly AuditEntry[],
  format: AuditFormat,
  dateTime: (at: number) => string,
): string {
  switch (format) {
    case 'jsonl':
      return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    case 'csv':
      // Spreadsheets take a file without a mark of its encoding for something else.
      return `\uFEFF${[columns, ...entries.map(cellsOf)].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
    case 'markdown':
      return ['# What Parley did', ...entries.map((entry) => markdownEntry(entry, dateTime)), ''].join(
        '\n\n',
      );
  }
}

/** What the save dialog calls a format, and the ending of its files. */
export const auditFiles: Readonly<Record<AuditFormat, { readonly name: string; readonly ending: string }>> = {
  jsonl: { name: 'JSON lines', ending: 'jsonl' },
  csv: { name: 'Table (CSV)', ending: 'csv' },
  markdown: { name: 'Markdown', ending: 'md' },
};

const columns = [
  'time',
  'tool',
  'class',
  'effect',
  'arguments',
  'heard',
  'allowed',
  'by',
  'outcome',
  'result',
  'undone',
];

function cellsOf(entry: AuditEntry): readonly string[] {
  const { at, tool, class: kind, effect, arguments: args, heard, allowed, by, outcome, said, undone } = entry;
  return [
    new Date(at).toISOString(),
    tool,
    kind,
    effect ?? '',
    JSON.stringify(args),
    heard,
    allowed,
    by ?? '',
    outcome,
    said,
    undone?.outcome === 'undone' ? new Date(undone.at).toISOString() : '',
  ];
}

/** A cell that no spreadsheet takes for a formula. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function markdownEntry(entry: AuditEntry, dateTime: (at: number) => string): string {
  const allowed = `${allowanceWords[entry.allowed]}${entry.by ? ` ${answerWords[entry.by]}` : ''}`;
  const facts = [
    entry.heard && `- Heard: ${escaped(entry.heard)}`,
    entry.effect !== null && `- Effect: ${escaped(entry.effect)}`,
    `- Allowed: ${allowed}`,
    `- Outcome: ${outcomeWords[entry.outcome]}. ${escaped(entry.said)}`,
    entry.undone &&
      `- Taken back: ${entry.undone.outcome === 'undone' ? dateTime(entry.undone.at) : 'tried, but failed'}`,
  ].filter(Boolean);
  // A fence longer than any inside cannot be closed by what it holds.
  const json = JSON.stringify(entry.arguments, null, 2);
  const fence = '`'.repeat(Math.max(3, ...[...json.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return [
    `## ${dateTime(entry.at)}: ${escaped(entry.tool)}`,
    facts.join('\n'),
    `${fence}json\n${json}\n${fence}`,
  ].join('\n\n');
}

/** None of it becomes a heading, a list, a link or HTML. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

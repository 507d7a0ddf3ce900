import type { AuditFilter } from '../../../shared/ipc/audit';
import { fold, queryWords } from '../../history/search';
import type { AuditRecord } from './audit-record';

/** A filter that everything fits. */
export const everything: AuditFilter = { text: '', tool: null, outcome: null, from: null, to: null };

/** The test for records that fit the filter: all its words occur in what a person sees of the record. */
export function fits(filter: AuditFilter): (record: AuditRecord) => boolean {
  const words = queryWords(filter.text);
  const { tool, outcome, from, to } = filter;
  return (record) =>
    (tool === null || record.tool === tool) &&
    (outcome === null || record.outcome === outcome) &&
    (from === null || record.at >= from) &&
    (to === null || record.at < to) &&
    hasAll(record, words);
}

function hasAll(record: AuditRecord, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { heard, tool, effect, said, arguments: args } = record;
  // Escapes of JSON would hide a backslash or a quotation mark that is searched for.
  const seen = [heard, tool, tool.replaceAll('_', ' '), effect ?? '', said, ...textsOf(args)];
  const folded = fold(seen.join('\n'));
  return words.every((word) => folded.includes(word));
}

function textsOf(value: AuditRecord['arguments']): readonly string[] {
  if (value === null) return [];
  if (typeof value !== 'object') return [String(value)];
  const inside: readonly AuditRecord['arguments'][] = Array.isArray(value) ? value : Object.values(value);
  return inside.flatMap(textsOf);
}

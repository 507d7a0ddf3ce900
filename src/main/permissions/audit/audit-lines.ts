/**
 * What stands in the files of the audit log: one JSON object a line, only ever appended. A line that cannot be read,
 * such as the last one after a crash in the middle of writing, is skipped and counted.
 */
import { z } from 'zod';
import type { Undone } from '../../../shared/ipc/audit';
import { auditOutcomes } from '../../../shared/ipc/audit';
import type { Json } from '../../../shared/json';
import { toolClasses } from '../../../shared/tool-class';
import type { AuditRecord } from './audit-record';

/** Characters of JSON that are kept of a record's arguments and of what its undo needs. */
const MOST_ARGUMENTS = 64_000;
const MOST_UNDO = 256_000;
/** Characters that are kept of a text. */
const MOST_TEXT = 4_000;
/** Characters that are kept of a text inside arguments that are too long as a whole. */
const MOST_ARGUMENT = 1_000;

const action = z.object({
  type: z.literal('action'),
  id: z.string().min(1).max(64),
  at: z.number(),
  conversation: z.string(),
  heard: z.string(),
  tool: z.string(),
  class: z.enum(toolClasses),
  arguments: z.json(),
  effect: z.string().nullable(),
  allowed: z.enum([
    'class',
    'conversation',
    'always',
    'approved',
    'denied',
    'expired',
    'superseded',
    'refused',
  ]),
  by: z.enum(['voice', 'click', 'notification']).nullable(),
  outcome: z.enum(auditOutcomes),
  said: z.string(),
  undo: z.json(),
  touches: z.array(z.string()).optional(),
  foreign: z.boolean().optional(),
});
const undone = z.object({
  type: z.literal('undone'),
  id: z.string(),
  at: z.number(),
  outcome: z.enum(['undone', 'failed']),
  said: z.string(),
});
/** The first line after the person emptied the log. */
const cleared = z.object({ type: z.literal('cleared'), at: z.number() });
const lineSchema = z.discriminatedUnion('type', [action, undone, cleared]);

/** One line of the log. */
export type AuditLine =
  | ({ readonly type: 'action' } & AuditRecord)
  | ({ readonly type: 'undone'; readonly id: string } & Undone)
  | { readonly type: 'cleared'; readonly at: number };

/** A record with what became of it later. */
export interface AuditEntry extends AuditRecord {
  /** The last try to take it back. */
  readonly undone: Undone | null;
}

/** A line as it stands in the file, its end included. */
export function encodeLine(line: AuditLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** Reads one line; null when it is none. Never throws. */
export function parseLine(text: string): AuditLine | null {
  try {
    const { data } = lineSchema.safeParse(JSON.parse(text));
    if (data?.type !== 'action') return data ?? null;
    const { touches, foreign, ...record } = data;
    return { ...record, ...(touches && { touches }), ...(foreign !== undefined && { foreign }) };
  } catch {
    return null;
  }
}

/** What a text of lines says together. */
export interface ReadLines {
  /** In the order of the file. */
  readonly records: readonly AuditRecord[];
  /** The last try to take back each action that was tried, by id; also of actions in earlier files. */
  readonly undone: ReadonlyMap<string, Undone>;
  readonly clearedAt: number | null;
  readonly unreadable: number;
}

/** Reads the text of a file, also one that is torn or was tampered with. Never throws. */
export function readLines(text: string): ReadLines {
  const records = new Map<string, AuditRecord>();
  const tries = new Map<string, Undone>();
  let clearedAt: number | null = null;
  let unreadable = 0;
  for (const raw of text.split('\n')) {
    if (raw.trim() === '') continue;
    const line = parseLine(raw);
    if (line === null) unreadable += 1;
    else if (line.type === 'cleared') clearedAt = line.at;
    else if (line.type === 'undone') tries.set(line.id, tried(line));
    // What has begun is told again when it is over.
    else records.set(line.id, recordOf(line));
  }
  return { records: [...records.values()], undone: tries, clearedAt, unreadable };
}

/** The record cut to what is kept: its words and arguments bounded, its undo whole or not at all. */
export function bounded(record: AuditRecord): AuditRecord {
  return {
    ...record,
    heard: cut(record.heard, MOST_TEXT),
    effect: record.effect === null ? null : cut(record.effect, MOST_TEXT),
    said: cut(record.said, MOST_TEXT),
    arguments: boundedArguments(record.arguments),
    undo: JSON.stringify(record.undo).length > MOST_UNDO ? null : record.undo,
    ...(record.touches && { touches: record.touches.slice(0, 1_000) }),
  };
}

function boundedArguments(args: Json): Json {
  const size = JSON.stringify(args).length;
  if (size <= MOST_ARGUMENTS) return args;
  const shorter =
    typeof args === 'object' && args !== null && !Array.isArray(args)
      ? Object.fromEntries(
          Object.entries(args).map(([name, value]) => [
            name,
            typeof value === 'string' ? cut(value, MOST_ARGUMENT) : value,
          ]),
        )
      : null;
  return shorter !== null && JSON.stringify(shorter).length <= MOST_ARGUMENTS
    ? shorter
    : `(${size} characters, not kept)`;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (cut, ${text.length} characters)`;
}

function recordOf(line: Extract<AuditLine, { type: 'action' }>): AuditRecord {
  const { type, ...record } = line;
  void type;
  return record;
}

function tried({ at, outcome, said }: Undone): Undone {
  return { at, outcome, said };
}

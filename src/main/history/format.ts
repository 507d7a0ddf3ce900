/*
 * What kept conversations look like on disk: one file each, one JSON value a line, lines are only ever added.
 * The first line tells the format; then come the records of the talk as they happened, and what was added later.
 */
import { z } from 'zod';
import { ENGINES } from '../../shared/engine';
import type { TranscriptEntry, TurnLatency } from '../../shared/ipc/conversation';
import type { Digest } from '../../shared/ipc/history';
import type { Problem } from '../../shared/problem';
import type { ConversationRecord } from '../conversation/records';

/** Raise it when older versions of Parley would misread a file. A field that may be missing needs no new format. */
export const HISTORY_FORMAT = 1;

/** First line of a file. The price is kept because it may change. */
export interface FileLine {
  readonly type: 'file';
  readonly format: number;
  readonly dollarsPerHour: number;
}

/** A line that was added to a kept conversation. */
export type AddedLine =
  /** The person's own title; empty brings the first words back. */
  | { readonly type: 'title'; readonly at: number; readonly title: string }
  | { readonly type: 'digest'; readonly at: number; readonly digest: Digest };

/** Any line. */
export type Line = FileLine | ConversationRecord | AddedLine;

const engine = z.enum(ENGINES);
const number = z.number().nullable();
const problem: z.ZodType<Problem> = z.object({ code: z.string(), sentence: z.string(), next: z.string() });
const latency: z.ZodType<TurnLatency> = z.object({
  transcript: number,
  replyStarted: number,
  firstAudio: number,
  audible: number,
  tools: number.default(null),
});
const entry: z.ZodType<TranscriptEntry> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('user'),
    id: z.string(),
    text: z.string(),
    final: z.boolean(),
    typed: z.boolean(),
  }),
  z.object({
    kind: z.literal('agent'),
    id: z.string(),
    text: z.string(),
    final: z.boolean(),
    interrupted: z.boolean(),
  }),
  z.object({
    kind: z.literal('tool'),
    id: z.string(),
    name: z.string(),
    arguments: z.string(),
    state: z.enum(['running', 'waiting', 'done', 'failed', 'cancelled', 'refused']),
    outcome: z.string(),
    milliseconds: number,
    // Talks of before the gate have none of these.
    progress: z.string().nullable().default(null),
    detail: z.string().nullable().default(null),
    action: z.string().nullable().default(null),
    undone: z.boolean().default(false),
    foreign: z.boolean().default(true),
  }),
]);
const digest: z.ZodType<Digest> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('summary'),
    at: z.number(),
    by: z.string(),
    leftOut: z.number(),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('extraction'),
    at: z.number(),
    by: z.string(),
    leftOut: z.number(),
    json: z.string(),
  }),
]);

const stamped = { at: z.number(), conversation: z.string() };
const lineSchema: z.ZodType<Line> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('file'), format: z.number(), dollarsPerHour: z.number() }),
  z.object({
    ...stamped,
    type: z.literal('conversation-began'),
    engine,
    profile: z.object({ id: z.string(), name: z.string() }),
    continues: z.boolean(),
  }),
  z.object({ ...stamped, type: z.literal('socket-opened'), socket: z.number(), engine, host: z.string() }),
  z.object({
    ...stamped,
    type: z.literal('session-ready'),
    socket: z.number(),
    sessionId: z.string(),
    expiresAt: number,
    resumed: z.boolean(),
  }),
  z.object({
    ...stamped,
    type: z.literal('socket-closed'),
    socket: z.number(),
    sessionId: z.string().nullable(),
    code: number,
    reason: z.string(),
    saidGoodbye: z.boolean(),
    seconds: number,
  }),
  z.object({ ...stamped, type: z.literal('entry'), entry }),
  z.object({ ...stamped, type: z.literal('turn'), latency }),
  z.object({ ...stamped, type: z.literal('problem'), problem }),
  z.object({
    ...stamped,
    type: z.literal('conversation-ended'),
    reason: z.enum(['person', 'idle', 'cap', 'sleep', 'lock', 'quit', 'failed']),
  }),
  z.object({ type: z.literal('title'), at: z.number(), title: z.string() }),
  z.object({ type: z.literal('digest'), at: z.number(), digest }),
]);

/** One line as it is written, its end included. */
export function encodeLine(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}

/** The lines of a file that can be read, in order, and how many cannot: torn ones, or of a newer Parley. */
export function decodeLines(text: string): { readonly lines: readonly Line[]; readonly unreadable: number } {
  const lines: Line[] = [];
  let unreadable = 0;
  for (const written of text.split('\n')) {
    if (written === '') continue;
    const line = decodeLine(written);
    if (line) lines.push(line);
    else unreadable += 1;
  }
  return { lines, unreadable };
}

function decodeLine(written: string): Line | null {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return null;
  }
  return lineSchema.safeParse(value).data ?? null;
}

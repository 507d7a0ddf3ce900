import type { TranscriptEntry } from '../../shared/ipc/conversation';
import type { Draft } from './draft';
import { FINDER } from '../tools/offer/offered-tools';
import { callKey, type Reply, type ReplyWord, type ToolCall } from './state';

type ToolEntry = Extract<TranscriptEntry, { kind: 'tool' }>;
type UserEntry = Extract<TranscriptEntry, { kind: 'user' }>;

/** Adds an entry, or replaces the one with the same id. An unchanged entry keeps its identity. */
export function putEntry(draft: Draft, entry: TranscriptEntry): void {
  const { transcript } = draft.state;
  const at = transcript.findIndex(({ id }) => id === entry.id);
  if (at < 0) draft.set({ transcript: [...transcript, entry] });
  else if (!sameEntry(transcript[at]!, entry)) draft.set({ transcript: transcript.with(at, entry) });
}

function sameEntry(a: TranscriptEntry, b: TranscriptEntry): boolean {
  return Object.entries(b).every(([name, value]) => (a as Record<string, unknown>)[name] === value);
}

/** A fresh entry id: unique within the app's run. */
export function newEntryId(draft: Draft): string {
  const count = draft.state.entryCount + 1;
  draft.set({ entryCount: count });
  return `entry-${count}`;
}

/** Shows what is heard of the person so far. */
export function showHeard(draft: Draft, text: string): void {
  if (text.trim() === '') return;
  const id = draft.state.openUserEntry ?? newEntryId(draft);
  draft.set({ openUserEntry: id });
  putEntry(draft, { kind: 'user', id, text, final: false, typed: false });
}

/**
 * Closes the person's open words: with the final text, or, when none came, with what was shown.
 * An empty final text takes the entry back: it was noise.
 */
export function closeHeard(draft: Draft, finalText: string | null): void {
  const { openUserEntry: open, transcript } = draft.state;
  const shown = transcript.find((entry): entry is UserEntry => entry.kind === 'user' && entry.id === open);
  const text = (finalText ?? shown?.text ?? '').trim();
  draft.set({ openUserEntry: null });
  if (text !== '') {
    putEntry(draft, {
      kind: 'user',
      id: shown?.id ?? newEntryId(draft),
      text,
      final: true,
      typed: false,
    });
  } else if (shown) {
    draft.set({ transcript: transcript.filter(({ id }) => id !== shown.id) });
  }
}

/** Shows what the person typed. */
export function showTyped(draft: Draft, text: string): void {
  putEntry(draft, { kind: 'user', id: newEntryId(draft), text, final: true, typed: true });
}

/** Brings the entry of a reply in line with what was heard of it. Nothing heard means no entry. */
export function showReply(draft: Draft, reply: Reply): void {
  const text = heardText(reply);
  if (text === '') return;
  putEntry(draft, {
    kind: 'agent',
    id: `reply-${reply.id}`,
    text,
    final: reply.over && !reply.open,
    interrupted: reply.interrupted || reply.silenced,
  });
}

/** The words of a reply that were heard, by the samples played (24 per millisecond). */
export function heardText(reply: Reply): string {
  const cut = reply.interrupted || reply.silenced;
  if (reply.finalText !== null && (reply.over || reply.words.length === 0) && !reply.silenced) {
    return reply.finalText.trim();
  }
  const playedMs = reply.samplesPlayed / 24;
  const heard = reply.words.filter(
    ({ startMs }) => startMs === null || (reply.over && !cut) || startMs < playedMs,
  );
  return joinWords(heard);
}

/**
 * Joins words with exactly one space where neither side has one; punctuation alone sticks to its word
 * (protocol.md section 4.10: the service's white space is inconsistent).
 */
export function joinWords(words: readonly Pick<ReplyWord, 'text'>[]): string {
  let joined = '';
  for (const { text } of words) {
    const tight =
      joined === '' || /\s$/.test(joined) || /^\s/.test(text) || /^[.,;:!?%)\]]+$/.test(text.trim());
    joined += tight ? text : ` ${text}`;
  }
  return joined.trim();
}

/** Shows a tool call as it stands. Looking for tools does nothing, and nearly every request begins with it. */
export function showCall(draft: Draft, call: ToolCall): void {
  if (call.name === FINDER) return;
  const states = {
    running: 'running',
    answered: 'done',
    dropped: 'cancelled',
    lost: call.answer ? 'done' : 'running',
    informational: 'done',
  } as const;
  const failed = call.answer !== null && !call.answer.ok;
  const shown = call.answer?.waiting ? approvalShown(call) : null;
  putEntry(draft, {
    kind: 'tool',
    id: callKey(call),
    name: call.name,
    arguments: JSON.stringify(JSON.parse(call.key), null, 2),
    state: failed && ['answered', 'lost'].includes(call.state) ? 'failed' : states[call.state],
    outcome: outcomeOf(call),
    milliseconds: call.state === 'answered' ? draft.now - call.startedAt : null,
    progress: call.answer === null && call.state === 'running' ? call.progress : null,
    detail: call.answer?.detail ?? null,
    action: call.answer?.action ?? null,
    undone: false,
    foreign: call.state === 'informational' || (call.answer?.foreign ?? false),
    ...shown,
  });
}

/** A call that needed the person's approval: where that stands, whatever became of the call at the service. */
function approvalShown({ answer, settlement, progress }: ToolCall): Partial<ToolEntry> {
  if (!settlement) return { state: 'waiting', outcome: answer?.say ?? '', milliseconds: null, progress };
  if (settlement.type !== 'approved') {
    return { state: 'refused', outcome: NOT_APPROVED[settlement.type], milliseconds: null };
  }
  const { result, foreign, action } = settlement.outcome;
  return {
    state: result.ok ? 'done' : 'failed',
    outcome: result.ok ? result.say : result.error,
    milliseconds: null,
    detail: result.ok ? (result.detail ?? null) : null,
    action,
    foreign: foreign || (answer?.foreign ?? false),
  };
}

const NOT_APPROVED = {
  denied: 'Not approved.',
  expired: 'Nobody approved it in time.',
  superseded: 'You went on to something else.',
} as const;

/** Marks what was taken back. */
export function showUndone(draft: Draft, action: string): void {
  const entry = draft.state.transcript.find(
    (known): known is ToolEntry => known.kind === 'tool' && known.action === action,
  );
  if (entry) putEntry(draft, { ...entry, undone: true });
}

function outcomeOf(call: ToolCall): string {
  switch (call.state) {
    case 'running':
      return '';
    case 'informational':
      return 'Run by the service.';
    case 'dropped':
      return call.answer ? `${call.answer.say} (You had moved on, so this was not said.)` : 'Cancelled.';
    case 'answered':
    case 'lost':
      return call.answer?.say ?? '';
  }
}

/** Whether an entry will not change any more: it can be kept and told on. */
export function isSettled(entry: TranscriptEntry): boolean {
  return entry.kind === 'tool' ? entry.state !== 'running' : entry.final;
}

/** An entry as it is kept: whole results are for the window only. */
export function asKept(entry: TranscriptEntry): TranscriptEntry {
  return entry.kind === 'tool' ? { ...entry, detail: null } : entry;
}

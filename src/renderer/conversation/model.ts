import { assertNever } from '../../shared/assert-never';
import type { ConversationSnapshot, TranscriptEntry } from '../../shared/ipc/conversation';
import { toldText } from '../words.svelte';

/** Everything the conversation view shows, as main told it. */
export interface ConversationModel {
  readonly snapshot: ConversationSnapshot;
  readonly transcript: readonly TranscriptEntry[];
}

/** What main tells a window about the conversation. */
export type ConversationNews =
  | { readonly type: 'snapshot'; readonly snapshot: ConversationSnapshot }
  | { readonly type: 'entry'; readonly entry: TranscriptEntry }
  | { readonly type: 'cleared' };

/** The view before main has said anything. */
export const emptyModel: ConversationModel = {
  snapshot: {
    status: 'ready',
    problem: null,
    notice: null,
    engine: 'local',
    live: false,
    muted: false,
    latency: null,
    cost: null,
    hangUpAt: null,
    reconnecting: null,
    offers: [],
    halfDuplex: false,
    tainted: false,
    resting: false,
    talkKey: 'unused',
  },
  transcript: [],
};

/**
 * Applies one piece of news. An entry with a known id replaces the earlier one in its place.
 * Applying news again that a model already holds ends, with the news that follow it, in the same model.
 */
export function applyNews(model: ConversationModel, news: ConversationNews): ConversationModel {
  switch (news.type) {
    case 'snapshot':
      return { ...model, snapshot: news.snapshot };
    case 'entry':
      return { ...model, transcript: withEntry(model.transcript, news.entry) };
    case 'cleared':
      return { ...model, transcript: [] };
    default:
      return assertNever(news);
  }
}

function withEntry(transcript: readonly TranscriptEntry[], entry: TranscriptEntry): TranscriptEntry[] {
  // Changes are nearly always at the end.
  const place = transcript.findLastIndex(({ id }) => id === entry.id);
  return place < 0 ? [...transcript, entry] : transcript.with(place, entry);
}

/** True while the entry can still change. */
export function isOpen(entry: TranscriptEntry): boolean {
  return entry.kind === 'tool' ? entry.state === 'running' || entry.state === 'waiting' : !entry.final;
}

/**
 * What a screen reader should say when `next` takes the place of `previous`, or null for nothing.
 * Entries are announced once, when they are complete: revealed words would be read again and again.
 * What the person said is not read back to them.
 */
export function announcement(previous: TranscriptEntry | undefined, next: TranscriptEntry): string | null {
  const wasOpen = previous === undefined || isOpen(previous);
  if (!wasOpen || isOpen(next) || next.kind === 'user') return null;
  if (next.kind === 'agent') return next.text ? `Parley: ${next.text}` : null;
  return `${readableName(next.name)}: ${toldText(next.outcome) || next.state}`;
}

/** A tool's name as a person would write it: `list_files` becomes "List files", in the window's language if it is ours. */
export function readableName(name: string): string {
  const words = name.replace(/[_\-.]+/g, ' ').trim();
  return toldText(words.charAt(0).toUpperCase() + words.slice(1));
}

import { z } from 'zod';
import type { Engine } from '../engine';
import type { Problem } from '../problem';
import { request } from './contract';
import type { TranscriptEntry, TurnLatency } from './conversation';

/** Who answered. */
/** How a kept conversation stands. `cut`: no end was recorded, because Parley or the computer stopped in mid-talk. */
export type KeptState = 'open' | 'ended' | 'cut';

/** Why a kept conversation ended. */
export type KeptEnd = 'person' | 'idle' | 'cap' | 'sleep' | 'lock' | 'quit' | 'failed';

/** A kept conversation as the list shows it. Times are epoch milliseconds. */
export interface ConversationHead {
  readonly id: string;
  /** The person's own, or the first words. */
  readonly title: string;
  readonly ownTitle: boolean;
  readonly beganAt: number;
  /** When the last thing happened in it. */
  readonly lastAt: number;
  /** In the order of their use. */
  readonly engines: readonly Engine[];
  readonly profile: { readonly id: string; readonly name: string };
  readonly state: KeptState;
  /** Null unless `state` is `ended`. */
  readonly end: KeptEnd | null;
  /** What the hosted service cost by its published price; null when it was not used. */
  readonly dollars: number | null;
  /** Entries of the person. */
  readonly turns: number;
  readonly problems: number;
}

/** One socket of a kept conversation. */
export interface KeptSocket {
  readonly socket: number;
  readonly engine: Engine;
  /** The server's name. */
  readonly host: string;
  readonly openedAt: number;
  /** Null when its end was not recorded. */
  readonly closedAt: number | null;
  readonly sessions: readonly { readonly id: string; readonly resumed: boolean }[];
  readonly code: number | null;
  readonly reason: string;
  readonly saidGoodbye: boolean;
  /** Seconds that count: the service's own figure, else by the clock, with the grace after a bare close. */
  readonly seconds: number;
}

/** What happened in a kept conversation, in the order in which it began. */
export type KeptItem =
  | { readonly kind: 'entry'; readonly at: number; readonly entry: TranscriptEntry }
  /** Where the time of the turn went whose answer follows. */
  | { readonly kind: 'latency'; readonly at: number; readonly latency: TurnLatency }
  | { readonly kind: 'problem'; readonly at: number; readonly problem: Problem };

/** What a language model made of a kept conversation. `leftOut` entries were too many for it. */
export type Digest = {
  readonly at: number;
  /** The model and where it ran, for people. */
  readonly by: string;
  readonly leftOut: number;
} & (
  | { readonly kind: 'summary'; readonly text: string }
  /** `json` is pretty-printed; it fits the person's schema as it was then. */
  | { readonly kind: 'extraction'; readonly json: string }
);

/** A kept conversation, whole. */
export interface KeptConversation extends ConversationHead {
  /** True when it went on where an earlier one was closed. */
  readonly continues: boolean;
  readonly sockets: readonly KeptSocket[];
  readonly items: readonly KeptItem[];
  /** The newest of each kind. */
  readonly digests: readonly Digest[];
  /** Lines of the file that could not be read: a torn last line, or one of a newer Parley. */
  readonly unreadable: number;
}

/** A piece of an excerpt; `hit` marks what was searched for. */
export interface ExcerptPart {
  readonly text: string;
  readonly hit: boolean;
}

/** A line of the list: the excerpt is null when nothing is searched for, or only the title fits. */
export interface HistoryRow {
  readonly head: ConversationHead;
  readonly excerpt: readonly ExcerptPart[] | null;
}

/** The newest conversations that fit, newest first. */
export interface HistoryPage {
  readonly rows: readonly HistoryRow[];
  /** There are more than were asked for. */
  readonly more: boolean;
  /** Conversations kept in all, whether they fit or not. */
  readonly kept: number;
}

/** How fast the answers of one day and engine were: milliseconds from the end of speech to the first sound. */
export interface DayLatency {
  /** `2026-11-21`, in local time. */
  readonly day: string;
  readonly engine: Engine;
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
}

/** What a language model can make of a conversation. */
const digestKinds = ['summary', 'extraction'] as const;
/** What a language model can make of a conversation. */
export type DigestKind = (typeof digestKinds)[number];

/** Ways a conversation can be exported. */
const exportFormats = ['markdown', 'text', 'json'] as const;
/** A way a conversation can be exported. */
export type ExportFormat = (typeof exportFormats)[number];

const nothing = z.undefined();
/** Id of a kept conversation; also its file's name, so that it holds nothing but these. */
export const conversationIdSchema = z.string().regex(/^[\w-]{1,80}$/);
const id = conversationIdSchema;

/** Requests of the history view. */
export const historyRequests = {
  'history.list': request(
    z.object({ query: z.string().max(200), most: z.number().int().min(1).max(2_000) }),
  ).returning<HistoryPage>(),
  'history.read': request(id).returning<KeptConversation>(),
  'history.latencies': request(nothing).returning<readonly DayLatency[]>(),
  /** An empty title brings the first words back. */
  'history.rename': request(
    z.object({ id, title: z.string().trim().max(120) }),
  ).returning<ConversationHead>(),
  /** Removes the file; on wish first the sessions at the service. When the service refuses, nothing is removed. */
  'history.delete': request(z.object({ id, atService: z.boolean() })).returning<undefined>(),
  /** Removes every conversation but the open one; resolves to how many. */
  'history.deleteAll': request(nothing).returning<number>(),
  /** Opens the system's save dialog. */
  'history.export': request(z.object({ id, format: z.enum(exportFormats) })).returning<
    'saved' | 'cancelled'
  >(),
  /** Puts facts for support on the clipboard: of one conversation, or of Parley as it runs (null). */
  'history.copyDiagnostics': request(id.nullable()).returning<undefined>(),
  /**
   * Has a language model make a summary, or extract what the schema of the settings asks for; resolves to whether it
   * was made, which is not so when it was called off. By whom is a setting.
   */
  'history.digest': request(z.object({ id, kind: z.enum(digestKinds) })).returning<boolean>(),
  /** Calls off what is being made. */
  'history.stopDigest': request(nothing).returning<undefined>(),
  /** Starts a new conversation that knows this one. */
  'history.continue': request(id).returning<undefined>(),
} as const;

/** What windows are told of the history. */
export interface HistoryEvents {
  /** A conversation came, went or changed: ask again. */
  readonly 'history.changed': undefined;
  /** What has been written so far of the summary or extraction under way. */
  readonly 'history.digesting': { readonly id: string; readonly kind: DigestKind; readonly text: string };
}

import type { Engine } from '../../shared/engine';
import type { TranscriptEntry, TurnLatency } from '../../shared/ipc/conversation';
import type { Problem } from '../../shared/problem';

/** Why a conversation ended. */
export type EndReason =
  | 'person'
  /** Nobody spoke and nothing ran for the set time. */
  | 'idle'
  /** A cap on cost was reached. */
  | 'cap'
  | 'sleep'
  | 'lock'
  | 'quit'
  | 'failed';

/**
 * What a conversation leaves behind, told as it happens: for history, cost ledger and diagnostics.
 * `conversation` is our own id of the talk, `socket` our own number of its socket; `at` is epoch milliseconds.
 */
export type ConversationRecord = { readonly at: number; readonly conversation: string } & (
  | {
      readonly type: 'conversation-began';
      readonly engine: Engine;
      readonly profile: { readonly id: string; readonly name: string };
      /** Set when this talk goes on where an earlier one was closed (idle, sleep, lock, cap). */
      readonly continues: boolean;
    }
  /** The service counts from here (protocol.md section 14, row 37). `host` is the server's name without the key. */
  | {
      readonly type: 'socket-opened';
      readonly socket: number;
      readonly engine: Engine;
      readonly host: string;
    }
  | {
      readonly type: 'session-ready';
      readonly socket: number;
      readonly sessionId: string;
      /** Unix seconds, as told by the service. */
      readonly expiresAt: number | null;
      readonly resumed: boolean;
    }
  /** `seconds` is the service's own figure when it said goodbye, else null: then up to 30 s more may be billed. */
  | {
      readonly type: 'socket-closed';
      readonly socket: number;
      readonly sessionId: string | null;
      readonly code: number | null;
      readonly reason: string;
      readonly saidGoodbye: boolean;
      readonly seconds: number | null;
    }
  /** An entry of the transcript that will not change any more; a known `id` replaces the earlier one. */
  | { readonly type: 'entry'; readonly entry: TranscriptEntry }
  /** Where a turn's time went, once its answer could be heard. */
  | { readonly type: 'turn'; readonly latency: TurnLatency }
  | { readonly type: 'problem'; readonly problem: Problem }
  | { readonly type: 'conversation-ended'; readonly reason: EndReason }
);

type WithoutTime<R> = R extends unknown ? Omit<R, 'at'> : never;
/** What is noted of a socket; the time is added where it is recorded. */
export type SocketNote = WithoutTime<
  Extract<ConversationRecord, { readonly type: 'socket-opened' | 'socket-closed' }>
>;

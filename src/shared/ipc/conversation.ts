import { z } from 'zod';
import type { Engine } from '../engine';
import type { Problem } from '../problem';
import { request } from './contract';

/** What the person sees as "Conversation state". */
export type ConversationStatus =
  | 'ready'
  | 'connecting'
  | 'listening'
  | 'muted'
  | 'hearing'
  | 'thinking'
  | 'working'
  | 'approval'
  | 'speaking'
  | 'reconnecting'
  | 'ending'
  | 'ended'
  | 'problem';

/** Where one turn's time went; milliseconds from the end of the person's speech. */
export interface TurnLatency {
  /** Final transcript. */
  readonly transcript: number | null;
  /** First event of the reply. */
  readonly replyStarted: number | null;
  /** First chunk of audio received. */
  readonly firstAudio: number | null;
  /** First sample that can be heard. */
  readonly audible: number | null;
  /** Time in which tools ran for this turn; null when none did. */
  readonly tools: number | null;
}

/** What the open talk costs; the window counts on from `openSince` by itself. */
export interface CostPicture {
  /** Seconds of this conversation's sessions that are closed. */
  readonly closedSeconds: number;
  /** When the open socket was opened (epoch milliseconds); null while none is. */
  readonly openSince: number | null;
  readonly dollarsPerHour: number;
}

/** What the person can choose when a talk has failed or was closed. */
export type Offer =
  /** Nothing more was tried: start again, with what was said so far. */
  | 'try-again'
  /** The service cannot be reached: go on with the local agent. */
  | 'local-agent'
  /** Closed to save cost, or by sleep or lock: speaking or starting goes on. */
  | 'continue';

/** The small, current picture of the talk that every window gets. */
export interface ConversationSnapshot {
  readonly status: ConversationStatus;
  /** Set while `status` is `problem`. */
  readonly problem: Problem | null;
  /** A passing remark (device changed, a reply failed); shown quietly. */
  readonly notice: Problem | null;
  readonly engine: Engine;
  readonly live: boolean;
  readonly muted: boolean;
  readonly latency: TurnLatency | null;
  /** Null with the local agent, which costs nothing. */
  readonly cost: CostPicture | null;
  /** When an idle talk will be closed (epoch milliseconds); set once it is announced. */
  readonly hangUpAt: number | null;
  /** While a lost connection is being restored: the attempt, from 1. */
  readonly reconnecting: number | null;
  readonly offers: readonly Offer[];
  /** Interrupting by voice is off for this talk because the agent heard itself. */
  readonly halfDuplex: boolean;
  /** Words of others are before the agent: it asks before it acts. */
  readonly tainted: boolean;
  /** Closed for now; the microphone is listened to on this computer only, and speech goes on with the talk. */
  readonly resting: boolean;
  /** `held`: the microphone is open while the talk key is down; `up`: it is closed until the next press. */
  readonly talkKey: 'unused' | 'held' | 'up';
}

/** One entry of the transcript. Events carry whole entries; a known `id` replaces the earlier one. */
export type TranscriptEntry =
  | {
      readonly kind: 'user';
      readonly id: string;
      readonly text: string;
      /** False while words are still being heard. */
      readonly final: boolean;
      readonly typed: boolean;
    }
  | {
      readonly kind: 'agent';
      readonly id: string;
      /** The words that have been heard so far. */
      readonly text: string;
      readonly final: boolean;
      readonly interrupted: boolean;
    }
  | {
      readonly kind: 'tool';
      readonly id: string;
      readonly name: string;
      /** Pretty-printed JSON of the arguments. */
      readonly arguments: string;
      /** `waiting`: for the person's approval; `refused`: it was not given. */
      readonly state: 'running' | 'waiting' | 'done' | 'failed' | 'cancelled' | 'refused';
      /** In plain words; empty while running, the question while waiting. */
      readonly outcome: string;
      readonly milliseconds: number | null;
      /** How far a long run has come, in words; null when it does not tell or is over. */
      readonly progress: string | null;
      /** The whole result, where the agent got a part of it; not kept in the history. */
      readonly detail: string | null;
      /** Names what was done for undo and audit; null when it cannot be taken back. */
      readonly action: string | null;
      readonly undone: boolean;
      /** Its result holds words of somebody else. */
      readonly foreign: boolean;
    };

const nothing = z.undefined();

/** Requests of the conversation view. */
export const conversationRequests = {
  'conversation.start': request(nothing).returning<undefined>(),
  'conversation.end': request(nothing).returning<undefined>(),
  'conversation.mute': request(z.boolean()).returning<undefined>(),
  'conversation.stopSpeaking': request(nothing).returning<undefined>(),
  /** Text the person typed; starts a conversation when none is open. */
  'conversation.send': request(z.string().trim().min(1).max(4_000)).returning<undefined>(),
  'conversation.dismissNotice': request(nothing).returning<undefined>(),
  /** "I am still here": an announced hang-up is called off. */
  'conversation.stay': request(nothing).returning<undefined>(),
  /** Goes on with the local agent, keeping what was said. */
  'conversation.useLocalAgent': request(nothing).returning<undefined>(),
  /** One of the person's own rules, by its id: the same as saying its phrase. */
  'conversation.applyRule': request(z.string().max(64)).returning<undefined>(),
  'conversation.current': request(nothing).returning<{
    readonly snapshot: ConversationSnapshot;
    readonly transcript: readonly TranscriptEntry[];
  }>(),
} as const;

/** Events of the conversation, from main to windows. */
export interface ConversationEvents {
  readonly 'conversation.snapshot': ConversationSnapshot;
  readonly 'conversation.entry': TranscriptEntry;
  /** A new conversation has begun: the transcript is empty. */
  readonly 'conversation.cleared': undefined;
  /** Levels 0..1; sent only to visible windows and only while talking. */
  readonly 'conversation.levels': { readonly input: number; readonly output: number };
}

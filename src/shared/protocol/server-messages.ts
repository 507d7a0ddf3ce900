import type { Json } from '../json';
import type { ResolvedConfig } from './resolved-config';

/**
 * What the service says, in one clean shape: `decodeServerMessage` folds every documented variation into it.
 * Field names are the wire's. Ids are opaque. An optional field is absent when the service left it out or sent null.
 */
interface Stamped {
  /** When the service sent it: Unix seconds. */
  readonly timestamp?: number | undefined;
}

/** The session may be talked to: the microphone's gate opens (protocol.md section 4.1). */
export interface SessionReady extends Stamped {
  readonly type: 'session.ready';
  /** Empty when the service did not say. */
  readonly session_id: string;
  /** Unix seconds. */
  readonly expires_at?: number | undefined;
  readonly resume_token?: string | undefined;
  readonly config?: ResolvedConfig | undefined;
}

/** A configuration was accepted; may come before, after or without `session.ready` (protocol.md section 4.2). */
export interface SessionUpdated extends Stamped {
  readonly type: 'session.updated';
  readonly config?: ResolvedConfig | undefined;
}

/** Something was refused or failed (protocol.md section 4.3). `explainServiceError` tells what to do. */
export interface SessionError extends Stamped {
  readonly type: 'session.error';
  /** Lower case; `unknown` when the service gave none. */
  readonly code: string;
  /** For people, in English, not stable: never parse it. */
  readonly message: string;
  /** Dotted path of the offending field. */
  readonly param?: string | undefined;
  readonly session_id?: string | undefined;
}

/** The session is over and its billing stopped (protocol.md section 4.4). */
export interface SessionEnded extends Stamped {
  readonly type: 'session.ended';
  /** What is billed. */
  readonly session_duration_seconds?: number | undefined;
  readonly audio_duration_seconds?: number | undefined;
}

/** The person was heard to start speaking; during a reply the service has decided to interrupt (protocol.md section 4.5). */
export interface InputSpeechStarted extends Stamped {
  readonly type: 'input.speech.started';
}

/** The person was heard to stop speaking (protocol.md section 4.5). May never come. */
export interface InputSpeechStopped extends Stamped {
  readonly type: 'input.speech.stopped';
}

/** What was heard so far: the whole partial text, replacing the one before (protocol.md section 4.6). */
export interface TranscriptUserDelta extends Stamped {
  readonly type: 'transcript.user.delta';
  readonly item_id?: string | undefined;
  readonly text: string;
}

/** What the person said in this turn, final (protocol.md section 4.7). */
export interface TranscriptUser extends Stamped {
  readonly type: 'transcript.user';
  readonly item_id?: string | undefined;
  readonly text: string;
}

/** A reply begins; it may hold nothing but a tool call (protocol.md section 4.8). */
export interface ReplyStarted extends Stamped {
  readonly type: 'reply.started';
  readonly reply_id: string;
  readonly item_id?: string | undefined;
}

/** A piece of speech: base64 in the negotiated output format (protocol.md section 4.9). Without `reply_id`: of the open reply. */
export interface ReplyAudio extends Stamped {
  readonly type: 'reply.audio';
  readonly reply_id?: string | undefined;
  readonly data: string;
}

/** One word of the reply, to be appended, with its place in the reply's audio (protocol.md section 4.10). */
export interface TranscriptAgentDelta extends Stamped {
  readonly type: 'transcript.agent.delta';
  readonly reply_id?: string | undefined;
  readonly item_id?: string | undefined;
  readonly delta: string;
  /** Milliseconds from the first sample of the reply. Absent: show at once. */
  readonly start_ms?: number | undefined;
  readonly end_ms?: number | undefined;
}

/** What the agent said, cut to what was spoken when interrupted (protocol.md section 4.11). May never come. */
export interface TranscriptAgent extends Stamped {
  readonly type: 'transcript.agent';
  readonly reply_id?: string | undefined;
  readonly item_id?: string | undefined;
  readonly text: string;
  readonly interrupted: boolean;
}

/** The reply is over: the last event of its `reply_id` (protocol.md section 4.12). */
export interface ReplyDone extends Stamped {
  readonly type: 'reply.done';
  readonly reply_id?: string | undefined;
  readonly status: 'completed' | 'interrupted';
}

/** The agent wants a tool run (protocol.md section 4.13). The arguments are not checked against the tool's schema. */
export interface ToolCall extends Stamped {
  readonly type: 'tool.call';
  readonly call_id: string;
  readonly name: string;
  readonly arguments: { readonly [name: string]: Json };
}

/** A reply failed (protocol.md section 4.14; in the schema, never seen live). */
export interface ReplyError extends Stamped {
  readonly type: 'reply.error';
  readonly reply_id?: string | undefined;
  /** Lower case; `unknown` when the service gave none. */
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly status_code?: number | undefined;
  readonly provider_code?: string | undefined;
  readonly provider_param?: string | undefined;
}

/** Every message the service may send (protocol.md section 4). */
export type ServerMessage =
  | SessionReady
  | SessionUpdated
  | SessionError
  | SessionEnded
  | InputSpeechStarted
  | InputSpeechStopped
  | TranscriptUserDelta
  | TranscriptUser
  | ReplyStarted
  | ReplyAudio
  | TranscriptAgentDelta
  | TranscriptAgent
  | ReplyDone
  | ToolCall
  | ReplyError;

/** The `type` of any of them. */
export type ServerMessageType = ServerMessage['type'];

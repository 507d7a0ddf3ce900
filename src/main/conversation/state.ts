import type { ConversationStatus, TranscriptEntry, TurnLatency } from '../../shared/ipc/conversation';
import type { Json } from '../../shared/json';
import type { Problem } from '../../shared/problem';

/** Where the socket's life stands. `live` begins at `session.ready` (protocol.md section 14.1). */
export type Phase =
  | { readonly name: 'idle' }
  | { readonly name: 'connecting' }
  | { readonly name: 'live'; readonly sessionId: string }
  | { readonly name: 'ending' }
  | { readonly name: 'ended' }
  | { readonly name: 'failed'; readonly problem: Problem };

/** A word of a reply with its place in the reply's audio; `null` shows at once (protocol.md section 4.10). */
export interface ReplyWord {
  readonly text: string;
  readonly startMs: number | null;
}

/** What is known of one reply, from `reply.started` until its last sample was played. */
export interface Reply {
  readonly id: string;
  /** The service may still send events of it. */
  readonly open: boolean;
  readonly words: readonly ReplyWord[];
  readonly finalText: string | null;
  readonly samplesReceived: number;
  readonly samplesPlayed: number;
  readonly audible: boolean;
  /** Silenced here: later audio of it is dropped. */
  readonly silenced: boolean;
  readonly interrupted: boolean;
  /** Everything that will be heard of it was heard. */
  readonly over: boolean;
}

/** A tool call of the service. */
export interface ToolCall {
  readonly callId: string;
  readonly name: string;
  /** Canonical JSON of the arguments: equal calls in one turn share a run. */
  readonly key: string;
  readonly turn: number;
  readonly epoch: number;
  readonly startedAt: number;
  /** Set when this call repeats an earlier one of the turn. */
  readonly repeats: string | null;
  readonly state: 'running' | 'answered' | 'dropped' | 'informational';
  readonly answer: ToolAnswer | null;
}

/** What goes back to the service for a call. */
export interface ToolAnswer {
  readonly ok: boolean;
  /** In plain words, for the person. */
  readonly say: string;
  /** For the model. */
  readonly data: Json;
}

/** Times of the open turn, epoch milliseconds. */
export interface TurnTimes {
  readonly speechEnded: number;
  readonly transcript: number | null;
  readonly replyStarted: number | null;
  readonly firstAudio: number | null;
}

/** The whole state of one talk; only `reduce` makes a new one. */
export interface ConversationState {
  readonly phase: Phase;
  readonly engine: 'local' | 'hosted';
  /** The microphone was asked for. A talk begun by typing opens it only when the person unmutes. */
  readonly microphone: boolean;
  readonly muted: boolean;
  readonly userSpeaking: boolean;
  /** Playback is paused since the service heard speech over it (design.md Settled 9). */
  readonly paused: boolean;
  readonly ducked: boolean;
  /** A turn of the person or a tool result is waiting for its reply. */
  readonly awaitingReply: boolean;
  readonly replies: readonly Reply[];
  readonly calls: readonly ToolCall[];
  /** Tools that the service runs itself; their calls are shown, never answered. */
  readonly serverTools: readonly string[];
  /** Raised when running work loses its meaning; results of an older epoch are not sent. */
  readonly epoch: number;
  readonly turn: number;
  /** Typed messages that wait until no reply is open. */
  readonly typed: readonly string[];
  readonly transcript: readonly TranscriptEntry[];
  readonly entryCount: number;
  /** The entry of the words being heard now. */
  readonly openUserEntry: string | null;
  readonly times: TurnTimes | null;
  readonly latency: TurnLatency | null;
  readonly notice: Problem | null;
  readonly microphoneTrouble: Problem | null;
  /** The latest fatal error; told when the socket closes. */
  readonly fatalError: Problem | null;
}

/** The state before the first talk. */
export const initialState: ConversationState = {
  phase: { name: 'idle' },
  engine: 'local',
  microphone: false,
  muted: false,
  userSpeaking: false,
  paused: false,
  ducked: false,
  awaitingReply: false,
  replies: [],
  calls: [],
  serverTools: [],
  epoch: 0,
  turn: 0,
  typed: [],
  transcript: [],
  entryCount: 0,
  openUserEntry: null,
  times: null,
  latency: null,
  notice: null,
  microphoneTrouble: null,
  fatalError: null,
};

/** The reply whose events the service is sending, if any. */
export function openReply(state: ConversationState): Reply | null {
  return state.replies.find((reply) => reply.open) ?? null;
}

/** The reply that is being heard now or will be next, if any. */
export function soundingReply(state: ConversationState): Reply | null {
  return state.replies.find((reply) => !reply.over && !reply.silenced && reply.samplesReceived > 0) ?? null;
}

/** The one word for where the talk stands, as the person sees it. */
export function statusOf(state: ConversationState): ConversationStatus {
  switch (state.phase.name) {
    case 'idle':
      return 'ready';
    case 'connecting':
      return 'connecting';
    case 'ending':
      return 'ending';
    case 'ended':
      return 'ended';
    case 'failed':
      return 'problem';
    case 'live':
      return liveStatus(state);
  }
}

function liveStatus(state: ConversationState): ConversationStatus {
  if (state.userSpeaking) return 'hearing';
  if (soundingReply(state)?.audible) return 'speaking';
  if (state.calls.some((call) => call.state === 'running')) return 'working';
  if (state.awaitingReply || openReply(state) || soundingReply(state)) return 'thinking';
  if (state.microphoneTrouble) return 'problem';
  return state.muted ? 'muted' : 'listening';
}

/** The problem behind the status `problem`. */
export function problemOf(state: ConversationState): Problem | null {
  if (state.phase.name === 'failed') return state.phase.problem;
  return statusOf(state) === 'problem' ? state.microphoneTrouble : null;
}

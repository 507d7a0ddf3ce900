import type { Engine } from '../../shared/engine';
import type { Offer, TranscriptEntry, TurnLatency } from '../../shared/ipc/conversation';
import type { Json } from '../../shared/json';
import type { Problem } from '../../shared/problem';
import type { ResolvedConfig, ServiceProblem } from '../../shared/protocol';
import { noAdjustments, type Adjustments } from './configuration';
import { noEcho, type EchoWatch } from './echo-watch';
import type { Settlement, WaitingCall } from '../tools/call';
import type { Circumstances, WaitingApproval } from './approvals';
import type { Rule } from '../../shared/settings/rules';

/** Where the conversation stands. `live` begins at `session.ready` (protocol.md section 14.1). */
export type Phase =
  | { readonly name: 'idle' }
  | { readonly name: 'connecting' }
  | { readonly name: 'live'; readonly sessionId: string }
  /** The session was lost, or is exchanged for another (`quiet`), and the talk goes on in the next one. */
  | {
      readonly name: 'recovering';
      /** Number of the fresh session being tried, from 1. */
      readonly attempt: number;
      readonly since: number;
      /** `resume`: the lost session is asked for; `waiting`: the next try has not begun. */
      readonly way: 'resume' | 'fresh' | 'waiting';
      readonly quiet: boolean;
    }
  /** Closed to cost nothing; speech or a press goes on. `away`: the computer sleeps or is locked. */
  | { readonly name: 'resting'; readonly away: boolean }
  | { readonly name: 'ending' }
  | { readonly name: 'ended' }
  | { readonly name: 'failed'; readonly problem: Problem };

/** What the talk key has to do with the microphone. */
export type TalkKey =
  /** Nothing: it is open or muted as the person has it. */
  | { readonly name: 'unused' }
  /** Open while the key is down; then it is again as it was before. */
  | { readonly name: 'held'; readonly back: 'open' | 'muted' | 'off' }
  /** Closed until the next press. */
  | { readonly name: 'up' };

/** What the settings say about every talk; they may change in mid-talk. */
export interface TalkOptions {
  /** Milliseconds without speech or tool work until a hosted talk is closed; null for never. */
  readonly idleMs: number | null;
  /** When a tool's result is sent (protocol.md section 6.3). */
  readonly toolResults: 'at-once' | 'after-reply';
  /** The person's own rules. */
  readonly rules: readonly Rule[];
  /** Whether speaking over Parley interrupts it. */
  readonly bargeIn: boolean;
}

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
  /** When some of it was last played; null before that. */
  readonly playedAt: number | null;
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
  /** Number of the session it belongs to: ids mean something only within one. */
  readonly session: number;
  readonly startedAt: number;
  /** Set when this call repeats an earlier one of the turn. */
  readonly repeats: string | null;
  /** `lost`: its session is gone; the run goes on and serves an equal call of the next session. */
  readonly state: 'running' | 'answered' | 'dropped' | 'lost' | 'informational';
  readonly answer: ToolAnswer | null;
  /** How the person's approval ended, for a call that waited for it. */
  readonly settlement: Settlement | null;
  /** How far a long run has come, in words. */
  readonly progress: string | null;
  /** The answer waits until the session knows the tools that it offers. */
  readonly held: boolean;
}

/** Names a call for good within a run of the app; also its entry in the transcript. */
export function callKey({ session, callId }: Pick<ToolCall, 'session' | 'callId'>): string {
  return `call-${session}-${callId}`;
}

/** What goes back to the service for a call. */
export interface ToolAnswer {
  readonly ok: boolean;
  /** In plain words, for the person. */
  readonly say: string;
  /** For the model. */
  readonly data: Json;
  /** The whole of it for the window, where `data` holds a part only. */
  readonly detail?: string | null;
  /** Holds words of somebody else. */
  readonly foreign?: boolean;
  /** Tools to be offered before this is sent. */
  readonly offers?: readonly string[];
  /** Names what was done, where it can be taken back. */
  readonly action?: string | null;
  /** The call now waits for the person. */
  readonly waiting?: WaitingCall | null;
}

/** Times of the open turn, epoch milliseconds. */
export interface TurnTimes {
  readonly speechEnded: number;
  readonly transcript: number | null;
  readonly replyStarted: number | null;
  readonly firstAudio: number | null;
  /** Milliseconds in which tools ran, and since when one runs now. */
  readonly toolMs: number;
  readonly toolSince: number | null;
}

/** The whole state of one talk; only `reduce` makes a new one. */
export interface ConversationState {
  readonly phase: Phase;
  /** Our own id of the talk; null before the first. */
  readonly conversation: string | null;
  readonly options: TalkOptions;
  readonly adjustments: Adjustments;
  /** The chosen voice was refused: one of the same language stands in. */
  readonly otherVoice: boolean;
  readonly echo: EchoWatch;
  /** The words being heard were said over the agent's voice; they cut its reply short. */
  readonly overAgent: boolean;
  readonly cutReply: boolean;
  /** Item of the words being heard. */
  readonly openItem: string | null;
  /** The words that a reply closed before their final transcript came. */
  readonly closedWords: { readonly item: string; readonly entry: string; readonly how: Circumstances } | null;
  /** The last final transcript of this session, to know it when it comes twice. */
  readonly lastFinal: { readonly item: string; readonly text: string } | null;
  /** Configuration of the stored agent that answers, as the service told it; null without one. */
  readonly bound: ResolvedConfig | null;
  /** A session of this talk was live: what was said is worth going on with. */
  readonly wasLive: boolean;
  /** The service refused to resume a session; it is not asked again in this run. */
  readonly resumeRefused: boolean;
  /** When the stop word was said, as long as words and replies may still be about it. */
  readonly stopSaidAt: number | null;
  /** The last words of the person that a reply is owed to. */
  readonly owed: string | null;
  /** That reply was lost and is asked for again as soon as nothing is in its way. */
  readonly askAgain: boolean;
  /** The present opening asked for a greeting. */
  readonly greetingWanted: boolean;
  /** A greeting that nobody wanted is on its way: it is received unplayed. */
  readonly unwantedGreeting: boolean;
  /** Speech at the microphone, as heard locally. */
  readonly voiced: boolean;
  /** When something last happened that keeps a talk open (epoch milliseconds). */
  readonly activeAt: number;
  /** When there was last a sign of the person, the service or a tool. */
  readonly signAt: number;
  /** When an expiring session was last exchanged. */
  readonly exchangedAt: number;
  /** When an idle talk will be closed; set once it is announced. */
  readonly hangUpAt: number | null;
  /** When the service will end the session (epoch milliseconds); null when it did not say. */
  readonly expiresAt: number | null;
  readonly readyAt: number;
  /** Number of fresh sessions so far in this run of the app. */
  readonly session: number;
  /** What this talk's hosted sockets cost in time. */
  readonly closedMs: number;
  readonly openSince: number | null;
  /** Why the talk is ending. */
  readonly endReason: 'person' | 'quit';
  readonly offers: readonly Offer[];
  readonly engine: Engine;
  /** The microphone was asked for. A talk begun by typing opens it only when the person unmutes. */
  readonly microphone: boolean;
  readonly muted: boolean;
  /** The microphone has been heard since it was opened: what is said now is in the talk. */
  readonly microphoneLive: boolean;
  readonly talkKey: TalkKey;
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
  /** Requests that wait for the person's approval. */
  readonly approvals: readonly WaitingApproval[];
  /** Instructions that tell the agent what became of requests, not sent yet. */
  readonly outcomes: readonly string[];
  /** The turn in which words of somebody else last came before the agent; null when none are in its context. */
  readonly taintedIn: number | null;
  /** What others have told of their tools that the agent has seen in this talk, by `markOf`. */
  readonly foreignTools: readonly string[];
  /** Tools that were found in this talk, the newest first. */
  readonly found: readonly string[];
  /** When the words being heard began, and whether the talk key was held then. */
  readonly speechSince: number | null;
  readonly speechHeld: boolean;
  /** The turn in which the person was told that a tool takes its time. */
  readonly slowTold: number | null;
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
  readonly fatalError: ServiceProblem | null;
}

/** The state before the first talk. */
export const initialState: ConversationState = {
  phase: { name: 'idle' },
  conversation: null,
  options: { idleMs: null, toolResults: 'at-once', rules: [], bargeIn: true },
  adjustments: noAdjustments,
  otherVoice: false,
  echo: noEcho,
  overAgent: false,
  cutReply: false,
  openItem: null,
  closedWords: null,
  lastFinal: null,
  bound: null,
  wasLive: false,
  resumeRefused: false,
  stopSaidAt: null,
  owed: null,
  askAgain: false,
  greetingWanted: false,
  unwantedGreeting: false,
  voiced: false,
  activeAt: 0,
  signAt: 0,
  exchangedAt: -Infinity,
  hangUpAt: null,
  expiresAt: null,
  readyAt: 0,
  session: 0,
  closedMs: 0,
  openSince: null,
  endReason: 'person',
  offers: [],
  engine: 'local',
  microphone: false,
  muted: false,
  microphoneLive: false,
  talkKey: { name: 'unused' },
  userSpeaking: false,
  paused: false,
  ducked: false,
  awaitingReply: false,
  replies: [],
  calls: [],
  serverTools: [],
  approvals: [],
  outcomes: [],
  taintedIn: null,
  foreignTools: [],
  found: [],
  speechSince: null,
  speechHeld: false,
  slowTold: null,
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

/*
 * One session of the Voice Agent API as a pure state machine: what came in, and what to do about it.
 * machine.ts dispatches and lifecycle.ts opens and ends; hearing.ts takes turns, replying.ts speaks, interrupting.ts
 * cuts a reply short, calling.ts runs tools. queue.ts holds what waits for the floor, timeline.ts writes down what
 * happened.
 */
import type { ReceivedClientMessage, ServerMessage } from '../../shared/protocol';
import type { EffectiveConfig } from '../../shared/protocol/server-rules';
import type { Playout } from '../speaking/playout';
import type { SpokenWord } from '../../shared/ipc/speech-port';
import type {
  FinishedCall,
  HistoryItem,
  Memory,
  OfferedTool,
  PlannedCall,
  Prompt,
  Thought,
  ThoughtRequest,
} from '../thinking/types';
import type { Timing } from '../timing';
import type { TurnState } from '../turns/detector';
import type { Behaviour } from './behaviour';

/** Numbers the work that was given away, so that an answer to forgotten work is recognised as such. */
export type Job = number;

/** The person's turn as it is being heard. Positions are milliseconds of the input stream. */
export interface OpenTurn {
  readonly itemId: string;
  readonly startMs: number;
  readonly partial: Job | null;
  readonly partialAtMs: number;
  /** The recognition of all of it, up to `untilMs`; without text while it is under way. */
  readonly final: { readonly job: Job; readonly text: string | null; readonly untilMs: number } | null;
  /** Silence ended the turn, but its words are still being worked out. */
  readonly ended: boolean;
  /** Speech over the agent that may yet prove too short, or a mere "mm-hm": the client knows nothing of it. */
  readonly candidate: boolean;
  /** It began while a reply was heard, or just after: it may be the agent's own voice. */
  readonly mayBeEcho: boolean;
  /** The words so far are those of the reply that is heard. */
  readonly echoes: boolean;
}

/** What was heard of the last reply; times are those of the clock. */
export interface LastSaid {
  readonly words: readonly SpokenWord[];
  /** When the first word began. */
  readonly origin: number;
  readonly endedAt: number;
  /** It ended in a question. */
  readonly asks: boolean;
}

/** What the open reply is at. */
export type Stage =
  | { readonly kind: 'thinking'; readonly job: Job }
  | {
      readonly kind: 'speaking';
      /** Clauses not synthesized yet. */
      readonly clauses: readonly string[];
      readonly job: Job | null;
      readonly playout: Playout;
      readonly audioFrom: number;
      readonly deltasAt: number | null;
      /** Words whose delta was not sent yet. */
      readonly untold: readonly SpokenWord[];
      readonly text: string;
      /** The thought whose rest is still to come; null when all of the text is there. */
      readonly thinking: Job | null;
      /** Made when all is said. */
      readonly calls: readonly PlannedCall[];
    }
  | { readonly kind: 'calling'; readonly calls: readonly PlannedCall[]; readonly callsAt: number }
  | { readonly kind: 'called'; readonly doneAt: number };

/** Why a reply is made. */
export type Cause =
  | { readonly kind: 'greeting'; readonly text: string }
  /** Said without thinking: something of the agent itself failed, or an answer goes on after a false interruption. */
  | { readonly kind: 'remark'; readonly text: string }
  | {
      readonly kind: 'prompt';
      readonly prompt: Prompt;
      /** The last of the calls whose results are told. */
      readonly callId?: string;
    };

export interface OpenReply {
  readonly id: string;
  readonly itemId: string;
  readonly cause: Cause;
  readonly startedAt: number;
  readonly stage: Stage;
}

/** What the last interruption took away. */
export interface CutShort {
  /** What the person had said, if nothing of its answer was heard: the next words continue it. */
  readonly request: string;
  /** What to go on with if the interruption turns out to hold no words; null when nothing is left. */
  readonly resume: Cause | null;
}

/** A reply that waits for its time, for the floor, or for the person to finish. */
export interface QueuedReply {
  readonly cause: Cause;
  readonly notBefore: number;
}

/** A call that was sent and is waited for. */
export interface PendingCall {
  readonly id: string;
  /** Calls of one reply are answered together. */
  readonly replyId: string;
  readonly call: PlannedCall;
  readonly hold: boolean;
  /** The server runs the tool itself: a client's result is passed over (protocol.md section 6.5). */
  readonly served: boolean;
  readonly deadline: number;
  readonly finished: FinishedCall | null;
}

export interface SessionState {
  readonly id: string;
  readonly timing: Timing;
  readonly behaviour: Behaviour;
  readonly config: EffectiveConfig;
  /** `away`: the socket was lost, the session waits to be resumed. */
  readonly phase: 'starting' | 'live' | 'away' | 'ended';
  readonly startedAt: number;
  readonly expiresAt: number;
  /** Milliseconds from `session.ready` to `expires_at`, and from the start to where no resume reaches. */
  readonly lifetime: Lifetime;
  readonly resumeToken: string;
  /** Up to here the input has become a turn of the person. */
  readonly heardUntilMs: number;
  /** What waits for its time, earliest first. */
  readonly scheduled: readonly Scheduled[];
  readonly turn: OpenTurn | null;
  readonly detector: TurnState;
  /** When the last input audio came. */
  readonly audioAt: number;
  /** Bound on audio ahead of real time: milliseconds still allowed (protocol.md section 7.2). */
  readonly audioCredit: number;
  readonly reply: OpenReply | null;
  readonly queue: readonly QueuedReply[];
  readonly calls: readonly PendingCall[];
  readonly history: readonly HistoryItem[];
  readonly memory: Memory;
  readonly cutShort: CutShort | null;
  readonly lastSaid: LastSaid | null;
  /** Level that the person speaks at, in dBFS; null before they spoke alone. */
  readonly personLevel: number | null;
  /** Said while a hold tool ran; told when it is done (protocol.md section 2.5). */
  readonly heldTranscripts: readonly Extract<ServerMessage, { type: 'transcript.user' }>[];
  readonly nextJob: Job;
}

/** How long a session lasts, in milliseconds: at first, and with every resume. */
export interface Lifetime {
  readonly first: number;
  readonly longest: number;
}

/** An effect, or pretended speech, that comes later. */
export interface Scheduled {
  readonly at: number;
  readonly effect: Effect | { readonly type: 'overhear'; readonly text: string };
}

/** What happens to a session. */
export type SessionEvent =
  | {
      readonly type: 'message';
      readonly message: Exclude<ReceivedClientMessage, { type: 'input.audio' | 'session.resume' }>;
    }
  /** `milliseconds` of valid input audio came. */
  | { readonly type: 'audio'; readonly milliseconds: number }
  | { readonly type: 'voice'; readonly probability: number; readonly endMs: number }
  /** `text` is null when recognition failed; `level` is that of the speech in it, in dBFS. */
  | {
      readonly type: 'recognized';
      readonly job: Job;
      readonly text: string | null;
      readonly level?: number;
    }
  /** The beginning of a thought, or what follows it, in whole clauses. */
  | { readonly type: 'thought-part'; readonly job: Job; readonly text: string }
  /** Null when thinking failed. */
  | { readonly type: 'thought'; readonly job: Job; readonly thought: Thought | null }
  /** Null when the synthesizer failed. */
  | {
      readonly type: 'synthesized';
      readonly job: Job;
      readonly audio: { readonly pcm: Int16Array; readonly words: readonly SpokenWord[] } | null;
    }
  /** The server ran a tool itself. */
  | {
      readonly type: 'served';
      readonly callId: string;
      readonly result: string;
      readonly outcome: 'done' | 'failed';
    }
  | { readonly type: 'dropped' }
  | { readonly type: 'resumed'; readonly resumeToken: string }
  | { readonly type: 'tick' };

/** What a session wants done. */
export type Effect =
  /** `cause` comes with `reply.started`, for the records. */
  | { readonly type: 'send'; readonly message: ServerMessage; readonly cause?: Cause }
  /** One chunk of the reply's audio: 10 ms of PCM16 at 24 kHz, not yet in the wire's format. */
  | { readonly type: 'audio'; readonly replyId: string; readonly pcm: Int16Array }
  | {
      readonly type: 'recognize';
      readonly job: Job;
      readonly fromMs: number;
      readonly untilMs: number;
      readonly effort: 'partial' | 'final';
    }
  | { readonly type: 'think'; readonly job: Job; readonly request: Omit<ThoughtRequest, 'now'> }
  | { readonly type: 'prepare'; readonly tools: readonly OfferedTool[] }
  | { readonly type: 'synthesize'; readonly job: Job; readonly text: string }
  | { readonly type: 'cancel'; readonly job: Job }
  /** Run a tool of a stored agent; the outcome comes back as `served`. */
  | {
      readonly type: 'serve';
      readonly callId: string;
      readonly call: PlannedCall;
      readonly timeoutMs: number;
    }
  /** Input audio before this position is not needed any more. */
  | { readonly type: 'forget'; readonly beforeMs: number }
  | { readonly type: 'close'; readonly code: number; readonly reason: string };

/** The world as the machine sees it at one event. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A new id in the live shape: `resp_` and hex digits (protocol.md section 4). */
  readonly newId: (prefix: string) => string;
}

/** One event being worked on: state replaced as a whole, effects in their order. */
export class Step {
  readonly effects: Effect[] = [];

  constructor(
    public state: SessionState,
    readonly moment: Moment,
  ) {}

  get now(): number {
    return this.moment.now;
  }

  set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
  }

  send(message: ServerMessage): void {
    this.effects.push({ type: 'send', message });
  }

  effect(effect: Effect): void {
    this.effects.push(effect);
  }

  /** A number for work given away. */
  job(): Job {
    const { nextJob } = this.state;
    this.set({ nextJob: nextJob + 1 });
    return nextJob;
  }
}

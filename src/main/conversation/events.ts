import type { Engine } from '../../shared/engine';
import type { AudioReport } from '../../shared/ipc/audio';
import type { PlaybackCommand, PlaybackReport } from '../../shared/ipc/audio-port';
import type { Problem } from '../../shared/problem';
import type { ClientMessage, ServerMessage } from '../../shared/protocol';
import type { Retry } from '../../shared/protocol';
import type { TranscriptEntry, TurnLatency } from '../../shared/ipc/conversation';
import type { RuleChange } from '../../shared/settings/rules';
import type { Taint } from '../permissions/gate/policy';
import type { Settlement } from '../tools/call';
import type { EndReason } from './records';
import type { TalkOptions, ToolAnswer } from './state';

/** Clocks the conversation sets for itself. */
export const TIMERS = [
  'ready',
  'thinking',
  'resume',
  'end',
  'retry',
  'idle',
  'cap',
  'rollover',
  'rest',
  'greeting',
  'slow',
  'offers',
  'hold',
] as const;
/** One of them. */
export type TimerName = (typeof TIMERS)[number];

/** How a socket begins: with a configuration of its own, or by asking for the lost session. */
export type Opening =
  | { readonly kind: 'fresh'; readonly greeting: boolean }
  | { readonly kind: 'resume'; readonly sessionId: string };

/** Everything that can happen to a conversation. */
export type ConversationEvent =
  /**
   * The person presses "Start conversation" (with the microphone) or sends text (without). A talk that rests or
   * was lost goes on; otherwise a new one begins, with `before` as what was said in an earlier one.
   */
  | {
      readonly type: 'start';
      /** Our own id, used when a new talk begins. */
      readonly conversation: string;
      readonly engine: Engine;
      readonly microphone: boolean;
      readonly text: string | null;
      readonly greeting: boolean;
      readonly options: TalkOptions;
      readonly before: readonly TranscriptEntry[];
      /** Words of others may have been in that earlier talk although none of its entries says so. */
      readonly taintedBefore?: boolean;
      /** It is the talk key that begins it, and holds the microphone open in a talk that is open already. */
      readonly held?: boolean;
    }
  | { readonly type: 'end'; readonly reason: 'person' | 'quit' }
  /** The talk goes on with another engine or profile, which needs a session of its own. */
  | { readonly type: 'exchange'; readonly engine: Engine }
  | { readonly type: 'options'; readonly options: TalkOptions }
  /** "I am still here." */
  | { readonly type: 'stay' }
  /** The computer goes to sleep or is locked; it is back. */
  | { readonly type: 'away'; readonly reason: 'sleep' | 'lock' }
  | { readonly type: 'back' }
  | { readonly type: 'network-changed' }
  /** One of the person's own rules, by its button. */
  | { readonly type: 'rule'; readonly change: RuleChange }
  /** The talk key is pressed or let go. */
  | { readonly type: 'hold'; readonly held: boolean }
  /** It was pressed for something else. */
  | { readonly type: 'hold-cancelled' }
  /** The microphone stays open without the key (it was tapped), or closes until the next press. */
  | { readonly type: 'open-talk'; readonly open: boolean }
  /** Everything that was captured before the key was let go is sent. */
  | { readonly type: 'words-sent' }
  /** The microphone that was opened is heard. */
  | { readonly type: 'microphone-live' }
  | { readonly type: 'mute'; readonly muted: boolean }
  | { readonly type: 'stop-speaking' }
  /** The stop word was said over Parley's voice, as recognised on this computer. */
  | { readonly type: 'stop-said' }
  | { readonly type: 'send-text'; readonly text: string }
  /** Something outside the talk that the person should know. */
  | { readonly type: 'notify'; readonly problem: Problem }
  | { readonly type: 'dismiss-notice' }
  /** No socket could be opened, or its upgrade was refused. */
  | { readonly type: 'connect-failed'; readonly problem: Problem; readonly retry: Retry }
  /** A hosted socket is open: it is counted from now. */
  | { readonly type: 'socket-opened' }
  /** What the caps leave: milliseconds, null for no limit, or the cap that is reached. */
  | { readonly type: 'allowance'; readonly milliseconds: number | null; readonly reached: Problem | null }
  | { readonly type: 'socket-closed'; readonly code: number }
  /** A hosted socket of this talk has cost so much more; less when the service's own figure corrects an earlier one. */
  | { readonly type: 'socket-billed'; readonly conversation: string; readonly milliseconds: number }
  /**
   * A message of the service. `voicedAt` is when the microphone last held speech, as heard locally
   * (epoch milliseconds, null when never).
   */
  | {
      readonly type: 'service';
      readonly message: ServerMessage;
      readonly voicedAt: number | null;
      /** By how many milliseconds the wall clock is ahead of ours, which stands still in a sleep; 0 if left out. */
      readonly clockAhead?: number;
    }
  /** A frame that could not be read; with `callId` it was a tool call, which still wants its answer. */
  | { readonly type: 'unreadable'; readonly callId: string | null }
  | { readonly type: 'playback'; readonly report: PlaybackReport }
  | { readonly type: 'audio'; readonly report: AudioReport; readonly problem: Problem | null }
  /** Speech at the microphone begins or ends, as the local voice detector hears it. */
  | { readonly type: 'local-speech'; readonly speaking: boolean }
  | { readonly type: 'tool-finished'; readonly callId: string; readonly answer: ToolAnswer }
  /** A long run tells how far it has come. `key` is `callKey`. */
  | { readonly type: 'tool-progress'; readonly key: string; readonly note: string }
  /** A call that waited for the person: what became of it. */
  | { readonly type: 'approval-settled'; readonly key: string; readonly settlement: Settlement }
  /** The person's words came while another program played sound: they approve nothing. */
  | { readonly type: 'approval-doubtful'; readonly id: string }
  /** Tools whose descriptions somebody else wrote are before the agent; `seen` of `markOf`. */
  | { readonly type: 'foreign-tools'; readonly seen: readonly string[] }
  /** The session knows every tool that it is to know: nothing had to be told. */
  | { readonly type: 'offers-known' }
  /** "I trust what was read": words of others no longer make the gate ask. */
  | { readonly type: 'trust' }
  /** Something that was done has been taken back. */
  | { readonly type: 'undone'; readonly action: string }
  | { readonly type: 'timer'; readonly name: TimerName };

/** What the shell has to do after an event. */
export type ConversationEffect =
  | { readonly type: 'connect'; readonly engine: Engine; readonly opening: Opening }
  /** Let the present socket go: with `session.end` and its answer, in the background, if it is open. */
  | { readonly type: 'disconnect' }
  /** Ask how long a hosted socket may stay open; answered by `allowance`. */
  | { readonly type: 'ask-allowance' }
  /** Ask the present socket whether it is alive; none that is dead stays. */
  | { readonly type: 'probe-link' }
  | { readonly type: 'send'; readonly message: ClientMessage }
  | { readonly type: 'open-audio'; readonly microphone: boolean }
  | { readonly type: 'close-audio' }
  /**
   * `held`: keep what is said until the session is ready, and take back what was sent since the last final
   * transcript; `preroll`: keep the last second only.
   */
  | { readonly type: 'uplink'; readonly state: 'held' | 'open' | 'preroll' | 'closed' }
  /** Tell `words-sent` when nothing that was captured waits any more. */
  | { readonly type: 'tell-when-sent' }
  /** What was sent up to now has become words. */
  | { readonly type: 'words-final' }
  | { readonly type: 'playback'; readonly command: PlaybackCommand }
  | {
      readonly type: 'run-tool';
      readonly callId: string;
      /** Of `callKey`. */
      readonly key: string;
      readonly turn: number;
      readonly taint: Taint;
      /** What the person said last. */
      readonly heard: string;
      readonly name: string;
      readonly arguments: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'cancel-tool'; readonly callId: string }
  /** What Parley says outside the talk falls silent too. */
  | { readonly type: 'hush' }
  /** What was approved and still runs is to stop. */
  | { readonly type: 'cancel-approved' }
  /** The person's words answer a request. `surely`: they cannot be another program's. */
  | { readonly type: 'answer-approval'; readonly id: string; readonly answer: 'deny' | 'supersede' }
  | {
      readonly type: 'answer-approval';
      readonly id: string;
      readonly answer: 'approve';
      /** When the words began (epoch milliseconds of the conversation's clock). */
      readonly since: number;
      readonly surely: boolean;
    }
  /** Nobody is there to approve any more. */
  | { readonly type: 'drop-approvals' }
  /** With `jitter` up to that share is added at random. */
  | {
      readonly type: 'set-timer';
      readonly name: TimerName;
      readonly milliseconds: number;
      readonly jitter?: number;
    }
  | { readonly type: 'clear-timer'; readonly name: TimerName }
  | { readonly type: 'record'; readonly what: Noted };

/** What the reducer has recorded; the shell adds time and conversation (records.ts). */
export type Noted =
  | { readonly type: 'conversation-began'; readonly continues: boolean }
  | {
      readonly type: 'session-ready';
      readonly sessionId: string;
      readonly expiresAt: number | null;
      readonly resumed: boolean;
    }
  | { readonly type: 'turn'; readonly latency: TurnLatency }
  | { readonly type: 'problem'; readonly problem: Problem }
  | { readonly type: 'conversation-ended'; readonly reason: EndReason };

/** A state with the effects that led there still to be run, in order. */
export interface Step<State> {
  readonly state: State;
  readonly effects: readonly ConversationEffect[];
}

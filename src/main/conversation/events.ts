import type { AudioReport } from '../../shared/ipc/audio';
import type { PlaybackCommand, PlaybackReport } from '../../shared/ipc/audio-port';
import type { Problem } from '../../shared/problem';
import type { ClientMessage, ServerMessage } from '../../shared/protocol';
import type { ToolAnswer } from './state';

/** Clocks the conversation sets for itself. */
export type TimerName = 'ready' | 'thinking' | 'resume' | 'end';

/** Everything that can happen to a conversation. */
export type ConversationEvent =
  /** The person presses "Start conversation" (with the microphone) or sends text (without). */
  | {
      readonly type: 'start';
      readonly engine: 'local' | 'hosted';
      readonly microphone: boolean;
      readonly text: string | null;
    }
  | { readonly type: 'end' }
  | { readonly type: 'mute'; readonly muted: boolean }
  | { readonly type: 'stop-speaking' }
  | { readonly type: 'send-text'; readonly text: string }
  /** Something outside the talk that the person should know. */
  | { readonly type: 'notify'; readonly problem: Problem }
  | { readonly type: 'dismiss-notice' }
  /** No socket could be opened, or its upgrade was refused. */
  | { readonly type: 'connect-failed'; readonly problem: Problem }
  | { readonly type: 'socket-closed'; readonly code: number }
  /**
   * A message of the service. `voicedAt` is when the microphone last held speech, as heard locally
   * (epoch milliseconds, null when never).
   */
  | { readonly type: 'service'; readonly message: ServerMessage; readonly voicedAt: number | null }
  /** A frame that could not be read; with `callId` it was a tool call, which still wants its answer. */
  | { readonly type: 'unreadable'; readonly callId: string | null }
  | { readonly type: 'playback'; readonly report: PlaybackReport }
  | { readonly type: 'audio'; readonly report: AudioReport; readonly problem: Problem | null }
  /** Speech at the microphone begins or ends, as the local voice detector hears it. */
  | { readonly type: 'local-speech'; readonly speaking: boolean }
  | { readonly type: 'tool-finished'; readonly callId: string; readonly answer: ToolAnswer }
  | { readonly type: 'timer'; readonly name: TimerName };

/** What the shell has to do after an event. */
export type ConversationEffect =
  /** Open a socket to the engine; its first message is the session's configuration. */
  | { readonly type: 'connect'; readonly engine: 'local' | 'hosted'; readonly greeting: boolean }
  | { readonly type: 'disconnect' }
  | { readonly type: 'send'; readonly message: ClientMessage }
  | { readonly type: 'open-audio'; readonly microphone: boolean }
  | { readonly type: 'close-audio' }
  /** `held`: keep what is said until the session is ready. */
  | { readonly type: 'uplink'; readonly state: 'held' | 'open' | 'closed' }
  | { readonly type: 'playback'; readonly command: PlaybackCommand }
  | {
      readonly type: 'run-tool';
      readonly callId: string;
      readonly name: string;
      readonly arguments: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'cancel-tool'; readonly callId: string }
  | { readonly type: 'set-timer'; readonly name: TimerName; readonly milliseconds: number }
  | { readonly type: 'clear-timer'; readonly name: TimerName };

/** A state with the effects that led there still to be run, in order. */
export interface Step<State> {
  readonly state: State;
  readonly effects: readonly ConversationEffect[];
}

import type { ServerMessage } from '../../shared/protocol';
import type { ConversationEffect, ConversationEvent } from './events';
import { reduce } from './reduce';
import { initialState, type ConversationState } from './state';
import { statusOf } from './status';

type Start = Extract<ConversationEvent, { type: 'start' }>;

/** The person starts a talk by the button; `change` says what is different. */
export const start = (change: Partial<Start> = {}): Start => ({
  type: 'start',
  conversation: 'talk-1',
  engine: 'local',
  microphone: true,
  text: null,
  greeting: true,
  options: { idleMs: 60_000, toolResults: 'at-once', rules: [], bargeIn: true },
  before: [],
  ...change,
});

/** The person ends it. */
export const end: ConversationEvent = { type: 'end', reason: 'person' };

/** Drives the reducer in tests: keeps the state, a clock and every effect so far. */
export class Talk {
  state: ConversationState = initialState;
  now = 1_000_000;
  readonly effects: ConversationEffect[] = [];

  do(...events: readonly ConversationEvent[]): this {
    for (const event of events) {
      const step = reduce(this.state, event, this.now);
      this.state = step.state;
      this.effects.push(...step.effects);
    }
    return this;
  }

  hear(...messages: readonly ServerMessage[]): this {
    return this.do(
      ...messages.map((message) => ({ type: 'service', message, voicedAt: this.now - 300 }) as const),
    );
  }

  after(milliseconds: number): this {
    this.now += milliseconds;
    return this;
  }

  /** A talk that is live and listening. */
  static live(): Talk {
    return new Talk().do(start()).hear({ type: 'session.ready', session_id: 'sess_1' });
  }

  get status() {
    return statusOf(this.state);
  }

  /** Messages sent to the service, of one type. */
  sent<T extends string>(type: T) {
    return this.effects.flatMap((effect) =>
      effect.type === 'send' && effect.message.type === type ? [effect.message] : [],
    );
  }

  /** Commands given to playback, by type. */
  played(type: string) {
    return this.effects.flatMap((effect) =>
      effect.type === 'playback' && effect.command.type === type ? [effect.command] : [],
    );
  }

  /** What the transcript says, one line an entry. */
  lines(): string[] {
    return this.state.transcript.map((entry) =>
      entry.kind === 'tool'
        ? `${entry.name}: ${entry.state} ${entry.outcome}`.trim()
        : `${entry.kind}: ${entry.text}`,
    );
  }
}

/** 100 ms of sound as the wire carries it. */
export const chunk = Buffer.from(new Int16Array(2_400).fill(5_000).buffer).toString('base64');

/** A reply begins. */
export const started = (reply_id: string): ServerMessage => ({ type: 'reply.started', reply_id });
/** 100 ms of a reply. */
export const audio = (reply_id: string): ServerMessage => ({ type: 'reply.audio', reply_id, data: chunk });
/** A reply ends. */
export const done = (reply_id: string, status: 'completed' | 'interrupted' = 'completed'): ServerMessage => ({
  type: 'reply.done',
  reply_id,
  status,
});
let items = 0;
/** What the person said, as it was heard; every time a turn of its own. */
export const heard = (text: string): ServerMessage => ({
  type: 'transcript.user',
  item_id: `msg_${++items}`,
  text,
});
/** A tool is to be run. */
export const call = (call_id: string, name = 'get_time', args = {}): ServerMessage => ({
  type: 'tool.call',
  call_id,
  name,
  arguments: args,
});
/** The first sample of a reply is played. */
export const audible = (reply: string): ConversationEvent => ({
  type: 'playback',
  report: { type: 'audible', reply, at: 0 },
});

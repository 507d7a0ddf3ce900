import type { Json } from '../../shared/json';
import type { ServerMessage } from '../../shared/protocol';
import type { Cause, Effect, SessionEvent, SessionState } from './state';

/** Turns that are written down; a longer talk loses its end. */
const MOST_TURNS = 1_000;
const MOST_CHANGES = 200;
/** Longest text that is kept of a result or an instruction. */
const LONGEST = 2_000;

/** A tool call as it is written down; times are milliseconds since the session began. */
interface CallRecord {
  readonly call_id: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, Json>>;
  readonly dispatched_at_ms: number;
  /** The first of the calls that were made together. */
  readonly parallel_call_id?: string;
  result?: string;
  result_received_at_ms?: number;
  duration_ms?: number;
  is_error?: boolean;
  timed_out?: boolean;
}

/** One turn (protocol.md section 10.4). What is not known is left out. */
interface TurnRecord {
  readonly turn_id: string;
  item_id?: string;
  status: 'open' | 'completed' | 'interrupted';
  readonly trigger: 'greeting' | 'user_speech' | 'tool_result' | 'reply_create';
  requested_instructions?: string;
  user_transcript?: string;
  user_speech_started_at_ms?: number;
  user_speech_ended_at_ms?: number;
  agent_text?: string;
  agent_reply_started_at_ms?: number;
  agent_reply_ended_at_ms?: number;
  interrupted_at_ms?: number;
  time_to_first_audio_ms?: number;
  tool_calls?: CallRecord[];
}

/** How a session ended. */
export interface SessionEnding {
  readonly reason: string;
  readonly endedAt: number;
}

/** Writes down what happens in a session, from what the machine is told and what it does. */
export class Timeline {
  private readonly turns: TurnRecord[] = [];
  private readonly changes: { readonly at_ms: number; readonly config: object }[] = [];
  private speech: { readonly startedAt: number; endedAt?: number } | null = null;
  private reply: TurnRecord | null = null;

  constructor(private readonly startedAt: number) {}

  /** Takes in one step of the machine: what `before` met, and what it led to. */
  observe(
    before: SessionState | null,
    event: SessionEvent | null,
    effects: readonly Effect[],
    now: number,
  ): void {
    const at = now - this.startedAt;
    if (before && event) this.noteResults(before, event, at);
    for (const effect of effects) {
      if (effect.type === 'send') this.noteSent(effect.message, effect.cause, before !== null, at);
      else if (effect.type === 'audio' && this.reply) {
        this.reply.time_to_first_audio_ms ??= at - (this.reply.agent_reply_started_at_ms ?? at);
      }
    }
  }

  /** The document of protocol.md section 10.4. */
  document(sessionId: string, { reason, endedAt }: SessionEnding): object {
    return {
      session_id: sessionId,
      started_at_unix_ms: this.startedAt,
      ...(this.turns.length > 0 && { turns: this.turns }),
      ...(this.changes.length > 0 && { config_changes: this.changes }),
      ended: {
        reason,
        public_reason: reason,
        duration_seconds: Math.round((endedAt - this.startedAt) / 10) / 100,
      },
    };
  }

  private noteSent(message: ServerMessage, cause: Cause | undefined, later: boolean, at: number): void {
    switch (message.type) {
      case 'session.updated':
        if (later && message.config && this.changes.length < MOST_CHANGES) {
          const { system_prompt, input, tools, output } = message.config;
          const config = {
            system_prompt: cut(system_prompt),
            input,
            output,
            tools: tools.map(({ name }) => name),
          };
          this.changes.push({ at_ms: at, config });
        }
        return;
      case 'input.speech.started':
        this.speech = { startedAt: at };
        return;
      case 'input.speech.stopped':
        if (this.speech) this.speech.endedAt = at;
        return;
      case 'transcript.user':
        this.noteHeard(message, at);
        return;
      case 'reply.started':
        this.noteReply(message, cause, at);
        return;
      case 'transcript.agent':
        if (!this.reply) return;
        this.reply.agent_text = message.text;
        if (message.interrupted) this.reply.interrupted_at_ms = at;
        return;
      case 'tool.call':
        this.noteCall(message, at);
        return;
      case 'reply.done':
        if (!this.reply) return;
        this.reply.status = message.status;
        this.reply.agent_reply_ended_at_ms = at;
        this.reply = null;
        return;
      default:
        return;
    }
  }

  private noteHeard(
    { item_id, text }: Extract<ServerMessage, { type: 'transcript.user' }>,
    at: number,
  ): void {
    const turn = this.newTurn('user_speech');
    if (item_id !== undefined) turn.item_id = item_id;
    turn.user_transcript = text;
    turn.user_speech_started_at_ms = this.speech?.startedAt ?? at;
    turn.user_speech_ended_at_ms = this.speech?.endedAt ?? at;
  }

  private noteReply(
    { item_id }: Extract<ServerMessage, { type: 'reply.started' }>,
    cause: Cause | undefined,
    at: number,
  ): void {
    const trigger = triggerOf(cause);
    const last = this.turns.at(-1);
    const heard =
      trigger === 'user_speech' && last?.agent_reply_started_at_ms === undefined ? last : undefined;
    const turn = heard ?? this.newTurn(trigger);
    if (!heard && item_id !== undefined) turn.item_id = item_id;
    if (cause?.kind === 'prompt' && cause.prompt.kind === 'instructions' && cause.prompt.text !== null) {
      turn.requested_instructions = cut(cause.prompt.text);
    }
    turn.agent_reply_started_at_ms = at;
    this.reply = turn;
  }

  private noteCall(
    { call_id, name, arguments: args }: Extract<ServerMessage, { type: 'tool.call' }>,
    at: number,
  ): void {
    if (!this.reply) return;
    const calls = (this.reply.tool_calls ??= []);
    const [first] = calls;
    const parallel = first && { parallel_call_id: first.call_id };
    calls.push({ call_id, name, arguments: args, dispatched_at_ms: at, ...parallel });
  }

  /** Results count for calls that were pending; the others are passed over. */
  private noteResults(before: SessionState, event: SessionEvent, at: number): void {
    for (const pending of before.calls) {
      if (pending.finished) continue;
      const { message } = event.type === 'message' ? event : { message: null };
      if (message?.type === 'tool.result' && message.call_id === pending.id && !pending.served) {
        this.noteResult(pending.id, at, message.result, message.is_error === true);
      } else if (event.type === 'served' && event.callId === pending.id) {
        this.noteResult(pending.id, at, event.result, event.outcome === 'failed');
      } else if (at + this.startedAt >= pending.deadline) {
        const call = this.noteResult(pending.id, at, undefined, true);
        if (call) call.timed_out = true;
      }
    }
  }

  private noteResult(
    id: string,
    at: number,
    result: string | undefined,
    failed: boolean,
  ): CallRecord | undefined {
    const call = this.turns.flatMap((turn) => turn.tool_calls ?? []).find(({ call_id }) => call_id === id);
    if (!call || call.result_received_at_ms !== undefined || call.timed_out) return undefined;
    if (result !== undefined) {
      call.result = cut(result);
      call.result_received_at_ms = at;
    }
    call.duration_ms = at - call.dispatched_at_ms;
    call.is_error = failed;
    return call;
  }

  private newTurn(trigger: TurnRecord['trigger']): TurnRecord {
    const turn: TurnRecord = { turn_id: `turn_${String(this.turns.length + 1)}`, status: 'open', trigger };
    if (this.turns.length < MOST_TURNS) this.turns.push(turn);
    return turn;
  }
}

function triggerOf(cause: Cause | undefined): TurnRecord['trigger'] {
  if (cause?.kind === 'greeting') return 'greeting';
  if (cause?.kind !== 'prompt') return 'user_speech';
  const { kind } = cause.prompt;
  return kind === 'results' ? 'tool_result' : kind === 'instructions' ? 'reply_create' : 'user_speech';
}

const cut = (text: string) => text.slice(0, LONGEST);

import { assertNever } from '../../shared/assert-never';
import { resolveConfig, validateLaterUpdate } from '../../shared/protocol/server-rules';
import { heardAllAt, nextDue } from '../speaking/playout';
import { withToolBehaviour } from './behaviour';
import { expireCalls, onServed, onToolResult } from './calling';
import { expireTurn, onRecognized, onVoice, turnExpiry } from './hearing';
import {
  announceSession,
  comeBack,
  emitScheduled,
  endSession,
  expireSession,
  leave,
  newSession,
  type SessionStart,
} from './lifecycle';
import { interruptReply } from './interrupting';
import { queueReply, remember } from './queue';
import { advanceReply, onSynthesized, onThought, onThoughtPart, startNextReply } from './replying';
import { Step, type Effect, type Moment, type SessionEvent, type SessionState } from './state';

/** The state after something happened, and what to do about it, in order. */
export type Transition = readonly [SessionState, readonly Effect[]];
type Message = Extract<SessionEvent, { type: 'message' }>['message'];

/** Longest instruction of `reply.create` that is kept. */
const LONGEST_INSTRUCTION = 16_000;

/** Opens a session whose first update was accepted: `session.updated`, then `session.ready`, then the greeting. */
export function openSession(start: SessionStart, moment: Moment): Transition {
  const step = new Step(newSession(start, moment), moment);
  announceSession(step);
  startNextReply(step);
  return finish(step);
}

/** What happens when `event` meets `state`: the next state, and what to do, in order. */
export function reduceSession(state: SessionState, event: SessionEvent, moment: Moment): Transition {
  const step = new Step(state, moment);
  if (state.phase === 'ended' && event.type !== 'tick') return [state, []];
  switch (event.type) {
    case 'message':
      onMessage(step, event.message);
      break;
    case 'audio':
      onAudio(step, event.milliseconds);
      break;
    case 'voice':
      if (state.phase === 'live') onVoice(step, event);
      break;
    case 'recognized':
      onRecognized(step, event);
      break;
    case 'thought-part':
      onThoughtPart(step, event);
      break;
    case 'thought':
      onThought(step, event);
      break;
    case 'synthesized':
      onSynthesized(step, event);
      break;
    case 'served':
      onServed(step, event);
      break;
    case 'dropped':
      leave(step);
      break;
    case 'resumed':
      comeBack(step, event.resumeToken);
      break;
    case 'tick':
      break;
    default:
      assertNever(event);
  }
  onTick(step);
  return finish(step);
}

/** When the session next has something to do by itself; null when only events move it. */
export function nextWake(state: SessionState): number | null {
  const times = [state.scheduled[0]?.at ?? null, ...phaseWakes(state)].filter((time) => time !== null);
  return times.length > 0 ? Math.min(...times) : null;
}

function phaseWakes(state: SessionState): readonly (number | null)[] {
  const calls = state.calls.map(({ deadline, finished }) => (finished ? null : deadline));
  switch (state.phase) {
    case 'starting':
      return [state.expiresAt];
    case 'away':
      return [state.expiresAt, ...calls];
    case 'live':
      return [state.expiresAt, ...calls, replyWake(state), turnExpiry(state), queueWake(state)];
    case 'ended':
      return [];
    default:
      return assertNever(state.phase);
  }
}

function queueWake(state: SessionState): number | null {
  return state.reply || state.turn ? null : (state.queue[0]?.notBefore ?? null);
}

function replyWake({ reply, timing }: SessionState): number | null {
  if (!reply) return null;
  const { stage } = reply;
  switch (stage.kind) {
    case 'thinking':
      return null;
    case 'calling':
      return stage.callsAt;
    case 'called':
      return stage.doneAt;
    case 'speaking': {
      const due = nextDue(stage.playout, timing.lead, timing.batch);
      const end = heardAllAt(stage.playout);
      const times = [
        due === null ? null : Math.max(due, stage.audioFrom),
        stage.untold.length > 0 ? stage.deltasAt : null,
        end === null ? null : end - 40,
      ].filter((time) => time !== null);
      return times.length > 0 ? Math.min(...times) : null;
    }
    default:
      return assertNever(stage);
  }
}

function onMessage(step: Step, message: Message): void {
  switch (message.type) {
    case 'session.update':
      onLaterUpdate(step, message.session);
      return;
    case 'session.end':
      endSession(step);
      return;
    case 'tool.result':
      onToolResult(step, message);
      return;
    case 'reply.create':
      onReplyCreate(step, message.instructions ?? null);
      return;
    case 'reply.cancel':
      if (step.state.reply?.id !== message.reply_id) return;
      interruptReply(step);
      step.set({ cutShort: null });
      return;
    case 'conversation.message':
      if (step.state.behaviour.context === 'ignored') return;
      remember(step, { role: message.role, text: message.content });
      return;
    default:
      assertNever(message);
  }
}

/** Waits for the open reply, or ends it (protocol.md section 14, row 15). */
function onReplyCreate(step: Step, instructions: string | null): void {
  const { behaviour, timing, reply } = step.state;
  if (reply && behaviour.replyCreate === 'replace') {
    interruptReply(step);
    step.set({ cutShort: null });
  }
  const prompt = { kind: 'instructions', text: instructions?.slice(0, LONGEST_INSTRUCTION) ?? null } as const;
  queueReply(step, { kind: 'prompt', prompt }, timing.createToReply);
}

function onLaterUpdate(step: Step, session: Readonly<Record<string, unknown>>): void {
  const { config: before, behaviour, id } = step.state;
  const verdict = validateLaterUpdate(session, before);
  if (verdict.kind === 'refused') {
    const { code, message, param } = verdict;
    step.send({ type: 'session.error', code, message, param, session_id: id });
    return;
  }
  const resolved = resolveConfig(verdict.session, before);
  const changesTools = resolved.tools !== before.tools;
  const config = changesTools ? withToolBehaviour(resolved, behaviour) : resolved;
  if (changesTools) step.effect({ type: 'prepare', tools: config.tools });
  step.set({ config });
  step.send({ type: 'session.updated', config });
}

/** Counts audio against real time. More than the burst ahead is refused once and not used. */
function onAudio(step: Step, milliseconds: number): void {
  const { audioAt, audioCredit, behaviour } = step.state;
  const credit = Math.min(behaviour.burstMs, audioCredit + (step.now - audioAt)) - milliseconds;
  step.set({ audioAt: step.now, audioCredit: Math.max(0, credit) });
}

/** Whether `milliseconds` more of audio are acceptable now. */
export function acceptsAudio(state: SessionState, milliseconds: number, now: number): boolean {
  return Math.min(state.behaviour.burstMs, state.audioCredit + (now - state.audioAt)) >= milliseconds;
}

function onTick(step: Step): void {
  emitScheduled(step);
  if (step.state.phase === 'ended') return;
  expireSession(step);
  if (step.state.phase === 'starting') return;
  expireCalls(step);
  if (step.state.phase === 'live') {
    expireTurn(step);
    advanceReply(step);
    startNextReply(step);
  }
  emitScheduled(step);
}

const finish = (step: Step): Transition => [step.state, step.effects];

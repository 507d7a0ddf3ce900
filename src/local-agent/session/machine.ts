import { assertNever } from '../../shared/assert-never';
import { resolveConfig, validateLaterUpdate, type EffectiveConfig } from '../../shared/protocol/server-rules';
import { heardAllAt, nextDue } from '../speaking/playout';
import { emptyMemory } from '../thinking/types';
import type { Timing } from '../timing';
import { quiet } from '../turns/detector';
import { expireCalls, onToolResult } from './calling';
import { expireTurn, onRecognized, onVoice, turnExpiry } from './hearing';
import {
  advanceReply,
  interruptReply,
  onSynthesized,
  onThought,
  queueReply,
  remember,
  startNextReply,
} from './replying';
import { Step, type Effect, type Moment, type SessionEvent, type SessionState } from './state';

/** Audio that may come faster than real time before it is refused (protocol.md section 14, row 32). */
const BURST_MS = 10_000;

export type Transition = readonly [SessionState, readonly Effect[]];

/** What a new session needs to know. */
export interface SessionStart {
  readonly config: EffectiveConfig;
  readonly timing: Timing;
  /** How long the session may last. */
  readonly lifetimeMs: number;
}

/** Opens a session whose first update was accepted: `session.updated`, then `session.ready`, then the greeting. */
export function openSession(start: SessionStart, moment: Moment): Transition {
  const { config, timing, lifetimeMs } = start;
  const state: SessionState = {
    id: moment.newId('sess'),
    timing,
    config,
    phase: 'starting',
    startedAt: moment.now,
    expiresAt: moment.now + lifetimeMs,
    scheduled: [],
    turn: null,
    detector: quiet,
    audioAt: moment.now,
    audioCredit: BURST_MS,
    reply: null,
    queue: [],
    calls: [],
    history: [],
    memory: emptyMemory,
    cutShort: null,
    nextJob: 1,
  };
  const step = new Step(state, moment);
  schedule(step, timing.updateToUpdated, { type: 'send', message: { type: 'session.updated', config } });
  schedule(step, timing.updateToUpdated + timing.updatedToReady, {
    type: 'send',
    message: readyMessage(state),
  });
  step.effect({ type: 'prepare', tools: config.tools });
  emitScheduled(step);
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
    case 'thought':
      onThought(step, event);
      break;
    case 'synthesized':
      onSynthesized(step, event);
      break;
    case 'dropped':
      onDropped(step);
      break;
    case 'resumed':
      step.send(readyMessage(step.state));
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
  const times = [
    state.scheduled[0]?.at ?? null,
    ...(state.phase === 'ended'
      ? []
      : [replyWake(state), turnExpiry(state), state.expiresAt, queueWake(state)]),
    ...(state.phase === 'ended'
      ? []
      : state.calls.map(({ deadline, finished }) => (finished ? null : deadline))),
  ].filter((time) => time !== null);
  return times.length > 0 ? Math.min(...times) : null;
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

function onMessage(step: Step, message: Extract<SessionEvent, { type: 'message' }>['message']): void {
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
    case 'reply.create': {
      const prompt = { kind: 'instructions', text: message.instructions ?? null } as const;
      queueReply(step, { kind: 'prompt', prompt }, step.state.timing.createToReply);
      return;
    }
    case 'reply.cancel':
      if (step.state.reply?.id === message.reply_id) {
        interruptReply(step);
        step.set({ cutShort: null });
        startNextReply(step);
      }
      return;
    case 'conversation.message':
      remember(step, { role: message.role, text: message.content });
      return;
    default:
      assertNever(message);
  }
}

function onLaterUpdate(step: Step, session: Readonly<Record<string, unknown>>): void {
  const verdict = validateLaterUpdate(session, step.state.config);
  if (verdict.kind === 'refused') {
    const { code, message, param } = verdict;
    step.send({ type: 'session.error', code, message, param, session_id: step.state.id });
    return;
  }
  const config = resolveConfig(verdict.session, step.state.config);
  if (config.tools !== step.state.config.tools) step.effect({ type: 'prepare', tools: config.tools });
  step.set({ config });
  step.send({ type: 'session.updated', config });
}

/** Counts audio against real time. More than the burst ahead is refused once and not used. */
function onAudio(step: Step, milliseconds: number): void {
  const { audioAt, audioCredit } = step.state;
  const credit = Math.min(BURST_MS, audioCredit + (step.now - audioAt)) - milliseconds;
  step.set({ audioAt: step.now, audioCredit: Math.max(0, credit) });
}

/** Whether `milliseconds` more of audio are acceptable now. */
export function acceptsAudio(state: SessionState, milliseconds: number, now: number): boolean {
  return Math.min(BURST_MS, state.audioCredit + (now - state.audioAt)) >= milliseconds;
}

/** The socket is gone: stop speaking, keep everything else for a resume (protocol.md section 2.10). */
function onDropped(step: Step): void {
  interruptReply(step);
  step.set({ turn: null, detector: quiet, queue: [] });
  // Nobody is there to hear it.
  step.effects.length = 0;
}

function endSession(step: Step): void {
  const { timing, startedAt, reply } = step.state;
  if (reply && 'job' in reply.stage && reply.stage.job !== null) {
    step.effect({ type: 'cancel', job: reply.stage.job });
  }
  step.set({ phase: 'ended', reply: null, turn: null, queue: [], calls: [], scheduled: [] });
  const ended = {
    type: 'session.ended',
    session_duration_seconds: Math.round((step.now - startedAt) / 10) / 100,
  } as const;
  schedule(step, timing.endToEnded, { type: 'send', message: ended });
  schedule(step, timing.endToEnded + timing.endedToClose, { type: 'close', code: 1000, reason: '' });
}

function expireSession(step: Step): void {
  if (step.state.phase === 'ended' || step.now < step.state.expiresAt) return;
  const { id } = step.state;
  step.send({ type: 'session.error', code: 'session_expired', message: 'Session expired', session_id: id });
  endSession(step);
  const scheduled = step.state.scheduled.map((entry) =>
    entry.effect.type === 'close' ? { ...entry, effect: { ...entry.effect, code: 1008 } } : entry,
  );
  step.set({ scheduled });
}

function onTick(step: Step): void {
  emitScheduled(step);
  if (step.state.phase !== 'live') return;
  expireSession(step);
  expireCalls(step);
  expireTurn(step);
  advanceReply(step);
  startNextReply(step);
  emitScheduled(step);
}

function schedule(step: Step, afterMs: number, effect: Effect): void {
  const scheduled = [...step.state.scheduled, { at: step.now + afterMs, effect }];
  step.set({ scheduled: scheduled.sort((a, b) => a.at - b.at) });
}

/** Lets go what is due. `session.ready` makes the session live and starts its greeting. */
function emitScheduled(step: Step): void {
  const due = step.state.scheduled.filter(({ at }) => at <= step.now);
  if (due.length === 0) return;
  step.set({ scheduled: step.state.scheduled.filter(({ at }) => at > step.now) });
  for (const { effect } of due) {
    step.effect(effect);
    if (effect.type !== 'send' || effect.message.type !== 'session.ready') continue;
    step.set({ phase: 'live', audioAt: step.now });
    const { greeting } = step.state.config;
    if (greeting) queueReply(step, { kind: 'greeting', text: greeting }, step.state.timing.readyToGreeting);
  }
}

function readyMessage({ id, expiresAt, config }: SessionState) {
  return {
    type: 'session.ready',
    session_id: id,
    expires_at: Math.floor(expiresAt / 1_000),
    resume_token: '',
    config,
  } as const;
}

const finish = (step: Step): Transition => [step.state, step.effects];

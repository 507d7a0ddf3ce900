import type { EffectiveConfig } from '../../shared/protocol/server-rules';
import { emptyMemory } from '../thinking/types';
import type { Timing } from '../timing';
import { quiet } from '../turns/detector';
import { withToolBehaviour, type Behaviour } from './behaviour';
import { overhear } from './hearing';
import { queueReply } from './queue';
import { cancelWork, interruptReply } from './interrupting';
import type { Effect, Lifetime, Moment, SessionState, Step } from './state';

/** What a new session needs to know. */
export interface SessionStart {
  readonly config: EffectiveConfig;
  readonly timing: Timing;
  readonly behaviour: Behaviour;
  readonly lifetime: Lifetime;
  /** Empty, or what may stand for the key when the session is resumed. */
  readonly resumeToken: string;
}

/** A session of which nothing was told yet. */
export function newSession(start: SessionStart, moment: Moment): SessionState {
  const { config, timing, behaviour, lifetime, resumeToken } = start;
  return {
    id: moment.newId('sess'),
    timing,
    behaviour,
    config: withToolBehaviour(config, behaviour),
    phase: 'starting',
    startedAt: moment.now,
    expiresAt: moment.now + lifetime.first,
    lifetime,
    resumeToken,
    scheduled: [],
    turn: null,
    detector: quiet,
    audioAt: moment.now,
    audioCredit: behaviour.burstMs,
    reply: null,
    queue: [],
    calls: [],
    history: [],
    memory: emptyMemory,
    cutShort: null,
    heardUntilMs: 0,
    lastSaid: null,
    personLevel: null,
    heldTranscripts: [],
    nextJob: 1,
  };
}

/** Announces what was accepted: `session.updated`, then `session.ready` (protocol.md section 2.1). */
export function announceSession(step: Step): void {
  const { timing, config } = step.state;
  schedule(step, timing.updateToUpdated, { type: 'send', message: { type: 'session.updated', config } });
  schedule(step, timing.updateToUpdated + timing.updatedToReady, {
    type: 'send',
    message: readyMessage(step.state),
  });
  step.effect({ type: 'prepare', tools: config.tools });
  emitScheduled(step);
}

/** Lets go what is due. `session.ready` makes the session live and starts its greeting. */
export function emitScheduled(step: Step): void {
  const due = step.state.scheduled.filter(({ at }) => at <= step.now);
  if (due.length === 0) return;
  step.set({ scheduled: step.state.scheduled.filter(({ at }) => at > step.now) });
  for (const { effect } of due) {
    if (effect.type === 'overhear') {
      overhear(step, effect.text);
      continue;
    }
    step.effect(effect);
    if (effect.type !== 'send' || effect.message.type !== 'session.ready') continue;
    step.set({ phase: 'live', audioAt: step.now });
    const { greeting } = step.state.config;
    if (greeting) queueReply(step, { kind: 'greeting', text: greeting }, step.state.timing.readyToGreeting);
  }
}

/** The socket is gone: stop speaking, keep everything else for a resume (protocol.md section 2.10). */
export function leave(step: Step): void {
  if (step.state.phase !== 'live') return;
  interruptReply(step);
  step.set({ phase: 'away', turn: null, detector: quiet, queue: [], heldTranscripts: [] });
  // Nobody is there to hear it; work that was given away still has to be stopped.
  step.effects.splice(0, Infinity, ...step.effects.filter(({ type }) => type === 'cancel'));
}

/** Another socket took the session over: it lasts anew, within what it may last at all. No second greeting. */
export function comeBack(step: Step, resumeToken: string): void {
  const { phase, startedAt, lifetime } = step.state;
  if (phase !== 'away') return;
  const expiresAt = Math.min(step.now + lifetime.first, startedAt + lifetime.longest);
  step.set({ phase: 'live', audioAt: step.now, expiresAt, resumeToken });
  step.send(readyMessage(step.state));
}

/** The client is done: `session.ended`, then close 1000 (protocol.md section 2.9). */
export function endSession(step: Step, closeCode = 1000): void {
  const { timing, startedAt, reply, turn } = step.state;
  if (reply) cancelWork(step, reply.stage);
  for (const job of [turn?.partial ?? null, turn?.final?.job ?? null]) {
    if (job !== null) step.effect({ type: 'cancel', job });
  }
  step.set({ phase: 'ended', reply: null, turn: null, queue: [], calls: [], scheduled: [] });
  const ended = {
    type: 'session.ended',
    session_duration_seconds: Math.round((step.now - startedAt) / 10) / 100,
  } as const;
  schedule(step, timing.endToEnded, { type: 'send', message: ended });
  schedule(step, timing.endToEnded + timing.endedToClose, { type: 'close', code: closeCode, reason: '' });
}

/** Ends a session whose time is over: `session_expired`, `session.ended`, close 1008. */
export function expireSession(step: Step): void {
  const { id, phase, expiresAt } = step.state;
  if (phase === 'ended' || step.now < expiresAt) return;
  step.send({ type: 'session.error', code: 'session_expired', message: 'Session expired', session_id: id });
  endSession(step, 1008);
}

function schedule(step: Step, afterMs: number, effect: Effect): void {
  const scheduled = [...step.state.scheduled, { at: step.now + afterMs, effect }];
  step.set({ scheduled: scheduled.sort((a, b) => a.at - b.at) });
}

function readyMessage({ id, expiresAt, config, resumeToken }: SessionState) {
  return {
    type: 'session.ready',
    session_id: id,
    expires_at: Math.floor(expiresAt / 1_000),
    resume_token: resumeToken,
    config,
  } as const;
}

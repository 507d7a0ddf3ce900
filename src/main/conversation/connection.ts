/**
 * How a talk gets its sessions and loses them: first connection, recovery after a loss, exchange for another.
 * protocol.md sections 2.10 and 9.4.
 */
import { assertNever } from '../../shared/assert-never';
import type { Problem } from '../../shared/problem';
import { explainClose, type Retry, type ServiceProblem } from '../../shared/protocol';
import { dropCalls, loseCalls } from './calls';
import type { Draft } from './draft';
import { TIMERS, type Opening } from './events';
import type { EndReason } from './records';
import { abandonReplies, cutReplies, unpause } from './replies';
import type { ConversationState } from './state';
import { closeHeard } from './transcript';

/** From socket to `session.ready` (protocol.md section 2.1). */
const READY_MS = 12_000;
/** The same for a session that is asked for again (protocol.md section 9.4). */
const RESUMED_MS = 5_000;
/** Waits before the second and every further fresh session, and how much is added at random. */
const BACKOFF_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;
const JITTER = 0.25;
/** After this long nothing more is tried without the person. */
const GIVE_UP_MS = 60_000;
/** Closes that say nothing of the session's end: it may still be there (protocol.md section 9.2). */
const PERHAPS_ALIVE = ['connection_lost', 'going_away', 'closed'];

/** Opens a socket and starts the watch on its answer. */
export function connect(draft: Draft, opening: Opening): void {
  const milliseconds = opening.kind === 'resume' ? RESUMED_MS : READY_MS;
  draft.set({ fatalError: null, greetingWanted: opening.kind === 'fresh' && opening.greeting });
  draft.emit(
    { type: 'connect', engine: draft.state.engine, opening },
    { type: 'set-timer', name: 'ready', milliseconds },
  );
}

/** Lets the present socket go, with its goodbye in the background; it is counted until that is said. */
export function disconnect(draft: Draft): void {
  draft.set({ openSince: null });
  draft.emit({ type: 'disconnect' });
}

/** The present try or session is over for a reason that may pass, or may not. */
export function sessionLost(draft: Draft, problem: Problem, retry: Retry): void {
  const { phase } = draft.state;
  switch (phase.name) {
    case 'connecting':
      // Only what was mended meanwhile is tried again by itself; the person is there and can decide.
      if (retry === 'no' || problem.code !== 'invalid_value' || !draft.state.otherVoice) {
        return fail(draft, problem);
      }
      disconnect(draft);
      return connect(draft, { kind: 'fresh', greeting: draft.state.greetingWanted });
    case 'live':
      return retry === 'no' ? fail(draft, problem) : recover(draft, problem);
    case 'recovering':
      return retry === 'no' && phase.way !== 'resume'
        ? fail(draft, problem)
        : tryAgain(draft, phase, problem);
    case 'idle':
    case 'resting':
    case 'ending':
    case 'ended':
    case 'failed':
      return;
    default:
      return assertNever(phase);
  }
}

/** What a closed socket means, as far as the service said. */
export function closeProblem({ engine, fatalError, phase }: ConversationState, code: number): ServiceProblem {
  // An error without a code says less than the way the socket was closed (protocol.md section 9.2).
  if (fatalError && fatalError.code !== 'unknown') return fatalError;
  // Nothing crosses a network to the local agent: a closed socket means that its process is gone.
  const explained = explainClose(code, { beforeReady: phase.name !== 'live' });
  return engine === 'local' ? { ...explained, ...localAgentGone } : explained;
}

function recover(draft: Draft, problem: Problem): void {
  const { phase, resumeRefused, fatalError } = draft.state;
  if (phase.name !== 'live') return;
  const resumable =
    phase.sessionId !== '' &&
    !resumeRefused &&
    !fatalError &&
    (draft.state.engine === 'local' || PERHAPS_ALIVE.includes(problem.code));
  leaveSession(draft);
  draft.emit({ type: 'record', what: { type: 'problem', problem } });
  draft.set({
    phase: {
      name: 'recovering',
      attempt: 1,
      since: draft.now,
      way: resumable ? 'resume' : 'fresh',
      quiet: false,
    },
  });
  connect(
    draft,
    resumable ? { kind: 'resume', sessionId: phase.sessionId } : { kind: 'fresh', greeting: false },
  );
}

type Recovering = Extract<ConversationState['phase'], { name: 'recovering' }>;

function tryAgain(draft: Draft, phase: Recovering, problem: Problem): void {
  disconnect(draft);
  draft.emit({ type: 'clear-timer', name: 'ready' });
  if (phase.way === 'resume') {
    loseCalls(draft);
    draft.set({
      phase: { ...phase, way: 'fresh' },
      resumeRefused: draft.state.resumeRefused || draft.state.engine === 'hosted',
    });
    return connect(draft, { kind: 'fresh', greeting: false });
  }
  const wait = BACKOFF_MS[phase.attempt - 1];
  if (wait === undefined || draft.now - phase.since > GIVE_UP_MS) return fail(draft, problem);
  draft.set({
    phase: { ...phase, attempt: phase.attempt + 1, way: 'waiting', quiet: false },
    fatalError: null,
  });
  draft.emit({ type: 'set-timer', name: 'retry', milliseconds: wait, jitter: JITTER });
}

/** The wait between two tries is over. */
export function retryNow(draft: Draft): void {
  const { phase } = draft.state;
  if (phase.name !== 'recovering' || phase.way !== 'waiting') return;
  draft.set({ phase: { ...phase, way: 'fresh' } });
  connect(draft, { kind: 'fresh', greeting: false });
}

/** Goes on in a new session at once: the present one is said goodbye to in the background. */
export function exchangeSession(draft: Draft, engine: ConversationState['engine']): void {
  leaveSession(draft);
  loseCalls(draft);
  disconnect(draft);
  draft.set({
    engine,
    phase: { name: 'recovering', attempt: 1, since: draft.now, way: 'fresh', quiet: true },
  });
  connect(draft, { kind: 'fresh', greeting: false });
}

/** What belongs to a session's life ends; what was said, and what the person is saying, stays. */
function leaveSession(draft: Draft): void {
  cutReplies(draft);
  unpause(draft);
  draft.set({ userSpeaking: false, awaitingReply: false, expiresAt: null, hangUpAt: null });
  draft.emit(
    { type: 'uplink', state: 'held' },
    ...clearTimers(['thinking', 'rollover', 'idle', 'cap', 'greeting']),
  );
}

/** The talk cannot go on by itself. What was said stays, and the person is offered what can be done. */
export function fail(draft: Draft, problem: Problem): void {
  draft.emit({ type: 'record', what: { type: 'problem', problem } });
  close(draft, { name: 'failed', problem }, 'failed');
  draft.set({ offers: draft.state.engine === 'hosted' ? ['try-again', 'local-agent'] : ['try-again'] });
}

/** Ends the talk: everything is silent, closed and let go. */
export function close(draft: Draft, phase: ConversationState['phase'], reason: EndReason): void {
  abandonReplies(draft);
  dropCalls(draft);
  closeHeard(draft, null);
  // A key that is held over the end is let go after it: what goes on then opens no microphone by itself.
  const byKey = draft.state.talkKey.name !== 'unused';
  draft.set({
    phase,
    ...(byKey ? { microphone: false, muted: true } : {}),
    userSpeaking: false,
    awaitingReply: false,
    voiced: false,
    typed: [],
    times: null,
    hangUpAt: null,
    expiresAt: null,
    unwantedGreeting: false,
    microphoneLive: false,
    talkKey: { name: 'unused' },
    adjustments: { ...draft.state.adjustments, pacing: 'as-preset', hold: null },
    offers: [],
  });
  draft.emit({ type: 'uplink', state: 'closed' }, { type: 'close-audio' }, ...clearTimers(TIMERS), {
    type: 'record',
    what: { type: 'conversation-ended', reason },
  });
  disconnect(draft);
}

/** Effects that stop these clocks. */
export function clearTimers(names: readonly (typeof TIMERS)[number][]) {
  return names.map((name) => ({ type: 'clear-timer', name }) as const);
}

const localAgentGone: Problem = {
  code: 'local_agent_gone',
  sentence: 'The local agent stopped unexpectedly.',
  next: 'Start the conversation again; it is started anew.',
};

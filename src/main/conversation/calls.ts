import type { Draft } from './draft';
import { showCall } from './transcript';
import { waitForService } from './replies';
import { callKey, type ConversationState, type ToolAnswer, type ToolCall } from './state';
import { openReply, soundingReply } from './status';
import { beginWaiting } from './approvals';
import { settledAnswer } from './tool-answer';
import type { Taint } from '../permissions/gate/policy';

/** Calls kept for late results and repeats. */
const CALLS_KEPT = 50;
/** Found tools that are remembered; how many are offered is decided elsewhere. */
const MOST_FOUND = 30;
/** How long `session.updated` is waited for before a finder's result goes out. */
const OFFERS_MS = 1_500;
/** A run is told to take its time after this long. */
const SLOW_MS = 2_000;

/** A `tool.call` as decoded. */
export interface IncomingCall {
  readonly callId: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/**
 * Takes a tool call (protocol.md section 6.2). The same `call_id` again is ignored; an equal call in the same
 * turn shares the first one's run but is answered on its own; a tool that the service runs is only shown.
 */
export function receiveCall(draft: Draft, incoming: IncomingCall): void {
  const { calls, turn, epoch, session } = draft.state;
  const known = calls.find(({ callId }) => callId === incoming.callId);
  if (known?.session === session) return;
  if (known) forgetCall(draft, known);
  const key = canonicalJson(incoming.arguments);
  const earlier = calls.find(
    (call) =>
      call.name === incoming.name &&
      call.key === key &&
      call.turn === turn &&
      call.epoch === epoch &&
      call.state !== 'informational' &&
      call.repeats === null,
  );
  const informational = draft.state.serverTools.includes(incoming.name);
  const call: ToolCall = {
    callId: incoming.callId,
    name: incoming.name,
    key,
    turn,
    epoch,
    session,
    startedAt: draft.now,
    repeats: informational ? null : (earlier?.callId ?? null),
    state: informational ? 'informational' : 'running',
    answer: null,
    settlement: null,
    progress: null,
    held: false,
  };
  draft.set({ calls: [...draft.state.calls.slice(-CALLS_KEPT), call] });
  if (call.repeats === null) showCall(draft, call);
  // What it brings is put before the agent by the service itself, and comes from who knows where.
  if (informational) return draft.set({ taintedIn: turn });
  startToolClock(draft);
  if (!earlier) {
    draft.emit({
      type: 'run-tool',
      callId: call.callId,
      key: callKey(call),
      name: call.name,
      arguments: incoming.arguments,
      turn,
      taint: taintOf(draft.state),
      heard: lastHeard(draft.state),
    });
    if (draft.state.slowTold !== turn) draft.emit({ type: 'set-timer', name: 'slow', milliseconds: SLOW_MS });
  } else if (earlier.answer) draft.changeCall(call.callId, { answer: answerNow(earlier) });
}

/** What an equal call is answered: what came of the first, also where the person has answered it since. */
function answerNow({ answer: first, settlement }: ToolCall): ToolAnswer | null {
  return settlement ? settledAnswer(settlement) : first;
}

/** Another session uses the id anew: the former call can no longer be told from it. */
function forgetCall(draft: Draft, call: ToolCall): void {
  if (call.answer === null) draft.emit({ type: 'cancel-tool', callId: call.callId });
  draft.set({ calls: draft.state.calls.filter((known) => known !== call) });
}

/** A tool has finished. {@link sendResults} sends what may go out. */
export function finishCall(draft: Draft, callId: string, result: ToolAnswer): void {
  const first = draft.state.calls.find((call) => call.callId === callId);
  if (!first || first.answer) return;
  if (result.foreign) draft.set({ taintedIn: draft.state.turn });
  if (result.waiting) beginWaiting(draft, first, result.waiting);
  const held = (result.offers ?? []).length > 0;
  if (held) offerTools(draft, result.offers ?? []);
  for (const call of draft.state.calls) {
    if (call.callId !== callId && call.repeats !== callId) continue;
    draft.changeCall(call.callId, { answer: result, held });
    // Dropped or lost while it ran: what it did is still shown.
    if (call.state !== 'running' && call.repeats === null) showCall(draft, { ...call, answer: result });
  }
}

/**
 * Sends the results that are there: at once, or, as the setting has it, when no reply is open and the person is
 * silent (protocol.md section 6.3). While the session is lost they wait for its return.
 */
export function sendResults(draft: Draft): void {
  const { phase, options, userSpeaking } = draft.state;
  const finished = draft.state.calls.filter(
    (call) => call.state === 'running' && call.answer !== null && !call.held,
  );
  if (finished.length === 0) return;
  if (!draft.state.calls.some((call) => call.state === 'running' && call.answer === null))
    stopToolClock(draft);
  if (phase.name !== 'live') return;
  if (options.toolResults === 'after-reply' && (openReply(draft.state) || userSpeaking)) return;
  for (const call of finished) if (call.answer) answer(draft, call, call.answer);
}

/** The session is told of more tools first; their finder's result follows once it knows them. */
function offerTools(draft: Draft, names: readonly string[]): void {
  const others = draft.state.found.filter((name) => !names.includes(name));
  draft.set({ found: [...names, ...others].slice(0, MOST_FOUND) });
  draft.emit({ type: 'set-timer', name: 'offers', milliseconds: OFFERS_MS });
}

/** The session knows the tools it was told of, or has not answered in time: results held for that go out. */
export function offersKnown(draft: Draft): void {
  if (!draft.state.calls.some(({ held }) => held)) return;
  draft.set({ calls: draft.state.calls.map((call) => (call.held ? { ...call, held: false } : call)) });
  draft.emit({ type: 'clear-timer', name: 'offers' });
}

/** A tool takes its time: the person is told once a turn, unless something is being said anyway. */
export function tellSlow(draft: Draft): void {
  const { calls, phase, turn, userSpeaking } = draft.state;
  const working = calls.some(({ state, answer: result }) => state === 'running' && result === null);
  if (!working) return;
  if (phase.name !== 'live' || userSpeaking || openReply(draft.state) || soundingReply(draft.state)) {
    return draft.emit({ type: 'set-timer', name: 'slow', milliseconds: SLOW_MS });
  }
  draft.set({ slowTold: turn });
  draft.emit({
    type: 'send',
    message: { type: 'reply.create', instructions: 'Say exactly: "Still working on it."' },
  });
}

/** A long run tells how far it has come. */
export function noteProgress(draft: Draft, key: string, note: string): void {
  const call = draft.state.calls.find((known) => callKey(known) === key);
  if (!call || call.progress === note) return;
  const noted = { ...call, progress: note };
  draft.set({ calls: draft.state.calls.map((known) => (known === call ? noted : known)) });
  if (noted.repeats === null && isGoingOn(noted)) showCall(draft, noted);
}

function isGoingOn({ state, settlement, answer: result }: ToolCall): boolean {
  return (state === 'running' && result === null) || (Boolean(result?.waiting) && settlement === null);
}

/** Whether words of others are before the agent, and since when. */
function taintOf({ taintedIn, turn }: ConversationState): Taint {
  if (taintedIn === null) return 'none';
  return taintedIn === turn ? 'this-turn' : 'earlier';
}

function lastHeard({ transcript }: ConversationState): string {
  const said = transcript.findLast((entry) => entry.kind === 'user');
  return said?.kind === 'user' ? said.text : '';
}

function startToolClock(draft: Draft): void {
  const { times } = draft.state;
  if (times && times.toolSince === null) draft.set({ times: { ...times, toolSince: draft.now } });
}

function stopToolClock(draft: Draft): void {
  const { times } = draft.state;
  if (!times || times.toolSince === null) return;
  draft.set({
    times: { ...times, toolMs: times.toolMs + Math.max(0, draft.now - times.toolSince), toolSince: null },
  });
}

function answer(draft: Draft, call: ToolCall, result: ToolAnswer): void {
  const answered: ToolCall = { ...call, state: 'answered', answer: result };
  draft.changeCall(call.callId, answered);
  if (call.repeats === null) showCall(draft, answered);
  draft.emit({
    type: 'send',
    message: {
      type: 'tool.result',
      call_id: call.callId,
      result: JSON.stringify(result.data),
      ...(result.ok ? {} : { is_error: true }),
    },
  });
  draft.set({ awaitingReply: true });
  waitForService(draft);
}

/** Everything that runs has lost its meaning: results will not be sent. */
export function dropCalls(draft: Draft): void {
  draft.set({ epoch: draft.state.epoch + 1 });
  for (const call of draft.state.calls) {
    if (call.state === 'lost' && call.answer === null && call.repeats === null) {
      draft.emit({ type: 'cancel-tool', callId: call.callId });
    }
    if (call.state !== 'running') continue;
    const dropped: ToolCall = { ...call, state: 'dropped' };
    draft.changeCall(call.callId, dropped);
    if (call.repeats !== null) continue;
    showCall(draft, dropped);
    if (call.answer === null) draft.emit({ type: 'cancel-tool', callId: call.callId });
  }
}

/**
 * The session of these calls is gone for good: nothing is sent for them (protocol.md section 9.4). They run on, and
 * an equal call of the next session takes their result, so that nothing is done twice.
 */
export function loseCalls(draft: Draft): void {
  for (const call of draft.state.calls.filter(({ state }) => state === 'running')) {
    const lost: ToolCall = { ...call, state: 'lost' };
    draft.changeCall(call.callId, lost);
    if (call.repeats === null) showCall(draft, lost);
  }
}

/** JSON with sorted keys, so that equal arguments compare equal. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}

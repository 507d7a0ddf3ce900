import type { Draft } from './draft';
import type { ToolAnswer, ToolCall } from './state';
import { showCall } from './transcript';
import { waitForService } from './replies';

/** Calls kept for late results and repeats. */
const CALLS_KEPT = 50;

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
  const { calls, turn, epoch } = draft.state;
  if (calls.some(({ callId }) => callId === incoming.callId)) return;
  const key = canonicalJson(incoming.arguments);
  const earlier = calls.find(
    (call) =>
      call.name === incoming.name &&
      call.key === key &&
      call.turn === turn &&
      call.epoch === epoch &&
      call.repeats === null,
  );
  const informational = draft.state.serverTools.includes(incoming.name);
  const call: ToolCall = {
    callId: incoming.callId,
    name: incoming.name,
    key,
    turn,
    epoch,
    startedAt: draft.now,
    repeats: informational ? null : (earlier?.callId ?? null),
    state: informational ? 'informational' : 'running',
    answer: null,
  };
  draft.set({ calls: [...calls.slice(-CALLS_KEPT), call] });
  if (call.repeats === null) showCall(draft, call);
  if (informational) return;
  if (!earlier) {
    draft.emit({
      type: 'run-tool',
      callId: call.callId,
      name: call.name,
      arguments: incoming.arguments,
    });
  } else if (earlier.answer) answer(draft, call, earlier.answer);
}

/** A tool has finished: its result goes out at once, unless its meaning is gone (protocol.md section 6.3). */
export function finishCall(draft: Draft, callId: string, result: ToolAnswer): void {
  const first = draft.state.calls.find((call) => call.callId === callId);
  if (!first) return;
  draft.changeCall(callId, { answer: result });
  for (const call of draft.state.calls) {
    if (call.callId === callId || call.repeats === callId) answer(draft, call, result);
  }
}

function answer(draft: Draft, call: ToolCall, result: ToolAnswer): void {
  if (call.state !== 'running') {
    // Dropped while it ran: what it did is still shown.
    if (call.state === 'dropped' && call.repeats === null) showCall(draft, { ...call, answer: result });
    return;
  }
  const live = draft.state.phase.name === 'live' && call.epoch === draft.state.epoch;
  const answered: ToolCall = { ...call, state: live ? 'answered' : 'dropped', answer: result };
  draft.changeCall(call.callId, answered);
  if (call.repeats === null) showCall(draft, answered);
  if (!live) return;
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
  for (const call of draft.state.calls.filter(({ state }) => state === 'running')) {
    const dropped: ToolCall = { ...call, state: 'dropped' };
    draft.changeCall(call.callId, dropped);
    if (call.repeats !== null) continue;
    showCall(draft, dropped);
    draft.emit({ type: 'cancel-tool', callId: call.callId });
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

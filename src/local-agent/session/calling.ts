import type { FinishedCall, PlannedCall } from '../thinking/types';
import { queueReply, remember } from './queue';
import type { OpenReply, PendingCall, Scheduled, SessionEvent, Step } from './state';

/** Calls that may be pending at once; more are not made. */
const MOST_CALLS = 32;

/** Sends the calls of a reply and ends it soon after: its answer is a reply of its own (protocol.md section 2.4). */
export function sendCalls(step: Step, reply: OpenReply, calls: readonly PlannedCall[]): void {
  const { config, timing, behaviour } = step.state;
  const room = Math.max(0, MOST_CALLS - step.state.calls.length);
  const pending = calls.slice(0, room).map((call): PendingCall => {
    const tool = config.tools.find(({ name }) => name === call.name);
    return {
      id: step.moment.newId('call'),
      replyId: reply.id,
      call,
      hold: tool?.execution_mode === 'hold',
      served: (tool?.http ?? null) !== null,
      deadline: step.now + (tool?.timeout_seconds ?? 120) * 1_000,
      finished: null,
    };
  });
  for (const { id, call, served, deadline } of pending) {
    if (!served || behaviour.servedCalls === 'shown') {
      step.send({ type: 'tool.call', call_id: id, name: call.name, arguments: call.arguments });
    }
    if (served) step.effect({ type: 'serve', callId: id, call, timeoutMs: deadline - step.now });
  }
  const { bargeInAfterCallMs: bargeIn } = behaviour;
  const overheard: readonly Scheduled[] =
    bargeIn === null ? [] : [{ at: step.now + bargeIn, effect: { type: 'overhear', text: 'Never mind.' } }];
  step.set({
    calls: [...step.state.calls, ...pending],
    scheduled: [...step.state.scheduled, ...overheard].sort((a, b) => a.at - b.at),
    cutShort: null,
    reply: { ...reply, stage: { kind: 'called', doneAt: step.now + timing.callToDone } },
  });
}

/** Takes in a client's result. Unknown, repeated, abandoned and served calls are passed over (protocol.md section 6.3). */
export function onToolResult(
  step: Step,
  message: Extract<Extract<SessionEvent, { type: 'message' }>['message'], { type: 'tool.result' }>,
): void {
  if (step.state.calls.some(({ id, served }) => served && id === message.call_id)) return;
  finishCall(step, message.call_id, {
    result: message.result,
    outcome: message.is_error === true ? 'failed' : 'done',
  });
}

/** Takes in what a tool gave that the server ran itself. */
export function onServed(step: Step, event: Extract<SessionEvent, { type: 'served' }>): void {
  finishCall(step, event.callId, { result: event.result, outcome: event.outcome });
}

/** Gives up calls whose time is over. */
export function expireCalls(step: Step): void {
  for (const { id, deadline, finished } of step.state.calls) {
    if (!finished && step.now >= deadline) finishCall(step, id, { result: '', outcome: 'timed-out' });
  }
}

/** Forgets every pending call: the person went on to something else. */
export function abandonCalls(step: Step): void {
  step.set({ calls: [] });
}

/** Whether a tool keeps the agent silent until its result is there. */
export function isHeld(step: Step): boolean {
  return step.state.calls.some(({ hold, finished }) => hold && !finished);
}

function finishCall(step: Step, id: string, outcome: Pick<FinishedCall, 'result' | 'outcome'>): void {
  const open = step.state.calls.find((pending) => pending.id === id && !pending.finished);
  if (!open) return;
  const finished = { ...open.call, ...outcome, ...instructionsFor(step, open, outcome) };
  remember(step, { role: 'tool', call: finished });
  const calls = step.state.calls.map((pending) => (pending.id === id ? { ...pending, finished } : pending));
  step.set({ calls });
  if (!isHeld(step)) tellHeld(step);
  const together = calls.filter(({ replyId }) => replyId === open.replyId);
  const results = together.flatMap((pending) => pending.finished ?? []);
  if (results.length < together.length) return;
  step.set({ calls: calls.filter(({ replyId }) => replyId !== open.replyId) });
  const cause = { kind: 'prompt', prompt: { kind: 'results', calls: results }, callId: id } as const;
  queueReply(step, cause, step.state.timing.resultToReply);
}

/** The tool's own words on how its result is to be told (protocol.md section 6.1). */
function instructionsFor(
  step: Step,
  { call }: PendingCall,
  { outcome }: Pick<FinishedCall, 'outcome'>,
): Pick<FinishedCall, 'instructions'> {
  const tool = step.state.config.tools.find(({ name }) => name === call.name);
  const { success, error } = tool?.response_instructions ?? {};
  const instructions = outcome === 'done' ? success : error;
  return instructions === undefined ? {} : { instructions };
}

/** What was said during the hold becomes known (protocol.md section 2.5). */
function tellHeld(step: Step): void {
  for (const message of step.state.heldTranscripts) step.send(message);
  if (step.state.heldTranscripts.length > 0) step.set({ heldTranscripts: [] });
}

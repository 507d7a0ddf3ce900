import type { OpenReply, PendingCall, SessionEvent, Step } from './state';
import type { FinishedCall, PlannedCall } from '../thinking/types';
import { queueReply, remember } from './replying';

/** Sends the calls of a reply and ends it soon after: its answer is a reply of its own (protocol.md section 2.4). */
export function sendCalls(step: Step, reply: OpenReply, calls: readonly PlannedCall[]): void {
  const { config, timing } = step.state;
  const pending = calls.map((call): PendingCall => {
    const tool = config.tools.find(({ name }) => name === call.name);
    return {
      id: step.moment.newId('call'),
      call,
      hold: tool?.execution_mode === 'hold',
      deadline: step.now + (tool?.timeout_seconds ?? 120) * 1_000,
      finished: null,
    };
  });
  for (const { id, call } of pending) {
    step.send({ type: 'tool.call', call_id: id, name: call.name, arguments: call.arguments });
  }
  step.set({
    calls: pending,
    cutShort: null,
    reply: { ...reply, stage: { kind: 'called', doneAt: step.now + timing.callToDone } },
  });
}

/** Takes in a result. Unknown, repeated and abandoned calls are passed over (protocol.md section 6.3). */
export function onToolResult(
  step: Step,
  message: Extract<Extract<SessionEvent, { type: 'message' }>['message'], { type: 'tool.result' }>,
): void {
  finishCall(step, message.call_id, {
    result: message.result,
    outcome: message.is_error === true ? 'failed' : 'done',
  });
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

function finishCall(step: Step, id: string, outcome: Omit<FinishedCall, 'name' | 'arguments'>): void {
  const calls = step.state.calls.map((pending) =>
    pending.id === id && !pending.finished
      ? { ...pending, finished: { ...pending.call, ...outcome } }
      : pending,
  );
  const changed = calls.find((pending, index) => pending !== step.state.calls[index]);
  if (!changed?.finished) return;
  remember(step, { role: 'tool', call: changed.finished });
  step.set({ calls });
  const finished = calls.flatMap((pending) => pending.finished ?? []);
  if (finished.length < calls.length) return;
  step.set({ calls: [] });
  const prompt = { kind: 'results', calls: finished } as const;
  queueReply(step, { kind: 'prompt', prompt }, step.state.timing.resultToReply);
}

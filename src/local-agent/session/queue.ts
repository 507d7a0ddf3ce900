import type { Cause, QueuedReply, Step } from './state';
import type { HistoryItem } from '../thinking/types';

/** Replies that may wait; more are answered by none. */
const QUEUE = 16;
/** Newest entries of the conversation that are kept, and the characters in all of them and in one. */
const HISTORY = { entries: 200, characters: 200_000, each: 16_000 } as const;

/** Asks for a reply, once the floor is free and `afterMs` have passed. The machine starts it. */
export function queueReply(step: Step, cause: Cause, afterMs: number): void {
  if (step.state.queue.length >= QUEUE) return;
  step.set({ queue: [...step.state.queue, { cause, notBefore: step.now + afterMs }] });
}

/** Goes on, before anything else, with what a noise cut short. */
export function resumeReply(step: Step, cause: Cause): void {
  step.set({ queue: [{ cause, notBefore: step.now }, ...step.state.queue].slice(0, QUEUE) });
}

/** Whether an answer that waits is overtaken by a new request. */
export function isOvertaken({ cause }: QueuedReply): boolean {
  return cause.kind === 'prompt' && cause.prompt.kind !== 'instructions';
}

/** Keeps an entry of the conversation; the oldest give way, long ones are cut. */
export function remember(step: Step, item: HistoryItem): void {
  let characters = 0;
  const history = [...step.state.history, shortened(item)].slice(-HISTORY.entries);
  const from = history.findLastIndex((one) => (characters += lengthOf(one)) > HISTORY.characters);
  step.set({ history: history.slice(from + 1) });
}

function shortened(item: HistoryItem): HistoryItem {
  if (lengthOf(item) <= HISTORY.each) return item;
  if (item.role !== 'tool') return { ...item, text: item.text.slice(0, HISTORY.each) };
  return { ...item, call: { ...item.call, result: item.call.result.slice(0, HISTORY.each) } };
}

const lengthOf = (item: HistoryItem) => (item.role === 'tool' ? item.call.result.length : item.text.length);

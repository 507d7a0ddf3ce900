import { emptyMemory, type OfferedTool, type Thinker, type ThoughtRequest } from '../types';
import type { Clock } from '../../clock';

/** Tools that are offered. */
export const tools: readonly OfferedTool[] = [
  {
    name: 'get_time',
    description: 'Tells the time.',
    parameters: { type: 'object', properties: { place: { type: 'string' }, count: { type: 'integer' } } },
  },
  { name: 'open_item', description: 'Opens a file.', parameters: { type: 'object', properties: {} } },
];
/** Says always the same. */
export const builtIn: Thinker = {
  prepare: async () => undefined,
  think: async ({ memory }) => ({ kind: 'say', text: 'Built in.', memory }),
};
/** A request of the person. */
export const asking = (text: string, more: Partial<ThoughtRequest> = {}): ThoughtRequest => ({
  prompt: { kind: 'request', text },
  systemPrompt: 'You are Nova.',
  greeting: '',
  tools,
  history: [{ role: 'user', text }],
  memory: emptyMemory,
  now: new Date(2026, 10, 21, 9),
  ...more,
});

/** A clock whose timers run only when they are told to. */
export class HandClock implements Clock {
  at = 0;
  private timers: { readonly at: number; readonly run: () => void }[] = [];
  now = () => this.at;
  after = (milliseconds: number, run: () => void) => {
    const timer = { at: this.at + milliseconds, run };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((other) => other !== timer));
  };
  pass(milliseconds: number): void {
    this.at += milliseconds;
    for (const timer of this.timers.filter(({ at }) => at <= this.at)) timer.run();
  }
}

/** Never aborts. */
export const never = new AbortController().signal;

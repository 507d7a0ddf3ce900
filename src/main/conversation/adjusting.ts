import { ruleFor } from '../../shared/settings/rules';
import { pacingAfter, withRule, type Adjustments } from './configuration';
import type { Draft } from './draft';
import { hearsItself, watchEcho } from './echo-watch';
import { heardText } from './transcript';

/** How much of what the agent said lately may come back as its echo. */
const REPLIES_OF_ECHO = 2;

/** Changes the configuration of this talk; the shell sends what differs (protocol.md section 2.8). */
export function adjust(draft: Draft, change: Partial<Adjustments>): void {
  const { adjustments } = draft.state;
  const names = Object.keys(change) as (keyof Adjustments)[];
  if (names.every((name) => adjustments[name] === change[name])) return;
  draft.set({ adjustments: { ...adjustments, ...change } });
}

/** The agent has said something: whoever is asked something gets time to think (protocol.md section 8.3). */
export function paceAfterReply(draft: Draft, text: string, interrupted: boolean): void {
  const { calls, turn } = draft.state;
  const results = calls.flatMap((call) => (call.turn === turn && call.answer ? [call.answer.data] : []));
  adjust(draft, { pacing: pacingAfter({ text, interrupted, results }) });
}

/** A turn of the person is final: pacing is the preset's again, and a rule's phrase brings its change. */
export function adjustToTurn(draft: Draft, text: string): void {
  adjust(draft, { pacing: 'as-preset' });
  const rule = ruleFor(draft.state.options.rules, text);
  if (rule) draft.set({ adjustments: withRule(draft.state.adjustments, rule.change) });
}

/** Watches for the agent's own voice in the person's turns; once it is clear, interrupting by voice is off. */
export function listenForEcho(draft: Draft, text: string): void {
  const { replies, overAgent, cutReply, adjustments } = draft.state;
  const said = replies.slice(-REPLIES_OF_ECHO).map(heardText).join(' ');
  const echo = watchEcho(draft.state.echo, { text, overAgent, interrupted: cutReply, said });
  draft.set({ echo, overAgent: false, cutReply: false });
  if (adjustments.halfDuplex || !hearsItself(echo)) return;
  adjust(draft, { halfDuplex: true });
  draft.set({ notice: echoHeard });
}

const echoHeard = {
  code: 'echo_heard',
  sentence: 'Parley heard its own voice, so speaking over it does not interrupt it in this talk.',
  next: 'Use headphones to interrupt by voice, or press Stop speaking.',
} as const;

/** For tests: a talk in which a tool asks. */
import type { ServerMessage } from '../../shared/protocol';
import type { Settlement } from '../tools/call';
import { Talk } from './talk.fixture';

/** The call of a tool that asks. */
export const call: ServerMessage = {
  type: 'tool.call',
  call_id: 'c1',
  name: 'open_item',
  arguments: { item: 'notes' },
};
/** The request that waits for it. */
export const waiting = { id: 'r1', question: 'Shall I open notes?', verbs: ['open'] };
/** It has been answered, and waits. */
export const waits = {
  type: 'tool-finished',
  callId: 'c1',
  answer: {
    ok: true,
    say: waiting.question,
    data: { status: 'waiting_for_approval', say: waiting.question },
    waiting,
  },
} as const;
/** Names the call. */
export const KEY = 'call-1-c1';
/** It was approved and done. */
export const approved = {
  type: 'approved',
  told: false,
  outcome: {
    result: { ok: true, say: 'notes is open.', data: {} },
    foreign: false,
    action: 'action-1',
  },
} as const satisfies Settlement;
/** The request has ended so. */
export const settle = (settlement: Settlement) =>
  ({ type: 'approval-settled', key: KEY, settlement }) as const;

/** A talk in which the agent has asked and is silent again. */
export function asked(): Talk {
  const talk = Talk.live();
  talk.hear({ type: 'transcript.user', text: 'Open my notes.', item_id: 'i1' });
  talk.hear({ type: 'reply.started', reply_id: 'r0' }, call, {
    type: 'reply.done',
    reply_id: 'r0',
    status: 'completed',
  });
  talk.do(waits);
  talk.hear(
    { type: 'reply.started', reply_id: 'r1' },
    { type: 'reply.done', reply_id: 'r1', status: 'completed' },
  );
  return talk.after(100);
}

/** The person says something. */
export const says = (talk: Talk, text: string) =>
  talk.hear(
    { type: 'input.speech.started' },
    { type: 'input.speech.stopped' },
    { type: 'transcript.user', text, item_id: `item-${text}` },
  );

/** What the words of the person did to requests. */
export const answers = (talk: Talk) => talk.effects.filter(({ type }) => type === 'answer-approval');

import { keepLastSaid } from './own-echo';
import { remember } from './queue';
import type { Job, OpenReply, Stage, Step } from './state';

/** The thought that a reply still waits for. */
export function thoughtOf(stage: Stage): Job | null {
  if (stage.kind === 'thinking') return stage.job;
  return stage.kind === 'speaking' ? stage.thinking : null;
}

/** Whether something of the open reply was heard. */
export function isHeard({ reply }: Step['state']): boolean {
  return reply?.stage.kind === 'speaking' && reply.stage.playout.origin !== null;
}

/** Tells the transcript of the open reply and keeps it. */
export function sayTranscript(step: Step, reply: OpenReply, text: string, interrupted: boolean): void {
  // Silence before a call has no words.
  if (reply.stage.kind === 'speaking' && reply.stage.text === '') return;
  keepLastSaid(step);
  step.send({ type: 'transcript.agent', reply_id: reply.id, item_id: reply.itemId, text, interrupted });
  remember(step, { role: 'agent', text });
}

import { fromClauseOf } from '../speaking/clauses';
import { heardMs, wordsHeard } from '../speaking/playout';
import { assertNever } from '../../shared/assert-never';
import { sayTranscript, thoughtOf } from './open-reply';
import type { Cause, OpenReply, Stage, Step } from './state';

/**
 * Cuts the open reply short: its transcript up to the last word that was heard, then `reply.done` interrupted
 * (protocol.md section 2.6). A request nobody heard an answer to is kept, because the person goes on with it.
 */
export function interruptReply(step: Step): void {
  const { reply } = step.state;
  if (!reply) return;
  const { stage, cause } = reply;
  cancelWork(step, stage);
  if (stage.kind === 'speaking') {
    const text = wordsHeard(stage.playout.words, heardMs(stage.playout, step.now));
    sayTranscript(step, reply, text, true);
  }
  const unheard = stage.kind === 'thinking' || (stage.kind === 'speaking' && stage.playout.origin === null);
  const said = cause.kind === 'prompt' && cause.prompt.kind === 'request' ? cause.prompt.text : '';
  step.set({ cutShort: { request: unheard ? said : '', resume: leftToSay(step, reply) } });
  step.send({ type: 'reply.done', reply_id: reply.id, status: 'interrupted' });
  step.set({ reply: null });
}

/** Gives up what is being thought or synthesized for a reply. */
export function cancelWork(step: Step, stage: Stage): void {
  const synthesis = stage.kind === 'speaking' ? stage.job : null;
  for (const job of [thoughtOf(stage), synthesis]) {
    if (job !== null) step.effect({ type: 'cancel', job });
  }
}

/** What is left of the open reply. A call that was sent is not made again. */
function leftToSay(step: Step, { stage, cause }: OpenReply): Cause | null {
  switch (stage.kind) {
    case 'thinking':
    case 'calling':
      return cause;
    case 'called':
      return null;
    case 'speaking': {
      if (stage.playout.origin === null && cause.kind === 'greeting') return cause;
      // Thought of anew: its calls were not made yet, or its end is not known.
      if (stage.calls.length > 0 || stage.thinking !== null) return cause;
      const heard = heardMs(stage.playout, step.now);
      const words = wordsHeard(stage.playout.words, heard).split(' ').filter(Boolean);
      const text = fromClauseOf(stage.text, words.length);
      return text === '' ? null : { kind: 'remark', text };
    }
    default:
      return assertNever(stage);
  }
}

/** Whether the open reply may be interrupted by speech (protocol.md section 5.4). */
export function isInterruptible(step: Step): boolean {
  const { reply, config } = step.state;
  const turns = config.input.turn_detection;
  if (turns?.interrupt_response === false) return false;
  const greeting = reply?.cause.kind === 'greeting';
  return !(greeting && turns?.uninterruptible_turns.includes('greeting'));
}

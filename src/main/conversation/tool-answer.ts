import { assertNever } from '../../shared/assert-never';
import type { Json } from '../../shared/json';
import type { HandsAnswer, Settlement } from '../tools/call';
import type { ToolAnswer } from './state';

/** What goes back to the service for a call, and what the window shows of it. A request that waits says so. */
export function answerOf(told: HandsAnswer): ToolAnswer {
  if (told.type === 'waiting') {
    const { question } = told.waiting;
    const data = { status: 'waiting_for_approval', say: question };
    return { ok: true, say: question, data, waiting: told.waiting, foreign: told.foreign };
  }
  const { result, foreign, action } = told.outcome;
  if (!result.ok) {
    const { error, hint } = result;
    return { ok: false, say: error, data: { error, hint }, foreign };
  }
  const { say, detail = null, offers = [] } = result;
  return { ok: true, say, data: { say, ...asObject(result.data) }, detail, offers, foreign, action };
}

/** What goes back for a call that is made once more after the person has answered it, or has not. */
export function settledAnswer(settlement: Settlement): ToolAnswer {
  switch (settlement.type) {
    case 'approved':
      return answerOf({ type: 'outcome', outcome: settlement.outcome });
    case 'denied':
    case 'expired':
    case 'superseded':
      return { ok: false, say: notApproved.error, data: notApproved };
    default:
      return assertNever(settlement);
  }
}

const notApproved = {
  error: 'The person was asked and did not approve it, so it was not done.',
  hint: 'Say so, and do not call it again unless the person asks for it anew.',
} as const;

function asObject(data: Json): Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? (data as Record<string, unknown>)
    : { result: data };
}

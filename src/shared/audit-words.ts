import type { Allowance, ApprovedBy, AuditOutcome } from './ipc/audit';
import type { PlainText } from './words/catalogue';

/** Why a call was let run or was not, for people. */
export const allowanceWords: Readonly<Record<Allowance, PlainText>> = {
  class: 'runs without asking',
  conversation: 'allowed for the conversation',
  always: 'always allowed',
  approved: 'approved',
  denied: 'denied',
  expired: 'nobody answered',
  superseded: 'the person went on',
  refused: 'refused',
};

/** How the person answered, for people. */
export const answerWords: Readonly<Record<ApprovedBy, PlainText>> = {
  voice: 'by voice',
  click: 'in the window',
  notification: 'in a notification',
};

/** What became of a call, for people. */
export const outcomeWords: Readonly<Record<AuditOutcome, PlainText>> = {
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  'not-run': 'not done',
  begun: 'begun, end not known',
};

import { assertNever } from '../../shared/assert-never';
import type { ConversationSnapshot, Offer } from '../../shared/ipc/conversation';

/** How the state is drawn: which way the sound goes, or that something is under way. */
export type StatusTone = 'idle' | 'input' | 'output' | 'busy' | 'problem';

/** The text of "Conversation state"; automation depends on these words. */
export function statusText({ status, problem }: ConversationSnapshot): string {
  switch (status) {
    case 'ready':
      return 'Ready';
    case 'connecting':
      return 'Connecting';
    case 'listening':
      return 'Listening';
    case 'muted':
      return 'Muted';
    case 'hearing':
      return 'Hearing you';
    case 'thinking':
      return 'Thinking';
    case 'working':
      return 'Working';
    case 'approval':
      return 'Waiting for approval';
    case 'speaking':
      return 'Speaking';
    case 'reconnecting':
      return 'Reconnecting';
    case 'ending':
      return 'Ending';
    case 'ended':
      return 'Ended';
    case 'problem':
      return `Problem: ${problem?.sentence ?? 'Something went wrong.'}`;
    default:
      return assertNever(status);
  }
}

/** The line under the state: what to do about a problem, or what else should be known now; empty for nothing. */
export function detailText(snapshot: ConversationSnapshot): string {
  const { status, problem, reconnecting, resting, halfDuplex } = snapshot;
  if (status === 'problem') return problem?.next ?? '';
  if (status === 'reconnecting')
    return reconnecting !== null && reconnecting > 1 ? `Attempt ${reconnecting}` : '';
  if (resting) return 'The conversation is resting, so it costs nothing. Speak, or start, to go on.';
  if (halfDuplex) {
    return 'Interrupting by voice is off, because Parley heard itself. With headphones it works; Escape stops Parley too.';
  }
  return '';
}

/** What the person can choose, in their words. */
export const offerTexts: Readonly<Record<Offer, string>> = {
  'try-again': 'Try again',
  'local-agent': 'Use the local agent',
  continue: 'Continue',
};

/** The tone that goes with a state. */
export function statusTone({ status }: ConversationSnapshot): StatusTone {
  switch (status) {
    case 'listening':
    case 'hearing':
      return 'input';
    case 'speaking':
      return 'output';
    case 'connecting':
    case 'thinking':
    case 'working':
    case 'reconnecting':
    case 'ending':
      return 'busy';
    case 'problem':
      return 'problem';
    case 'ready':
    case 'muted':
    case 'approval':
    case 'ended':
      return 'idle';
    default:
      return assertNever(status);
  }
}

/** Who answers and what that means, in one line. `wordsGoTo` is the host that thinks for the local agent, if another. */
export function engineText(engine: ConversationSnapshot['engine'], wordsGoTo: string | null): string {
  if (engine === 'hosted') return 'AssemblyAI – hosted';
  return wordsGoTo === null
    ? 'Local agent – nothing leaves this computer'
    : `Local agent – what you say goes to ${wordsGoTo} as text`;
}

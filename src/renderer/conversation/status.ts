import { assertNever } from '../../shared/assert-never';
import type { ConversationSnapshot, Offer } from '../../shared/ipc/conversation';
import type { PlainText } from '../../shared/words/catalogue';
import { t, toldText } from '../words.svelte';

/** How the state is drawn: which way the sound goes, or that something is under way. */
export type StatusTone = 'idle' | 'input' | 'output' | 'busy' | 'problem';

/** The text of "Conversation state"; automation depends on these words. */
export function statusText({ status, problem }: ConversationSnapshot): string {
  switch (status) {
    case 'ready':
      return t('Ready');
    case 'connecting':
      return t('Connecting');
    case 'listening':
      return t('Listening');
    case 'muted':
      return t('Muted');
    case 'hearing':
      return t('Hearing you');
    case 'thinking':
      return t('Thinking');
    case 'working':
      return t('Working');
    case 'approval':
      return t('Waiting for approval');
    case 'speaking':
      return t('Speaking');
    case 'reconnecting':
      return t('Reconnecting');
    case 'ending':
      return t('Ending');
    case 'ended':
      return t('Ended');
    case 'problem':
      return t('Problem: {sentence}', {
        sentence: problem ? toldText(problem.sentence) : t('Something went wrong.'),
      });
    default:
      return assertNever(status);
  }
}

/** The line under the state: what to do about a problem, or what else should be known now; empty for nothing. */
export function detailText(snapshot: ConversationSnapshot): string {
  const { status, problem, reconnecting, resting, halfDuplex } = snapshot;
  if (status === 'problem') return problem ? toldText(problem.next) : '';
  if (status === 'reconnecting')
    return reconnecting !== null && reconnecting > 1 ? t('Attempt {number}', { number: reconnecting }) : '';
  if (resting) return t('The conversation is resting, so it costs nothing. Speak, or start, to go on.');
  if (halfDuplex) {
    return t(
      'Interrupting by voice is off, because Parley heard itself. With headphones it works; Escape stops Parley too.',
    );
  }
  return '';
}

/** That the microphone is open for Parley's name; empty while it is not. */
export function wakeWordRemark(listening: boolean): string {
  return listening ? t('Listening for its name, on this computer only.') : '';
}

/** What the person can choose, in their words. */
export const offerTexts: Readonly<Record<Offer, PlainText>> = {
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
  if (engine === 'hosted') return t('AssemblyAI – hosted');
  return wordsGoTo === null
    ? t('Local agent – nothing leaves this computer')
    : t('Local agent – what you say goes to {host} as text', { host: wordsGoTo });
}

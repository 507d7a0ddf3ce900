import { wordsInOrder, wordsOf } from '../../shared/words';

/** Words heard while or just after the agent spoke, and what is known of them. */
export interface HeardOverReply {
  readonly heard: string;
  /** What the agent said in the seconds before, in order. */
  readonly said: string;
  /** The agent is asking something: its own words may be the answer. */
  readonly asks: boolean;
  /** Level in decibels below what this person speaks at, negative when louder; null while their level is unknown. */
  readonly below: number | null;
}

/** Share of the heard words that must be the agent's, in its order. */
const SHARE = 0.8;
/** What is left of an echo lies this far below a person, in decibels. */
const FAINT = 6;
/** Nobody repeats so many words in their order on purpose; as an answer they may repeat a whole choice. */
const LONG = 4;
const LONG_ANSWER = 6;

/** Words that always mean something, even when the agent has just said them. */
const STOP_WORDS = new Set(['stop', 'wait', 'cancel', 'quiet', 'no', 'enough', 'hold', 'on', 'pause']);

/** How a question begins; what answers one begins otherwise. */
const ASKING = /^(?:how|what|which|who|where|when|do|does|did|shall|should|would|can|could|is|are)$/;

/**
 * Whether what was heard is the agent's own voice out of the speakers, by its words and its level. A recognizer
 * hears an echo about right only, so words that are nearly alike count. A word of the answer repeated with others
 * around it is no echo, and neither is a short answer to a question unless it is fainter than the person.
 */
export function isOwnEcho({ heard, said, asks, below }: HeardOverReply): boolean {
  const words = wordsOf(heard);
  if (words.length === 0 || words.every((word) => STOP_WORDS.has(word))) return false;
  if (wordsInOrder(words, wordsOf(said)) < SHARE * words.length) return false;
  if (below !== null && below >= FAINT) return true;
  if (asks && !ASKING.test(words[0]!)) return words.length >= LONG_ANSWER;
  return below === null || words.length >= LONG;
}

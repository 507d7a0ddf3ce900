/**
 * Whether the agent hears itself: without headphones and with echo cancellation that is missing or late, its own voice
 * comes back through the microphone, interrupts it and is answered. Judged by what the client sees alone, the words;
 * of headphones nothing is known. Twice its own words within one talk, or three interruptions in a row in which nobody
 * said anything, and interrupting by voice is switched off for the rest of the talk.
 */
import { wordsInOrder, wordsOf } from '../../shared/words';

/** What was noticed so far in this talk. */
export interface EchoWatch {
  /** Turns of the person that were the agent's own words. */
  readonly echoes: number;
  /** Interruptions without any words since the last turn with words of the person's own. */
  readonly empty: number;
}

/** The final transcript of a turn of the person. */
export interface HeardTurn {
  readonly text: string;
  /** It began while the agent could be heard, or within half a second after. */
  readonly overAgent: boolean;
  /** It cut a reply short. */
  readonly interrupted: boolean;
  /** What the agent had said in the replies of the last seconds, as far as it was heard or is still to be heard. */
  readonly said: string;
}

/** A talk as it begins. */
export const noEcho: EchoWatch = { echoes: 0, empty: 0 };

const ECHOES = 2;
const EMPTY = 3;
/** Fewer words may be repeated by chance. */
const FEWEST_WORDS = 3;
/** The answer to a question may repeat a whole choice of it. */
const FEWEST_WORDS_OF_ANSWER = 6;
/** Share of the heard words that are the agent's in its order: a recognizer hears an echo about right only. */
const SHARE = 0.8;

/** Takes in a turn of the person. */
export function watchEcho(watch: EchoWatch, turn: HeardTurn): EchoWatch {
  if (wordsOf(turn.text).length === 0) {
    return turn.interrupted ? { ...watch, empty: watch.empty + 1 } : watch;
  }
  if (isEcho(turn)) return { ...watch, echoes: watch.echoes + 1 };
  return { ...watch, empty: 0 };
}

/** Whether the agent hears itself, so that it must not be interrupted by voice any more. */
export function hearsItself({ echoes, empty }: EchoWatch): boolean {
  return echoes >= ECHOES || empty >= EMPTY;
}

function isEcho({ text, overAgent, said }: HeardTurn): boolean {
  const words = wordsOf(text);
  const fewest = said.trimEnd().endsWith('?') ? FEWEST_WORDS_OF_ANSWER : FEWEST_WORDS;
  if (!overAgent || words.length < fewest) return false;
  return wordsInOrder(words, wordsOf(said)) >= SHARE * words.length;
}

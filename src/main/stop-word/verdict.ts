import type { Recognized } from '../../shared/ipc/speech-client';
import { holdsStopPhrase, isStopPhrase, STOP_PHRASES } from '../../shared/stop-word';
import { WAYS } from './lone-words';

/** Other things that people say in a word or two, so that the likeliest of the list is not always a stop word. */
const OTHERS: readonly string[] = [
  ...['yes', 'no', 'okay', 'right', 'good', 'got it', 'thank you', 'hello', 'what', 'wait', 'go on'],
  ...['start', 'sure', 'really', 'quite', 'never mind'],
];

/** What the recognizer scores short words against (the speech port's `expect`). */
export const EXPECTED: readonly string[] = [...STOP_PHRASES, ...OTHERS];

/** How well a phrase must fit the sound, and how much worse than free text it may (mean log-probabilities a token). */
const LEAST_SCORE = -0.9;
const MOST_BEHIND = 0.5;
/**
 * What echo cancellation leaves of a word over Parley's voice is often written as something else. Where the likeliest
 * of the list is a stop word in every way, and fits at least like this in the best, it was one. Of 84 said over
 * Parley's voice in the built app 64 are known so instead of 51. Of 180 other short words by the voices it was fitted
 * on none is taken, where those begin at -1.65 ("stuff"); of 120 by other voices 3 are, one of them by this.
 */
const LEAST_AGREED_SCORE = -1.5;

/**
 * Whether words that stand alone are the stop word, by what was heard of them in one way or several. `saying`: what
 * Parley itself says about then; its own words, come back through the loudspeaker, must not stop it.
 */
export function isStopWord(heard: readonly Recognized[], saying: string): boolean {
  if (holdsStopPhrase(saying)) return false;
  return heard.some(isClear) || (heard.length >= WAYS && agree(heard));
}

function isClear({ text, expected }: Recognized): boolean {
  if (isStopPhrase(text)) return true;
  if (!expected || !isStopPhrase(expected.phrase) || expected.score < LEAST_SCORE) return false;
  // Nothing at all is no rival: the recognizer is often silent about a single word.
  return text.trim() === '' || expected.freeScore - expected.score <= MOST_BEHIND;
}

function agree(heard: readonly Recognized[]): boolean {
  const stops = heard.flatMap(({ expected }) =>
    expected && isStopPhrase(expected.phrase) ? [expected.score] : [],
  );
  return stops.length === heard.length && Math.max(...stops) >= LEAST_AGREED_SCORE;
}

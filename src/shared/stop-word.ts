/** The stop word: what makes Parley fall silent when a person says it on its own, recognised on this computer. */
import { wordsOf } from './words';

/** The whole list, as it is given to the recognizer. */
export const STOP_PHRASES: readonly string[] = [
  'stop',
  'stop it',
  'stop, stop',
  'stop talking',
  "that's enough",
  'enough',
  'quiet',
  'be quiet',
  'cancel',
];

const plain = (text: string): string => wordsOf(text).join(' ');
const known: ReadonlySet<string> = new Set(STOP_PHRASES.map(plain));

/** Whether a text is nothing but one of {@link STOP_PHRASES}, however it is written. */
export function isStopPhrase(text: string): boolean {
  return known.has(plain(text));
}

/** Whether one of {@link STOP_PHRASES} stands anywhere in a text. */
export function holdsStopPhrase(text: string): boolean {
  const words = ` ${plain(text)} `;
  return [...known].some((phrase) => words.includes(` ${phrase} `));
}

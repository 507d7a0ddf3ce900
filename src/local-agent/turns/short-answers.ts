import type { Recognized } from '../../shared/ipc/speech-client';

/** Turns shorter than this are also scored against what people say in a word or two (models.md, "Short commands"). */
export const SHORT_TURN_MS = 1_300;

/** What people say in a word or two to an assistant. */
export const SHORT_ANSWERS: readonly string[] = [
  'yes',
  'no',
  'stop',
  'cancel',
  'okay',
  'thank you',
  'never mind',
  'hello',
  'go on',
  'repeat that',
  'the first one',
  'the second one',
];

/** A closed-set score this good is believed when nothing else was heard; 0 is best. */
const BELIEVED = -0.9;

/**
 * The words of a short turn: the free text, unless that is empty and one of the short answers fits well, or fits
 * clearly better than what was heard freely.
 */
export function shortTurnText({ text, expected }: Recognized): string {
  if (!expected || expected.score < BELIEVED) return text;
  if (text.trim() === '' || expected.score >= expected.freeScore) return capitalised(expected.phrase);
  return text;
}

const capitalised = (phrase: string) => `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;

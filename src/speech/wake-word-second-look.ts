/**
 * The second look at what sounded like the wake word: the recognizer's. It does not know the phrase, and writes it
 * differently each time; but it knows how well what it wrote at enrolment fits, and rejects what fits far worse than
 * other words.
 */
import type { WakeWordEnrolment } from '../shared/wake-word';
import type { Transcript } from './part';

/** The recognizer helps only if each recording fits the others' words at least so well. */
const WORST_AT_ENROLMENT = 0.9;
/** What the person may say less clearly than at enrolment. */
const SLACK = 0.7;
const LEAST_MARGIN = 0.9;

/** How much worse the expected words fit than free text does (mean log-probability); infinite when not at all. */
export function misfit({ expected }: Pick<Transcript, 'expected'>): number {
  return expected ? Math.max(0, expected.freeScore - expected.score) : Infinity;
}

/** The margin to be kept with an enrolment, from how badly each recording fits the words of the others. */
export function textMarginOf(misfits: readonly number[]): number | null {
  const worst = Math.max(...misfits);
  return misfits.length > 0 && worst <= WORST_AT_ENROLMENT ? Math.max(LEAST_MARGIN, worst + SLACK) : null;
}

/** Whether it is certainly something else. Where nothing was written there is no certainty. */
export function isSomethingElse(
  heard: Pick<Transcript, 'text' | 'expected'>,
  { textMargin }: Pick<WakeWordEnrolment, 'textMargin'>,
): boolean {
  return textMargin !== null && heard.text !== '' && misfit(heard) > textMargin;
}

import type { SpeechAct } from '../speech-act';
import type { Features } from './features';

/** What each feature counts, and what must be outweighed for each kind of saying before a tool is called. */
export interface Weights {
  readonly features: Readonly<Record<keyof Features, number>>;
  readonly nothing: Readonly<Record<SpeechAct, number>>;
}

/**
 * Fitted by logistic regression on the phrasings of the development set (`npm run bench -- accuracy`): the chance
 * of a tool against all others and against none. Rounded, since more digits mean nothing.
 */
export const WITH_MEANING: Weights = {
  features: {
    meaning: 5.2,
    words: 5.3,
    nouns: 0.7,
    verb: 0.3,
    sameAction: 0.9,
    otherAction: -1.6,
    missing: -1.4,
    certain: 2.3,
    free: -0.3,
    leftover: -2.0,
  },
  nothing: { order: 3.2, question: 3.0, wish: 4.1, fragment: 4.8, statement: 8.0, negated: 8.0 },
};

/** The same without an embedder. */
export const WORDS_ALONE: Weights = {
  features: {
    meaning: 0.0,
    words: 6.3,
    nouns: 1.1,
    verb: 0.5,
    sameAction: 1.2,
    otherAction: -1.4,
    missing: -1.2,
    certain: 2.7,
    free: -0.0,
    leftover: -1.5,
  },
  nothing: { order: 2.2, question: 2.1, wish: 3.5, fragment: 4.0, statement: 7.4, negated: 8.0 },
};

/** How much likelier a tool is meant than nothing: above 0 it is. */
export function scoreOf(features: Features, act: SpeechAct, { features: weights, nothing }: Weights): number {
  const names = Object.keys(weights) as (keyof Features)[];
  return names.reduce((sum, name) => sum + weights[name] * features[name], 0) - nothing[act];
}

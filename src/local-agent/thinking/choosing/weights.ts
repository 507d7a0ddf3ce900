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
    meaning: 5.3,
    words: 5.0,
    nouns: 0.5,
    verb: 0.2,
    sameAction: 1.4,
    otherAction: -1.4,
    missing: -1.3,
    certain: 2.4,
    free: -0.5,
    leftover: -2.0,
  },
  nothing: { order: 2.7, question: 3.2, wish: 3.0, fragment: 4.6, remark: 6.6, statement: 8.4, negated: 12 },
};

/** The same without an embedder. */
export const WORDS_ALONE: Weights = {
  features: {
    meaning: 0,
    words: 6.2,
    nouns: 1.0,
    verb: 0.4,
    sameAction: 1.7,
    otherAction: -1.3,
    missing: -1.2,
    certain: 2.9,
    free: -0.3,
    leftover: -1.4,
  },
  nothing: { order: 1.7, question: 2.5, wish: 2.7, fragment: 3.7, remark: 6, statement: 8, negated: 12 },
};

/** How much likelier a tool is meant than nothing: above 0 it is. */
export function scoreOf(features: Features, act: SpeechAct, { features: weights, nothing }: Weights): number {
  const names = Object.keys(weights) as (keyof Features)[];
  return names.reduce((sum, name) => sum + weights[name] * features[name], 0) - nothing[act];
}

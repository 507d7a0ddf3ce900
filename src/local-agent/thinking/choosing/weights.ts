import type { Weights } from './score';

/**
 * Fitted on the training and the development set by `npm run bench -- accuracy-fit`, which writes this file: change
 * the sets or the fit, not the figures.
 */
export const WITH_MEANING: Weights = {
  features: {
    meaning: 5.27,
    words: 4.59,
    nouns: 0.57,
    verb: 0.1,
    sameAction: 1.24,
    otherAction: -1.58,
    missing: -2.25,
    certain: 2.41,
    free: -1.31,
    leftover: -3.52,
    taken: 0.92,
    recorded: 0.51,
    bare: -1.27,
    found: 2.81,
    answers: 1.17,
    acts: -0.38,
  },
  nothing: {
    order: 2.05,
    question: 3.82,
    wish: -0.61,
    fragment: 4.27,
    remark: 6.48,
    statement: 7.67,
    negated: 12,
  },
};

/** The same without an embedder. */
export const WORDS_ALONE: Weights = {
  features: {
    meaning: 0,
    words: 5.97,
    nouns: 0.94,
    verb: 0.27,
    sameAction: 1.09,
    otherAction: -1.76,
    missing: -1.93,
    certain: 2.87,
    free: -1.24,
    leftover: -3.38,
    taken: 0,
    recorded: 0.89,
    bare: -1.01,
    found: 3.33,
    answers: 1.49,
    acts: -0.22,
  },
  nothing: {
    order: 0.03,
    question: 2.57,
    wish: -1.49,
    fragment: 2.47,
    remark: 5.33,
    statement: 6.45,
    negated: 12,
  },
};

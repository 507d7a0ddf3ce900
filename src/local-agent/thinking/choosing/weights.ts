import type { Weights } from './score';

/**
 * Fitted on the training and the development set by `npm run bench -- accuracy-fit`, which writes this file: change
 * the sets or the fit, not the figures.
 */
export const WITH_MEANING: Weights = {
  features: {
    meaning: 5.22,
    words: 4.73,
    nouns: 0.63,
    verb: 0.06,
    sameAction: 1.21,
    otherAction: -1.65,
    missing: -2.25,
    certain: 2.51,
    free: -1.37,
    leftover: -3.58,
    taken: 0.9,
    recorded: 0.41,
    bare: -1.33,
    answers: 1.2,
  },
  nothing: {
    order: 2.02,
    question: 3.77,
    wish: -0.66,
    fragment: 4.28,
    remark: 6.42,
    statement: 7.64,
    negated: 12,
  },
};

/** The same without an embedder. */
export const WORDS_ALONE: Weights = {
  features: {
    meaning: 0,
    words: 6.16,
    nouns: 0.98,
    verb: 0.21,
    sameAction: 1.03,
    otherAction: -1.81,
    missing: -1.9,
    certain: 2.96,
    free: -1.28,
    leftover: -3.49,
    taken: 0,
    recorded: 0.77,
    bare: -1.05,
    answers: 1.55,
  },
  nothing: {
    order: 0.04,
    question: 2.58,
    wish: -1.54,
    fragment: 2.52,
    remark: 5.31,
    statement: 6.43,
    negated: 12,
  },
};

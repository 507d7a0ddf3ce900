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
    sameAction: 1.25,
    otherAction: -1.62,
    missing: -2.26,
    certain: 2.39,
    free: -1.32,
    leftover: -3.52,
    taken: 0.91,
    recorded: 0.51,
    bare: -1.27,
    found: 2.81,
    answers: 1.24,
  },
  nothing: {
    order: 2.03,
    question: 3.89,
    wish: -0.62,
    fragment: 4.25,
    remark: 6.46,
    statement: 7.66,
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
    sameAction: 1.1,
    otherAction: -1.78,
    missing: -1.94,
    certain: 2.85,
    free: -1.25,
    leftover: -3.38,
    taken: 0,
    recorded: 0.89,
    bare: -1.01,
    found: 3.32,
    answers: 1.53,
  },
  nothing: {
    order: 0.02,
    question: 2.62,
    wish: -1.49,
    fragment: 2.46,
    remark: 5.33,
    statement: 6.44,
    negated: 12,
  },
};

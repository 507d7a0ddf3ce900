import type { AccuracySet } from '../cases';

/** Phrasings that nobody tunes against: only their figures are shown. */
export const heldOut: AccuracySet = { name: 'held-out', groups: [], nothing: [] };

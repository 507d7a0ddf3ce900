import type { AccuracySet } from '../cases';
import { clinic } from './clinic';
import { developer } from './developer';
import { errands } from './errands';
import { files } from './files';
import { home } from './home';
import { music } from './music';
import { nothing } from './nothing';
import { notes } from './notes';
import { office } from './office';
import { restaurant } from './restaurant';
import { timers } from './timers';
import { travel } from './travel';

/** Phrasings that nobody tunes against: only their figures are shown. */
export const heldOut: AccuracySet = {
  name: 'held-out',
  groups: [files, timers, notes, music, home, office, errands, developer, restaurant, clinic, travel],
  nothing,
};

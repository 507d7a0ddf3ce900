import type { AccuracySet } from '../cases';
import { developer } from './developer';
import { errands } from './errands';
import { files } from './files';
import { home } from './home';
import { music } from './music';
import { nothing } from './nothing';
import { notes } from './notes';
import { office } from './office';
import { timers } from './timers';

/** Phrasings that may be looked at while thinking is improved. */
export const development: AccuracySet = {
  name: 'development',
  groups: [files, timers, notes, music, home, office, errands, developer],
  nothing,
};

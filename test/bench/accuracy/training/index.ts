import type { AccuracySet } from '../cases';
import { banking } from './banking';
import { beyond } from './beyond';
import { car } from './car';
import { cooking } from './cooking';
import { deployment } from './deployment';
import { desktop } from './desktop';
import { everyday } from './everyday';
import { fitness } from './fitness';
import { garden } from './garden';
import { learning } from './learning';
import { photos } from './photos';
import { podcasts } from './podcasts';
import { printing } from './printing';
import { security } from './security';
import { spreadsheet } from './spreadsheet';
import { support } from './support';
import { desk, deskIdle } from './more-desk';
import { household, householdIdle } from './more-household';

const domains = [
  banking,
  car,
  cooking,
  deployment,
  desktop,
  everyday,
  fitness,
  garden,
  learning,
  photos,
  podcasts,
  printing,
  security,
  spreadsheet,
  support,
];

/** What the weights of the router are fitted on, together with the development set. */
export const training: AccuracySet = {
  name: 'training',
  groups: [...domains.map(({ group }) => group), ...household, ...desk],
  nothing: [...domains.map(({ idle }) => idle), ...householdIdle, ...deskIdle, ...beyond],
};

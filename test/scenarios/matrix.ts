import type { Scenario, Step } from './scenario';

/** A talk that has begun, its greeting heard. */
const begun: readonly Step[] = [{ do: 'start' }, { expect: 'status', is: 'listening' }];
/** Another turn works as if nothing had been. */
const goesOn: readonly Step[] = [
  { do: 'say', text: 'tell me about zebras' },
  { expect: 'answered' },
  { do: 'end' },
];

/** What a talk must survive. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'when nothing goes wrong',
    steps: [
      ...begun,
      { do: 'say', text: 'what time is it in tokyo' },
      { expect: 'answered' },
      { expect: 'tool-runs', count: 1 },
      { expect: 'sessions', count: 1 },
      ...goesOn,
    ],
  },
];

import type { Scenario } from './scenario';

/** What a talk must not try to survive by itself: the person is told at once. */
export const refusals: readonly Scenario[] = [
  ...['unauthorized', 'forbidden', 'agent_not_found', 'invalid_format'].map((code) => ({
    name: `${code} as the first answer`,
    steps: [
      { do: 'fault', fault: { hold: [`first-error=${code}`] } },
      { do: 'start' },
      { expect: 'status', is: 'problem', withinMs: 2_000 },
    ] as const,
  })),
  ...(['401', '403', '404'] as const).map((status) => ({
    name: `HTTP ${status} to the upgrade`,
    steps: [
      { do: 'fault', fault: { hold: [`refuse-upgrade=${status}`] } },
      { do: 'start' },
      { expect: 'status', is: 'problem', withinMs: 2_000 },
    ] as const,
  })),
];

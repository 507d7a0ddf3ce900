import type { SettingsChange } from '../support/engine';
import type { BedEvent } from '../support/bed-events';
import { isReceived, isSent } from './reading';
import type { Scenario, Step } from './scenario';

/** Whoever has fallen silent has ended: the turns of these talks have no pauses. */
const SOON = 'timing=maxSilence:500';

/** A row of the conflict table: every way in which the local agent can go, and what the person must find. */
export interface ConflictCase extends Omit<Scenario, 'name' | 'settings'> {
  /** What the agent does otherwise: switches of its catalogue, for every connection. */
  readonly faults?: readonly string[];
  /** Only for the first connection. */
  readonly firstFaults?: readonly string[];
  readonly settings?: SettingsChange;
}

/** The scenarios of one row by how the agent goes: `default`, or `switch NAME`. Nobody is greeted unless it is set. */
export function row(
  number: number,
  topic: string,
  cases: Readonly<Record<string, ConflictCase>>,
): readonly Scenario[] {
  return Object.entries(cases).map(([way, { faults, firstFaults, settings, steps, ...rest }]) => ({
    ...rest,
    name: `row ${String(number)}: ${topic} — ${way}`,
    settings: { ...settings, profile: { greeting: '', ...settings?.profile } },
    steps: [
      { do: 'fault', fault: { hold: [SOON, ...(faults ?? [])] } } as const,
      ...(firstFaults ? [{ do: 'fault', fault: { next: firstFaults } } as const] : []),
      ...steps,
    ],
  }));
}

/** The person starts, says something, is heard and answered. */
export const oneTurn: readonly Step[] = [
  { do: 'start' },
  { do: 'say', text: 'good morning to you' },
  { expect: 'answered' },
];
/** The same, and nothing is wrong. */
export const fineTurn: readonly Step[] = [...oneTurn, { expect: 'nothing-told' }];
/** A turn works as if nothing had been. */
export const goesOn: readonly Step[] = [{ do: 'say', text: 'tell me about zebras' }, { expect: 'answered' }];
/** A turn for which a tool runs once, and its result is told. */
export const toolTurn: readonly Step[] = [
  { do: 'start' },
  { do: 'say', text: 'what time is it in tokyo' },
  { expect: 'answered' },
  { expect: 'tool-runs', count: 1 },
  { expect: 'nothing-told' },
];

/** Something of all that happened so far must hold, now or in time. */
export const that = (what: string, holds: (events: readonly BedEvent[]) => boolean): Step => ({
  expect: 'that',
  what,
  holds,
  withinMs: 5_000,
});
/** The service never sent, and the app never sent, a message of that type. */
export const neverReceived = (type: string) =>
  that(`no ${type} comes`, (events) => !events.some(isReceived(type)));
/** The app never sent a message of that type. */
export const neverSent = (type: string) => that(`no ${type} is sent`, (events) => !events.some(isSent(type)));
/** The app sent so many messages of that type. */
export const sentTimes = (type: string, times: number) =>
  that(`${type} is sent ${String(times)} times`, (events) => events.filter(isSent(type)).length === times);

/** Every message of that type to the service. */
export const allSent = (events: readonly BedEvent[], type: string) =>
  events.flatMap((event) => (event.type === 'sent' && event.message.type === type ? [event.message] : []));
/** Every message of that type of the service. */
export const allReceived = (events: readonly BedEvent[], type: string) =>
  events.flatMap((event) =>
    event.type === 'received' && event.message.type === type ? [event.message] : [],
  );
/** What later updates change. */
export const laterUpdates = (events: readonly BedEvent[]) =>
  JSON.stringify(allSent(events, 'session.update').slice(1));

/** Rows of the conflict table on how sessions begin, are refused, are lost and end. */
import type { BedEvent } from '../support/bed-events';
import {
  allReceived,
  fineTurn,
  goesOn,
  laterUpdates,
  neverSent,
  oneTurn,
  row,
  sentTimes,
  that,
} from './conflict-row';
import { isReceived } from './reading';
import type { Fault, Scenario, Step } from './scenario';

const reset: Fault = { network: { kind: 'reset' } };

/** The talk does not come about, and the person reads why. */
const refused = (sentence: string): readonly Step[] => [
  { do: 'start' },
  { expect: 'status', is: 'problem', withinMs: 2_000 },
  { expect: 'told', sentence },
];
const KEY_REFUSED = 'The voice service did not accept the API key.';

/** A voice that the service does not know is replaced, and said so. */
const anotherVoice: readonly Step[] = [
  { do: 'start' },
  {
    expect: 'told',
    sentence: 'The voice service does not offer the chosen voice any more; another one speaks.',
    withinMs: 2_000,
  },
  { expect: 'status', is: 'listening', withinMs: 2_000 },
  ...goesOn,
  { expect: 'sessions', count: 1 },
];

const order = (events: readonly BedEvent[], first: string, second: string) => {
  const [a, b] = [first, second].map((type) => events.findIndex(isReceived(type)));
  return a! >= 0 && b! >= 0 && a! < b!;
};

const sessionIds = (events: readonly BedEvent[]) =>
  allReceived(events, 'session.ready').map(({ session_id }) => session_id);

/** The reply breaks off with its session; the person still gets the answer, once. */
const answeredInSpite: readonly Step[] = [
  { do: 'start' },
  { do: 'say', text: 'what time is it in lima' },
  { expect: 'sessions', count: 2 },
  { expect: 'answered' },
  ...goesOn,
];

/** Words said while there was no network reach the service late and faster than they were said. */
const caughtUp: readonly Step[] = [
  ...oneTurn,
  { do: 'fault', fault: { network: { kind: 'refuse', how: 'reset' } } },
  { do: 'fault', fault: reset },
  { do: 'say', text: 'tell me about the weather in cairo' },
  { do: 'fault', fault: { network: { kind: 'accept' } } },
  { expect: 'answered' },
  ...goesOn,
];

/** Sessions, from the path they are asked for at to their ends. */
export const sessionRows: readonly Scenario[] = [
  row(1, 'path of the socket', {
    default: { path: '/v1/ws', steps: fineTurn },
    'older /v1/voice': { path: '/v1/voice', steps: fineTurn },
  }),
  row(2, 'first answer', {
    default: {
      steps: [
        ...fineTurn,
        that('session.updated is first', (events) => order(events, 'session.updated', 'session.ready')),
      ],
    },
    'switch ready-first': {
      faults: ['ready-first'],
      steps: [
        ...fineTurn,
        that('session.ready is first', (events) => order(events, 'session.ready', 'session.updated')),
      ],
    },
    'switch no-updated': { faults: ['no-updated'], steps: fineTurn },
  }),
  row(4, 'bad first update', {
    default: { settings: { profile: { hostedVoice: 'nobody' } }, steps: anotherVoice },
    'switch survive-first-update': {
      faults: ['survive-first-update'],
      settings: { profile: { hostedVoice: 'nobody' } },
      steps: anotherVoice,
    },
    'switch first-error': {
      firstFaults: ['first-error=invalid_value'],
      steps: anotherVoice,
    },
    'switch first-error, with nothing to mend': {
      faults: ['first-error'],
      steps: refused('The voice service had a fault of its own.'),
    },
  }),
  row(5, 'refused key', {
    default: { key: 'another-key', steps: refused(KEY_REFUSED) },
    'switch unauthorized': { faults: ['unauthorized'], steps: refused(KEY_REFUSED) },
    'switch refuse-upgrade=401': { faults: ['refuse-upgrade=401'], steps: refused(KEY_REFUSED) },
    // Not the key (protocol.md section 9.3): whoever changed it would look in vain.
    'switch refuse-upgrade=403': {
      faults: ['refuse-upgrade=403'],
      steps: refused('The way to the voice service is blocked.'),
    },
  }),
  row(6, 'a lost session asked for again', {
    default: {
      steps: [
        ...oneTurn,
        { do: 'fault', fault: reset },
        { expect: 'sessions', count: 2 },
        ...goesOn,
        sentTimes('session.resume', 1),
        that('it is the same session', (events) => new Set(sessionIds(events)).size === 1),
      ],
    },
    'switch refuse-resume': {
      faults: ['refuse-resume'],
      steps: [
        ...oneTurn,
        { do: 'fault', fault: reset },
        { expect: 'sessions', count: 2 },
        ...goesOn,
        { do: 'fault', fault: reset },
        { expect: 'sessions', count: 3 },
        { do: 'say', text: 'tell me about the bears' },
        { expect: 'answered' },
        // Who has refused once is not asked again in this run.
        sentTimes('session.resume', 1),
        that('all sessions are new', (events) => new Set(sessionIds(events)).size === 3),
      ],
    },
  }),
  row(16, 'context given in another way', {
    default: { steps: [...fineTurn, neverSent('conversation.message')] },
    'switch ignore-context': {
      faults: ['ignore-context', 'refuse-resume'],
      steps: [
        ...oneTurn,
        { do: 'fault', fault: reset },
        { expect: 'sessions', count: 2 },
        that('the fresh session is told what was said', (events) =>
          /good morning to you/i.test(laterUpdates(events)),
        ),
        ...goesOn,
        neverSent('conversation.message'),
      ],
    },
  }),
  row(19, 'length of a session', {
    default: {
      steps: [
        ...fineTurn,
        { expect: 'sessions', count: 1 },
        that('an hour is promised', (events) =>
          allReceived(events, 'session.ready').every(
            ({ expires_at: at }) => typeof at === 'number' && at > Date.now() / 1_000 + 3_000,
          ),
        ),
      ],
    },
    'switch expires-in': {
      firstFaults: ['expires-in=4'],
      steps: [
        ...oneTurn,
        { expect: 'sessions', count: 2 },
        ...goesOn,
        { expect: 'sessions', count: 2 },
        { expect: 'nothing-told' },
        neverSent('session.resume'),
      ],
    },
  }),
  row(32, 'audio faster than real time', {
    default: { steps: [...caughtUp, { expect: 'nothing-told' }] },
    'switch enforce-rate': { faults: ['enforce-rate'], steps: caughtUp },
    'switch audio-rate-violation': {
      faults: ['audio-rate-violation'],
      steps: [
        { do: 'start' },
        { expect: 'told', sentence: 'Some of your words did not reach the voice service.' },
        ...goesOn,
        { expect: 'sessions', count: 1 },
      ],
    },
  }),
  row(33, 'close 1011 in the middle of a reply', {
    default: {
      firstFaults: ['close-mid-reply=1011'],
      steps: [
        ...answeredInSpite,
        that('it was explained', (events) => events.some(isReceived('session.error'))),
      ],
    },
    'switch close-bare': {
      firstFaults: ['close-mid-reply=1011', 'close-bare'],
      steps: [
        ...answeredInSpite,
        that('it was not explained', (events) => !events.some(isReceived('session.error'))),
      ],
    },
  }),
  row(37, 'when the meter starts', {
    default: {
      faults: ['ready-delay=800'],
      steps: [
        { do: 'start' },
        { expect: 'status', is: 'listening' },
        that('it runs before the session is ready', (events) => {
          const ready = events.findIndex(isReceived('session.ready'));
          return events
            .slice(0, ready)
            .some((event) => event.type === 'snapshot' && (event.snapshot.cost?.openSince ?? null) !== null);
        }),
        ...goesOn,
      ],
    },
  }),
].flat();

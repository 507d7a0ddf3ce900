/** Rows of the conflict table on what a session is told of its settings, at first and later. */
import type { BedEvent } from '../support/bed-events';
import {
  allReceived,
  allSent,
  fineTurn,
  goesOn,
  laterUpdates,
  oneTurn,
  row,
  that,
  toolTurn,
} from './conflict-row';
import type { Scenario } from './scenario';

/** What the first update says of the session. */
const firstUpdate = (events: readonly BedEvent[]) =>
  (allSent(events, 'session.update')[0]?.['session'] ?? {}) as {
    readonly greeting?: unknown;
    readonly output?: { readonly voice?: unknown };
    readonly input?: { readonly turn_detection?: { readonly min_silence?: number } };
  };

/** Settings of a session: which are sent, which may change, and which are refused. */
export const settingRows: readonly Scenario[] = [
  row(27, 'voice when none is named', {
    default: {
      steps: [
        ...fineTurn,
        that('the voice is always named', (events) => firstUpdate(events).output?.voice === 'anna'),
      ],
    },
  }),
  row(28, 'silences that end a turn', {
    'default, left unset': {
      steps: [
        ...fineTurn,
        that('none are set', (events) => firstUpdate(events).input?.turn_detection === undefined),
      ],
    },
    'set by a preset': {
      settings: { profile: { turnPreset: 'quick' } },
      steps: [
        ...fineTurn,
        that(
          'they are set',
          (events) => firstUpdate(events).input?.turn_detection?.min_silence !== undefined,
        ),
      ],
    },
  }),
  row(29, 'what cannot change later', {
    default: {
      steps: [
        ...oneTurn,
        {
          do: 'change',
          settings: { volume: 40, profile: { turnPreset: 'patient', keyterms: ['Ljubljana'] } },
        },
        { expect: 'message', type: 'session.updated' },
        ...goesOn,
        { expect: 'nothing-told' },
        that('the format is not sent again', (events) => !laterUpdates(events).includes('format')),
      ],
    },
    'switch session-error=immutable_field': {
      faults: ['session-error=immutable_field'],
      steps: [
        ...oneTurn,
        { expect: 'told', sentence: 'This setting cannot change during a conversation.' },
        ...goesOn,
        { expect: 'sessions', count: 1 },
      ],
    },
  }),
  row(30, 'another voice later', {
    default: {
      steps: [
        ...oneTurn,
        { do: 'change', settings: { profile: { hostedVoice: 'michael' } } },
        { expect: 'told', sentence: 'Changes with the next conversation: the voice.' },
        ...goesOn,
        { expect: 'sessions', count: 1 },
        that('no voice is sent later', (events) => !laterUpdates(events).includes('voice":')),
      ],
    },
    'by another profile': {
      steps: [
        ...oneTurn,
        { do: 'change', settings: { profile: { hostedVoice: 'michael' } }, switched: true },
        { expect: 'sessions', count: 2 },
        ...goesOn,
        { expect: 'nothing-told' },
      ],
    },
    'switch session-error=invalid_value': {
      faults: ['session-error=invalid_value'],
      steps: [
        ...oneTurn,
        { expect: 'told', sentence: 'The voice service does not offer the chosen voice.' },
        ...goesOn,
        { expect: 'sessions', count: 1 },
      ],
    },
  }),
  row(34, 'no greeting', {
    'default, with one': {
      settings: { profile: { greeting: 'Good day.' } },
      steps: [
        { do: 'start' },
        { expect: 'message', type: 'reply.done' },
        { expect: 'status', is: 'listening' },
        that('it is sent', (events) => firstUpdate(events).greeting === 'Good day.'),
        ...goesOn,
      ],
    },
    'left out, never empty or null': {
      steps: [
        ...fineTurn,
        that('none is sent', (events) => !('greeting' in firstUpdate(events))),
        that(
          'one answer was all that was said',
          (events) => allReceived(events, 'reply.started').length === 1,
        ),
      ],
    },
  }),
  row(36, 'what may change in mid-talk', {
    default: {
      steps: [
        ...toolTurn,
        {
          do: 'change',
          settings: { transcriptionMode: 'max_accuracy', profile: { prompt: 'Be brief.', tools: [] } },
        },
        { expect: 'message', type: 'session.updated' },
        ...goesOn,
        { expect: 'nothing-told' },
        { expect: 'sessions', count: 1 },
      ],
    },
  }),
].flat();

/** Rows of the conflict table on what events look like, which of them come, and how tools and replies go. */
import type { BedEvent } from '../support/bed-events';
import { wordsOf } from '../support/words';
import {
  allReceived,
  fineTurn,
  goesOn,
  neverReceived,
  neverSent,
  oneTurn,
  row,
  sentTimes,
  that,
  toolTurn,
  type ConflictCase,
} from './conflict-row';
import { isReceived, isSent } from './reading';
import type { Scenario, Step } from './scenario';

const KEY_REFUSED = 'The voice service did not accept the API key.';

/** Whether every frame of the service had such a timestamp. */
const stamped = (type: string) =>
  that(`timestamps are ${type}`, (events) =>
    events.every((event) => event.type !== 'received' || typeof event.message['timestamp'] === type),
  );

/** The words of the last answer are shown as the service gave them in events of this type. */
const answerIs = (type: string, field: string): Step =>
  that(`the answer is what ${type} told`, (events) => {
    const [last] = allReceived(events, 'reply.started').slice(-1);
    const told = allReceived(events, type).filter(({ reply_id }) => reply_id === last?.['reply_id']);
    const shown = events.findLast((event) => event.type === 'entry' && event.entry.kind === 'agent');
    const text = shown?.type === 'entry' && shown.entry.kind === 'agent' ? shown.entry.text : '';
    const words = wordsOf(told.map((message) => String(message[field])).join(' '));
    return words.length > 0 && words.join(' ') === wordsOf(text).join(' ');
  });

/** A fault that does not end the session is told in its own words, and one that refuses the key in those. */
const errorsOfShape = (shape: string | null): Readonly<Record<string, ConflictCase>> => {
  const faults = shape === null ? [] : [`error-shape=${shape}`];
  const way = shape === null ? 'default' : `switch error-shape=${shape}`;
  const bare = shape === 'bare';
  return {
    [`${way}, in mid-talk`]: {
      faults: ['session-error=audio_rate_violation', ...faults],
      steps: [
        ...oneTurn,
        {
          expect: 'told',
          sentence: bare
            ? 'The voice service reported a problem.'
            : 'Some of your words did not reach the voice service.',
        },
        ...goesOn,
        { expect: 'sessions', count: 1 },
      ],
    },
    [`${way}, that ends it`]: {
      faults: ['session-error=unauthorized', ...faults],
      steps: [
        { do: 'start' },
        { expect: 'status', is: 'problem', withinMs: 3_000 },
        { expect: 'told', sentence: bare ? 'The voice service ended the conversation.' : KEY_REFUSED },
      ],
    },
    [`${way}, as the first answer`]: {
      faults: ['first-error=unauthorized', ...faults],
      steps: [
        { do: 'start' },
        { expect: 'status', is: 'problem', withinMs: 2_000 },
        { expect: 'told', sentence: KEY_REFUSED },
      ],
    },
  };
};

/** "Working" is shown while the tool runs, whatever was said or not said before it. */
const worksVisibly: readonly Step[] = [
  ...toolTurn,
  that('the tool is seen at work', (events) => {
    const called = events.findIndex(isReceived('tool.call'));
    const answered = events.findIndex(isSent('tool.result'));
    return events
      .slice(called, answered)
      .some((event) => event.type === 'snapshot' && event.snapshot.status === 'working');
  }),
  sentTimes('tool.result', 1),
];

/** The person's words can be read while they are being said. */
const wordsAppear = (field: string): readonly Step[] => [
  { do: 'start' },
  { do: 'say', text: 'please tell me about the weather in paris' },
  { expect: 'answered' },
  that(`the words came as ${field}`, (events) => {
    const [partial] = allReceived(events, 'transcript.user.delta');
    return typeof partial?.[field] === 'string';
  }),
  that('they were shown before they were final', (events) =>
    events.some((event) => event.type === 'entry' && event.entry.kind === 'user' && !event.entry.final),
  ),
  { expect: 'nothing-told' },
];

/** The service runs the tool: nothing runs here, nothing is answered, and the person has the answer. */
const servedTurn: readonly Step[] = [
  { do: 'start' },
  { do: 'say', text: 'what time is it in tokyo' },
  { expect: 'answered' },
  { expect: 'tool-runs', count: 0 },
  neverSent('tool.result'),
  { expect: 'nothing-told' },
];

const toolShown = (events: readonly BedEvent[]) =>
  events.some(
    (event) => event.type === 'entry' && event.entry.kind === 'tool' && event.entry.state === 'done',
  );

/** No reply is open when the app asks for one. */
const askedInSilence = that('reply.create waits until no reply is open', (events) => {
  const asked = events.findIndex(isSent('reply.create'));
  const before = events.slice(0, asked);
  return (
    asked >= 0 &&
    before.filter(isReceived('reply.started')).length === before.filter(isReceived('reply.done')).length
  );
});

/** The person types while the agent speaks: it falls silent, and what was typed is answered once. */
const typedOver: readonly Step[] = [
  { do: 'start' },
  { do: 'say', text: 'good morning to you' },
  { expect: 'speaking' },
  { do: 'type', text: 'What time is it in Oslo?' },
  { expect: 'answered' },
  askedInSilence,
  sentTimes('reply.create', 1),
  { expect: 'tool-runs', count: 1 },
  ...goesOn,
  { expect: 'nothing-told' },
];

/** Typed into the greeting. */
const typedOverGreeting: readonly Step[] = [
  { do: 'start' },
  { expect: 'speaking' },
  { do: 'type', text: 'What time is it in Oslo?' },
  { expect: 'answered' },
  askedInSilence,
  sentTimes('reply.create', 1),
  { expect: 'tool-runs', count: 1 },
  ...goesOn,
];
const greeted = { profile: { greeting: 'Good day to you, I am listening, just ask.' } };

/** When the result goes out, against the end of the reply that called. */
const resultGoes = (when: 'before' | 'after') =>
  that(`the result goes out ${when} the reply's end`, (events) => {
    const sent = events.findIndex(isSent('tool.result'));
    const done = events.findIndex(isReceived('reply.done'));
    return sent >= 0 && done >= 0 && (when === 'before' ? sent < done : sent > done);
  });

/** What the service tells, from the shape of a field to whole replies. */
export const eventRows: readonly Scenario[] = [
  row(3, 'time of a tool result', {
    'default, at once': {
      faults: ['timing=callToDone:800'],
      steps: [...toolTurn, resultGoes('before')],
    },
    'after the reply': {
      faults: ['timing=callToDone:800'],
      settings: { toolResults: 'after-reply' },
      steps: [...toolTurn, resultGoes('after')],
    },
  }),
  row(7, 'status of reply.done', {
    default: {
      steps: [
        ...fineTurn,
        that('it is told', (events) =>
          allReceived(events, 'reply.done').every(({ status }) => status === 'completed'),
        ),
      ],
    },
    'switch done-without-status': {
      faults: ['done-without-status'],
      steps: [
        ...fineTurn,
        that('it is not told', (events) =>
          allReceived(events, 'reply.done').every((message) => !('status' in message)),
        ),
        ...goesOn,
      ],
    },
  }),
  ...[null, 'error_code', 'upper-case', 'untyped', 'bare'].map((shape) =>
    row(8, 'shape of errors', errorsOfShape(shape)),
  ),
  row(9, 'timestamp', {
    default: { steps: [...fineTurn, stamped('number')] },
    'switch timestamp=none': { faults: ['timestamp=none'], steps: [...fineTurn, stamped('undefined')] },
    'switch timestamp=iso': { faults: ['timestamp=iso'], steps: [...fineTurn, stamped('string')] },
  }),
  row(10, 'words being heard', {
    default: { steps: wordsAppear('text') },
    'switch user-delta-field': { faults: ['user-delta-field'], steps: wordsAppear('delta') },
  }),
  row(11, 'words of the agent as they come', {
    default: { steps: [...fineTurn, answerIs('transcript.agent.delta', 'delta')] },
    'switch no-agent-deltas': {
      faults: ['no-agent-deltas'],
      steps: [...fineTurn, neverReceived('transcript.agent.delta'), answerIs('transcript.agent', 'text')],
    },
  }),
  row(12, 'final words of the agent', {
    default: { steps: [...fineTurn, answerIs('transcript.agent', 'text')] },
    'switch no-agent-transcript': {
      faults: ['no-agent-transcript'],
      steps: [...fineTurn, neverReceived('transcript.agent'), answerIs('transcript.agent.delta', 'delta')],
    },
  }),
  row(13, 'what is said before a tool', {
    'default, nothing': { toolMs: 500, steps: worksVisibly },
    'switch preamble=silence': { toolMs: 500, faults: ['preamble=silence'], steps: worksVisibly },
    'switch preamble=phrase': { toolMs: 1_500, faults: ['preamble=phrase'], steps: worksVisibly },
  }),
  row(14, 'tools that the service runs', {
    'default, the app runs its own': { steps: [...toolTurn, sentTimes('tool.result', 1)] },
    'switch served-tools': {
      faults: ['served-tools'],
      steps: [...servedTurn, that('the call is shown', toolShown)],
    },
    'switch served-tools and hide-served-calls': {
      faults: ['served-tools', 'hide-served-calls'],
      steps: [...servedTurn, neverReceived('tool.call')],
    },
  }),
  row(15, 'reply.create during a reply', {
    default: { steps: typedOver },
    'default, in the greeting': { settings: greeted, steps: typedOverGreeting },
    'switch replace-reply': { faults: ['replace-reply'], steps: typedOver },
    'switch replace-reply, in the greeting': {
      faults: ['replace-reply'],
      settings: greeted,
      steps: typedOverGreeting,
    },
  }),
  row(17, 'reply.cancel', {
    default: {
      steps: [
        { do: 'start' },
        { do: 'say', text: 'good morning to you' },
        { expect: 'speaking' },
        { do: 'stop-speaking' },
        { expect: 'message', type: 'reply.done' },
        { expect: 'status', is: 'listening', withinMs: 1_000 },
        sentTimes('reply.cancel', 1),
        ...goesOn,
        { expect: 'nothing-told' },
      ],
    },
  }),
  row(18, 'ids of replies that tell a result', {
    default: { steps: [...toolTurn, that('they are ordinary', (events) => !toldById(events))] },
    'switch tool-reply-ids': {
      faults: ['tool-reply-ids'],
      steps: [...toolTurn, that('they name the call', toldById), ...goesOn],
    },
  }),
].flat();

function toldById(events: readonly BedEvent[]): boolean {
  return allReceived(events, 'reply.started').some(({ reply_id }) => String(reply_id).startsWith('fc-'));
}

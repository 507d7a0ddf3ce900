import type { Fault, Scenario, Step } from './scenario';

/** A talk that has begun, its greeting heard. */
const begun: readonly Step[] = [
  { do: 'start' },
  { expect: 'message', type: 'reply.done' },
  { expect: 'status', is: 'listening' },
];
/** The first turn was fine. */
const talking: readonly Step[] = [
  ...begun,
  { do: 'say', text: 'good morning to you' },
  { expect: 'answered' },
];
/** A turn works as if nothing had been. */
const goesOn: readonly Step[] = [{ do: 'say', text: 'tell me about zebras' }, { expect: 'answered' }];

/** The talk begins, and its session is lost in the middle of the greeting. */
const lostInMidGreeting: readonly Step[] = [
  { do: 'start' },
  { expect: 'speaking' },
  { expect: 'sessions', count: 2 },
  { expect: 'status', is: 'listening' },
];
const reset: Fault = { network: { kind: 'reset' } };
const refused: Fault = { hold: ['refuse-resume'] };
/** The network is another: every connection dies, and for a while there is none. */
const networkChange = (lastsMs: number): readonly Step[] => [
  { do: 'fault', fault: { network: { kind: 'refuse', how: 'reset' } } },
  { do: 'fault', fault: reset },
  { do: 'wait', milliseconds: lastsMs },
  { do: 'fault', fault: { network: { kind: 'accept' } } },
];

/** What a talk must survive, with every word in its place. */
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
  // Drops
  {
    name: 'a drop while nobody speaks, the session resumed',
    steps: [...talking, { do: 'fault', fault: reset }, ...goesOn, { expect: 'sessions', count: 2 }],
  },
  {
    name: 'a drop while nobody speaks, the session refused',
    steps: [...talking, { do: 'fault', fault: refused }, { do: 'fault', fault: reset }, ...goesOn],
  },
  {
    name: 'a drop in mid-sentence, the session resumed',
    steps: [
      ...begun,
      { do: 'say', text: 'please tell me about the weather in paris', fault: reset, afterMs: 700 },
      { expect: 'answered' },
      ...goesOn,
    ],
  },
  {
    name: 'a drop in mid-sentence, the session refused',
    steps: [
      ...begun,
      { do: 'fault', fault: refused },
      { do: 'say', text: 'please tell me about the weather in paris', fault: reset, afterMs: 700 },
      { expect: 'answered' },
      ...goesOn,
    ],
  },
  {
    name: 'a drop between the last word and its transcript, the session resumed',
    steps: [
      ...begun,
      { do: 'say', text: 'tell me about the weather in rome' },
      { do: 'fault', fault: reset },
      { expect: 'answered' },
      ...goesOn,
    ],
  },
  {
    name: 'a drop between the last word and its transcript, the session refused',
    steps: [
      ...begun,
      { do: 'fault', fault: refused },
      { do: 'say', text: 'tell me about the weather in rome' },
      { do: 'fault', fault: reset },
      { expect: 'answered' },
      ...goesOn,
    ],
  },
  {
    name: 'a drop without a close frame in mid-reply, the session resumed',
    steps: [{ do: 'fault', fault: { next: ['drop-mid-reply'] } }, ...lostInMidGreeting, ...goesOn],
  },
  {
    name: 'a drop in mid-reply, the session refused',
    steps: [
      ...talking,
      { do: 'fault', fault: refused },
      { do: 'say', text: 'what time is it in lima' },
      { expect: 'speaking' },
      { do: 'fault', fault: reset },
      { expect: 'answered' },
      ...goesOn,
    ],
  },
  {
    name: 'a drop while a tool runs, the session resumed',
    toolMs: 1_200,
    steps: [
      ...begun,
      { do: 'say', text: 'what time is it in oslo' },
      { expect: 'message', type: 'tool.call' },
      { do: 'fault', fault: reset },
      { expect: 'answered' },
      { expect: 'tool-runs', count: 1 },
      ...goesOn,
    ],
  },
  {
    name: 'a drop while a tool runs, the session refused',
    toolMs: 1_200,
    steps: [
      ...begun,
      { do: 'fault', fault: refused },
      { do: 'say', text: 'what time is it in oslo' },
      { expect: 'message', type: 'tool.call' },
      { do: 'fault', fault: reset },
      { expect: 'answered' },
      ...goesOn,
    ],
  },
  {
    name: 'three drops, one after the other',
    steps: [
      ...talking,
      { do: 'say', text: 'tell me about the bears', fault: reset, afterMs: 300 },
      { do: 'wait', milliseconds: 200 },
      { do: 'fault', fault: reset },
      { do: 'wait', milliseconds: 200 },
      { do: 'fault', fault: reset },
      { expect: 'answered' },
      ...goesOn,
    ],
  },
  // The network
  {
    name: 'a network change while nobody speaks',
    steps: [...talking, ...networkChange(1_500), ...goesOn],
  },
  {
    name: 'a sentence said while there is no network',
    steps: [
      ...talking,
      { do: 'fault', fault: { network: { kind: 'refuse', how: 'reset' } } },
      { do: 'fault', fault: reset },
      { do: 'say', text: 'tell me about the weather in cairo' },
      { do: 'wait', milliseconds: 500 },
      { do: 'fault', fault: { network: { kind: 'accept' } } },
      { expect: 'answered' },
      ...goesOn,
    ],
  },
  {
    name: 'a half-open connection',
    steps: [
      ...talking,
      { do: 'fault', fault: { network: { kind: 'half-open' } } },
      { do: 'say', text: 'tell me about the weather in london' },
      { expect: 'answered', withinMs: 25_000 },
      ...goesOn,
    ],
  },
  {
    name: 'a network that stands still for a while',
    steps: [
      ...talking,
      { do: 'say', text: 'tell me about the horses', fault: { network: { kind: 'stall' } }, afterMs: 300 },
      { do: 'wait', milliseconds: 400 },
      { do: 'fault', fault: { network: { kind: 'flow' } } },
      { expect: 'answered' },
      ...goesOn,
    ],
  },
  {
    name: 'a slow and uneven network',
    steps: [
      { do: 'fault', fault: { network: { kind: 'course', course: { delayMs: 150, jitterMs: 150 } } } },
      { do: 'fault', fault: { network: { kind: 'course', course: { bytesPerSecond: 120_000 } } } },
      ...talking,
      { do: 'say', text: 'what time is it in tokyo' },
      { expect: 'answered' },
      { expect: 'tool-runs', count: 1 },
    ],
  },
  {
    name: 'a frame cut in two',
    steps: [
      ...talking,
      { do: 'fault', fault: { network: { kind: 'alter', message: 'reply.started', how: 'cut' } } },
      { do: 'say', text: 'tell me about the lemons' },
      { expect: 'answered' },
      ...goesOn,
    ],
  },
  {
    name: 'messages that break off in the middle',
    steps: [
      ...talking,
      { do: 'fault', fault: { network: { kind: 'alter', message: 'reply.audio', how: 'truncate' } } },
      { do: 'fault', fault: { network: { kind: 'alter', message: 'transcript.agent', how: 'truncate' } } },
      ...goesOn,
    ],
  },
  {
    name: 'messages that come twice',
    steps: [
      ...talking,
      ...['transcript.user', 'reply.started', 'tool.call', 'transcript.agent', 'reply.done'].map(
        (message): Step => ({ do: 'fault', fault: { network: { kind: 'alter', message, how: 'repeat' } } }),
      ),
      { do: 'say', text: 'what time is it in tokyo' },
      { expect: 'answered' },
      { expect: 'tool-runs', count: 1 },
      ...goesOn,
    ],
  },
  // The service
  {
    name: 'a restart of the service',
    steps: [...talking, { do: 'fault', fault: { restart: { downMs: 1_000 } } }, ...goesOn],
  },
  {
    name: 'a restart of the service in mid-sentence',
    steps: [
      ...talking,
      {
        do: 'say',
        text: 'please tell me about the weather in rome',
        fault: { restart: { downMs: 1_000 } },
        afterMs: 600,
      },
      { expect: 'answered' },
      ...goesOn,
    ],
  },
  {
    name: 'a session that expires soon',
    steps: [
      { do: 'fault', fault: { next: ['expires-in=6'] } },
      ...begun,
      { do: 'wait', milliseconds: 5_000 },
      ...goesOn,
      { expect: 'sessions', count: 2 },
    ],
  },
  {
    name: 'an internal error in mid-reply',
    steps: [{ do: 'fault', fault: { next: ['close-mid-reply=1011'] } }, ...lostInMidGreeting, ...goesOn],
  },
  {
    name: 'a close 1011 without a word in mid-reply',
    steps: [
      { do: 'fault', fault: { next: ['close-mid-reply=1011', 'close-bare'] } },
      ...lostInMidGreeting,
      ...goesOn,
    ],
  },
  {
    name: 'a session that is ready late',
    steps: [
      { do: 'fault', fault: { next: ['ready-delay=2500'] } },
      { do: 'start' },
      { do: 'say', text: 'tell me about the weather in oslo' },
      { expect: 'answered' },
      ...goesOn,
    ],
  },
  {
    name: 'a first error that may pass, on the way back',
    steps: [
      ...talking,
      { do: 'fault', fault: { next: ['first-error=internal_error'] } },
      { do: 'fault', fault: { next: ['first-error=internal_error'] } },
      { do: 'fault', fault: reset },
      ...goesOn,
    ],
  },
  // Ends
  {
    name: 'its end while it reconnects',
    steps: [
      ...talking,
      { do: 'fault', fault: { network: { kind: 'refuse', how: 'silent' } } },
      { do: 'fault', fault: reset },
      { expect: 'status', is: 'reconnecting' },
      { do: 'end' },
      { expect: 'status', is: 'ended' },
    ],
  },
  {
    name: 'its end before it is ready',
    steps: [
      { do: 'fault', fault: { next: ['ready-delay=3000'] } },
      { do: 'start' },
      { expect: 'message', type: 'session.updated' },
      { do: 'end' },
      { expect: 'status', is: 'ended' },
    ],
  },
  {
    name: 'its end without a goodbye of the service',
    steps: [
      { do: 'fault', fault: { next: ['no-session-ended'] } },
      ...talking,
      { do: 'end' },
      { expect: 'status', is: 'ended' },
    ],
  },
];

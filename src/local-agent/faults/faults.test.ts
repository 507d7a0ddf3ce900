import { describe, expect, it } from 'vitest';
import { serviceErrors, type ServerMessage } from '../../shared/protocol';
import { emptyMemory, type HistoryItem, type Thought, type ThoughtRequest } from '../thinking/types';
import type { Faults } from './catalogue';
import { parseFaults } from './parse';
import { Switchboard } from './switchboard';
import { faultyThought } from './thoughts';
import { alter, errorActs, freshWire } from './wire';

const error: ServerMessage = { type: 'session.error', code: 'invalid_value', message: 'No.', param: 'x' };

/** What the faults make of messages, one after the other. */
function altered(faults: Faults, ...messages: ServerMessage[]) {
  let memory = freshWire;
  return messages.flatMap((message) => {
    const [next, acts] = alter(faults, memory, message);
    memory = next;
    return acts;
  });
}

describe('the wire', () => {
  it('lets everything through when all is well', () => {
    expect(altered({}, error)).toEqual([{ kind: 'message', message: error }]);
  });
  it.each<[Faults['error-shape'] & string, object]>([
    ['error_code', { type: 'session.error', error_code: 'invalid_value', message: 'No.' }],
    ['upper-case', { ...error, code: 'INVALID_VALUE' }],
    ['untyped', { code: 'invalid_value', message: 'No.' }],
    ['bare', { type: 'error', message: 'No.' }],
  ])('writes errors in the shape %s', (shape, frame) => {
    expect(altered({ 'error-shape': shape }, error)).toEqual([{ kind: 'frame', frame }]);
  });
  it('leaves out the status of a completed reply only', () => {
    const done = (status: 'completed' | 'interrupted') =>
      ({ type: 'reply.done', reply_id: 'r', status }) as const;
    expect(altered({ 'done-without-status': true }, done('completed'), done('interrupted'))).toEqual([
      { kind: 'frame', frame: { type: 'reply.done', reply_id: 'r' } },
      { kind: 'message', message: done('interrupted') },
    ]);
  });
  it('puts partials into the older field', () => {
    const partial = { type: 'transcript.user.delta', item_id: 'm', text: 'what' } as const;
    expect(altered({ 'user-delta-field': true }, partial)).toEqual([
      { kind: 'frame', frame: { type: 'transcript.user.delta', item_id: 'm', delta: 'what' } },
    ]);
  });
  it.each([
    ['no-speech-stopped', { type: 'input.speech.stopped' }],
    ['no-user-transcript', { type: 'transcript.user', text: 'Hello.' }],
  ] as const)('%s leaves it out', (name, message) => {
    expect(altered({ [name]: true }, message)).toEqual([]);
  });
  it.each(Object.values(serviceErrors))(
    'knows the error $code, and closes after it when it is fatal',
    ({ code, fatal }) => {
      const acts = errorActs({}, code);
      expect(acts[0]).toMatchObject({ kind: 'message', message: { type: 'session.error', code } });
      const close = { kind: 'close', code: code === 'internal_error' ? 1011 : 1008 };
      expect(acts.slice(1)).toEqual(fatal ? [close] : []);
      expect(errorActs({}, code, true)).toHaveLength(2);
    },
  );
});

describe('thoughts', () => {
  const called = (name: string): HistoryItem => ({
    role: 'tool',
    call: { name, arguments: {}, result: '{}', outcome: 'done' },
  });
  const request = (history: readonly HistoryItem[], names = ['a', 'b']): ThoughtRequest => ({
    prompt: { kind: 'results', calls: [{ name: 'a', arguments: { x: 1 }, result: '{}', outcome: 'done' }] },
    systemPrompt: '',
    greeting: '',
    tools: names.map((name) => ({ name, description: '', parameters: {} })),
    history,
    memory: emptyMemory,
    now: new Date(0),
  });
  const say: Thought = { kind: 'say', text: 'Done.', memory: emptyMemory };
  const user: HistoryItem = { role: 'user', text: 'Do it.' };

  it('chain until enough calls were made since the person spoke, whatever the agent said between', () => {
    const faults: Faults = { 'chain-calls': 3 };
    const between: HistoryItem = { role: 'agent', text: 'One moment.' };
    expect(
      faultyThought(faults, request([called('a'), user, called('a'), between, called('a')]), say),
    ).toMatchObject({
      kind: 'call',
      calls: [{ name: 'a', arguments: { x: 1 } }],
    });
    expect(faultyThought(faults, request([user, called('a'), called('a'), called('a')]), say)).toBe(say);
  });
  it('call a second tool, or the same again when there is no other', () => {
    const call: Thought = { kind: 'call', calls: [{ name: 'a', arguments: {} }], memory: emptyMemory };
    const names = (tools: string[]) => {
      const thought = faultyThought({ 'parallel-calls': true }, request([], tools), call);
      return thought.kind === 'call' ? thought.calls.map(({ name }) => name) : [];
    };
    expect(names(['a', 'b'])).toEqual(['a', 'b']);
    expect(names(['a'])).toEqual(['a', 'a']);
  });
});

describe('the switchboard', () => {
  it('gives what waits to one connection each, besides what holds for all', () => {
    const board = new Switchboard({ 'no-audio': true });
    board.addNext({ 'refuse-resume': true });
    board.addNext({});
    expect(board.take()).toEqual({ 'no-audio': true, 'refuse-resume': true });
    expect(board.take()).toEqual({ 'no-audio': true });
    board.addNext({ unauthorized: true });
    board.clear();
    expect(board.take()).toEqual({});
  });
  it('is bounded', () => {
    const board = new Switchboard();
    expect(Array.from({ length: 101 }, () => board.addNext({})).filter(Boolean)).toHaveLength(100);
  });
});

it.each([
  ['timing=onset', /must be STEP:MS/],
  ['timing=nonsense:1', /must be STEP:MS/],
  ['expires-in=0', /from 1 to 10800/],
  ['first-error=a b', /must be an error code/],
  ['__proto__', /no fault/],
])('%s is refused', (text, sentence) => {
  expect(parseFaults([text])).toEqual({ kind: 'wrong', sentence: expect.stringMatching(sentence) });
});

import { describe, expect, it } from 'vitest';
import type { BedEvent, BedEventBody, WireMessage } from '../support/bed-events';
import type { ConversationRecord } from '../../src/main/conversation/records';
import type { Strictness } from './checker';
import { heapDriftOf } from './flat-heap';
import { Watch } from './invariants';

const exact: Strictness = { words: 'exact', heapDrift: 5e6 };

/** The invariants that these events break, a millisecond apart from each other unless they say when. */
function broken(
  events: readonly (BedEventBody & { readonly at?: number })[],
  strictness: Strictness = exact,
): readonly string[] {
  const watch = new Watch(strictness);
  let at = 0;
  for (const event of events) {
    at = event.at ?? at + 1;
    watch.take({ ...event, at } as BedEvent);
  }
  watch.finish();
  return [...new Set(watch.violations.map(({ invariant }) => invariant))];
}

const sent = (message: WireMessage, link = 1): BedEventBody => ({ type: 'sent', link, message });
const received = (message: WireMessage, link = 1): BedEventBody => ({ type: 'received', link, message });
const said = (text: string): BedEventBody => ({ type: 'said', text });
const heard = (text: string, id = text): BedEventBody => ({
  type: 'entry',
  entry: { kind: 'user', id, text, final: true, typed: false },
});
const settled: BedEventBody = { type: 'settled' };
const opened = (link = 1): BedEventBody => ({ type: 'link-opened', link });
const closed = (by: 'client' | 'server' | 'fault', link = 1): BedEventBody => ({
  type: 'link-closed',
  link,
  by,
});
const ready = (link = 1, session_id = 'a') => received({ type: 'session.ready', session_id }, link);
const call = received({ type: 'tool.call', call_id: 'c' });
const result = (link = 1) => sent({ type: 'tool.result', call_id: 'c' }, link);
const ran: BedEventBody = { type: 'tool-ran', name: 't', arguments: '{}' };
const start: BedEventBody = { type: 'wish', wish: 'start' };
const end: BedEventBody = { type: 'wish', wish: 'end' };
const update = (session: object, link = 1) => sent({ type: 'session.update', session }, link);
const command = (
  type: 'audio' | 'flush' | 'flush-all',
  reply: string | null = null,
  samples = 240,
): BedEventBody => ({
  type: 'command',
  command: type,
  reply,
  samples,
});
const played = (reply: string, at: number): BedEventBody => ({
  type: 'report',
  report: { type: 'played', reply, samples: 240, level: 0.1, at },
});
const gauges = (values: object): BedEventBody => ({
  type: 'gauges',
  gauges: { uplinkFrames: 0, socketBytes: 0, events: 0, heapBytes: null, ...values },
});

it('lets a good talk pass', () => {
  const talk = [
    ...[start, opened(), update({ greeting: 'Hi.' }), ready()],
    ...[said('what time is it'), sent({ type: 'input.audio', samples: 1_200 }), heard('What time is it?')],
    ...[call, ran, result(), command('audio', 'r'), played('r', 10)],
    ...[
      closed('fault'),
      { type: 'attempt' } as const,
      opened(2),
      sent({ type: 'session.resume', session_id: 'a' }, 2),
      ready(2),
    ],
    ...[settled, said('good morning'), heard('Good', 'x'), heard('morning', 'y'), settled],
    ...[command('flush', 'r'), gauges({ uplinkFrames: 300 })],
    ...[end, sent({ type: 'session.end' }, 2), closed('server', 2)],
  ];
  expect(broken(talk)).toEqual([]);
});

describe('each sentence is heard exactly once', () => {
  const name = ['each sentence is heard exactly once'];
  it.each([
    ['a lost sentence', [said('good morning'), settled]],
    ['a lost sentence at the end', [said('good morning')]],
    ['a lost word', [said('good morning'), heard('morning'), settled]],
    [
      'a doubled sentence',
      [said('good morning'), heard('good morning', 'a'), heard('good morning', 'b'), settled],
    ],
    [
      'a sentence heard later again',
      [said('oslo'), heard('oslo', 'a'), settled, heard('oslo', 'b'), settled],
    ],
  ])('finds %s', (_, events) => expect(broken(events)).toEqual(name));
  it('knows that an entry may be told again', () => {
    expect(
      broken([said('oslo'), heard('oslo', 'a'), heard('oslo', 'a'), settled, heard('oslo', 'a'), settled]),
    ).toEqual([]);
  });
  it('forgives a recognizer single words, but not a sentence lost or doubled', () => {
    const roughly: Strictness = { words: 'roughly', heapDrift: null };
    const wanted = 'what is the weather in paris today';
    const judged = (...texts: string[]) =>
      broken([said(wanted), ...texts.map((text, at) => heard(text, String(at))), settled], roughly);
    expect(judged('What is the feather in Paris, to day?')).toEqual([]);
    expect(judged('in Paris')).toEqual(name);
    expect(judged(wanted, wanted)).toEqual(name);
  });
});

describe('tools', () => {
  it('finds a result sent twice', () => {
    expect(broken([ready(), call, ran, result(), result()])).toEqual(['one result for each call']);
  });
  it('finds a result sent to another session', () => {
    expect(broken([ready(), call, ran, ready(2, 'b'), result(2)])).toEqual(['one result for each call']);
  });
  it('finds a tool that ran twice for one call', () => {
    expect(broken([ready(), call, ran, ran])).toEqual(['no tool runs unasked']);
  });
});

describe('silence', () => {
  it('finds audio that is queued after the flush of its reply', () => {
    const name = ['nothing is heard after a flush'];
    expect(broken([command('audio', 'r'), command('flush', 'r'), command('audio', 'r')])).toEqual(name);
    expect(broken([command('audio', 'r'), command('flush-all'), command('audio', 'r')])).toEqual(name);
    expect(broken([command('flush-all'), command('audio', 'r')])).toEqual([]);
  });
  it('finds what is heard after a flush', () => {
    expect(broken([command('audio', 'r'), command('flush', 'r'), played('r', 500)])).toEqual([
      'nothing is heard after a flush',
    ]);
  });
  it('finds a reply that goes on after its interruption', () => {
    const done = received({ type: 'reply.done', reply_id: 'r', status: 'interrupted' });
    expect(broken([done, played('r', 100)])).toEqual([]);
    expect(broken([done, played('r', 400)])).toEqual(['an interruption silences']);
  });
});

describe('queues', () => {
  const name = ['queues are bounded'];
  it.each([{ uplinkFrames: 400 }, { socketBytes: 400_000 }, { events: 400 }])(
    'finds too much: %o',
    (values) => {
      expect(broken([gauges(values)])).toEqual(name);
    },
  );
  it('finds minutes of speech that wait', () => {
    expect(broken([command('audio', 'r', 24_000 * 60), played('r', 1)])).toEqual(name);
  });
  it('finds an overflow', () => {
    const report = { type: 'overflow', reply: 'r', samples: 1, at: 0 } as const;
    expect(broken([{ type: 'report', report }])).toEqual(name);
  });
});

describe('sockets', () => {
  it('finds a session left without session.end, unless network or service took it', () => {
    const name = ['sessions are ended politely'];
    expect(broken([opened(), ready(), closed('client')])).toEqual(name);
    expect(broken([opened(), closed('client')])).toEqual([]);
    expect(broken([opened(), ready(), closed('fault')])).toEqual([]);
    expect(broken([opened(), ready(), sent({ type: 'session.end' }), closed('client')])).toEqual([]);
  });
  it('finds a socket that is left, or opened after the end', () => {
    const name = ['no socket is left'];
    expect(broken([start, opened()])).toEqual(name);
    expect(broken([start, end, opened(), closed('server')])).toEqual(name);
  });
  it('finds a lost session that nobody seeks, unless the service told an error or the talk is over', () => {
    const name = ['a lost session is sought at once'];
    const later = { ...gauges({}), at: 2_000 };
    const note = (record: object): BedEventBody => ({
      type: 'record',
      record: { at: 0, conversation: 'c', socket: 1, ...record } as ConversationRecord,
    });
    const socketOpened = note({ type: 'socket-opened' });
    const socketClosed = note({ type: 'socket-closed', sessionId: 'a', saidGoodbye: false });
    const lost = [start, socketOpened, socketClosed];
    const attempt: BedEventBody = { type: 'attempt' };
    expect(broken([...lost, later])).toEqual(name);
    expect(broken([...lost, { ...attempt, at: 2_000 }])).toEqual(name);
    expect(broken([...lost, attempt, later])).toEqual([]);
    expect(broken([...lost, end, later])).toEqual([]);
    const error = received({ type: 'session.error', code: 'session_expired' });
    expect(broken([start, socketOpened, error, socketClosed, later])).toEqual([]);
    const left = note({ type: 'socket-opened', socket: 2 });
    expect(broken([start, socketOpened, left, socketClosed, later])).toEqual([]);
  });
  it('finds audio before ready, and audio that is sent too fast', () => {
    const audio = sent({ type: 'input.audio', samples: 1_200 });
    const name = ['audio keeps its pace'];
    expect(broken([audio])).toEqual(name);
    expect(broken([ready(), ...Array.from({ length: 50 }, () => audio)])).toEqual([]);
    const fast = [ready(), ...Array.from({ length: 60 }, () => audio)];
    expect(broken(fast)).toEqual(name);
    expect(broken([{ type: 'fault', name: 'stall' }, ...fast])).toEqual([]);
  });
  it('finds a second greeting in one talk', () => {
    const greet = update({ greeting: 'Hi.' });
    expect(broken([start, greet, update({ greeting: 'Hi.' }, 2)])).toEqual(['one greeting']);
    expect(broken([start, greet, end, start, greet])).toEqual([]);
  });
});

describe('the heap', () => {
  const growing = (perSample: number) =>
    Array.from({ length: 40 }, (_, at) => ({
      ...gauges({ heapBytes: 50e6 + at * perSample + (at % 3) * 1e6 }),
      at: at * 1_000,
    }));
  it('may go up and down, and warm up, but not grow', () => {
    expect(broken(growing(0))).toEqual([]);
    expect(broken([...growing(1e6).slice(0, 6), ...growing(0).slice(6)])).toEqual([]);
    expect(broken(growing(0.5e6))).toEqual(['the heap is flat']);
  });
  it('is not judged by too few sizes', () => {
    expect(
      heapDriftOf([
        { at: 0, bytes: 1 },
        { at: 1, bytes: 9e9 },
      ]),
    ).toBeNull();
  });
});

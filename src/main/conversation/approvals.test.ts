import { describe, expect, test } from 'vitest';
import type { ServerMessage } from '../../shared/protocol';
import type { Settlement } from '../tools/call';
import { Talk } from './talk.fixture';

const call: ServerMessage = {
  type: 'tool.call',
  call_id: 'c1',
  name: 'open_item',
  arguments: { item: 'notes' },
};
const waiting = { id: 'r1', question: 'Shall I open notes?', verbs: ['open'] };
const waits = {
  type: 'tool-finished',
  callId: 'c1',
  answer: {
    ok: true,
    say: waiting.question,
    data: { status: 'waiting_for_approval', say: waiting.question },
    waiting,
  },
} as const;
const KEY = 'call-1-c1';
const approved: Settlement = {
  type: 'approved',
  told: false,
  outcome: {
    result: { ok: true, say: 'notes is open.', data: {} },
    foreign: false,
    action: 'action-1',
  },
};
const settle = (settlement: Settlement) => ({ type: 'approval-settled', key: KEY, settlement }) as const;

/** A talk in which the agent has asked and is silent again. */
function asked(): Talk {
  const talk = Talk.live();
  talk.hear({ type: 'transcript.user', text: 'Open my notes.', item_id: 'i1' });
  talk.hear({ type: 'reply.started', reply_id: 'r0' }, call, {
    type: 'reply.done',
    reply_id: 'r0',
    status: 'completed',
  });
  talk.do(waits);
  talk.hear(
    { type: 'reply.started', reply_id: 'r1' },
    { type: 'reply.done', reply_id: 'r1', status: 'completed' },
  );
  return talk.after(100);
}

const says = (talk: Talk, text: string) =>
  talk.hear(
    { type: 'input.speech.started' },
    { type: 'input.speech.stopped' },
    { type: 'transcript.user', text, item_id: `item-${text}` },
  );

const answers = (talk: Talk) => talk.effects.filter(({ type }) => type === 'answer-approval');

test('the call is answered at once, and the talk waits for the approval', () => {
  const talk = asked();
  expect(talk.sent('tool.result')).toMatchObject([
    { call_id: 'c1', result: expect.stringContaining('waiting_for_approval') },
  ]);
  expect(talk.status).toBe('approval');
  expect(talk.lines().at(-1)).toBe('open_item: waiting Shall I open notes?');
});

describe('what the person says next', () => {
  test('an action word approves', () => {
    expect(answers(says(asked(), 'Open it.'))).toEqual([
      { type: 'answer-approval', id: 'r1', answer: 'approve', since: expect.any(Number), surely: false },
    ]);
  });

  test('with the talk key held it cannot be another program’s', () => {
    const talk = asked().do({ type: 'hold', held: true });
    expect(answers(says(talk, 'Open it.'))).toMatchObject([{ answer: 'approve', surely: true }]);
  });

  test.each([
    ['Yes.', 'deny'],
    ['No.', 'deny'],
    ["Don't open it.", 'deny'],
    ['What time is it?', 'supersede'],
  ])('%s is a no', (text, answer) => {
    expect(answers(says(asked(), text))).toEqual([{ type: 'answer-approval', id: 'r1', answer }]);
  });

  test('the question itself, come back from the loudspeaker, answers nothing', () => {
    expect(answers(says(asked(), 'open notes'))).toEqual([]);
  });

  test('words over the agent approve nothing, and are told not to', () => {
    const talk = asked();
    talk.hear({ type: 'reply.started', reply_id: 'r2' });
    talk.hear({ type: 'reply.audio', reply_id: 'r2', data: Buffer.alloc(4_800).toString('base64') });
    talk.do({ type: 'playback', report: { type: 'audible', reply: 'r2', at: talk.now } });
    says(talk, 'Open it.');
    expect(answers(talk)).toEqual([]);
    expect(talk.state.notice).toMatchObject({ code: 'approval_unclear' });
  });

  test('words that began before the question approve nothing', () => {
    const talk = Talk.live();
    talk.hear({ type: 'transcript.user', text: 'Open my notes.', item_id: 'i1' });
    talk.hear({ type: 'reply.started', reply_id: 'r0' }, call);
    talk.hear({ type: 'input.speech.started' }).after(50);
    talk.do(waits).hear({ type: 'transcript.user', text: 'Open it.', item_id: 'i2' });
    expect(answers(talk)).toEqual([]);
  });

  test('typed words count like spoken ones, and are surely the person’s', () => {
    const talk = asked().do({ type: 'send-text', text: 'open it' });
    expect(answers(talk)).toMatchObject([{ answer: 'approve', surely: true }]);
  });

  test('what can be approved by hand only is not approved by words', () => {
    const talk = Talk.live().hear({ type: 'reply.started', reply_id: 'r0' }, call);
    talk.do({ ...waits, answer: { ...waits.answer, waiting: { ...waiting, verbs: [] } } });
    talk.hear({ type: 'reply.done', reply_id: 'r0', status: 'completed' }).after(100);
    says(talk, 'Go ahead and do it.');
    expect(answers(talk)).toEqual([]);
    expect(talk.state.notice).toMatchObject({ code: 'approval_by_hand' });
  });
});

describe('when it is settled', () => {
  test('the agent is told once nothing is being said, and the record says what was done', () => {
    const talk = asked();
    talk.hear({ type: 'reply.started', reply_id: 'r2' });
    talk.do(settle(approved));
    expect(talk.sent('reply.create')).toEqual([]);
    talk.hear({ type: 'reply.done', reply_id: 'r2', status: 'completed' });
    expect(talk.sent('reply.create')).toMatchObject([{ instructions: 'Say exactly: "notes is open."' }]);
    expect(talk.lines()).toContain('open_item: done notes is open.');
    expect(talk.status).toBe('thinking');
    expect(talk.state.approvals).toEqual([]);
  });

  test('nothing is told twice when the model has had the outcome already', () => {
    const talk = asked().do(settle({ ...approved, told: true }));
    expect(talk.sent('reply.create')).toEqual([]);
  });

  test('a no by click is told; a no that was said, or a new request, is not', () => {
    expect(
      asked()
        .do(settle({ type: 'denied', by: 'click' }))
        .sent('reply.create'),
    ).toHaveLength(1);
    expect(
      asked()
        .do(settle({ type: 'denied', by: 'voice' }))
        .sent('reply.create'),
    ).toEqual([]);
    expect(
      asked()
        .do(settle({ type: 'superseded' }))
        .sent('reply.create'),
    ).toEqual([]);
    expect(
      asked()
        .do(settle({ type: 'expired' }))
        .lines(),
    ).toContain('open_item: refused Nobody approved it in time.');
  });

  test('what is taken back later is marked', () => {
    const talk = asked().do(settle(approved), { type: 'undone', action: 'action-1' });
    expect(talk.state.transcript.find(({ kind }) => kind === 'tool')).toMatchObject({ undone: true });
  });

  test('a talk that ends lets what waits fall', () => {
    const talk = asked().do({ type: 'end', reason: 'person' }).hear({ type: 'session.ended' });
    expect(talk.effects).toContainEqual({ type: 'drop-approvals' });
  });

  test('an interruption does not take the request away', () => {
    const talk = asked();
    talk.hear({ type: 'reply.started', reply_id: 'r2' });
    talk.hear({ type: 'reply.done', reply_id: 'r2', status: 'interrupted' });
    expect(talk.state.approvals).toHaveLength(1);
  });
});

describe('words of others', () => {
  const read = {
    type: 'tool-finished',
    callId: 'c1',
    answer: { ok: true, say: '', data: {}, foreign: true },
  } as const;
  const next: ServerMessage = { type: 'tool.call', call_id: 'c2', name: 'move_item', arguments: {} };
  const taint = (talk: Talk) =>
    talk.effects.flatMap((effect) => (effect.type === 'run-tool' ? [effect.taint] : [])).at(-1);

  test('count for this turn, then for the talk, until the person trusts them', () => {
    const talk = Talk.live().hear({ type: 'reply.started', reply_id: 'r0' }, call);
    expect(taint(talk)).toBe('none');
    talk.do(read).hear(next);
    expect(taint(talk)).toBe('this-turn');
    says(talk, 'And now?').hear({ ...next, call_id: 'c3' });
    expect(taint(talk)).toBe('earlier');
    talk.do({ type: 'trust' }).hear({ ...next, call_id: 'c4', arguments: { again: true } });
    expect(taint(talk)).toBe('none');
  });

  test('come along when a talk goes on with what was said before', () => {
    const talk = Talk.live().hear({ type: 'reply.started', reply_id: 'r0' }, call).do(read);
    const before = talk.state.transcript;
    const later = new Talk().do({
      type: 'start',
      conversation: 'talk-2',
      engine: 'local',
      microphone: true,
      text: null,
      greeting: false,
      options: talk.state.options,
      before,
    });
    later.hear({ type: 'session.ready', session_id: 'sess_2' }, next);
    expect(taint(later)).toBe('earlier');
  });
});

test('a tool that somebody else described makes the gate ask, once, until the person trusts it', () => {
  const talk = Talk.live().do({ type: 'foreign-tools', names: ['mcp_a'] });
  expect(talk.state.taintedIn).not.toBeNull();
  talk.do({ type: 'trust' }, { type: 'foreign-tools', names: ['mcp_a'] });
  expect(talk.state.taintedIn).toBeNull();
  talk.do({ type: 'foreign-tools', names: ['mcp_a', 'mcp_b'] });
  expect(talk.state.taintedIn).not.toBeNull();
});

describe('tools that are found', () => {
  const found = {
    type: 'tool-finished',
    callId: 'c1',
    answer: { ok: true, say: '', data: {}, offers: ['zip_items'] },
  } as const;
  const called = () => Talk.live().hear({ type: 'reply.started', reply_id: 'r0' }, call);

  test('are known to the session before the finder’s result goes out', () => {
    const talk = called().do(found);
    expect(talk.state.found).toEqual(['zip_items']);
    expect(talk.sent('tool.result')).toEqual([]);
    talk.hear({ type: 'session.updated' });
    expect(talk.sent('tool.result')).toHaveLength(1);
  });

  test('a service that does not answer the update holds the result up for a moment only', () => {
    const talk = called().do(found).do({ type: 'timer', name: 'offers' });
    expect(talk.sent('tool.result')).toHaveLength(1);
  });
});

describe('a run that takes its time', () => {
  test('is told once a turn, when nothing is being said', () => {
    const talk = Talk.live();
    talk.hear({ type: 'transcript.user', text: 'Search.', item_id: 'i1' });
    talk.hear({ type: 'reply.started', reply_id: 'r0' }, call);
    talk.do({ type: 'timer', name: 'slow' });
    expect(talk.sent('reply.create')).toEqual([]);
    talk.hear({ type: 'reply.done', reply_id: 'r0', status: 'completed' });
    talk.do({ type: 'timer', name: 'slow' });
    expect(talk.sent('reply.create')).toMatchObject([
      { instructions: 'Say exactly: "Still working on it."' },
    ]);
  });

  test('shows how far it has come', () => {
    const talk = Talk.live().hear({ type: 'reply.started', reply_id: 'r0' }, call);
    talk.do({ type: 'tool-progress', key: KEY, note: '4,000 files' });
    expect(talk.state.transcript.at(-1)).toMatchObject({ kind: 'tool', progress: '4,000 files' });
  });
});

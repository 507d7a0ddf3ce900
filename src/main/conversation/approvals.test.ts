import { describe, expect, test } from 'vitest';
import type { ServerMessage } from '../../shared/protocol';
import { answers, approved, asked, call, says, settle, waiting, waits } from './approvals.fixture';
import { start, Talk } from './talk.fixture';

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

  describe('with two requests that wait', () => {
    const two = (question: string, verbs: readonly string[]) => {
      const talk = asked().hear({ ...call, call_id: 'c2', arguments: { item: 'taxes' } } as ServerMessage);
      const other = { id: 'r2', question, verbs };
      return talk.do({ ...waits, callId: 'c2', answer: { ...waits.answer, waiting: other } }).after(100);
    };

    test.each([
      ['Do it.', 'Shall I open taxes?', ['open']],
      ['Open it.', 'Shall I open taxes?', ['open']],
      ['Go ahead.', 'Shall I send taxes?', []],
    ] as const)('%s fits both and approves neither: %s', (text, question, verbs) => {
      const talk = says(two(question, verbs), text);
      expect(answers(talk)).toEqual([]);
      expect(talk.state.notice).toMatchObject({ code: 'approval_several' });
      expect(talk.state.approvals).toHaveLength(2);
    });

    test('words that fit one approve that one only', () => {
      const talk = says(two('Shall I move taxes?', ['move']), 'Move it.');
      expect(answers(talk)).toMatchObject([
        { id: 'r1', answer: 'supersede' },
        { id: 'r2', answer: 'approve' },
      ]);
    });

    test('a no is a no to both', () => {
      const talk = says(two('Shall I open taxes?', ['open']), 'No.');
      expect(answers(talk)).toMatchObject([
        { id: 'r1', answer: 'deny' },
        { id: 'r2', answer: 'deny' },
      ]);
    });
  });

  describe('and that becomes known only after a reply has begun', () => {
    const late = (text: string) =>
      asked().hear(
        { type: 'input.speech.started' },
        { type: 'transcript.user.delta', text: 'Op', item_id: 'late' },
        { type: 'input.speech.stopped' },
        { type: 'reply.started', reply_id: 'r2' },
        { type: 'transcript.user', text, item_id: 'late' },
      );

    test.each([
      ['Open it.', 'approve'],
      ['No.', 'deny'],
    ])('%s counts: %s', (text, answer) => {
      expect(answers(late(text))).toMatchObject([{ id: 'r1', answer }]);
    });

    test('answers nothing that was asked because of these very words', () => {
      const talk = Talk.live().hear(
        { type: 'input.speech.started' },
        { type: 'transcript.user.delta', text: 'Open', item_id: 'i1' },
        { type: 'reply.started', reply_id: 'r0' },
        call,
      );
      talk.after(50).do(waits).hear({ type: 'transcript.user', text: 'Open my notes.', item_id: 'i1' });
      expect(answers(talk)).toEqual([]);
      expect(talk.state.approvals).toHaveLength(1);
    });

    test('is a turn of its own all the same', () => {
      const talk = asked();
      const { turn } = talk.state;
      const taxes = { ...call, call_id: 'c2' } as ServerMessage;
      talk.hear(
        { type: 'transcript.user.delta', text: 'And', item_id: 'late' },
        { type: 'reply.started', reply_id: 'r2' },
        taxes,
        { type: 'transcript.user', text: 'And again.', item_id: 'late' },
      );
      expect(talk.effects.findLast(({ type }) => type === 'run-tool')).toMatchObject({ turn: turn + 1 });
      expect(talk.state.turn).toBe(turn + 1);
    });
  });

  test('words into which the agent’s voice came approve nothing', () => {
    const talk = asked();
    talk.hear({ type: 'reply.started', reply_id: 'r2' });
    talk.hear({ type: 'reply.audio', reply_id: 'r2', data: Buffer.alloc(4_800).toString('base64') });
    talk.hear({ type: 'input.speech.started' });
    talk.do({ type: 'timer', name: 'resume' });
    talk.do({ type: 'playback', report: { type: 'audible', reply: 'r2', at: talk.now } });
    talk.hear({ type: 'transcript.user', text: 'Open it.', item_id: 'i9' });
    expect(answers(talk)).toEqual([]);
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

  test('so is every later call that has waited for the same request', () => {
    const talk = asked();
    says(talk, 'And my taxes?').hear({ ...call, call_id: 'c2' } as ServerMessage);
    talk.do({ ...waits, callId: 'c2' }, settle(approved));
    expect(talk.lines().filter((line) => line.startsWith('open_item'))).toEqual([
      'open_item: done notes is open.',
      'open_item: done notes is open.',
    ]);
  });

  test.each([
    ['approved', approved, 'notes is open.'],
    ['not answered', { type: 'expired' } as const, 'did not approve'],
  ])('%s: the same call once more in that turn is told so, and does not wait', (_, settlement, told) => {
    const talk = asked().do(settle(settlement));
    talk.hear({ ...call, call_id: 'c2' } as ServerMessage);
    expect(talk.sent('tool.result').at(-1)).toMatchObject({
      call_id: 'c2',
      result: expect.stringContaining(told) as string,
    });
  });

  test('words of others in its outcome taint the talk', () => {
    const foreign = { ...approved, outcome: { ...approved.outcome, foreign: true } };
    expect(asked().do(settle(approved)).state.taintedIn).toBeNull();
    expect(asked().do(settle(foreign)).state.taintedIn).not.toBeNull();
  });

  test('twice, it is told once', () => {
    expect(asked().do(settle(approved), settle(approved)).state.outcomes).toEqual([]);
  });

  test('nothing is told while the person’s own words wait for their answer', () => {
    const talk = says(asked(), 'What time is it?').do(settle(approved));
    expect(talk.sent('reply.create')).toEqual([]);
    expect(talk.state.outcomes).toHaveLength(1);
  });

  test('a long result is told to the service in part', () => {
    const result = { ok: true, say: 'Done.', data: 'x'.repeat(5_000) } as const;
    const talk = asked();
    talk.state = { ...talk.state, engine: 'hosted' };
    talk.do(settle({ ...approved, outcome: { ...approved.outcome, result } }));
    const [told] = talk.sent('reply.create') as readonly { readonly instructions: string }[];
    expect(told?.instructions.length).toBeLessThan(2_500);
  });

  test('what the last talk had approved does not settle a call of the next', () => {
    const talk = asked().do({ type: 'end', reason: 'person' }).hear({ type: 'session.ended' });
    talk.do(start({ conversation: 'talk-2' })).hear({ type: 'session.ready', session_id: 'sess_2' }, call);
    const before = talk.state.transcript;
    talk.do(settle(approved));
    expect(talk.state.transcript).toBe(before);
  });

  test('words that were doubtful are not told of once the request was answered otherwise', () => {
    const doubtful = { type: 'approval-doubtful', id: 'r1' } as const;
    expect(asked().do(doubtful).state.notice).toMatchObject({ code: 'approval_doubtful' });
    expect(asked().do(settle(approved), doubtful).state.notice).toBeNull();
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

import { describe, expect, test } from 'vitest';
import { call, KEY } from './approvals.fixture';
import { Talk } from './talk.fixture';

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

  test('are looked for without a line in the transcript', () => {
    const looking = { ...call, name: 'find_tools' };
    const talk = Talk.live().hear({ type: 'reply.started', reply_id: 'r0' }, looking).do(found);
    expect(talk.state.found).toEqual(['zip_items']);
    expect(talk.state.transcript.filter(({ kind }) => kind === 'tool')).toEqual([]);
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

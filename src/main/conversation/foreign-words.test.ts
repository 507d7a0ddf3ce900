import { describe, expect, test } from 'vitest';
import type { ServerMessage } from '../../shared/protocol';
import { markOf } from './approvals';
import { approved, call, says, settle, waits } from './approvals.fixture';
import { start, Talk } from './talk.fixture';

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

  test('are what a tool brings that the service runs itself', () => {
    const config = { tools: [{ name: 'look_up', http: { url: 'https://api.example.org' } }] } as never;
    const talk = Talk.live().hear({ type: 'session.updated', config });
    talk.hear({ type: 'reply.started', reply_id: 'r0' }, { ...next, call_id: 'c0', name: 'look_up' }, next);
    expect(taint(talk)).toBe('this-turn');
    expect(talk.state.transcript[0]).toMatchObject({ name: 'look_up', foreign: true });
  });

  test('in a question stay in the record when the outcome holds none', () => {
    const foreign = { ...waits, answer: { ...waits.answer, foreign: true } };
    const talk = Talk.live().hear({ type: 'reply.started', reply_id: 'r0' }, call).do(foreign);
    talk.do(settle(approved));
    expect(talk.state.transcript[0]).toMatchObject({ state: 'done', foreign: true });
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

test('a talk that went on from another may repeat its words, whatever its own entries say', () => {
  expect(new Talk().do(start({ taintedBefore: true })).state.taintedIn).not.toBeNull();
  expect(new Talk().do(start()).state.taintedIn).toBeNull();
});

test('a tool that is described anew is another one to the agent', () => {
  const tool = {
    type: 'function',
    name: 'mcp_a',
    description: 'Looks.',
    parameters: { type: 'object', properties: {} },
  } as const;
  expect(markOf(tool)).toBe(markOf({ ...tool }));
  expect(markOf({ ...tool, description: 'Looks, then opens.' })).not.toBe(markOf(tool));
});

test('a tool that somebody else described makes the gate ask, once, until the person trusts it', () => {
  const talk = Talk.live().do({ type: 'foreign-tools', seen: ['mcp_a'] });
  expect(talk.state.taintedIn).not.toBeNull();
  talk.do({ type: 'trust' }, { type: 'foreign-tools', seen: ['mcp_a'] });
  expect(talk.state.taintedIn).toBeNull();
  talk.do({ type: 'foreign-tools', seen: ['mcp_a', 'mcp_b'] });
  expect(talk.state.taintedIn).not.toBeNull();
});

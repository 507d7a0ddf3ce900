import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { MOST_CALLS_IN_TURN, MOST_OWN_IN_MINUTE } from '../permissions/gate/policy';
import { bench, clearBench, flush, handsOf, note, onlyCard } from './hands-bench.fixture';
import { defineTool, type Tool, type ToolFailure } from './tool';
import { toolOf } from './tool.fixture';

beforeEach(() => {
  vi.useFakeTimers();
  clearBench();
});
afterEach(() => void vi.useRealTimers());

describe('what runs unasked', () => {
  test.each(['read', 'own'] as const)('%s', async (toolClass) => {
    const { call } = handsOf(toolOf('do_it', toolClass, note));
    expect(await call('do_it')).toMatchObject({
      type: 'outcome',
      outcome: { result: { say: 'Did notes.' } },
    });
    expect(bench.audit).toMatchObject([
      { tool: 'do_it', allowed: 'class', outcome: 'done', heard: 'open my notes' },
    ]);
  });

  test('its own things ask in the very turn in which words of others came in, and no longer in the next', async () => {
    const { call } = handsOf(toolOf('do_it', 'own', note));
    expect(await call('do_it', 'a', { taint: 'this-turn' })).toMatchObject({ type: 'waiting' });
    expect(onlyCard()).toMatchObject({ remember: [], because: expect.stringContaining('somebody else') });
    expect(await call('do_it', 'b', { taint: 'earlier' })).toMatchObject({ type: 'outcome' });
    expect(bench.ran).toEqual(['b']);
  });

  test('its own things so often in a minute, then no more', async () => {
    const { call } = handsOf(toolOf('do_it', 'own', note));
    for (let at = 0; at < MOST_OWN_IN_MINUTE; at += 1) {
      bench.turn += 1;
      await call('do_it', String(at));
    }
    bench.turn += 1;
    expect(await call('do_it', 'one more')).toMatchObject({ outcome: { result: { ok: false } } });
    bench.now += 60_000;
    expect(await call('do_it', 'later')).toMatchObject({ outcome: { result: { ok: true } } });
  });

  test('one turn causes so many steps, then no more until the person speaks', async () => {
    const { call } = handsOf(toolOf('do_it', 'read', note));
    for (let at = 0; at < MOST_CALLS_IN_TURN; at += 1) await call('do_it', String(at));
    expect(await call('do_it')).toMatchObject({
      outcome: { result: { ok: false, error: 'Too many steps for one request.' } },
    });
    expect(bench.ran).toHaveLength(MOST_CALLS_IN_TURN);
    expect(bench.audit.at(-1)).toMatchObject({ allowed: 'refused', outcome: 'not-run' });
    bench.turn += 1;
    expect(await call('do_it')).toMatchObject({ outcome: { result: { ok: true } } });
  });
});

test('as many calls at the same time as one turn may cause are made, and only the one too many is not', async () => {
  const { call } = handsOf(toolOf('do_it', 'read', note));
  const calls = Array.from({ length: MOST_CALLS_IN_TURN + 1 }, (_, at) => call('do_it', String(at)));
  const answers = await Promise.all(calls);
  expect(bench.ran).toHaveLength(MOST_CALLS_IN_TURN);
  expect(answers.at(-1)).toMatchObject({ outcome: { result: { ok: false } } });
});

test('a tool that the profile leaves out is not there', async () => {
  const { call } = handsOf(toolOf('left_out', 'read', note));
  expect(await call('left_out')).toMatchObject({ outcome: { result: { ok: false } } });
  expect([bench.ran, bench.audit]).toEqual([[], []]);
});

describe('choices that last', () => {
  test('in this conversation: not in the next, not in another scope, not once words of others came in', async () => {
    const { hands, call } = handsOf(
      toolOf('do_it', 'reversible', note),
      toolOf('elsewhere', 'reversible', note, { scope: 'grant-2' }),
    );
    await call('do_it', 'a');
    hands.answer(onlyCard().id, 'conversation', 'click');
    await flush();
    expect(await call('do_it', 'b')).toMatchObject({ type: 'outcome' });
    expect(await call('elsewhere', 'b')).toMatchObject({ type: 'waiting' });
    expect(await call('do_it', 'c', { taint: 'earlier' })).toMatchObject({ type: 'waiting' });
    expect(bench.cards.at(-1)).toMatchObject({
      remember: [],
      because: expect.stringContaining('somebody else'),
    });
    expect(await call('do_it', 'd', { conversation: 'talk-2' })).toMatchObject({ type: 'waiting' });
    expect(bench.ran).toEqual(['a', 'b']);
  });

  test('always is kept for its scope, and falls to a no', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it', 'a');
    hands.answer(onlyCard().id, 'always', 'click');
    await flush();
    expect(bench.kept).toEqual(['do_it@grant-1']);
    bench.stored = { 'do_it@grant-1': 'always' };
    expect(await call('do_it', 'b')).toMatchObject({ type: 'outcome' });
    bench.stored = { 'do_it@grant-1': 'always', do_it: 'deny' };
    expect(await call('do_it', 'c')).toMatchObject({ outcome: { result: { ok: false } } });
    expect(bench.ran).toEqual(['a', 'b']);
  });

  test('a no in one place is a no there, whatever is allowed elsewhere', async () => {
    bench.stored = { do_it: 'always', 'do_it@grant-1': 'deny' };
    const { call } = handsOf(toolOf('do_it', 'reversible', note));
    expect(await call('do_it')).toMatchObject({ outcome: { result: { ok: false } } });
    expect([bench.ran, bench.audit]).toMatchObject([[], [{ allowed: 'refused' }]]);
  });

  test('outward asks each time, whatever is stored and whatever a page sends', async () => {
    bench.stored = { do_it: 'always', 'do_it@grant-1': 'always' };
    const { hands, call } = handsOf(toolOf('do_it', 'outward', note));
    await call('do_it', 'a');
    hands.answer(onlyCard().id, 'always', 'click');
    await flush();
    expect([bench.ran, bench.kept]).toEqual([[], []]);
    hands.answer(onlyCard().id, 'once', 'click');
    await flush();
    expect(await call('do_it', 'b')).toMatchObject({ type: 'waiting' });
  });

  test('a denied tool does not even look', async () => {
    bench.stored = { do_it: 'deny' };
    let looked = false;
    const tool = toolOf('do_it', 'read', note);
    const { call } = handsOf({
      ...tool,
      prepare: (args) => {
        const prepared = tool.prepare(args);
        return prepared.ok
          ? {
              ok: true,
              call: {
                ...prepared.call,
                aim: (...how) => ((looked = true), prepared.call.aim(...how)),
              },
            }
          : prepared;
      },
    });
    await call('do_it');
    expect([looked, bench.ran]).toEqual([false, []]);
  });
});

test('a tool of others’ words that finds nothing to act on may tell such words in its failing', async () => {
  const tool = toolOf('do_it', 'reversible', note, { foreign: true });
  const failing = (why: ToolFailure): Tool => ({
    ...tool,
    prepare: () => ({ ok: true, call: { args: {}, aim: () => Promise.resolve(why) } }),
  });
  const why = { ok: false, error: 'Two fit: a, b.', hint: 'Ask.' } as const;
  expect(await handsOf(failing(why)).call('do_it')).toMatchObject({ outcome: { foreign: true } });
  const own = handsOf(failing({ ...why, foreign: false }));
  expect(await own.call('do_it')).toMatchObject({ outcome: { foreign: false } });
});

test('a result of a tool that brings words of others says so', async () => {
  const { call } = handsOf(toolOf('do_it', 'read', note, { foreign: true }), toolOf('other', 'read', note));
  expect(await call('do_it')).toMatchObject({ outcome: { foreign: true } });
  expect(await call('other')).toMatchObject({ outcome: { foreign: false } });
});

describe('what is done beside words of others', () => {
  test.each([
    ['none', false],
    ['earlier', true],
    ['this-turn', true],
  ] as const)('%s: is told to the tool and kept with the record: %s', async (taint, tainted) => {
    const told: boolean[] = [];
    const tool = defineTool({
      name: 'do_it',
      description: '',
      group: 'general',
      class: 'read',
      parameters: z.object({}),
      run: (_, context) => (told.push(context.tainted), Promise.resolve(note('notes'))),
    });
    await handsOf(tool).call('do_it', 'notes', { taint });
    expect(told).toEqual([tainted]);
    expect(bench.audit).toMatchObject([{ foreign: tainted }]);
  });
});

test('what a tool without a way back leaves for one cannot be taken back', async () => {
  const { call } = handsOf({ ...toolOf('do_it', 'own', note), undo: null });
  expect(await call('do_it')).toMatchObject({ outcome: { action: null } });
  expect(bench.audit.at(-1)).toMatchObject({ outcome: 'done', undo: null });
});

test('calls that touch the same run one after the other, others side by side', async () => {
  const finish = new Map<string, () => void>();
  const slow = toolOf('do_it', 'own', (item) => {
    bench.ran.push(item);
    return new Promise((resolve) => finish.set(item, () => resolve({ ok: true, say: '', data: {} })));
  });
  const { call } = handsOf(slow);
  const calls = [call('do_it', 'a'), call('do_it', 'a/b'), call('do_it', 'c')];
  await flush();
  expect(bench.ran).toEqual(['a', 'c']);
  finish.get('a')!();
  await flush();
  expect(bench.ran).toEqual(['a', 'c', 'a/b']);
  for (const end of finish.values()) end();
  await Promise.all(calls);
});

test('how far a run has come is told in few words', async () => {
  const tool = defineTool({
    name: 'do_it',
    description: '',
    group: 'general',
    class: 'read',
    parameters: z.object({}),
    run: (_, context) => (context.progress('x'.repeat(1_000)), Promise.resolve(note('notes'))),
  });
  await handsOf(tool).call('do_it');
  expect(bench.progress).toEqual(['x'.repeat(200)]);
});

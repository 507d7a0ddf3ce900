import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bench, clearBench, flush, handsIn, handsOf, note, onlyCard } from './hands-bench.fixture';
import type { Tool } from './tool';
import { toolOf } from './tool.fixture';
import { createToolbox } from './toolbox';

beforeEach(() => {
  vi.useFakeTimers();
  clearBench();
});
afterEach(() => void vi.useRealTimers());

const spoken = { since: 1, surely: false };

describe('while it is still looked what a call would touch', () => {
  /** A tool that has looked once the test says so. */
  const slow = (kind: 'own' | 'reversible' | 'read') => {
    const tool = toolOf('do_it', kind, note);
    let looked: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => (looked = resolve));
    const prepare: Tool['prepare'] = (args) => {
      const prepared = tool.prepare(args);
      if (!prepared.ok) return prepared;
      const aim: typeof prepared.call.aim = async (...how) => (await wait, prepared.call.aim(...how));
      return { ok: true, call: { ...prepared.call, aim } };
    };
    return { tool: { ...tool, prepare }, looked: () => looked() };
  };

  test('the person says something else: no card comes up for what they have left', async () => {
    const { tool, looked } = slow('reversible');
    const answer = handsOf(tool).call('do_it');
    bench.turn += 1;
    looked();
    expect(await answer).toMatchObject({ outcome: { result: { ok: false } } });
    expect(bench.cards).toEqual([]);
    expect(bench.audit).toMatchObject([{ allowed: 'superseded', outcome: 'not-run' }]);
  });

  test('what changes nothing is done all the same', async () => {
    const { tool, looked } = slow('read');
    const answer = handsOf(tool).call('do_it');
    bench.turn += 1;
    looked();
    expect(await answer).toMatchObject({ outcome: { result: { ok: true } } });
  });
});

describe('a request that can be answered no more', () => {
  test('has lapsed though no clock rang, as after a sleep', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    bench.now += 30_000;
    hands.answer(onlyCard().id, 'once', 'click');
    await flush();
    expect([bench.ran, bench.cards]).toEqual([[], []]);
    expect(bench.settled).toMatchObject([{ settlement: { type: 'expired' } }]);
  });

  test.each([
    ['classed anew', (tools: Tool[]) => void tools.splice(0, 1, toolOf('do_it', 'outward', note))],
    ['taken away', (tools: Tool[]) => void tools.splice(0, 1)],
    ['forbidden', () => void (bench.stored = { do_it: 'deny' })],
  ])('is about a tool that was %s meanwhile', async (_, change) => {
    const tools = [toolOf('do_it', 'reversible', note)];
    const { hands, call } = handsIn({
      ...createToolbox([]),
      find: (name) => tools.find((tool) => tool.name === name) ?? null,
    });
    await call('do_it');
    change(tools);
    expect(await hands.approveBySpeech(onlyCard().id, { ...spoken, surely: true })).toBe(false);
    await flush();
    expect([bench.ran, bench.cards]).toEqual([[], []]);
    expect(bench.settled).toMatchObject([{ settlement: { type: 'superseded' } }]);
  });
});

describe('a call that asks', () => {
  test('changes nothing until it is approved, then runs once', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    expect(await call('do_it')).toMatchObject({
      type: 'waiting',
      waiting: { question: 'Shall I open notes?', verbs: ['open'] },
    });
    expect(bench.ran).toEqual([]);
    const { id } = onlyCard();
    hands.answer(id, 'once', 'click');
    hands.answer(id, 'once', 'click');
    await flush();
    expect(bench.ran).toEqual(['notes']);
    expect(bench.settled).toMatchObject([
      { settlement: { type: 'approved', outcome: { result: { ok: true } } } },
    ]);
    expect(bench.audit).toMatchObject([
      { allowed: 'approved', by: 'click', outcome: 'done', undo: { item: 'notes' } },
    ]);
    expect(bench.cards).toEqual([]);
  });

  test('with other arguments is another call, and asks again', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it', 'notes');
    hands.answer(onlyCard().id, 'once', 'click');
    await flush();
    expect(await call('do_it', 'passwords')).toMatchObject({ type: 'waiting' });
    expect(bench.ran).toEqual(['notes']);
  });

  test('repeated while it waits is the same request', async () => {
    const { call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    await call('do_it');
    expect(bench.cards).toHaveLength(1);
  });

  test('repeated by the model on hearing the approval gets that run’s outcome, once', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    bench.turn += 1;
    expect(await hands.approveBySpeech(onlyCard().id, spoken)).toBe(true);
    expect(await call('do_it')).toMatchObject({
      type: 'outcome',
      outcome: { result: { say: 'Did notes.' } },
    });
    expect(await call('do_it')).toMatchObject({ type: 'waiting' });
    expect(bench.ran).toEqual(['notes']);
  });

  test('repeated in a later turn, or in the next conversation, asks again', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    hands.answer(onlyCard().id, 'once', 'click');
    await flush();
    expect(await call('do_it', 'notes', { conversation: 'talk-2' })).toMatchObject({ type: 'waiting' });
    hands.answer(onlyCard().id, 'once', 'click');
    await flush();
    bench.turn += 1;
    expect(await call('do_it', 'notes', { conversation: 'talk-2' })).toMatchObject({ type: 'waiting' });
  });

  test('falls when the next conversation begins to do things', async () => {
    const { call } = handsOf(toolOf('do_it', 'reversible', note), toolOf('look', 'read', note));
    await call('do_it');
    await call('look', 'notes', { conversation: 'talk-2' });
    expect(bench.cards).toEqual([]);
    expect(bench.settled).toMatchObject([{ settlement: { type: 'superseded' } }]);
  });

  test('repeated while the approved one runs: the model has its outcome, and is not told again', async () => {
    let finish: () => void = () => undefined;
    const slow = toolOf(
      'do_it',
      'reversible',
      (item) => new Promise((resolve) => (finish = () => resolve(note(item)))),
    );
    const { hands, call } = handsOf(slow);
    await call('do_it');
    hands.answer(onlyCard().id, 'once', 'click');
    await flush();
    const again = call('do_it');
    await flush();
    finish();
    expect(await again).toMatchObject({ outcome: { result: { say: 'Did notes.' } } });
    expect([bench.ran, bench.settled]).toMatchObject([
      ['notes'],
      [{ settlement: { type: 'approved', told: true } }],
    ]);
  });

  test('once approved does not lapse', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    hands.answer(onlyCard().id, 'once', 'click');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(bench.settled).toHaveLength(1);
    expect(bench.audit.map(({ allowed }) => allowed)).not.toContain('expired');
  });

  test('lapses after half a minute: no answer is a no', async () => {
    const { call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(bench.cards).toEqual([]);
    expect(bench.settled).toMatchObject([{ settlement: { type: 'expired' } }]);
    expect(bench.ran).toEqual([]);
    expect(bench.audit).toMatchObject([{ allowed: 'expired', outcome: 'not-run' }]);
  });

  test('denied is not done', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    hands.answer(onlyCard().id, 'deny', 'click');
    await flush();
    expect([bench.ran, bench.settled]).toMatchObject([[], [{ settlement: { type: 'denied', by: 'click' } }]]);
  });

  test.each(['sounding', 'unknown'] as const)(
    'is not approved by words while other sound is %s, unless the talk key was held',
    async (other) => {
      bench.sound = other;
      const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
      await call('do_it');
      expect(await hands.approveBySpeech(onlyCard().id, spoken)).toBe(false);
      await flush();
      expect(bench.ran).toEqual([]);
      expect(await hands.approveBySpeech(onlyCard().id, { ...spoken, surely: true })).toBe(true);
      await flush();
      expect(bench.ran).toEqual(['notes']);
    },
  );

  test('is not approved by words when a clip has sounded since they began, though it is silent now', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    bench.now = 5_000;
    bench.sound = 'sounding';
    await vi.advanceTimersByTimeAsync(1_000);
    bench.sound = 'quiet';
    bench.now = 6_000;
    expect(await hands.approveBySpeech(onlyCard().id, { since: 4_000, surely: false })).toBe(false);
    expect(await hands.approveBySpeech(onlyCard().id, { since: 5_500, surely: false })).toBe(true);
  });

  test('outward is never approved by words', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'outward', note));
    await call('do_it');
    expect(onlyCard()).toMatchObject({ verbs: [], remember: [] });
    expect(await hands.approveBySpeech(onlyCard().id, { ...spoken, surely: true })).toBe(false);
    expect(bench.ran).toEqual([]);
  });

  test('at most five wait at a time', async () => {
    const { call } = handsOf(toolOf('do_it', 'reversible', note));
    for (const item of ['1', '2', '3', '4', '5']) await call('do_it', item);
    expect(await call('do_it', '6')).toMatchObject({ outcome: { result: { ok: false } } });
    expect(bench.cards).toHaveLength(5);
  });

  test('cancelled with its reply stays asked; "stop" ends what was approved', async () => {
    let stopped = false;
    const slow = toolOf('do_it', 'reversible', (_, signal) => {
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => {
          stopped = true;
          resolve({ ok: false, error: 'Stopped.', hint: '' });
        }),
      );
    });
    const { hands, call } = handsOf(slow);
    const interrupted = new AbortController();
    await call('do_it', 'notes', { signal: interrupted.signal });
    interrupted.abort();
    hands.answer(onlyCard().id, 'once', 'click');
    await flush();
    expect(stopped).toBe(false);
    // Should Parley end here, the log tells what was begun.
    expect(bench.audit).toMatchObject([{ outcome: 'begun', allowed: 'approved', by: 'click' }]);
    hands.stopApproved();
    await flush();
    expect(stopped).toBe(true);
    expect(bench.audit).toMatchObject([{ outcome: 'cancelled' }]);
  });
});

describe('words that answer', () => {
  test.each([
    [true, { type: 'denied', by: 'voice' }],
    [false, { type: 'superseded' }],
  ] as const)('a no %s is told apart from something else', async (denied, settlement) => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    hands.supersede(onlyCard().id, denied);
    expect(bench.settled).toEqual([{ key: 'call-1', settlement }]);
    expect(bench.audit).toMatchObject([{ allowed: settlement.type, outcome: 'not-run' }]);
  });

  test('count when they began after the other sound had ended, and not when they began with it', async () => {
    bench.sound = 'sounding';
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    bench.now = 1_000;
    await call('do_it');
    await flush();
    bench.sound = 'quiet';
    expect(await hands.approveBySpeech(onlyCard().id, { since: 1_000, surely: false })).toBe(false);
    expect(await hands.approveBySpeech(onlyCard().id, { since: 1_001, surely: false })).toBe(true);
  });
});

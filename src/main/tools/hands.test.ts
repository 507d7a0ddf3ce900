import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ApprovalCard } from '../../shared/ipc/approvals';
import type { AuditRecord } from '../permissions/audit/audit-record';
import { MOST_CALLS_IN_TURN, MOST_OWN_IN_MINUTE, type Taint } from '../permissions/gate/policy';
import type { HandsAnswer, Settlement } from './call';
import { Hands } from './hands';
import type { Tool, ToolFailure, ToolResult } from './tool';
import { toolOf, worldOf } from './tool.fixture';
import { createToolbox } from './toolbox';

let now: number;
let ran: string[];
let audit: AuditRecord[];
let cards: readonly ApprovalCard[];
let settled: { key: string; settlement: Settlement }[];
let sound: 'quiet' | 'sounding' | 'unknown';
let stored: Record<string, 'ask' | 'always' | 'deny'>;
let kept: string[];
let turn: number;

const note = (item: string): ToolResult => {
  ran.push(item);
  return { ok: true, say: `Did ${item}.`, data: {}, undo: { item } };
};

function handsOf(...tools: readonly Tool[]) {
  let ids = 0;
  const hands = new Hands({
    toolbox: createToolbox(tools),
    context: () => worldOf(),
    now: () => now,
    steadyNow: () => now,
    newId: () => `id-${String(++ids)}`,
    turnNow: () => turn,
    permits: (tool) => tool !== 'left_out',
    storedChoice: (tool, scope) => stored[scope === null ? tool : `${tool}@${scope}`] ?? 'ask',
    keepChoice: (tool, call) => kept.push(`${tool.name}@${String(call.scope?.id)}`),
    // As the log does it: the end of a call replaces its beginning.
    audit: (record) => {
      audit = [...audit.filter(({ id }) => id !== record.id), record];
    },
    otherSound: () => Promise.resolve(sound),
    cardsChanged: (all) => (cards = all),
    settled: (key, settlement) => settled.push({ key, settlement }),
    progress: () => undefined,
    log: () => undefined,
  });
  let keys = 0;
  const call = (
    name: string,
    item = 'notes',
    how: { taint?: Taint; conversation?: string; signal?: AbortSignal } = {},
  ): Promise<HandsAnswer> =>
    hands.call({
      key: `call-${String(++keys)}`,
      name,
      args: { item },
      conversation: how.conversation ?? 'talk-1',
      turn,
      taint: how.taint ?? 'none',
      heard: 'open my notes',
      signal: how.signal ?? new AbortController().signal,
    });
  return { hands, call };
}

beforeEach(() => {
  vi.useFakeTimers();
  [now, ran, audit, cards, settled, sound, stored, kept, turn] = [0, [], [], [], [], 'quiet', {}, [], 1];
});
afterEach(() => void vi.useRealTimers());

const spoken = { since: 1, surely: false };
const flush = () => vi.advanceTimersByTimeAsync(0);
const onlyCard = () => {
  expect(cards).toHaveLength(1);
  return cards[0]!;
};

describe('what runs unasked', () => {
  test.each(['read', 'own'] as const)('%s', async (toolClass) => {
    const { call } = handsOf(toolOf('do_it', toolClass, note));
    expect(await call('do_it')).toMatchObject({
      type: 'outcome',
      outcome: { result: { say: 'Did notes.' } },
    });
    expect(audit).toMatchObject([
      { tool: 'do_it', allowed: 'class', outcome: 'done', heard: 'open my notes' },
    ]);
  });

  test('its own things ask in the very turn in which words of others came in, and no longer in the next', async () => {
    const { call } = handsOf(toolOf('do_it', 'own', note));
    expect(await call('do_it', 'a', { taint: 'this-turn' })).toMatchObject({ type: 'waiting' });
    expect(await call('do_it', 'b', { taint: 'earlier' })).toMatchObject({ type: 'outcome' });
    expect(ran).toEqual(['b']);
  });

  test('its own things so often in a minute, then no more', async () => {
    const { call } = handsOf(toolOf('do_it', 'own', note));
    for (let at = 0; at < MOST_OWN_IN_MINUTE; at += 1) {
      turn += 1;
      await call('do_it', String(at));
    }
    turn += 1;
    expect(await call('do_it', 'one more')).toMatchObject({ outcome: { result: { ok: false } } });
    now += 60_000;
    expect(await call('do_it', 'later')).toMatchObject({ outcome: { result: { ok: true } } });
  });

  test('one turn causes so many steps, then no more until the person speaks', async () => {
    const { call } = handsOf(toolOf('do_it', 'read', note));
    for (let at = 0; at < MOST_CALLS_IN_TURN; at += 1) await call('do_it', String(at));
    expect(await call('do_it')).toMatchObject({
      outcome: { result: { ok: false, error: 'Too many steps for one request.' } },
    });
    expect(ran).toHaveLength(MOST_CALLS_IN_TURN);
    expect(audit.at(-1)).toMatchObject({ allowed: 'refused', outcome: 'not-run' });
    turn += 1;
    expect(await call('do_it')).toMatchObject({ outcome: { result: { ok: true } } });
  });
});

test('a tool that the profile leaves out is not there', async () => {
  const { call } = handsOf(toolOf('left_out', 'read', note));
  expect(await call('left_out')).toMatchObject({ outcome: { result: { ok: false } } });
  expect([ran, audit]).toEqual([[], []]);
});

describe('a call that asks', () => {
  test('changes nothing until it is approved, then runs once', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    expect(await call('do_it')).toMatchObject({
      type: 'waiting',
      waiting: { question: 'Shall I open notes?', verbs: ['open'] },
    });
    expect(ran).toEqual([]);
    const { id } = onlyCard();
    hands.answer(id, 'once', 'click');
    hands.answer(id, 'once', 'click');
    await flush();
    expect(ran).toEqual(['notes']);
    expect(settled).toMatchObject([{ settlement: { type: 'approved', outcome: { result: { ok: true } } } }]);
    expect(audit).toMatchObject([
      { allowed: 'approved', by: 'click', outcome: 'done', undo: { item: 'notes' } },
    ]);
    expect(cards).toEqual([]);
  });

  test('with other arguments is another call, and asks again', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it', 'notes');
    hands.answer(onlyCard().id, 'once', 'click');
    await flush();
    expect(await call('do_it', 'passwords')).toMatchObject({ type: 'waiting' });
    expect(ran).toEqual(['notes']);
  });

  test('repeated while it waits is the same request', async () => {
    const { call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    await call('do_it');
    expect(cards).toHaveLength(1);
  });

  test('repeated by the model on hearing the approval gets that run’s outcome, once', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    turn += 1;
    expect(await hands.approveBySpeech(onlyCard().id, spoken)).toBe(true);
    expect(await call('do_it')).toMatchObject({
      type: 'outcome',
      outcome: { result: { say: 'Did notes.' } },
    });
    expect(await call('do_it')).toMatchObject({ type: 'waiting' });
    expect(ran).toEqual(['notes']);
  });

  test('lapses after half a minute: no answer is a no', async () => {
    const { call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(cards).toEqual([]);
    expect(settled).toMatchObject([{ settlement: { type: 'expired' } }]);
    expect(ran).toEqual([]);
    expect(audit).toMatchObject([{ allowed: 'expired', outcome: 'not-run' }]);
  });

  test('denied is not done', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    hands.answer(onlyCard().id, 'deny', 'click');
    await flush();
    expect([ran, settled]).toMatchObject([[], [{ settlement: { type: 'denied', by: 'click' } }]]);
  });

  test.each(['sounding', 'unknown'] as const)(
    'is not approved by words while other sound is %s, unless the talk key was held',
    async (other) => {
      sound = other;
      const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
      await call('do_it');
      expect(await hands.approveBySpeech(onlyCard().id, spoken)).toBe(false);
      await flush();
      expect(ran).toEqual([]);
      expect(await hands.approveBySpeech(onlyCard().id, { ...spoken, surely: true })).toBe(true);
      await flush();
      expect(ran).toEqual(['notes']);
    },
  );

  test('is not approved by words when a clip has sounded since they began, though it is silent now', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it');
    now = 5_000;
    sound = 'sounding';
    await vi.advanceTimersByTimeAsync(1_000);
    sound = 'quiet';
    now = 6_000;
    expect(await hands.approveBySpeech(onlyCard().id, { since: 4_000, surely: false })).toBe(false);
    expect(await hands.approveBySpeech(onlyCard().id, { since: 5_500, surely: false })).toBe(true);
  });

  test('outward is never approved by words', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'outward', note));
    await call('do_it');
    expect(onlyCard()).toMatchObject({ verbs: [], remember: [] });
    expect(await hands.approveBySpeech(onlyCard().id, { ...spoken, surely: true })).toBe(false);
    expect(ran).toEqual([]);
  });

  test('at most five wait at a time', async () => {
    const { call } = handsOf(toolOf('do_it', 'reversible', note));
    for (const item of ['1', '2', '3', '4', '5']) await call('do_it', item);
    expect(await call('do_it', '6')).toMatchObject({ outcome: { result: { ok: false } } });
    expect(cards).toHaveLength(5);
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
    expect(audit).toMatchObject([{ outcome: 'begun', allowed: 'approved', by: 'click' }]);
    hands.stopApproved();
    await flush();
    expect(stopped).toBe(true);
    expect(audit).toMatchObject([{ outcome: 'cancelled' }]);
  });
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
    expect(cards.at(-1)).toMatchObject({ remember: [], because: expect.stringContaining('somebody else') });
    expect(await call('do_it', 'd', { conversation: 'talk-2' })).toMatchObject({ type: 'waiting' });
    expect(ran).toEqual(['a', 'b']);
  });

  test('always is kept for its scope, and falls to a no', async () => {
    const { hands, call } = handsOf(toolOf('do_it', 'reversible', note));
    await call('do_it', 'a');
    hands.answer(onlyCard().id, 'always', 'click');
    await flush();
    expect(kept).toEqual(['do_it@grant-1']);
    stored = { 'do_it@grant-1': 'always' };
    expect(await call('do_it', 'b')).toMatchObject({ type: 'outcome' });
    stored = { 'do_it@grant-1': 'always', do_it: 'deny' };
    expect(await call('do_it', 'c')).toMatchObject({ outcome: { result: { ok: false } } });
    expect(ran).toEqual(['a', 'b']);
  });

  test('outward asks each time, whatever is stored and whatever a page sends', async () => {
    stored = { do_it: 'always', 'do_it@grant-1': 'always' };
    const { hands, call } = handsOf(toolOf('do_it', 'outward', note));
    await call('do_it', 'a');
    hands.answer(onlyCard().id, 'always', 'click');
    await flush();
    expect([ran, kept]).toEqual([[], []]);
    hands.answer(onlyCard().id, 'once', 'click');
    await flush();
    expect(await call('do_it', 'b')).toMatchObject({ type: 'waiting' });
  });

  test('a denied tool does not even look', async () => {
    stored = { do_it: 'deny' };
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
    expect([looked, ran]).toEqual([false, []]);
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

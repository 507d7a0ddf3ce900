import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tool as listActions } from '../../tools/builtin/list-actions';
import { tool as undoLast } from '../../tools/builtin/undo-last';
import { defineTool, type Tool, type ToolResult } from '../../tools/tool';
import { callTool, worldOf } from '../../tools/tool.fixture';
import type { AuditEntry } from '../audit/audit-lines';
import { createUndoDesk } from './undo-desk';
import { entryOf } from './undo.fixture';

const never = new AbortController().signal;

/** A tool whose undo is what the test says. */
function undoable(
  undo: (data: unknown, signal: AbortSignal) => Promise<ToolResult>,
  name = 'move_item',
): Tool {
  return defineTool({
    name,
    description: 'Moves.',
    group: 'files',
    class: 'own',
    parameters: z.object({}),
    run: () => Promise.resolve({ ok: true, say: 'Moved.', data: null }),
    undo: (data, _, signal) => undo(data, signal),
  });
}

/** A desk over entries, newest first. */
function desk(
  entries: readonly AuditEntry[],
  tools: readonly Tool[] = [undoable(() => Promise.resolve(back))],
  queued: (touches: readonly string[]) => void = () => undefined,
) {
  let known = [...entries];
  const told: string[] = [];
  const made = createUndoDesk({
    audit: {
      recent: () => known,
      markUndone: (id, ended) => {
        known = known.map((entry) => (entry.id === id ? { ...entry, undone: { at: 1, ...ended } } : entry));
      },
    },
    find: (name) => tools.find((tool) => tool.name === name) ?? null,
    conversation: () => 'talk',
    inTurn: (touches, work) => (queued(touches), work()),
    undone: (id) => told.push(id),
    log: () => undefined,
  });
  return { desk: made, told, entries: () => known };
}

const back: ToolResult = { ok: true, say: 'budget is back in Documents.', data: null };
const world = worldOf();

describe('taking back', () => {
  test('the tool that did it gets what it needs, and the record is marked', async () => {
    const given: unknown[] = [];
    const mover = undoable((data) => (given.push(data), Promise.resolve(back)));
    const { desk: here, told, entries } = desk([entryOf({ id: 'one', undo: { from: 'x' } })], [mover]);
    expect(await here.undo('one', world, never)).toMatchObject(back);
    expect(given).toEqual([{ from: 'x' }]);
    expect(told).toEqual(['one']);
    expect(entries()[0]?.undone).toMatchObject({ outcome: 'undone', said: back.ok ? back.say : '' });
    expect(here.state('one')).toEqual({ type: 'undone' });
  });

  test('is done once, however often it is asked for at the same time or later', async () => {
    let runs = 0;
    let finish: (result: ToolResult) => void = () => undefined;
    const slow = undoable(() => ((runs += 1), new Promise((resolve) => (finish = resolve))));
    const { desk: here } = desk([entryOf({ id: 'one' })], [slow]);
    const both = [here.undo('one', world, never), here.undo('latest', world, never)];
    await Promise.resolve();
    finish(back);
    expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, true]);
    expect(runs).toBe(1);
    expect(await here.undo('one', world, never)).toMatchObject({
      ok: false,
      error: 'That was taken back already.',
    });
    expect(runs).toBe(1);
  });

  test('that fails is marked as failed and can be tried again', async () => {
    let works = false;
    const moody = undoable(() =>
      Promise.resolve(works ? back : { ok: false, error: 'The folder is gone.', hint: 'Say so.' }),
    );
    const { desk: here, told, entries } = desk([entryOf({ id: 'one' })], [moody]);
    expect(await here.undo('one', world, never)).toMatchObject({ ok: false, error: 'The folder is gone.' });
    expect(entries()[0]?.undone?.outcome).toBe('failed');
    expect(told).toEqual([]);
    works = true;
    expect(await here.undo('one', world, never)).toMatchObject({ ok: true });
  });

  test('a tool that throws or is gone is a failure in words', async () => {
    const broken = undoable(() => Promise.reject(new Error('/home/ada')));
    const thrown = await desk([entryOf({ id: 'one' })], [broken]).desk.undo('one', world, never);
    expect(thrown.ok).toBe(false);
    expect(JSON.stringify(thrown)).not.toContain('ada');
    const { desk: toolless } = desk([entryOf({ id: 'one' })], []);
    expect(await toolless.undo('one', world, never)).toMatchObject({ ok: false });
    expect(toolless.state('one')).toEqual({ type: 'none' });
  });

  test('ends at once when it is cancelled', async () => {
    const stop = new AbortController();
    const hanging = undoable(() => new Promise(() => undefined));
    const running = desk([entryOf({ id: 'one' })], [hanging]).desk.undo('one', world, stop.signal);
    await Promise.resolve();
    stop.abort();
    expect(await running).toMatchObject({ ok: false, error: 'The call was cancelled.' });
  });

  test.each(['nobody', '', '__proto__'])('no action is called %j', async (id) => {
    expect(await desk([]).desk.undo(id, world, never)).toMatchObject({ ok: false });
  });

  test('what tells words of others stays theirs', async () => {
    const { desk: here } = desk([entryOf({ id: 'one', foreign: true })]);
    expect(await here.undo('one', world, never)).toMatchObject({ ok: true, foreign: true });
  });
});

test('what stands in the way is told in words that may be somebody else’s', async () => {
  const later = entryOf({ id: 'later', touches: ['/a'], foreign: true });
  const { desk: here } = desk([later, entryOf({ id: 'earlier', touches: ['/a'] })]);
  expect(await here.undo('earlier', world, never)).toMatchObject({ ok: false, foreign: true });
});

test('what failed or was cut short is not taken back, whatever it left for that', async () => {
  for (const outcome of ['failed', 'cancelled', 'begun', 'not-run'] as const) {
    const { desk: here } = desk([entryOf({ id: 'one', outcome })]);
    expect([outcome, here.state('one').type]).toEqual([outcome, 'none']);
    expect(await here.undo('one', world, never)).toMatchObject({ ok: false });
  }
});

test('goes one after the other with what touches the same', async () => {
  const touched: (readonly string[])[] = [];
  const { desk: here } = desk([entryOf({ id: 'one', touches: ['/a'] })], undefined, (touches) =>
    touched.push(touches),
  );
  await here.undo('one', world, never);
  expect(touched).toEqual([['/a']]);
});

describe('the order', () => {
  const earlier = entryOf({ id: 'earlier', touches: ['/docs/a.txt'] });

  test.each([
    ['the same file', { touches: ['/docs/a.txt'] }, 'blocked'],
    ['the folder around it', { touches: ['/docs'] }, 'blocked'],
    ['something of it', { touches: ['/docs/a.txt/x'] }, 'blocked'],
    ['a file whose name begins alike', { touches: ['/docs/a.txt.bak'] }, 'possible'],
    ['nothing', {}, 'possible'],
    ['the same, cut short', { touches: ['/docs/a.txt'], outcome: 'cancelled' as const }, 'blocked'],
    ['the same, but was not run', { touches: ['/docs/a.txt'], outcome: 'not-run' as const }, 'possible'],
    ['the same, reading only', { touches: ['/docs/a.txt'], class: 'read' as const }, 'possible'],
    ['the same, with nothing to take back', { touches: ['/docs/a.txt'], undo: null }, 'blocked'],
  ])('after a later call that touched %s', (_, parts, expected) => {
    const { desk: here } = desk([entryOf({ id: 'later', said: 'a.txt is new.', ...parts }), earlier]);
    expect(here.state('earlier').type).toBe(expected);
  });

  test('says what has to be taken back first, and goes on once it is', async () => {
    const later = entryOf({ id: 'later', touches: ['/docs/a.txt'], said: 'a.txt has a new line.' });
    const { desk: here } = desk([later, earlier]);
    expect(await here.undo('earlier', world, never)).toMatchObject({
      ok: false,
      error: expect.stringContaining('a.txt has a new line.') as string,
    });
    expect((await here.undo('later', world, never)).ok).toBe(true);
    expect((await here.undo('earlier', world, never)).ok).toBe(true);
  });
});

describe('"undo that"', () => {
  const said = (id: string, parts: Partial<AuditEntry> = {}) => entryOf({ id, said: `Did ${id}.`, ...parts });
  const say = (here: ReturnType<typeof desk>) =>
    callTool([undoLast], 'undo_last', {}, worldOf({ undo: here.desk }));

  test('takes back the newest action of this talk, then the one before', async () => {
    const here = desk([
      said('other-talk', { conversation: 'another' }),
      said('looked', { class: 'read', undo: null }),
      said('newest'),
      said('before'),
    ]);
    expect(await say(here)).toMatchObject({ ok: true, data: { taken_back: 'Did newest.' } });
    expect(await say(here)).toMatchObject({ ok: true, data: { taken_back: 'Did before.' } });
    expect(await say(here)).toMatchObject({ ok: false });
    expect(here.told).toEqual(['newest', 'before']);
  });

  test('takes back what was the last when it was asked for, not what came meanwhile', async () => {
    const here = desk([said('meant')]);
    const prepared = undoLast.prepare({});
    const aimed = prepared.ok ? await prepared.call.aim(worldOf({ undo: here.desk }), never) : null;
    if (!aimed?.ok) throw new Error('no aim');
    expect(aimed.call.card?.effect).toContain('Did meant.');
    await here.desk.undo('meant', world, never);
    expect(await aimed.call.run(worldOf({ undo: here.desk }), never)).toMatchObject({ ok: false });
  });

  test('says what stands in the way instead of taking back something else', async () => {
    const here = desk([
      said('later', { touches: ['/a'], undo: null }),
      said('meant', { touches: ['/a'] }),
      said('older'),
    ]);
    expect(await say(here)).toMatchObject({
      ok: false,
      error: expect.stringContaining('Did later.') as string,
    });
    expect(here.told).toEqual([]);
  });
});

describe('"what did you do?"', () => {
  const ask = (here: ReturnType<typeof desk>, args = {}) =>
    callTool([listActions], 'list_actions', args, worldOf({ undo: here.desk }));

  test('lists actions, newest first, without what only looked', async () => {
    const here = desk([
      entryOf({ id: 'look', class: 'read', tool: 'list_files' }),
      entryOf({ id: 'two', said: 'Two.' }),
      entryOf({ id: 'one', said: 'One.', outcome: 'not-run', undo: null }),
    ]);
    expect(await ask(here)).toMatchObject({
      ok: true,
      say: 'The last thing was: Two.',
      data: [
        { at: '21 Nov 2026, 12:00', what: 'Two.', outcome: 'done', can_be_undone: true },
        { what: 'One.', outcome: 'not-run', can_be_undone: false },
      ],
      foreign: false,
    });
    expect(await ask(here, { count: 1 })).toMatchObject({ data: [{ what: 'Two.' }] });
  });

  test('words of others stay theirs', async () => {
    expect(await ask(desk([entryOf({ id: 'one', foreign: true })]))).toMatchObject({ foreign: true });
  });

  test('says when there is nothing', async () => {
    expect(await ask(desk([]))).toMatchObject({ ok: true, say: 'I have not done anything yet.' });
  });
});

import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '../../../shared/problem';
import { recordOf } from '../undo/undo.fixture';
import { encodeLine, readLines } from './audit-lines';
import { AuditLog } from './audit-log';
import type { AuditRecord } from './audit-record';
import { everything } from './audit-search';

const NOON = Date.parse('2026-11-21T12:00:00Z');
const DAY = 24 * 60 * 60 * 1_000;

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'audit-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A log on the folder, with a clock and settings that the test moves. */
function open(at = NOON) {
  const world = {
    now: at,
    keepHistory: true,
    keepHistoryDays: null as number | null,
    changes: 0,
    problems: [] as Problem[],
    lines: [] as string[],
  };
  const log = new AuditLog({
    folder: join(home, 'audit'),
    now: () => world.now,
    settings: () => world,
    onProblem: (problem) => world.problems.push(problem),
    onChange: () => (world.changes += 1),
    log: (line) => world.lines.push(line),
  });
  return { log, world };
}

const file = (month = '2026-11') => join(home, 'audit', `${month}.jsonl`);
const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

function record(id: string, parts: Partial<AuditRecord> = {}): AuditRecord {
  return recordOf({ id, at: NOON, ...parts });
}

describe('what is kept', () => {
  test('a record and its undo survive a restart', async () => {
    const { log } = open();
    log.note(record('one', { touches: ['/home/ada/budget.txt'], foreign: true }));
    log.note(record('two'));
    log.markUndone('one', { outcome: 'undone', said: 'It is back.' });
    await log.close();
    const again = open().log.recent();
    expect(again).toEqual([
      { ...record('two'), undone: null },
      {
        ...record('one', { touches: ['/home/ada/budget.txt'], foreign: true }),
        undone: { at: NOON, outcome: 'undone', said: 'It is back.' },
      },
    ]);
  });

  test('a call is one record from its beginning to its end; without an end it stays begun', async () => {
    const { log } = open();
    log.note(record('one', { outcome: 'begun', said: '', undo: null }));
    log.note(record('cut off', { outcome: 'begun', said: '', undo: null }));
    log.note(record('one'));
    await log.close();
    for (const entries of [log.recent(), open().log.recent()]) {
      expect(entries.map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual(['cut off: begun', 'one: done']);
      expect(entries[1]?.undo).toEqual(record('one').undo);
    }
  });

  test('a call that ended in the next month is found by its end only', async () => {
    const { log, world } = open();
    log.note(record('one', { outcome: 'begun' }));
    await log.close();
    world.now = NOON + 10 * DAY;
    log.note(record('one', { at: world.now }));
    // So many that memory knows neither any more.
    for (let other = 0; other < 500; other++) log.note(record(`other ${other}`, { outcome: 'failed' }));
    await log.close();
    const later = open(world.now).log;
    const found = (outcome: AuditRecord['outcome']) => later.search({ ...everything, outcome }, 10);
    expect(ids((await found('begun')).entries)).toEqual([]);
    expect(ids((await found('done')).entries)).toEqual(['one']);
  });

  test('only this person can read it', async () => {
    const { log } = open();
    log.note(record('one'));
    await log.close();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'audit')).mode & 0o777).toBe(0o700);
  });

  test('who wants no history has no words kept here either', async () => {
    const { log, world } = open();
    world.keepHistory = false;
    log.note(record('one', { heard: 'my secret plan' }));
    await log.close();
    expect(readFileSync(file(), 'utf8')).not.toContain('secret');
    expect(log.recent()[0]).toMatchObject({ heard: '', tool: 'move_item' });
  });

  test('giant arguments and texts are cut and say so; an undo that is too large is none', async () => {
    const { log, world } = open();
    const text = 'x'.repeat(2_000_000);
    log.note(record('one', { heard: text, said: text, arguments: { name: 'a', text }, undo: { text } }));
    await log.close();
    expect(statSync(file()).size).toBeLessThan(20_000);
    expect(log.recent()[0]).toMatchObject({ undo: null, arguments: { name: 'a' } });
    expect(JSON.stringify(log.recent()[0]?.arguments)).toContain('2000000 characters');
    expect(world.lines).toEqual(['undo of move_item is too large']);
  });

  test('what can be undone from last month is at hand this month', async () => {
    const { log } = open(Date.parse('2026-10-30T12:00:00Z'));
    log.note(record('old', { at: Date.parse('2026-10-30T12:00:00Z') }));
    await log.close();
    const next = open(Date.parse('2026-11-02T12:00:00Z'));
    next.log.note(record('new', { at: Date.parse('2026-11-02T12:00:00Z') }));
    next.log.markUndone('old', { outcome: 'undone', said: 'Back.' });
    await next.log.close();
    expect(readdirSync(join(home, 'audit')).sort()).toEqual(['2026-10.jsonl', '2026-11.jsonl']);
    const { log: later } = open(Date.parse('2026-11-03T12:00:00Z'));
    expect(later.recent().map(({ id, undone }) => [id, undone?.outcome])).toEqual([
      ['new', undefined],
      ['old', 'undone'],
    ]);
  });

  test('no more than the newest 500 are held in memory', async () => {
    const { log } = open();
    for (let number = 0; number < 600; number++) log.note(record(`id-${number}`));
    expect(log.recent()).toHaveLength(500);
    expect(log.recent()[0]?.id).toBe('id-599');
    await log.close();
  });
});

describe('a kill at any byte', () => {
  test('costs at most the line that was being written, and later lines stand', async () => {
    const whole = ['one', 'two', 'three'].map((id) => encodeLine({ type: 'action', ...record(id) })).join('');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (bytes) => {
        await rm(join(home, 'audit'), { recursive: true, force: true });
        mkdirSync(join(home, 'audit'));
        writeFileSync(file(), whole.slice(0, bytes));
        const { log } = open();
        log.note(record('after'));
        await log.close();
        const { records, unreadable } = readLines(readFileSync(file(), 'utf8'));
        const complete = whole
          .slice(0, bytes)
          .split('\n')
          .filter((line) => readLines(line).records.length > 0);
        expect(ids(records)).toEqual([...['one', 'two', 'three'].slice(0, complete.length), 'after']);
        expect(unreadable).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  test('junk in the file is counted and passed over', async () => {
    const { log } = open();
    log.note(record('one'));
    await log.close();
    appendFileSync(file(), '{"type":"action"}\nnonsense\n[]\n\0\0\n');
    const found = await open().log.search(everything, 10);
    expect(ids(found.entries)).toEqual(['one']);
    expect(found.unreadable).toBe(4);
    expect(ids(open().log.recent())).toEqual(['one']);
  });
});

describe('searching', () => {
  async function filled() {
    const { log, world } = open(NOON - 60 * DAY);
    for (const [days, id] of [
      [60, 'sep'],
      [30, 'oct'],
      [0, 'nov'],
    ] as const) {
      world.now = NOON - days * DAY;
      log.note(record(id, { at: world.now, said: `Moved the ${id} report.` }));
    }
    world.now = NOON;
    log.note(
      record('failed', {
        at: NOON,
        tool: 'open_item',
        outcome: 'failed',
        arguments: { item: 'C:\\Büro "x"' },
      }),
    );
    await log.close();
    return open();
  }

  test('goes through every month, newest first', async () => {
    const { log } = await filled();
    expect(ids((await log.search(everything, 10)).entries).sort()).toEqual(['failed', 'nov', 'oct', 'sep']);
    expect(await log.search(everything, 2)).toMatchObject({ more: true });
    expect((await log.search(everything, 4)).more).toBe(false);
  });

  test.each([
    ['words of the result', { text: 'SEP report' }, ['sep']],
    ['words of an argument with marks that JSON escapes', { text: 'c:\\buro "x"' }, ['failed']],
    ['a tool', { tool: 'open_item' }, ['failed']],
    ['the name of a tool as people say it', { text: 'open item' }, ['failed']],
    ['an outcome', { outcome: 'failed' as const }, ['failed']],
    ['a time from', { from: NOON - 31 * DAY, to: NOON - DAY }, ['oct']],
    ['nothing that is there', { text: 'zebra' }, []],
  ])('finds by %s', async (_, filter, expected) => {
    const { log } = await filled();
    expect(ids((await log.search({ ...everything, ...filter }, 10)).entries)).toEqual(expected);
  });

  test('an action of an old month that was taken back later is told as taken back', async () => {
    const { log } = await filled();
    log.markUndone('sep', { outcome: 'undone', said: 'Back.' });
    await log.close();
    const { entries } = await open().log.search({ ...everything, text: 'sep' }, 1);
    expect(entries[0]?.undone).toMatchObject({ outcome: 'undone' });
  });
});

describe('removing', () => {
  test('clearing leaves one line that says so, and what is done meanwhile', async () => {
    const { log } = open();
    log.note(record('one'));
    const clearing = log.clear();
    log.note(record('meanwhile'));
    await clearing;
    expect(ids(log.recent())).toEqual(['meanwhile']);
    const lines = readFileSync(file(), 'utf8').trimEnd().split('\n');
    expect(JSON.parse(lines[0]!)).toEqual({ type: 'cleared', at: NOON });
    expect(ids(readLines(lines.join('\n')).records)).toEqual(['meanwhile']);
    expect(await open().log.search(everything, 10)).toMatchObject({ clearedAt: NOON });
  });

  test('months that are older than conversations are kept go, with what memory holds of them', async () => {
    const old = NOON - 90 * DAY;
    const { log, world } = open(old);
    log.note(record('old', { at: old }));
    await log.close();
    world.now = NOON;
    log.note(record('new', { at: NOON }));
    await log.close();
    await log.tidy();
    expect(ids((await log.search(everything, 10)).entries)).toEqual(['new', 'old']);
    world.keepHistoryDays = 30;
    await log.tidy();
    expect(readdirSync(join(home, 'audit'))).toEqual(['2026-11.jsonl']);
    expect(ids((await log.search(everything, 10)).entries)).toEqual(['new']);
  });
});

test('a month of which a part is still to be kept stays whole', async () => {
  const { log, world } = open(Date.parse('2026-10-02T12:00:00Z'));
  log.note(record('early', { at: world.now }));
  await log.close();
  world.keepHistoryDays = 30;
  world.now = Date.parse('2026-11-30T12:00:00Z');
  await log.tidy();
  expect(readdirSync(join(home, 'audit'))).toEqual(['2026-10.jsonl']);
  world.now = Date.parse('2026-12-01T00:00:01Z');
  await log.tidy();
  expect(readdirSync(join(home, 'audit'))).toEqual([]);
});

test('a search until a time leaves out what was then', async () => {
  const { log } = open();
  log.note(record('one'));
  expect(ids((await log.search({ ...everything, from: NOON, to: NOON + 1 }, 10)).entries)).toEqual(['one']);
  expect(ids((await log.search({ ...everything, to: NOON }, 10)).entries)).toEqual([]);
});

test('a disk that refuses is told once, and the log goes on in memory', async () => {
  writeFileSync(join(home, 'audit'), 'a file where the folder should be');
  const { log, world } = open();
  log.note(record('one'));
  await log.close();
  log.note(record('two'));
  await log.close();
  expect(world.problems).toMatchObject([{ code: 'audit_unwritable' }]);
  expect(ids(log.recent())).toEqual(['two', 'one']);
  await rm(join(home, 'audit'));
  log.note(record('three'));
  await log.close();
  expect(ids(readLines(readFileSync(file(), 'utf8')).records)).toEqual(['one', 'two', 'three']);
});

test('a log that cannot be emptied says so in words and keeps what it has', async () => {
  const { log } = open();
  log.note(record('one'));
  await log.close();
  mkdirSync(file('2026-10'));
  await expect(log.clear()).rejects.toMatchObject({ problem: { code: 'audit_unremovable' } });
  expect(ids(log.recent())).toEqual(['one']);
});

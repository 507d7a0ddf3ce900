import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../shared/problem';
import { History } from './history';
import { localDay } from './latency-days';
import { NINE, wholeTalk } from './records.fixture';

let home: string;
let folder: string;
let problems: Problem[];
let settings: { keepHistory: boolean; keepHistoryDays: number | null; dollarsPerHour: number };
let now: number;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'parley-history-'));
  folder = join(home, 'conversations');
  problems = [];
  settings = { keepHistory: true, keepHistoryDays: null, dollarsPerHour: 4.5 };
  now = NINE;
});
afterEach(() => rmSync(home, { recursive: true }));

const open = () =>
  new History({
    folder,
    now: () => now,
    dayOf: localDay,
    settings: () => settings,
    onProblem: (problem) => problems.push(problem),
    onChange: () => undefined,
    log: () => undefined,
  });
async function keep(history: History, ...ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    for (const record of wholeTalk(id, NINE + index * 60_000)) history.take(record);
  }
  await history.close();
}
const fileOf = (id: string) => join(folder, `${id}.jsonl`);
const ids = async (history: History, query = '', most = 50) =>
  (await history.page(query, most)).rows.map(({ head }) => head.id);

describe('the history', () => {
  it('keeps talks as they happen, newest first, for this person only', async () => {
    const history = open();
    await keep(history, 'one', 'two');
    expect(await ids(history)).toEqual(['two', 'one']);
    expect(await ids(open())).toEqual(['two', 'one']);
    expect(statSync(fileOf('one')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('has a talk on disk while it is going on, and says so', async () => {
    const history = open();
    const talk = wholeTalk('talk');
    for (const record of talk.slice(0, 7)) history.take(record);
    await expect
      .poll(() =>
        open()
          .read('talk')
          .then(
            ({ items }) => items.length,
            () => 0,
          ),
      )
      .toBe(4);
    expect(await history.read('talk')).toMatchObject({ state: 'open' });
    // Another start sees what a crash would have left.
    expect(await open().read('talk')).toMatchObject({ state: 'cut' });
    for (const record of talk.slice(7)) history.take(record);
    await history.close();
    expect(await history.read('talk')).toMatchObject({ state: 'ended', end: 'person' });
  });

  it('keeps the order of everything, whenever the disk takes it', async () => {
    const talk = wholeTalk('talk');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: talk.length, maxLength: talk.length }),
        async (waits) => {
          rmSync(folder, { recursive: true, force: true });
          const history = open();
          for (const [index, record] of talk.entries()) {
            history.take(record);
            if (waits[index]) await new Promise(setImmediate);
          }
          await history.close();
          const written = readFileSync(fileOf('talk'), 'utf8').trimEnd().split('\n').slice(1);
          expect(written.map((line) => JSON.parse(line) as unknown)).toEqual(talk);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('goes on in a file that a crash has torn', async () => {
    await keep(open(), 'talk');
    truncateSync(fileOf('talk'), statSync(fileOf('talk')).size - 5);
    const history = open();
    expect(await history.read('talk')).toMatchObject({ state: 'cut', unreadable: 1 });
    await history.rename('talk', 'Taxes');
    expect(await history.read('talk')).toMatchObject({ title: 'Taxes', unreadable: 1, turns: 2 });
  });

  it('writes nothing while the person wants none, from the middle of a talk on too', async () => {
    const history = open();
    settings.keepHistory = false;
    await keep(history, 'one');
    expect(await ids(history)).toEqual([]);
    settings.keepHistory = true;
    const talk = wholeTalk('two');
    for (const record of talk.slice(0, 4)) history.take(record);
    settings.keepHistory = false;
    history.take(talk[4]!);
    settings.keepHistory = true;
    for (const record of talk.slice(5)) history.take(record);
    await history.close();
    expect((await history.read('two')).items).toHaveLength(1);
  });

  it('takes what comes after the end as well', async () => {
    const history = open();
    const talk = wholeTalk('talk');
    const late = talk.at(-2)!;
    for (const record of talk.filter((other) => other !== late)) history.take(record);
    await history.close();
    history.take(late);
    await history.close();
    expect((await history.read('talk')).sockets[1]).toMatchObject({ code: 1000 });
  });

  it('tells once that the disk refuses, and writes everything when it takes it again', async () => {
    writeFileSync(folder, 'in the way');
    const history = open();
    const talk = wholeTalk('talk');
    for (const record of talk.slice(0, 5)) {
      history.take(record);
      await history.close();
    }
    expect(problems).toMatchObject([{ code: 'history_unwritable' }]);
    rmSync(folder);
    for (const record of talk.slice(5)) history.take(record);
    await history.close();
    expect(await history.read('talk')).toMatchObject({ turns: 2, unreadable: 0, state: 'ended' });
  });

  it('finds words over title and entries, newest first, and says when there are more', async () => {
    const history = open();
    await keep(history, 'one', 'two', 'three');
    await history.rename('two', 'Plumbing');
    expect(await ids(history, 'IMPOTS uebersicht')).toEqual([]);
    expect(await ids(history, 'IMPOTS ubersicht')).toEqual(['three', 'two', 'one']);
    expect(await ids(history, 'plumb')).toEqual(['two']);
    const page = await history.page('taxes', 2);
    expect(page).toMatchObject({ more: true, kept: 3 });
    expect(page.rows[0]!.excerpt!.filter(({ hit }) => hit)).toEqual([{ text: 'Taxes', hit: true }]);
  });

  it('brings the first words back when a title is emptied', async () => {
    const history = open();
    await keep(history, 'one');
    expect(await history.rename('one', 'Taxes')).toMatchObject({ title: 'Taxes', ownTitle: true });
    expect(await history.rename('one', '')).toMatchObject({ ownTitle: false });
  });

  it('removes one, or all but the open one, and leaves no title behind', async () => {
    const history = open();
    await keep(history, 'one', 'two', 'three');
    await history.rename('one', 'A secret');
    await ids(history);
    await history.remove('one');
    expect(readFileSync(join(folder, 'catalogue.json'), 'utf8')).not.toContain('secret');
    expect(await ids(history)).toEqual(['three', 'two']);
    history.take(wholeTalk('four', NINE + 600_000)[0]!);
    await expect.poll(() => ids(history)).toContain('four');
    await expect(history.remove('four')).rejects.toMatchObject({ problem: { code: 'conversation_open' } });
    expect(await history.removeEverything()).toBe(2);
    await history.close();
    expect(await ids(history)).toEqual(['four']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.jsonl'))).toEqual(['four.jsonl']);
  });

  it('keeps what is under way, or was gone on with lately, however long ago it began', async () => {
    const history = open();
    await keep(history, 'forgotten', 'resumed');
    settings.keepHistoryDays = 2;
    now = NINE + 3 * 24 * 3_600_000;
    for (const record of wholeTalk('resumed', now - 3_600_000)) history.take(record);
    await history.close();
    history.take(wholeTalk('open', NINE)[0]!);
    await expect.poll(() => ids(history)).toContain('open');
    await history.tidy();
    expect((await ids(history)).toSorted()).toEqual(['open', 'resumed']);
  });
  it('has an ended talk on the disk itself before a quit goes on', async () => {
    const handle = await openFile(fileURLToPath(import.meta.url));
    const sync = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'sync');
    await handle.close();
    await keep(open(), 'one');
    expect(sync).toHaveBeenCalled();
    sync.mockRestore();
  });
  it('removes what is older than the person wants', async () => {
    const history = open();
    await keep(history, 'one', 'two');
    settings.keepHistoryDays = 2;
    now = NINE + 2 * 24 * 3_600_000 + 30_000;
    await history.tidy();
    expect(await ids(history)).toEqual(['two']);
    settings.keepHistoryDays = null;
    now += 365 * 24 * 3_600_000;
    await history.tidy();
    expect(await ids(history)).toEqual(['two']);
  });

  it('refuses what is gone and what is newer, and never shows a foreign file', async () => {
    const history = open();
    await keep(history, 'one');
    writeFileSync(fileOf('two'), readFileSync(fileOf('one')));
    writeFileSync(fileOf('three'), '{"type":"file","format":2,"dollarsPerHour":1}\n');
    expect(await ids(history)).toEqual(['one']);
    await expect(history.read('nowhere')).rejects.toMatchObject({ problem: { code: 'conversation_gone' } });
    await expect(history.read('three')).rejects.toMatchObject({ problem: { code: 'conversation_newer' } });
  });

  it('makes its catalogue anew when that is broken', async () => {
    await keep(open(), 'one');
    await ids(open());
    writeFileSync(join(folder, 'catalogue.json'), '{"format":1,"entries":[{"id":3}]}');
    expect(await ids(open())).toEqual(['one']);
  });

  it('tells how fast answers were, day by day and engine by engine', async () => {
    const history = open();
    await keep(history, 'one', 'two');
    expect(await history.latencies()).toEqual([
      { day: localDay(NINE), engine: 'hosted', count: 2, p50: 900, p90: 900, p95: 900 },
    ]);
  });

  it('gives a new talk the transcript of an old one', async () => {
    const history = open();
    await keep(history, 'one');
    expect(await history.recapOf('one')).toMatchObject({ continues: false });
    expect((await history.recapOf('one')).entries.map(({ id }) => id)).toEqual([
      'entry-1',
      'call-1',
      'reply-1',
      'entry-2',
    ]);
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { tempFolder } from '../../permissions/temp-grants';
import { Reminders, SNOOZE_MS, type ToldReminder } from './reminders';
import { spokenRing } from './words';

const START = Date.parse('2026-11-21T12:00:00Z');
const MINUTE = 60_000;

/** Reminders on the real disk, with a wall clock that the test sets. */
function started(folder: string, startedAt = START) {
  const told: ToldReminder[][] = [];
  const silenced: string[] = [];
  let at = startedAt;
  const reminders = new Reminders({
    path: join(folder, 'reminders.json'),
    now: () => new Date(at),
    timeZone: () => 'UTC',
    tell: (some) => void told.push([...some]),
    changed: () => undefined,
    silence: (id) => void silenced.push(id),
    onProblem: () => undefined,
    log: () => undefined,
  });
  const setClock = async (time: number) => {
    at = time;
    await reminders.look();
  };
  const timer = (minutes: number) =>
    reminders.set({
      kind: 'timer',
      label: 'tea',
      foreign: false,
      due: { type: 'moment', at: at + minutes * MINUTE },
    });
  return { reminders, told, silenced, setClock, timer };
}

test('what is due is told once it is on the disk that it was', async () => {
  const { path } = await tempFolder();
  const desk = started(path);
  await desk.timer(10);
  await desk.setClock(START + 9 * MINUTE);
  expect(desk.told).toEqual([]);
  await desk.setClock(START + 10 * MINUTE);
  expect(desk.told).toMatchObject([[{ missed: false, reminder: { label: 'tea' } }]]);
  const onDisk: unknown = JSON.parse(await readFile(join(path, 'reminders.json'), 'utf8'));
  expect(onDisk).toMatchObject({ reminders: [{ ringing: { told: 1 } }] });
  desk.reminders.close();
});

test('killed before it was due and started later: told as missed, once', async () => {
  const { path } = await tempFolder();
  const before = started(path);
  await before.timer(10);
  before.reminders.close();

  const after = started(path, START + 60 * MINUTE);
  await after.reminders.look();
  expect(after.told).toMatchObject([[{ missed: true }]]);
  expect(spokenRing(after.told[0]!, START + 60 * MINUTE, 'UTC')).toBe(
    'While Parley was closed you missed a timer, tea, at ten past twelve in the afternoon.',
  );
  after.reminders.close();

  const again = started(path, START + 61 * MINUTE);
  await again.reminders.look();
  expect(again.told).toEqual([]);
  again.reminders.close();
});

test('dismissed it is gone and silent; put off it is told again', async () => {
  const { path } = await tempFolder();
  const desk = started(path);
  const { id } = await desk.timer(1);
  await desk.setClock(START + MINUTE);
  await desk.reminders.snooze(id);
  expect(desk.silenced).toEqual([id]);
  await desk.setClock(START + MINUTE + SNOOZE_MS);
  expect(desk.told).toHaveLength(2);
  await desk.reminders.dismiss(id);
  expect(await desk.reminders.all()).toEqual([]);
  desk.reminders.close();
});

test('what does not ring cannot be dismissed or put off', async () => {
  const { path } = await tempFolder();
  const desk = started(path);
  const { id } = await desk.timer(10);
  await desk.reminders.dismiss(id);
  await desk.reminders.snooze(id);
  expect(await desk.reminders.all()).toMatchObject([{ snoozedUntil: null }]);
  desk.reminders.close();
});

test('it waits in pieces of half a minute at most, so that a clock that is set is noticed', async () => {
  const { path } = await tempFolder();
  const waits = vi.spyOn(globalThis, 'setTimeout');
  const desk = started(path);
  await desk.timer(600);
  const longest = Math.max(...waits.mock.calls.map(([, milliseconds]) => milliseconds ?? 0));
  expect(longest).toBe(30_000);
  waits.mockRestore();
  desk.reminders.close();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Due, Reminder } from './reminder';
import { advance, dismissed, nextChange, nextDue, snoozed } from './schedule';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const utc = (text: string) => Date.parse(`${text}Z`);
/** A Saturday. */
const NOW = utc('2026-11-21T12:00');

const one = (kind: Reminder['kind'], due: Due, setAt = NOW): Reminder => ({
  id: kind,
  kind,
  label: '',
  foreign: false,
  due,
  setAt,
  doneThrough: setAt,
  snoozedUntil: null,
  ringing: null,
});
const timer = (at: number) => one('timer', { type: 'moment', at });
const daily = (minutes: number, days: 'daily' | 'weekdays' = 'daily', setAt = NOW) =>
  one('alarm', { type: 'repeat', days, minutes }, setAt);

/** Lets the clock jump through the given times; brings back when something was told and the list at the end. */
function live(list: readonly Reminder[], times: readonly number[], timeZone = 'UTC') {
  const told: number[] = [];
  let reminders = list;
  for (const at of times) {
    const step = advance(reminders, at, timeZone);
    reminders = step.reminders;
    told.push(...step.told.map(() => at));
  }
  return { told, reminders };
}

const every = (step: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);

test('a timer is told once, when it is due, and rings until it is dismissed', () => {
  const { told, reminders } = live([timer(NOW + 10 * MINUTE)], every(MINUTE, NOW, NOW + DAY));
  expect(told).toEqual([NOW + 10 * MINUTE]);
  expect(reminders[0]?.ringing).toMatchObject({ dueAt: NOW + 10 * MINUTE, told: 1 });
  expect(dismissed(reminders[0]!)).toBeNull();
});

test('nothing changes, not even the list itself, while nothing is due', () => {
  const list = [timer(NOW + HOUR), daily(7 * 60)];
  expect(advance(list, NOW + MINUTE, 'UTC').reminders).toBe(list);
});

test('an alarm that nobody dismisses is told three times, a minute apart', () => {
  const due = { type: 'clock', day: { year: 2026, month: 11, day: 22 }, minutes: 420 } as const;
  const at = utc('2026-11-22T07:00');
  const { told } = live([one('alarm', due)], every(10_000, NOW, at + HOUR));
  expect(told).toEqual([at, at + MINUTE, at + 2 * MINUTE]);
});

test('a dismissed daily alarm rings again the next day', () => {
  const seven = utc('2026-11-22T07:00');
  const rung = live([daily(420)], [seven]).reminders[0]!;
  const quiet = dismissed(rung)!;
  expect(nextDue(quiet, 'UTC')).toBe(seven + DAY);
  expect(live([quiet], every(MINUTE, seven, seven + DAY)).told).toEqual([seven + DAY]);
});

test('a daily alarm that nobody dismissed rings anew the next day', () => {
  const seven = utc('2026-11-22T07:00');
  const { told } = live([daily(420)], every(MINUTE, NOW, seven + DAY));
  expect(told.at(-1)).toBe(seven + DAY);
});

test('weekdays leave Saturday and Sunday out', () => {
  const { told } = live([daily(420, 'weekdays')], every(HOUR, NOW, NOW + 7 * DAY));
  expect(new Set(told.map((at) => new Date(at).getUTCDay()))).toEqual(new Set([1, 2, 3, 4, 5]));
});

test('a snooze is silent for its time and then tells again', () => {
  const rung = live([timer(NOW + MINUTE)], [NOW + MINUTE]).reminders[0]!;
  const later = snoozed(rung, NOW + 6 * MINUTE);
  expect(live([later], every(10_000, NOW + MINUTE, NOW + HOUR)).told).toEqual([NOW + 6 * MINUTE]);
});

describe('what was missed', () => {
  test('asleep or closed over it: told once at waking, for when it was due', () => {
    const { told, reminders } = live([timer(NOW + MINUTE)], [NOW, NOW + 8 * HOUR]);
    expect(told).toEqual([NOW + 8 * HOUR]);
    expect(reminders[0]?.ringing?.dueAt).toBe(NOW + MINUTE);
  });

  test('of a daily alarm that was missed for weeks, the last time counts', () => {
    const { told, reminders } = live([daily(420)], [NOW, NOW + 40 * DAY]);
    expect(told).toHaveLength(1);
    expect(reminders[0]?.ringing?.dueAt).toBe(utc('2026-12-31T07:00'));
  });
});

describe('a clock that is set', () => {
  test('back after it rang: it does not ring a second time', () => {
    const at = NOW + HOUR;
    expect(live([timer(at)], [at, at - 30 * MINUTE, at, at + MINUTE]).told).toEqual([at]);
    const seven = utc('2026-11-22T07:00');
    const quiet = dismissed(live([daily(420)], [seven]).reminders[0]!)!;
    expect(live([quiet], [seven - HOUR, seven, seven + MINUTE]).told).toEqual([]);
  });

  test('back while an alarm waits to be told again: it goes on', () => {
    const seven = utc('2026-11-22T07:00');
    const { told } = live([daily(420)], [seven, seven - 10 * HOUR, seven - 10 * HOUR + MINUTE]);
    expect(told).toHaveLength(3);
  });

  test('a year ahead by mistake and back: a daily alarm is not lost for a year', () => {
    const ahead = dismissed(live([daily(420)], [NOW + 365 * DAY]).reminders[0]!)!;
    expect(live([ahead], every(MINUTE, NOW, NOW + DAY)).told).toContain(utc('2026-11-22T07:00'));
  });

  test('daylight saving: an alarm at seven is at seven on the clock, before and after', () => {
    const before = utc('2026-03-27T12:00');
    const { told } = live(
      [daily(420, 'daily', before)],
      every(30 * MINUTE, before, before + 4 * DAY),
      'Europe/Berlin',
    );
    const first = told.filter((at, index) => index === 0 || at - told[index - 1]! > 12 * HOUR);
    expect(first.map((at) => new Date(at).toISOString().slice(5, 16))).toEqual([
      '03-28T06:00',
      '03-29T05:00',
      '03-30T05:00',
      '03-31T05:00',
    ]);
  });

  test('an alarm in the hour that comes twice rings once', () => {
    const night = utc('2026-10-24T20:00');
    const alarm = one('reminder', { type: 'repeat', days: 'daily', minutes: 150 }, night);
    const { told } = live([alarm], every(MINUTE, night, night + 12 * HOUR), 'Europe/Berlin');
    expect(told).toEqual([utc('2026-10-25T00:30')]);
  });

  test('a time on the clock follows the computer into another zone, a timer does not', () => {
    const due = { type: 'clock', day: { year: 2026, month: 11, day: 22 }, minutes: 540 } as const;
    expect(nextDue(one('reminder', due), 'Europe/Berlin')).toBe(utc('2026-11-22T08:00'));
    expect(nextDue(one('reminder', due), 'America/New_York')).toBe(utc('2026-11-22T14:00'));
    expect(nextDue(timer(NOW + HOUR), 'America/New_York')).toBe(NOW + HOUR);
  });
});

test('however the clock runs, what is once is told at most once, and never before its time', () => {
  const jumps = fc.array(fc.integer({ min: -3 * HOUR, max: 6 * HOUR }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(jumps, fc.integer({ min: 1, max: 12 * HOUR }), (steps, ahead) => {
      let at = NOW;
      const times = steps.map((step) => (at += step));
      const { told } = live([timer(NOW + ahead)], times);
      expect(told.length).toBe(times.some((time) => time >= NOW + ahead) ? 1 : 0);
      expect(told.every((time) => time >= NOW + ahead)).toBe(true);
    }),
  );
});

test('waking up only when nextChange says so tells the same as waking up every ten seconds', () => {
  const list = fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: 700 }).map((tens) => timer(NOW + tens * 10_000)),
      fc.integer({ min: 721, max: 900 }).map((minutes) => daily(minutes)),
    ),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(list, (some) => {
      const reminders = some.map((reminder, at) => ({ ...reminder, id: String(at) }));
      const often = live(reminders, every(10_000, NOW, NOW + 2 * HOUR)).told;
      const told: number[] = [];
      let now = reminders as readonly Reminder[];
      for (
        let at = nextChange(now, 'UTC');
        at !== null && at <= NOW + 2 * HOUR;
        at = nextChange(now, 'UTC')
      ) {
        const step = advance(now, at, 'UTC');
        expect(step.reminders).not.toBe(now);
        now = step.reminders;
        told.push(...step.told.map(() => at));
      }
      expect(told).toEqual(often);
    }),
    { numRuns: 20 },
  );
});

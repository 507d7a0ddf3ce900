import { describe, expect, it } from 'vitest';
import { clockTime } from './clock-times';
import { isoDate } from './calendar';
import { findDurations } from './durations';
import { findMoment } from './moments';
import { findNumbers } from './numbers';

/** Wednesday, 18 November 2026, twenty past ten in the morning. */
const now = new Date(2026, 10, 18, 10, 20);
const words = (text: string) => text.split(' ');

describe('numbers in words', () => {
  it.each<readonly [string, number]>([
    ['twenty five', 25],
    ['two and a half', 2.5],
    ['three point one four', 3.14],
    ['a hundred and twenty', 120],
    ['two thousand and five', 2005],
    ['nineteen eighty four', 1984],
    ['minus five', -5],
    ['half a dozen', 6],
    ['two dozen', 24],
    ['1,500', 1500],
    ['5k', 5000],
  ])('%s is %d', (text, value) => expect(findNumbers(words(text))).toMatchObject([{ value }]));
  it('keeps the figures of codes', () => {
    expect(findNumbers(words('double seven oh one'))[0]?.digits).toBe('7701');
  });
});

describe('lengths of time', () => {
  it.each<readonly [string, number]>([
    ['an hour and a half', 5_400],
    ['half an hour', 1_800],
    ['three quarters of an hour', 2_700],
    ['two and a half minutes', 150],
    ['one hour thirty', 5_400],
    ['1h30', 5_400],
    ['a couple of minutes', 120],
  ])('%s', (text, seconds) => expect(findDurations(words(text))).toMatchObject([{ seconds }]));
});

describe('moments', () => {
  it.each<readonly [string, string, string | null]>([
    ['tomorrow at quarter past three', '2026-11-19', '15:15'],
    ['at ten to six', '2026-11-18', '17:50'],
    ['at nine', '2026-11-18', '21:00'],
    ['tonight at eight', '2026-11-18', '20:00'],
    ['next friday', '2026-11-20', null],
    ['the day after tomorrow', '2026-11-20', null],
    ['in two weeks', '2026-12-02', null],
    ['in half an hour', '2026-11-18', '10:50'],
    ['on the third of may at noon', '2027-05-03', '12:00'],
    ['december 3rd at 2 pm', '2026-12-03', '14:00'],
    ['on sunday morning', '2026-11-22', '09:00'],
  ])('%s', (text, day, time) => {
    const found = findMoment(words(text), { now, likely: null });
    expect(found?.day ? isoDate(found.day) : null).toBe(day);
    expect(typeof found?.minutes === 'number' ? clockTime(found.minutes) : null).toBe(time);
  });
  it('is early for alarms and late for dinners', () => {
    expect(findMoment(words('at six'), { now, likely: 'am' })?.minutes).toBe(360);
    expect(findMoment(words('at eight'), { now, likely: 'pm' })?.minutes).toBe(1_200);
  });
  it('sees none in a count', () =>
    expect(findMoment(words('three files for five people'), { now, likely: null })).toBeNull());
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLength, spokenLength } from './length';
import { dayIn, epochOf, minutesIn } from './local-time';
import { readWhen } from './when';
import { inZone, isoDate, isoTime } from './zoned';

/** Saturday, noon in London and one o'clock in Berlin. */
const NOW = Date.parse('2026-11-21T12:00:00Z');
const read = (text: string, timeZone = 'UTC', now = NOW) => readWhen(text, { now, timeZone });
const shown = (text: string, timeZone = 'UTC', now = NOW) => {
  const found = read(text, timeZone, now);
  if (!found.ok) return found.error;
  const local = inZone(new Date(found.at), timeZone);
  return `${isoDate(local)} ${isoTime(local)}`;
};

describe('lengths of time', () => {
  test.each([
    ['10 minutes', 600],
    ['ten minutes', 600],
    ['twenty-five minutes', 1_500],
    ['PT10M', 600],
    ['pt1h30m', 5_400],
    ['P1DT2H', 93_600],
    ['90s', 90],
    ['1h30m', 5_400],
    ['an hour and a half', 5_400],
    ['one and a half hours', 5_400],
    ['half an hour', 1_800],
    ['a quarter of an hour', 900],
    ['three quarters of an hour', 2_700],
    ['1 hour, 20 minutes and 5 seconds', 4_805],
    ['in two hours', 7_200],
    ['5 minutes from now', 300],
    ['1.5 hours', 5_400],
    ['a hundred and twenty seconds', null],
    ['one hundred and twenty seconds', 120],
    ['10', null],
    ['10 bananas', null],
    ['', null],
    ['0 minutes', null],
    ['10 minutes 2 hours', null],
    ['tomorrow', null],
  ])('%s', (text, seconds) => expect(readLength(text)).toBe(seconds));

  test('what is said of a length of two units reads back as the same length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 * 6 }), (seconds) => {
        const back = readLength(spokenLength(seconds))!;
        const slack = seconds >= 86_400 ? 3_600 : seconds >= 3_600 ? 60 : 1;
        expect(Math.abs(back - seconds)).toBeLessThan(slack);
      }),
    );
  });
});

describe('moments', () => {
  test.each([
    ['17:30', '2026-11-21 17:30'],
    ['9:00', '2026-11-22 09:00'],
    ['5:30 pm', '2026-11-21 17:30'],
    ['5 p.m.', '2026-11-21 17:00'],
    ['5pm', '2026-11-21 17:00'],
    ['12 am', '2026-11-22 00:00'],
    ['noon', '2026-11-22 12:00'],
    ['half past five', '2026-11-21 17:30'],
    ['a quarter to six in the morning', '2026-11-22 05:45'],
    ["five o'clock", '2026-11-21 17:00'],
    ['seven fifteen', '2026-11-21 19:15'],
    ['tomorrow 9:00', '2026-11-22 09:00'],
    ['tomorrow at nine', '2026-11-22 09:00'],
    ['tomorrow morning', '2026-11-22 09:00'],
    ['tonight', '2026-11-21 20:00'],
    ['tonight at eight', '2026-11-21 20:00'],
    ['tonight at midnight', '2026-11-22 00:00'],
    ['monday at 8', '2026-11-23 08:00'],
    ['saturday 14:00', '2026-11-21 14:00'],
    ['saturday 9:00', '2026-11-28 09:00'],
    ['next saturday at 14:00', '2026-11-28 14:00'],
    ['the day after tomorrow at 9:00', '2026-11-23 09:00'],
    ['in 3 days at 9:00', '2026-11-24 09:00'],
    ['22 november 10:00', '2026-11-22 10:00'],
    ['december 24th at 6 pm', '2026-12-24 18:00'],
    ['3rd of may at noon', '2027-05-03 12:00'],
    ['2026-11-22T09:00', '2026-11-22 09:00'],
    ['2026-11-22 09:00:30', '2026-11-22 09:00'],
    ['2026-11-22T09:00:00Z', '2026-11-22 09:00'],
    ['2026-11-22T09:00+01:00', '2026-11-22 08:00'],
    ['2026-11-22 at 9:00', '2026-11-22 09:00'],
    ['10 minutes', '2026-11-21 12:10'],
    ['PT2H', '2026-11-21 14:00'],
    ['in an hour', '2026-11-21 13:00'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));

  test.each([
    ['', 'It is not clear when that is.'],
    ['soon', 'It is not clear when that is.'],
    ['25:00', 'It is not clear when that is.'],
    ['17:75', 'It is not clear when that is.'],
    ['17 am', 'It is not clear when that is.'],
    ['24.12.', 'It is not clear when that is.'],
    ['tomorrow', 'The day is clear, but not the time.'],
    ['2026-11-22', 'The day is clear, but not the time.'],
    ['2026-02-30T09:00', 'There is no such day in the calendar.'],
    ['today 9:00', 'That moment has passed.'],
    ['2020-01-01T09:00', 'That moment has passed.'],
    ['2999-01-01T09:00', 'That is more than five years away.'],
  ])('%j is refused in words', (text, error) => expect(shown(text)).toBe(error));

  test('a clock time is kept as one, so that it holds in another zone', () => {
    expect(read('tomorrow 9:00')).toMatchObject({ when: { type: 'clock', minutes: 540 } });
    expect(read('10 minutes')).toMatchObject({ when: { type: 'moment', at: NOW + 600_000 } });
  });

  test('an alarm for six is in the morning', () => {
    const found = readWhen('six', { now: NOW, timeZone: 'UTC', likely: 'am' });
    expect(found).toMatchObject({ ok: true, at: Date.parse('2026-11-22T06:00:00Z') });
  });

  test('whatever is typed, it is a moment to come or a sentence', () => {
    const word = fc.constantFrom(
      ...'in at on tomorrow today next monday 9 17:30 half past five pm am november 22 2026-11-22 minutes 10 noon the of and a quarter to tonight week P1D T -'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
          fc.string(),
        ),
        (text) => {
          const found = read(text, 'Europe/Berlin');
          if (found.ok) expect(found.at).toBeGreaterThan(NOW);
          else expect(found.hint.length).toBeGreaterThan(5);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('local time', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ];
  const berlin = (month: number, day: number, minutes: number) =>
    new Date(epochOf({ year: 2026, month, day }, minutes, 'Europe/Berlin')).toISOString();

  test('a moment read in a zone leads back to the same time on the clock', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.parse('2024-01-01') / 60_000, max: Date.parse('2030-01-01') / 60_000 }),
        (zone, minute) => {
          const at = minute * 60_000;
          const back = epochOf(dayIn(at, zone), minutesIn(at, zone), zone);
          expect(minutesIn(back, zone)).toBe(minutesIn(at, zone));
          expect(dayIn(back, zone)).toEqual(dayIn(at, zone));
          // Only the second pass through an hour that comes twice is taken for the first.
          expect([0, 30 * 60_000, 3_600_000]).toContain(at - back);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('clocks set forward: half past two does not exist and becomes half past three', () => {
    expect(berlin(3, 29, 150)).toBe('2026-03-29T01:30:00.000Z');
  });

  test('clocks set back: half past two is the first one', () => {
    expect(berlin(10, 25, 150)).toBe('2026-10-25T00:30:00.000Z');
  });
});

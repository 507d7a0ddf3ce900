import { describe, expect, test } from 'vitest';
import { findZone } from './find-zone';
import { ZONE_BY_NAME } from './place-names';
import { spokenClock, spokenDate, spokenWhen } from './spoken-when';
import { inZone, isoDate, isoTime } from './zoned';

const at = (time: string) => inZone(new Date(`2026-11-21T${time}:00Z`), 'UTC');

describe('a clock as said aloud', () => {
  test.each([
    ['00:00', 'midnight'],
    ['12:00', 'noon'],
    ['00:10', 'ten past twelve at night'],
    ['03:00', "three o'clock in the morning"],
    ['07:30', 'half past seven in the morning'],
    ['11:45', 'a quarter to twelve in the morning'],
    ['12:01', 'one minute past twelve in the afternoon'],
    ['15:10', 'ten past three in the afternoon'],
    ['15:33', 'twenty-seven minutes to four in the afternoon'],
    ['18:15', 'a quarter past six in the evening'],
    ['22:35', 'twenty-five to eleven at night'],
    ['23:59', 'one minute to twelve at night'],
  ])('%s is %s', (time, said) => expect(spokenClock(at(time))).toBe(said));
});

test.each([
  ['2026-11-01', 'Sunday the 1st of November'],
  ['2026-11-02', 'Monday the 2nd of November'],
  ['2026-11-03', 'Tuesday the 3rd of November'],
  ['2026-11-11', 'Wednesday the 11th of November'],
  ['2026-11-12', 'Thursday the 12th of November'],
  ['2026-11-13', 'Friday the 13th of November'],
  ['2026-11-22', 'Sunday the 22nd of November'],
])('%s is %s', (date, said) => expect(spokenDate(inZone(new Date(date), 'UTC'))).toBe(said));

test.each([
  ['2026-11-21T11:59:30Z', 'just now'],
  ['2026-11-21T11:40:00Z', '20 minutes ago'],
  ['2026-11-21T06:00:00Z', 'today'],
  ['2026-11-20T23:30:00Z', 'today'],
  ['2026-11-20T22:30:00Z', 'yesterday'],
  ['2026-11-17T12:00:00Z', 'on Tuesday'],
  ['2026-05-03T12:00:00Z', 'on the 3rd of May'],
  ['2024-05-03T12:00:00Z', 'on the 3rd of May 2024'],
])('%s is %s, by the calendar in Berlin', (moment, said) => {
  expect(spokenWhen(new Date(moment), new Date('2026-11-21T12:00:00Z'), 'Europe/Berlin')).toBe(said);
});

test('a moment is read in its zone, the day before and after included', () => {
  const moment = new Date('2026-12-31T23:30:00Z');
  const east = inZone(moment, 'Asia/Kolkata');
  expect([isoDate(east), isoTime(east), east.offset]).toEqual(['2027-01-01', '05:00', '+05:30']);
  const west = inZone(moment, 'America/New_York');
  expect([isoDate(west), isoTime(west), west.offset]).toEqual(['2026-12-31', '18:30', '-05:00']);
  expect(inZone(moment, 'UTC').offset).toBe('+00:00');
});

describe('a place', () => {
  test.each([
    ['Tokyo', 'Asia/Tokyo', 'Tokyo'],
    ['beijing', 'Asia/Shanghai', 'Beijing'],
    ['San Francisco', 'America/Los_Angeles', 'San Francisco'],
    ['Mumbai', 'Asia/Kolkata', 'Mumbai'],
    ['Germany', 'Europe/Berlin', 'Germany'],
    ['new york', 'America/New_York', 'New York'],
    ['São Paulo', 'America/Sao_Paulo', 'São Paulo'],
    ['the UK', 'Europe/London', 'the UK'],
    ['asia/tokyo', 'Asia/Tokyo', 'Tokyo'],
    ['America/New_York', 'America/New_York', 'New York'],
    ['The Hague', 'Europe/Amsterdam', 'the Hague'],
    ['Paris, France', 'Europe/Paris', 'Paris'],
    ['Paris, Texas', 'America/Chicago', 'Paris'],
    ['El Paso, Texas', 'America/Denver', 'El Paso'],
    ['Perth, Australia', 'Australia/Perth', 'Perth'],
    ['Springfield, Illinois', 'America/Chicago', 'Springfield'],
    ['Washington, D.C.', 'America/New_York', 'Washington'],
    ['UTC', 'UTC', 'UTC'],
    ['St. Petersburg', 'Europe/Moscow', 'St. Petersburg'],
  ])('%s is in %s', (place, timeZone, spoken) => {
    expect(findZone(place)).toEqual({ kind: 'zone', timeZone, spoken });
  });

  test.each(['USA', 'the United States', 'Canada', 'Springfield, USA'])('%s has several zones', (place) => {
    expect(findZone(place)).toMatchObject({ kind: 'several' });
  });

  test.each(['Atlantis', '', '../etc', 'Mars/Olympus', '🎈'])('%j is not known', (place) => {
    expect(findZone(place)).toEqual({ kind: 'unknown' });
  });

  test('every listed zone exists', () => {
    for (const zone of new Set(ZONE_BY_NAME.values())) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
    }
  });
});

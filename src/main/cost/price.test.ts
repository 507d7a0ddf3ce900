import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byDay, calendarOf } from './calendar';
import { billedMilliseconds, elapsed, GRACE_MS, LONGEST_SESSION_MS, microDollars, priceOf } from './price';

const closed = { openedAt: 1_000, closedAt: 61_000, ready: true, saidGoodbye: true, seconds: null };

describe('what a closed socket is billed', () => {
  it('is the service’s own figure when it told one', () => {
    expect(billedMilliseconds({ ...closed, seconds: 58.25 })).toBe(58_250);
  });

  it('is our clock when a goodbye came without a figure', () => {
    expect(billedMilliseconds(closed)).toBe(60_000);
  });

  it('has the grace on top after a bare close', () => {
    expect(billedMilliseconds({ ...closed, saidGoodbye: false })).toBe(60_000 + GRACE_MS);
  });

  it('has no grace when no session was ready that could be kept', () => {
    expect(billedMilliseconds({ ...closed, saidGoodbye: false, ready: false })).toBe(60_000);
  });

  it('is never negative and never longer than a session, whatever the clock or the service says', () => {
    const wild = fc.oneof(fc.integer(), fc.double());
    fc.assert(
      fc.property(wild, wild, fc.option(wild), fc.boolean(), (openedAt, closedAt, seconds, saidGoodbye) => {
        if (Number.isNaN(openedAt) || Number.isNaN(closedAt)) return;
        const billed = billedMilliseconds({ openedAt, closedAt, ready: true, saidGoodbye, seconds });
        expect(Number.isInteger(billed)).toBe(true);
        expect(billed).toBeGreaterThanOrEqual(0);
        expect(billed).toBeLessThanOrEqual(LONGEST_SESSION_MS + GRACE_MS);
      }),
    );
  });

  it('is nothing when the clock was set back', () => {
    expect(elapsed(10_000, 4_000)).toBe(0);
  });
});

describe('the price', () => {
  it('is the published one to the micro-dollar', () => {
    expect(priceOf(1_000, microDollars(4.5))).toBe(1_250);
    expect(priceOf(3_600_000, microDollars(4.5))).toBe(4_500_000);
  });

  it('is exact, also for the longest session at the highest price', () => {
    fc.assert(
      fc.property(fc.nat(LONGEST_SESSION_MS + GRACE_MS), fc.nat(1_000_000_000), (milliseconds, perHour) => {
        const exact = (BigInt(milliseconds) * BigInt(perHour)) / 3_600_000n;
        expect(BigInt(priceOf(milliseconds, perHour))).toBe(exact);
      }),
    );
  });
});

describe('the local calendar', () => {
  const at = (text: string) => Date.parse(text);

  it('is that of the time zone', () => {
    const moment = at('2026-11-21T23:30:00Z');
    expect(calendarOf('Europe/Berlin').dayOf(moment)).toBe('2026-11-22');
    expect(calendarOf('America/New_York').dayOf(moment)).toBe('2026-11-21');
  });

  it.each([
    ['Europe/Berlin', '2026-11-21T10:00:00Z', '2026-11-21T23:00:00Z'],
    // 25 hours: the clocks go back.
    ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    // 23 hours: they go forward.
    ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    // There is no midnight on this day: the clocks go forward at it.
    ['America/Sao_Paulo', '2018-11-03T12:00:00Z', '2018-11-04T03:00:00Z'],
  ])('in %s the day after %s begins at %s', (zone, now, next) => {
    expect(new Date(calendarOf(zone).nextDay(at(now))).toISOString()).toBe(new Date(next).toISOString());
  });

  it('splits a session over midnight between the two days', () => {
    const charge = { at: at('2026-11-30T22:50:00Z'), milliseconds: 1_200_000, perHour: microDollars(4.5) };
    expect(byDay(charge, calendarOf('Europe/Berlin'))).toEqual([
      ['2026-11-30', { milliseconds: 600_000, microDollars: 750_000 }],
      ['2026-12-01', { milliseconds: 600_000, microDollars: 750_000 }],
    ]);
  });

  it('keeps a session that ends at midnight on its day, and counts one of no length as nothing', () => {
    const berlin = calendarOf('Europe/Berlin');
    const tenMinutes = { at: at('2026-11-30T22:50:00Z'), milliseconds: 600_000, perHour: 1 };
    expect(byDay(tenMinutes, berlin).map(([day]) => day)).toEqual(['2026-11-30']);
    expect(byDay({ ...tenMinutes, milliseconds: 0 }, berlin)[0]?.[1]).toEqual({
      milliseconds: 0,
      microDollars: 0,
    });
  });

  it('loses and adds nothing by splitting', () => {
    const year = at('2027-01-01T00:00:00Z') - at('2026-01-01T00:00:00Z');
    const zones = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'UTC', 'Asia/Kolkata');
    fc.assert(
      fc.property(
        fc.nat(year),
        fc.nat(40 * 3_600_000),
        fc.nat(9_000_000),
        zones,
        (from, length, perHour, zone) => {
          const charge = { at: at('2026-01-01T00:00:00Z') + from, milliseconds: length, perHour };
          const parts = byDay(charge, calendarOf(zone)).map(([, spent]) => spent);
          expect(parts.reduce((sum, { milliseconds }) => sum + milliseconds, 0)).toBe(length);
          expect(parts.reduce((sum, part) => sum + part.microDollars, 0)).toBe(priceOf(length, perHour));
        },
      ),
    );
  });
});

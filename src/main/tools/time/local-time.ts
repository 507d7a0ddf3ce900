import { dayNumber, inZone } from './zoned';

/** A day of the calendar; `month` from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * The moment at which a clock in the zone shows this day and time, in epoch milliseconds. `minutes` after midnight.
 * Of a time that comes twice (clocks are set back) it is the first; one that is left out (clocks are set forward) is
 * taken as long after the change as it would have been after midnight without it.
 */
export function epochOf({ year, month, day }: CalendarDay, minutes: number, timeZone: string): number {
  const shown = Date.UTC(year, month - 1, day) + minutes * MINUTE_MS;
  const [before, after] = [shown - DAY_MS, shown + DAY_MS].map((near) => shown - offsetMs(near, timeZone));
  const fits = [before!, after!].filter((at) => at + offsetMs(at, timeZone) === shown);
  return fits.length > 0 ? Math.min(...fits) : before!;
}

/** The day that is `days` later. */
export function daysLater({ year, month, day }: CalendarDay, days: number): CalendarDay {
  return dayOf(new Date(Date.UTC(year, month - 1, day + days)));
}

/** The day a clock in the zone shows at a moment (epoch milliseconds). */
export function dayIn(at: number, timeZone: string): CalendarDay {
  const { year, month, day } = inZone(new Date(at), timeZone);
  return { year, month, day };
}

/** Minutes after midnight that a clock in the zone shows. */
export function minutesIn(at: number, timeZone: string): number {
  const { hour, minute } = inZone(new Date(at), timeZone);
  return hour * 60 + minute;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** Days from one day to another. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / DAY_MS;
}

/** The day, or null when the calendar has no such day. */
export function realDay(year: number, month: number, day: number): CalendarDay | null {
  const found = dayOf(new Date(Date.UTC(year, month - 1, day)));
  return found.year === year && found.month === month && found.day === day ? found : null;
}

function dayOf(date: Date): CalendarDay {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function offsetMs(at: number, timeZone: string): number {
  const shown = inZone(new Date(at), timeZone);
  const wall = dayNumber(shown) * DAY_MS + (shown.hour * 60 + shown.minute) * MINUTE_MS;
  return wall - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

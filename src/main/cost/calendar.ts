import { priceOf, type Spent } from './price';

/** A day of the local calendar, such as "2026-11-21". */
export type Day = string;

/** The calendar of one time zone. */
export interface Calendar {
  dayOf(at: number): Day;
  /** The first moment of the next day, in epoch milliseconds. Clock changes are kept. */
  nextDay(at: number): number;
}

/** The month of a day: "2026-11". */
export const monthOf = (day: Day): string => day.slice(0, 7);

/** No day is longer, with a clock change or without. */
const LONGEST_DAY_MS = 26 * 3_600_000;

/** The calendar of a time zone (IANA name). Throws RangeError for a zone that does not exist. */
export function calendarOf(timeZone: string): Calendar {
  // One formatter for all, because making one is what costs.
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const dayOf = (at: number) => {
    const parts = format.formatToParts(at);
    const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
  };
  const nextDay = (at: number) => {
    const today = dayOf(at);
    let [before, after] = [at, at + LONGEST_DAY_MS];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (dayOf(middle) === today) before = middle;
      else after = middle;
    }
    return after;
  };
  return { dayOf, nextDay };
}

/** A session over midnight falls into two days. The parts add up to the whole, to the last micro-dollar. */
export function byDay(
  charge: { readonly at: number; readonly milliseconds: number; readonly perHour: number },
  calendar: Calendar,
): readonly (readonly [Day, Spent])[] {
  const { at, milliseconds, perHour } = charge;
  const day = calendar.dayOf(at);
  if (day === calendar.dayOf(at + milliseconds)) {
    return [[day, { milliseconds, microDollars: priceOf(milliseconds, perHour) }]];
  }
  const parts: (readonly [Day, Spent])[] = [];
  for (let done = 0; done < milliseconds;) {
    const next = Math.min(milliseconds, calendar.nextDay(at + done) - at);
    const cost = priceOf(next, perHour) - priceOf(done, perHour);
    parts.push([calendar.dayOf(at + done), { milliseconds: next - done, microDollars: cost }]);
    done = next;
  }
  return parts;
}

/** A moment as a clock and a calendar in one place show it. `weekday` and `monthName` in English. */
export interface ZonedTime {
  readonly year: number;
  readonly month: number;
  readonly monthName: string;
  readonly day: number;
  readonly weekday: string;
  readonly hour: number;
  readonly minute: number;
  /** "+09:00". */
  readonly offset: string;
}

/** Reads a moment in a time zone, an IANA name. Throws RangeError for a zone that does not exist. */
export function inZone(moment: Date, timeZone: string): ZonedTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const monthName = parts.get('month') ?? '';
  return {
    year: Number(parts.get('year')),
    month: MONTHS.indexOf(monthName) + 1,
    monthName,
    day: Number(parts.get('day')),
    weekday: parts.get('weekday') ?? '',
    hour: Number(parts.get('hour')),
    minute: Number(parts.get('minute')),
    offset: parts.get('timeZoneName')?.replace('GMT', '') || '+00:00',
  };
}

/** Kept, as making one takes far longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    timeZoneName: 'longOffset',
  });
  formats.set(timeZone, format);
  return format;
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** Days since the epoch of the calendar day shown, so that "yesterday" can be counted. */
export function dayNumber({ year, month, day }: ZonedTime): number {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** "2026-11-21". */
export function isoDate({ year, month, day }: ZonedTime): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** "15:10". */
export function isoTime({ hour, minute }: ZonedTime): string {
  return `${two(hour)}:${two(minute)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

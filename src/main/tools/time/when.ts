/** When somebody wants to be reminded, read from the words of a person or a model. Pure. */
import { clockAt, partAt, type ClockTime } from './clock';
import { readLength } from './length';
import { dayIn, daysLater, epochOf, minutesIn, realDay, weekdayOf, type CalendarDay } from './local-time';
import { numberAt } from './number-words';

/** A moment that is wanted. `clock`: what a clock here shows then, wherever "here" will be. */
export type When =
  | { readonly type: 'moment'; readonly at: number }
  | { readonly type: 'clock'; readonly day: CalendarDay; readonly minutes: number };

/** What {@link readWhen} brings back; `at` in epoch milliseconds. */
export type ReadWhen =
  | { readonly ok: true; readonly when: When; readonly at: number }
  | { readonly ok: false; readonly error: string; readonly hint: string };

/** Where and when it is read. `likely`: the half of the day that an open "at six" rather means. */
export interface WhenContext {
  readonly now: number;
  readonly timeZone: string;
  readonly likely?: 'am';
}

const LONGEST_MS = 5 * 366 * 86_400_000;
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const FILLERS = /^(?:at|on|by|the|in|this|of|around|about|for|coming|day|then)$/;

/**
 * Reads "10 minutes", "PT10M", "17:30", "tomorrow 9:00", "monday at half past five", "22 november 9:00" or an ISO
 * date and time. A time of day that has passed is tomorrow's. Never a moment in the past.
 */
export function readWhen(text: string, context: WhenContext): ReadWhen {
  const plain = text.trim().toLowerCase();
  if (plain === '') return sayWhen;
  const iso = readIso(plain, context);
  if (iso) return iso;
  const seconds = readLength(plain);
  if (seconds !== null) return moment(context.now + Math.round(seconds * 1_000), context);
  return readCalendar(wordsOf(plain), context);
}

function readIso(plain: string, context: WhenContext): ReadWhen | null {
  const found =
    /^(\d{4})-(\d\d)-(\d\d)(?:(?:t| |, ?)(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?( ?z|[+-]\d\d:?\d\d)?)?$/.exec(
      plain,
    );
  if (!found) return null;
  const [year, month, date, hour, minute] = found.slice(1, 6).map(Number);
  const day = realDay(year!, month!, date!);
  if (!day) return noSuchDay;
  if (found[4] === undefined) return sayTime;
  if (hour! > 23 || minute! > 59) return sayWhen;
  const zone = found[6]?.trim();
  if (zone === undefined) return clock(day, hour! * 60 + minute!, context);
  return moment(
    Date.parse(
      plain
        .replace(/[ ,]+(?=\d)/, 't')
        .replace(' ', '')
        .toUpperCase(),
    ),
    context,
  );
}

interface Said {
  readonly day: CalendarDay | null;
  readonly time: ClockTime | null;
  readonly part: number | null;
  readonly tonight: boolean;
}

function readCalendar(words: readonly string[], context: WhenContext): ReadWhen {
  const today = dayIn(context.now, context.timeZone);
  let said: Said = { day: null, time: null, part: null, tonight: false };
  for (let at = 0; at < words.length;) {
    const day = said.day ? null : dayAt(words, at, today, context);
    const part = day ? null : partAt(words, at);
    const time = day || part !== null || said.time ? null : clockAt(words, at);
    if (day) {
      said = { ...said, day: day.day, tonight: words[at] === 'tonight' };
      at = day.to;
    } else if (part !== null) {
      said = { ...said, part };
      at++;
    } else if (time) {
      said = { ...said, time };
      at = time.to;
    } else if (FILLERS.test(words[at] ?? '')) at++;
    else return sayWhen;
  }
  return settle(said, today, context);
}

function settle({ day, time, part, tonight }: Said, today: CalendarDay, context: WhenContext): ReadWhen {
  const { now, timeZone } = context;
  if (!time) {
    const minutes = part ?? (tonight ? 1_200 : null);
    if (minutes === null) return day ? sayTime : sayWhen;
    return clock(day ?? comingDay(minutes, today, context), minutes, context);
  }
  const evening = tonight || (part !== null && part >= 720);
  const passed = minutesIn(now, timeZone);
  const minutes = withHalf(time, evening, part, day === null || sameDay(day, today) ? passed : -1, context);
  // "Tonight at midnight" is the end of the day, not its beginning.
  if (tonight && minutes < 240) return clock(daysLater(today, 1), minutes, context);
  return clock(day ?? comingDay(minutes, today, context), minutes, context);
}

function withHalf(
  { minutes, open }: ClockTime,
  evening: boolean,
  part: number | null,
  passed: number,
  { likely }: WhenContext,
): number {
  const base = minutes % 720;
  if (evening && minutes < 720 && base >= 60) return base + 720;
  if (!open) return minutes;
  if (part !== null || likely === 'am') return base;
  // Nobody means the hours before seven unless they say so.
  if (base < 420) return base + 720;
  return base <= passed ? base + 720 : base;
}

/** Today, or tomorrow when the time is over. */
function comingDay(minutes: number, today: CalendarDay, { now, timeZone }: WhenContext): CalendarDay {
  return epochOf(today, minutes, timeZone) > now ? today : daysLater(today, 1);
}

function dayAt(
  words: readonly string[],
  at: number,
  today: CalendarDay,
  context: WhenContext,
): { readonly day: CalendarDay; readonly to: number } | null {
  const word = words[at] ?? '';
  if (word === 'today' || word === 'tonight') return { day: today, to: at + 1 };
  if (word === 'tomorrow') return { day: daysLater(today, 1), to: at + 1 };
  if (words.slice(at, at + 3).join(' ') === 'day after tomorrow')
    return { day: daysLater(today, 2), to: at + 3 };
  const next = word === 'next' ? 1 : 0;
  if (next && words[at + 1] === 'week') return { day: daysLater(today, 7), to: at + 2 };
  const weekday = DAYS.findIndex(
    (name) => (words[at + next] ?? '').length > 2 && name.startsWith(words[at + next]!),
  );
  if (weekday >= 0)
    return { day: comingWeekday(weekday, next > 0, words, today, context), to: at + next + 1 };
  return inDays(words, at, today) ?? dateAt(words, at, today) ?? isoDay(words, at);
}

/** A weekday is the coming one; today's only while the time that is said is still to come. */
function comingWeekday(
  weekday: number,
  next: boolean,
  words: readonly string[],
  today: CalendarDay,
  { now, timeZone }: WhenContext,
): CalendarDay {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (ahead > 0) return daysLater(today, ahead);
  const said = words.map((_, at) => clockAt(words, at)).find((time) => time !== null);
  const late = said && Math.max(said.minutes, said.open ? (said.minutes % 720) + 720 : 0);
  const toCome = late !== null && late !== undefined && epochOf(today, late, timeZone) > now;
  return daysLater(today, toCome && !next ? 0 : 7);
}

/** "in 3 days at 9:00". */
function inDays(words: readonly string[], at: number, today: CalendarDay) {
  if (words[at] !== 'in') return null;
  const number = words[at + 1] === 'a' ? { value: 1, to: at + 2 } : numberAt(words, at + 1);
  const unit = /^(day|week)s?$/.exec(words[number?.to ?? -1] ?? '')?.[1];
  if (!number || !unit || !Number.isInteger(number.value) || number.value > 2_000) return null;
  return { day: daysLater(today, number.value * (unit === 'week' ? 7 : 1)), to: number.to + 1 };
}

/** "22 november", "22nd of november 2027", "november 22". The coming one when no year is said. */
function dateAt(words: readonly string[], at: number, today: CalendarDay) {
  const month = (word: string | undefined) =>
    MONTHS.findIndex((name) => /^[a-z]{3,9}$/.test(word ?? '') && word!.startsWith(name) && isMonth(word!));
  const first = month(words[at]);
  const dayFirst = dayNumber(words[at]);
  const joint = words[at + 1] === 'of' ? 1 : 0;
  const found =
    first >= 0 && dayNumber(words[at + 1]) !== null
      ? { month: first, day: dayNumber(words[at + 1])!, to: at + 2 }
      : dayFirst !== null && month(words[at + 1 + joint]) >= 0
        ? { month: month(words[at + 1 + joint]), day: dayFirst, to: at + 2 + joint }
        : null;
  if (!found) return null;
  const year = /^20\d\d$/.test(words[found.to] ?? '') ? Number(words[found.to]) : null;
  const wanted = realDay(year ?? today.year, found.month + 1, found.day);
  if (!wanted) return null;
  if (year !== null) return { day: wanted, to: found.to + 1 };
  const over = wanted.month < today.month || (wanted.month === today.month && wanted.day < today.day);
  const later = over ? realDay(today.year + 1, wanted.month, wanted.day) : wanted;
  return later && { day: later, to: found.to };
}

function isoDay(words: readonly string[], at: number) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words[at] ?? '');
  const day = found && realDay(Number(found[1]), Number(found[2]), Number(found[3]));
  return day ? { day, to: at + 1 } : null;
}

const FULL_MONTHS =
  'january february march april may june july august september october november december sept'.split(' ');
const isMonth = (word: string) => word.length === 3 || FULL_MONTHS.includes(word);

function dayNumber(word: string | undefined): number | null {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '');
  return found ? Number(found[1]) : null;
}

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/\b([ap])\.\s?m\b\.?/g, '$1m')
    .replace(/o\s?['’]\s?clock/g, 'oclock')
    .replace(/(\d)(am|pm)\b/g, '$1 $2')
    .replace(/(\d)\s*(oclock)/g, '$1 $2')
    .split(/[\s,]+/)
    .map((word) => word.replace(/^['"]+|['".!?]+$/g, ''))
    .filter(Boolean);
}

function sameDay(one: CalendarDay, other: CalendarDay): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}

function clock(day: CalendarDay, minutes: number, context: WhenContext): ReadWhen {
  const at = epochOf(day, minutes, context.timeZone);
  return checked({ type: 'clock', day, minutes }, at, context);
}

function moment(at: number, context: WhenContext): ReadWhen {
  return checked({ type: 'moment', at }, at, context);
}

function checked(when: When, at: number, { now }: WhenContext): ReadWhen {
  if (!Number.isFinite(at)) return sayWhen;
  if (at <= now) return failure('That moment has passed.', 'Ask when it should be.');
  if (at - now > LONGEST_MS) return failure('That is more than five years away.', 'Ask for an earlier day.');
  return { ok: true, when, at };
}

function failure(error: string, hint: string): ReadWhen {
  return { ok: false, error, hint };
}

const sayWhen = failure(
  'It is not clear when that is.',
  "Say when: a length such as '10 minutes', a time such as '17:30', or a day and time such as 'tomorrow 9:00' or '2026-11-22T09:00'.",
);
const sayTime = failure('The day is clear, but not the time.', 'Ask at what time on that day.');
const noSuchDay = failure('There is no such day in the calendar.', 'Ask for the date again.');

import { unitOf } from './durations';
import { numberAt, ordinalValue } from './numbers';

const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** A day found in words `[from, to)`. */
export interface FoundDay {
  readonly day: Date;
  readonly to: number;
}

/** The day that begins at this lower-case word: "tomorrow", "next friday", "in two weeks", "the 3rd of may". */
export function dayAt(words: readonly string[], at: number, now: Date): FoundDay | null {
  return relativeDay(words, at, now) ?? weekdayAt(words, at, now) ?? calendarDate(words, at, now);
}

function relativeDay(words: readonly string[], at: number, now: Date): FoundDay | null {
  const inDays = (days: number, to: number) => ({ day: addDays(now, days), to });
  const word = words[at] ?? '';
  if (/^(?:today|tonight|todays|today's|tonight's)$/.test(word)) return inDays(0, at + 1);
  if (word === 'this' && /^(?:morning|afternoon|evening)$/.test(words[at + 1] ?? ''))
    return inDays(0, at + 1);
  if (/^tomorrow(?:'?s)?$/.test(word)) return inDays(1, at + 1);
  if (/^yesterday(?:'?s)?$/.test(word)) return inDays(-1, at + 1);
  const article = word === 'the' ? 1 : 0;
  if (
    words[at + article] === 'day' &&
    words[at + article + 1] === 'after' &&
    words[at + article + 2] === 'tomorrow'
  )
    return inDays(2, at + article + 3);
  if (
    words[at + article] === 'day' &&
    words[at + article + 1] === 'before' &&
    words[at + article + 2] === 'yesterday'
  )
    return inDays(-2, at + article + 3);
  if (word === 'next' && words[at + 1] === 'week') return inDays(7, at + 2);
  if (word === 'next' && words[at + 1] === 'month')
    return { day: new Date(now.getFullYear(), now.getMonth() + 1, now.getDate()), to: at + 2 };
  return countedDays(words, at, now);
}

/** "in three days", "a week from today", "two weeks from friday", "two days ago". */
function countedDays(words: readonly string[], at: number, now: Date): FoundDay | null {
  const start = words[at] === 'in' ? at + 1 : at;
  const article = /^(?:an?|one)$/.test(words[start] ?? '');
  const number = article ? { value: 1, to: start + 1 } : numberAt(words, start);
  const unit = number && unitOf(words[number.to]);
  if (!number || !unit || unit < 86_400) return null;
  const days = number.value * (unit / 86_400);
  const to = number.to + 1;
  if (words[to] === 'ago') return { day: addDays(now, -days), to: to + 1 };
  if (words[to] === 'from') {
    const base = words[to + 1] === 'now' ? { day: now, to: to + 2 } : dayAt(words, to + 1, now);
    return base && { day: addDays(base.day, days), to: base.to };
  }
  return start > at ? { day: addDays(now, days), to } : null;
}

function weekdayAt(words: readonly string[], at: number, now: Date): FoundDay | null {
  const prefixed = /^(?:next|this|coming|last)$/.test(words[at] ?? '') ? 1 : 0;
  const named = (words[at + prefixed] ?? '').replace(/'s$/, '');
  const weekday = named === 'weekend' ? 6 : DAYS.indexOf(named);
  if (weekday < 0) return null;
  const ahead = (weekday - now.getDay() + 7) % 7 || (words[at] === 'this' ? 0 : 7);
  const past = words[at] === 'last';
  const to = at + prefixed + 1;
  return { day: addDays(now, past ? ahead - 7 : ahead), to };
}

function calendarDate(words: readonly string[], at: number, now: Date): FoundDay | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words[at] ?? '');
  if (iso) return { day: new Date(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])), to: at + 1 };
  const month = MONTHS.indexOf(words[at] ?? '');
  if (month >= 0) {
    const the = words[at + 1] === 'the' ? 1 : 0;
    const day = dayNumber(words, at + 1 + the);
    return day && withYear(words, month, day.value, day.to, now);
  }
  const the = words[at] === 'the' ? 1 : 0;
  const day = dayNumber(words, at + the);
  if (!day) return null;
  const of = words[day.to] === 'of' ? 1 : 0;
  const named = MONTHS.indexOf(words[day.to + of] ?? '');
  if (named >= 0) return withYear(words, named, day.value, day.to + of + 1, now);
  // "on the fifth" is a day of this month or the next.
  if (!the || !day.ordinal || words[at - 1] !== 'on') return null;
  const thisMonth = new Date(now.getFullYear(), now.getMonth(), day.value);
  const coming =
    thisMonth < addDays(now, 0) ? new Date(now.getFullYear(), now.getMonth() + 1, day.value) : thisMonth;
  return { day: coming, to: day.to };
}

function dayNumber(
  words: readonly string[],
  at: number,
): { value: number; to: number; ordinal: boolean } | null {
  const word = words[at] ?? '';
  const ordinal = ordinalValue(word);
  if (ordinal !== null) return ordinal <= 31 ? { value: ordinal, to: at + 1, ordinal: true } : null;
  const tens = /^(?:twenty|thirty)$/.test(word) ? ordinalValue(words[at + 1]) : null;
  if (tens !== null && tens < 10)
    return { value: (word === 'twenty' ? 20 : 30) + tens, to: at + 2, ordinal: true };
  const number = numberAt(words, at);
  if (!number || number.value < 1 || number.value > 31 || !Number.isInteger(number.value)) return null;
  return { value: number.value, to: number.to, ordinal: false };
}

function withYear(words: readonly string[], month: number, day: number, to: number, now: Date): FoundDay {
  const year = numberAt(words, to);
  if (year && year.value >= 1900 && year.value < 2200) {
    return { day: new Date(year.value, month, day), to: year.to };
  }
  const date = new Date(now.getFullYear(), month, day);
  return { day: date < addDays(now, 0) ? new Date(now.getFullYear() + 1, month, day) : date, to };
}

/** Midnight, some days later. */
export function addDays(from: Date, days: number): Date {
  return new Date(from.getFullYear(), from.getMonth(), from.getDate() + days);
}

/** `2026-11-21` in local time. */
export function isoDate(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

import { findNumbers } from './numbers';

const UNIT_SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  sec: 1,
  minute: 60,
  min: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
};
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** A stretch of words `[from, to)` that means a length of time. */
export interface FoundDuration {
  readonly seconds: number;
  readonly from: number;
  readonly to: number;
}

/** The first length of time in lower-case words: "an hour and a half", "ten minutes", "1 hour 30 minutes". */
export function findDuration(words: readonly string[]): FoundDuration | null {
  let seconds = 0;
  let from = -1;
  let to = 0;
  for (let at = 0; at < words.length;) {
    const part = durationPart(words, at);
    if (part && (from < 0 || at === to || (words[to] === 'and' && at === to + 1))) {
      seconds += part.seconds;
      if (from < 0) from = part.from;
      to = part.to;
      at = part.to;
    } else at++;
  }
  return from < 0 ? null : { seconds, from, to };
}

function durationPart(words: readonly string[], at: number): FoundDuration | null {
  if (words[at] === 'half' && /^an?$/.test(words[at + 1] ?? '')) {
    const unit = unitOf(words[at + 2]);
    return unit ? { seconds: unit / 2, from: at, to: at + 3 } : null;
  }
  if (words[at] === 'quarter' && words[at + 1] === 'of') {
    const unit = unitOf(words[at + 3]);
    return unit ? { seconds: unit / 4, from: at, to: at + 4 } : null;
  }
  const one = /^(?:an?|one)$/.test(words[at] ?? '') ? unitOf(words[at + 1]) : null;
  if (one) return withHalf(words, one, at, at + 2, one);
  const glued = /^(\d+)(s|sec|m|min|h|hr)$/.exec(words[at] ?? '');
  if (glued) {
    const size = glued[2]?.startsWith('s') ? 1 : glued[2]?.startsWith('m') ? 60 : 3_600;
    return { seconds: Number(glued[1]) * size, from: at, to: at + 1 };
  }
  const number = findNumbers(words.slice(at))[0];
  if (number?.from !== 0) return null;
  let end = at + number.to;
  let value = number.value;
  if (words[end] === 'and' && words[end + 1] === 'a' && words[end + 2] === 'half') {
    value += 0.5;
    end += 3;
  }
  const unit = unitOf(words[end]) ?? (words[end] === 'of' ? unitOf(words[++end]) : null);
  return unit ? withHalf(words, value * unit, at, end + 1, unit) : null;
}

function withHalf(words: readonly string[], seconds: number, from: number, to: number, unit: number) {
  const half = words[to] === 'and' && words[to + 1] === 'a' && words[to + 2] === 'half';
  return { seconds: half ? seconds + unit / 2 : seconds, from, to: half ? to + 3 : to };
}

function unitOf(word: string | undefined): number | null {
  return UNIT_SECONDS[(word ?? '').replace(/s$/, '')] ?? null;
}

/** A moment in words: parts that were not said are null. */
export interface FoundMoment {
  readonly day: Date | null;
  /** Minutes after midnight. */
  readonly minutes: number | null;
  readonly from: number;
  readonly to: number;
}

/** The first date or time of day: "tomorrow at half past three", "next friday", "the 3rd of May", "5 pm". */
export function findMoment(words: readonly string[], now: Date): FoundMoment | null {
  let day: Date | null = null;
  let minutes: number | null = null;
  const used = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    const date: ReturnType<typeof dateAt> = day === null ? dateAt(words, at, now) : null;
    if (date) {
      day = date.day;
      for (let i = at; i < date.to; i++) used.add(i);
      at = date.to - 1;
      continue;
    }
    const time: ReturnType<typeof timeAt> = minutes === null ? timeAt(words, at) : null;
    if (time) {
      minutes = time.minutes;
      for (let i = at; i < time.to; i++) used.add(i);
      at = time.to - 1;
    }
  }
  if (used.size === 0) return null;
  return { day, minutes, from: Math.min(...used), to: Math.max(...used) + 1 };
}

function dateAt(words: readonly string[], at: number, now: Date): { day: Date; to: number } | null {
  const word = words[at] ?? '';
  const inDays = (days: number, to: number) => ({ day: addDays(now, days), to });
  if (word === 'today' || word === 'tonight') return inDays(0, at + 1);
  if (word === 'tomorrow') return inDays(1, at + 1);
  if (word === 'yesterday') return inDays(-1, at + 1);
  const next = /^(?:next|this)$/.test(word) ? 1 : 0;
  const named = words[at + next] ?? '';
  const weekday = named === 'weekend' ? 6 : DAYS.indexOf(named);
  if (weekday >= 0) {
    const ahead = (weekday - now.getDay() + 7) % 7 || 7;
    return inDays(ahead, at + next + 1);
  }
  return calendarDate(words, at, now);
}

function calendarDate(words: readonly string[], at: number, now: Date): { day: Date; to: number } | null {
  const monthFirst = MONTHS.indexOf(words[at] ?? '');
  const dayOf = (word: string | undefined) =>
    Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '')?.[1] ?? NaN);
  if (monthFirst >= 0 && dayOf(words[at + 1])) {
    return { day: comingDate(now, monthFirst, dayOf(words[at + 1])), to: at + 2 };
  }
  const day = dayOf(words[at]);
  const skip = words[at + 1] === 'of' ? 2 : 1;
  const month = MONTHS.indexOf(words[at + skip] ?? '');
  return day && month >= 0 ? { day: comingDate(now, month, day), to: at + skip + 1 } : null;
}

function timeAt(words: readonly string[], at: number): { minutes: number; to: number } | null {
  const word = words[at] ?? '';
  if (word === 'noon' || word === 'midday') return { minutes: 720, to: at + 1 };
  if (word === 'midnight') return { minutes: 0, to: at + 1 };
  const past = /^(?:half|quarter)$/.test(word) ? words[at + 1] : undefined;
  if (past === 'past' || past === 'to') {
    const hour = findNumbers(words.slice(at + 2))[0];
    if (hour?.from !== 0 || hour.value > 12) return null;
    const offset = word === 'half' ? 30 : past === 'past' ? 15 : -15;
    return withHalfDay(words, hour.value * 60 + offset, at + 2 + hour.to);
  }
  const clock = /^(\d{1,2})(?::(\d{2}))?(am|pm)?$/.exec(word);
  if (clock && Number(clock[1]) < 25 && (clock[2] ?? clock[3])) {
    const minutes = Number(clock[1]) * 60 + Number(clock[2] ?? 0);
    return clock[3]
      ? { minutes: halfDay(minutes, clock[3]), to: at + 1 }
      : withHalfDay(words, minutes, at + 1);
  }
  const number = findNumbers(words.slice(at))[0];
  if (number?.from !== 0 || number.value > 24 || !Number.isInteger(number.value)) return null;
  const end = at + number.to;
  const marked = /^(?:am|pm|a|p|o'clock|oclock)$/.test(words[end] ?? '') || words[at - 1] === 'at';
  if (!marked) return null;
  const minute = findNumbers(words.slice(end))[0];
  const hasMinute = minute?.from === 0 && minute.value < 60;
  return withHalfDay(
    words,
    number.value * 60 + (hasMinute ? minute.value : 0),
    hasMinute ? end + minute.to : end,
  );
}

function withHalfDay(words: readonly string[], minutes: number, at: number): { minutes: number; to: number } {
  const word = words[at] ?? '';
  if (/^o'?clock$/.test(word)) return withHalfDay(words, minutes, at + 1);
  if (/^[ap]m$/.test(word)) return { minutes: halfDay(minutes, word), to: at + 1 };
  if (/^[ap]$/.test(word) && words[at + 1] === 'm')
    return { minutes: halfDay(minutes, `${word}m`), to: at + 2 };
  const part = words[at] === 'in' && words[at + 1] === 'the' ? words[at + 2] : null;
  if (part === 'morning') return { minutes: halfDay(minutes, 'am'), to: at + 3 };
  if (part === 'afternoon' || part === 'evening') return { minutes: halfDay(minutes, 'pm'), to: at + 3 };
  return { minutes, to: at };
}

const halfDay = (minutes: number, half: string) => (minutes % 720) + (half === 'pm' ? 720 : 0);

function addDays(from: Date, days: number): Date {
  return new Date(from.getFullYear(), from.getMonth(), from.getDate() + days);
}

function comingDate(now: Date, month: number, day: number): Date {
  const date = new Date(now.getFullYear(), month, day);
  return date < addDays(now, 0) ? new Date(now.getFullYear() + 1, month, day) : date;
}

/** `2026-11-21` in local time. */
export function isoDate(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `15:30` for 930 minutes after midnight. */
export function clockTime(minutes: number): string {
  const day = ((minutes % 1_440) + 1_440) % 1_440;
  return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`;
}

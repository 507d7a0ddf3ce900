import { addDays, dayAt } from './calendar';
import { partOfDay, timeAt, type FoundTime } from './clock-times';
import { findDurations } from './durations';

/** A moment in words: parts that were not said are null. `at` are the positions of its words. */
export interface FoundMoment {
  /** Midnight of the day. */
  readonly day: Date | null;
  /** Minutes after midnight. */
  readonly minutes: number | null;
  readonly at: readonly number[];
}

/** What helps to tell whether "at six" is in the morning. */
export interface MomentContext {
  readonly now: Date;
  /** Whether the words speak of getting up or of the evening. */
  readonly likely: 'am' | 'pm' | null;
}

/** The first date and time of day: "tomorrow at half past three", "on friday", "in half an hour", "5 pm". */
export function findMoment(words: readonly string[], context: MomentContext): FoundMoment | null {
  return fromNow(words, context.now) ?? namedMoment(words, context);
}

/** "in half an hour", "two hours from now": counted from now to the minute. */
function fromNow(words: readonly string[], now: Date): FoundMoment | null {
  for (const { seconds, from, to } of findDurations(words)) {
    if (seconds >= 86_400 && seconds % 86_400 === 0) continue;
    const before = /^(?:in|within|after)$/.test(words[from - 1] ?? '') ? 1 : 0;
    const after =
      words[to] === 'from' && words[to + 1] === 'now' ? 2 : /^(?:later|time)$/.test(words[to] ?? '') ? 1 : 0;
    if (before + after === 0) continue;
    const moment = new Date(now.getTime() + seconds * 1_000);
    return {
      day: addDays(moment, 0),
      minutes: moment.getHours() * 60 + moment.getMinutes(),
      at: span(from - before, to + after),
    };
  }
  return null;
}

function namedMoment(words: readonly string[], context: MomentContext): FoundMoment | null {
  let day: Date | null = null;
  let time: FoundTime | null = null;
  let part: FoundTime | null = null;
  let evening = false;
  const used: number[] = [];
  for (let at = 0; at < words.length;) {
    const date: ReturnType<typeof dayAt> = day === null ? dayAt(words, at, context.now) : null;
    const clock: FoundTime | null = date || time ? null : timeAt(words, at);
    const ofDay: FoundTime | null = date || clock || part ? null : partOfDay(words, at);
    const to: number | undefined = (date ?? clock ?? ofDay)?.to;
    if (to === undefined || (ofDay && used.length === 0 && !/^(?:the|this)$/.test(words[at - 1] ?? ''))) {
      at++;
      continue;
    }
    if (date) {
      day = date.day;
      evening ||= words[at]?.startsWith('tonight') === true;
    } else if (clock) time = clock;
    else part = ofDay;
    used.push(...withJoint(words, at, to));
    at = to;
  }
  if (used.length === 0 || (day === null && time === null && part === null)) return null;
  const half = part?.half ?? (evening ? 'pm' : null);
  const minutes = time ? settled(time, day, half, context) : (part?.minutes ?? (evening ? 1_200 : null));
  const soon = day === null && minutes !== null ? comingDay(minutes, context.now, time) : day;
  return { day: soon, minutes, at: [...new Set(used)].sort((a, b) => a - b) };
}

/** Takes the "at", "on" or "in the" before a day or a time along. */
function withJoint(words: readonly string[], from: number, to: number): readonly number[] {
  let start = from;
  if (/^(?:the|this|coming)$/.test(words[start - 1] ?? '')) start--;
  if (/^(?:at|on|by|in|around|for)$/.test(words[start - 1] ?? '')) start--;
  return span(start, to);
}

/** The time with its half of the day decided: as said, else as likely, else by daylight and what is still to come. */
function settled(
  time: FoundTime,
  day: Date | null,
  half: 'am' | 'pm' | null,
  context: MomentContext,
): number {
  if (!time.open) return time.minutes;
  const base = time.minutes % 720;
  const said = half ?? context.likely;
  if (said) return base + (said === 'pm' ? 720 : 0);
  const today = day === null || day.getTime() === addDays(context.now, 0).getTime();
  const passed = context.now.getHours() * 60 + context.now.getMinutes();
  // Nobody means the hours before seven unless they say so.
  if (base < 420) return base + 720;
  return today && base <= passed ? base + 720 : base;
}

/** A time alone is today, or tomorrow when it is over. */
function comingDay(minutes: number, now: Date, time: FoundTime | null): Date | null {
  if (time === null) return null;
  const passed = now.getHours() * 60 + now.getMinutes();
  return addDays(now, minutes <= passed ? 1 : 0);
}

const span = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

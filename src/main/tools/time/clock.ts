import { numberAt } from './number-words';

/** A time of day among words. `open`: it may be twelve hours later as well, the half of the day was not said. */
export interface ClockTime {
  /** After midnight. */
  readonly minutes: number;
  readonly open: boolean;
  readonly to: number;
}

/** Parts of the day said alone, and the time they stand for. */
const PARTS: Readonly<Record<string, number>> = {
  morning: 540,
  afternoon: 900,
  evening: 1_140,
  night: 1_260,
};

/** "17:30", "5:30 pm", "5 pm", "half past five", "ten to six", "five o'clock", "five thirty", "noon". */
export function clockAt(words: readonly string[], at: number): ClockTime | null {
  const word = words[at] ?? '';
  if (word === 'noon' || word === 'midday') return { minutes: 720, open: false, to: at + 1 };
  if (word === 'midnight') return { minutes: 0, open: false, to: at + 1 };
  return digital(words, at) ?? pastOrTo(words, at) ?? spoken(words, at);
}

/** "morning", "evening"; null for other words. */
export function partAt(words: readonly string[], at: number): number | null {
  const word = words[at] ?? '';
  return Object.hasOwn(PARTS, word) ? PARTS[word]! : null;
}

function digital(words: readonly string[], at: number): ClockTime | null {
  const found =
    /^(\d{1,2})[:.h](\d{2})(?::\d{2})?$/.exec(words[at] ?? '') ?? /^(\d{2})(\d{2})$/.exec(words[at] ?? '');
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  const to = /^(?:hours|h|oclock)$/.test(words[at + 1] ?? '') ? at + 2 : at + 1;
  return halved(words, hour, minute, to, false);
}

/** "half past five", "a quarter to six", "twenty past three". */
function pastOrTo(words: readonly string[], from: number): ClockTime | null {
  let at = words[from] === 'a' ? from + 1 : from;
  let offset: number;
  if (words[at] === 'half') offset = 30;
  else if (words[at] === 'quarter') offset = 15;
  else {
    const number = at === from ? numberAt(words, at) : null;
    if (!number || !Number.isInteger(number.value) || number.value < 1 || number.value > 29) return null;
    offset = number.value;
    at = number.to - 1;
  }
  at++;
  if (/^minutes?$/.test(words[at] ?? '')) at++;
  const joint = words[at] ?? '';
  const later = /^(?:past|after)$/.test(joint);
  if (!later && !/^(?:to|before|till)$/.test(joint)) return null;
  const hour = wholeHour(words, at + 1);
  if (!hour) return null;
  const time = halved(words, hour.value, 0, hour.to, true);
  if (!time) return null;
  return { ...time, minutes: (time.minutes + (later ? offset : -offset) + 1_440) % 1_440 };
}

/** "five", "five o'clock", "five thirty", "5 pm". */
function spoken(words: readonly string[], at: number): ClockTime | null {
  const hour = wholeHour(words, at);
  if (!hour) return null;
  if (words[hour.to] === 'oclock') return halved(words, hour.value, 0, hour.to + 1, true);
  const zero = /^(?:oh|o|zero)$/.test(words[hour.to] ?? '') ? 1 : 0;
  const minute = numberAt(words, hour.to + zero);
  const fits =
    minute &&
    Number.isInteger(minute.value) &&
    minute.value < 60 &&
    (zero ? minute.value < 10 : minute.value > 9);
  return fits
    ? halved(words, hour.value, minute.value, minute.to, true)
    : halved(words, hour.value, 0, hour.to, true);
}

function wholeHour(
  words: readonly string[],
  at: number,
): { readonly value: number; readonly to: number } | null {
  const hour = numberAt(words, at);
  return hour && Number.isInteger(hour.value) && hour.value <= 24 ? hour : null;
}

/** Puts the half of the day that was said to an hour; null for "17 am". */
function halved(
  words: readonly string[],
  hour: number,
  minute: number,
  to: number,
  spokenAloud: boolean,
): ClockTime | null {
  const half = /^(am|pm)$/.exec(words[to] ?? '')?.[1];
  if (!half) {
    const open = spokenAloud && hour >= 1 && hour <= 12;
    return { minutes: ((hour % 24) * 60 + minute) % 1_440, open, to };
  }
  if (hour > 12 || (hour === 0 && half === 'pm'))
    return hour > 12 && half === 'pm' && hour < 24
      ? { minutes: hour * 60 + minute, open: false, to: to + 1 }
      : null;
  return { minutes: ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute, open: false, to: to + 1 };
}

import { numberAt } from './numbers';

/** Half of the day that was said, if any. */
export type HalfDay = 'am' | 'pm' | null;

/** A time of day found in words `[from, to)`. */
export interface FoundTime {
  /** Minutes after midnight. */
  readonly minutes: number;
  /** Null when the hour was said without telling the half of the day. */
  readonly half: HalfDay;
  /** Whether both readings, in the morning and in the evening, are possible. */
  readonly open: boolean;
  readonly to: number;
}

/** Times that have a name of their own, in minutes after midnight. */
const NAMED: Readonly<Record<string, number>> = { noon: 720, midday: 720, midnight: 0 };
/** Parts of a day without an hour, and the hour they stand for. */
const PARTS: Readonly<Record<string, number>> = {
  morning: 540,
  afternoon: 900,
  evening: 1_140,
  lunchtime: 720,
};

/** The time that begins at this lower-case word: "half past three", "5 pm", "ten to six", "noon". */
export function timeAt(words: readonly string[], at: number): FoundTime | null {
  const word = words[at] ?? '';
  const named = NAMED[word];
  if (named !== undefined) return { minutes: named, half: named ? 'pm' : 'am', open: false, to: at + 1 };
  return pastOrTo(words, at) ?? digital(words, at) ?? spokenTime(words, at);
}

/** A part of a day said alone: "this afternoon", "tomorrow morning"; null for other words. */
export function partOfDay(words: readonly string[], at: number): FoundTime | null {
  const minutes = PARTS[words[at] ?? ''];
  if (minutes === undefined) return null;
  return { minutes, half: minutes < 720 ? 'am' : 'pm', open: false, to: at + 1 };
}

/** "half past three", "quarter to five", "twenty past six", "ten to eight". */
function pastOrTo(words: readonly string[], at: number): FoundTime | null {
  let next = words[at] === 'a' && words[at + 1] === 'quarter' ? at + 1 : at;
  let offset: number;
  if (words[next] === 'half') offset = 30;
  else if (words[next] === 'quarter') offset = 15;
  else {
    const number = numberAt(words, next);
    if (!number || number.value > 29 || !Number.isInteger(number.value)) return null;
    offset = number.value;
    next = number.to - 1;
  }
  next++;
  if (/^minutes?$/.test(words[next] ?? '')) next++;
  const joint = words[next] ?? '';
  if (offset === 30 && !/^(?:past|after)$/.test(joint)) {
    const hour = numberAt(words, next);
    const plain =
      words[at] === 'half' && hour && Number.isInteger(hour.value) && hour.value >= 1 && hour.value <= 12;
    // British "half eight" is half past eight.
    return plain && words[at - 1] === 'at' ? withHalfDay(words, hour.value * 60 + 30, hour.to) : null;
  }
  if (!/^(?:past|after|to|before|till|of)$/.test(joint)) return null;
  const hour = hourAt(words, next + 1);
  if (!hour || (joint === 'of' && words[at] !== 'quarter')) return null;
  const later = /^(?:past|after)$/.test(joint);
  return withHalfDay(words, hour.value * 60 + (later ? offset : -offset), hour.to);
}

function hourAt(words: readonly string[], at: number): { value: number; to: number } | null {
  const named = NAMED[words[at] ?? ''];
  if (named !== undefined) return { value: named / 60, to: at + 1 };
  const hour = numberAt(words, at);
  return hour && Number.isInteger(hour.value) && hour.value >= 1 && hour.value <= 23 ? hour : null;
}

/** "15:05", "7:30pm", "5pm". */
function digital(words: readonly string[], at: number): FoundTime | null {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(words[at] ?? '');
  if (!found || Number(found[1]) > 24 || Number(found[2] ?? 0) > 59) return null;
  const glued = found[3] === 'am' || found[3] === 'pm' ? found[3] : null;
  const clear = glued !== null || (found[2] !== undefined && (words[at] ?? '').includes(':'));
  if (!clear && !(found[2] && /^[ap]m?$/.test(words[at + 1] ?? ''))) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2] ?? 0);
  if (glued) return { minutes: inHalf(minutes, glued), half: glued, open: false, to: at + 1 };
  const whole = /^0\d/.test(found[1] ?? '');
  const time = withHalfDay(words, minutes, at + 1);
  return whole ? { ...time, open: false } : time;
}

/** "seven thirty", "three pm", "at five", "six o'clock", "eighteen hundred". */
function spokenTime(words: readonly string[], at: number): FoundTime | null {
  const hour = numberAt(words, at);
  const announced = /^(?:at|by|around|until|till|before|after|from|for|to)$/.test(words[at - 1] ?? '');
  if (!hour || !Number.isInteger(hour.value) || hour.value > 24) return splitDigits(words, at, announced);
  let to = hour.to;
  let minutes = hour.value * 60;
  const oh = words[to] === 'oh' || words[to] === 'o' ? 1 : 0;
  const minute = numberAt(words, to + oh);
  const minuteFits =
    minute && minute.value < 60 && Number.isInteger(minute.value) && (oh === 1 || minute.value >= 10);
  const counted = /^(?:minutes?|seconds?|hours?|percent|degrees?|people|times)$/.test(
    words[minute?.to ?? 0] ?? '',
  );
  if (minuteFits && !counted) {
    minutes += minute.value;
    to = minute.to;
  }
  const marked =
    /^(?:am|pm|o'clock|oclock)$/.test(words[to] ?? '') ||
    (/^[ap]$/.test(words[to] ?? '') && words[to + 1] === 'm');
  const said = words[to] === 'in' && words[to + 1] === 'the' && PARTS[words[to + 2] ?? ''] !== undefined;
  const atHour = /^(?:at|by|around|until|till|before|after)$/.test(words[at - 1] ?? '');
  const clear = marked || said || (to > hour.to && (announced || minuteFits)) || atHour;
  if (!clear || (!marked && isCounted(words[to]))) return null;
  return withHalfDay(words, minutes, to);
}

/** "at six thirty" can be taken for the digits of a code when both are small: "at five oh five". */
function splitDigits(words: readonly string[], at: number, announced: boolean): FoundTime | null {
  const number = numberAt(words, at);
  const digits = number?.digits ?? '';
  if (!number || !/^\d{3,4}$/.test(digits) || !announced) return null;
  const hours = Number(digits.slice(0, -2));
  const minutes = Number(digits.slice(-2));
  return hours < 24 && minutes < 60 ? withHalfDay(words, hours * 60 + minutes, number.to) : null;
}

const isCounted = (word: string | undefined) =>
  /^(?:minutes?|seconds?|hours?|days?|weeks?|months?|percent|degrees?|people|persons?|guests|times|dollars|euros|pounds)$/.test(
    word ?? '',
  );

function withHalfDay(words: readonly string[], minutes: number, at: number): FoundTime {
  const word = words[at] ?? '';
  if (/^o'?clock$/.test(word)) return withHalfDay(words, minutes, at + 1);
  const found = (half: 'am' | 'pm', to: number) => ({
    minutes: inHalf(minutes, half),
    half,
    open: false,
    to,
  });
  if (word === 'am' || word === 'pm') return found(word, at + 1);
  if (/^[ap]$/.test(word) && words[at + 1] === 'm') return found(word === 'a' ? 'am' : 'pm', at + 2);
  const inThe = word === 'in' && words[at + 1] === 'the' ? 2 : word === 'this' ? 1 : 0;
  const part = inThe > 0 ? words[at + inThe] : undefined;
  if (part === 'morning') return found('am', at + inThe + 1);
  if (part === 'afternoon' || part === 'evening') return found('pm', at + inThe + 1);
  if (word === 'at' && words[at + 1] === 'night') return found('pm', at + 2);
  const open = minutes >= 60 && minutes < 780;
  return { minutes, half: null, open, to: at };
}

const inHalf = (minutes: number, half: 'am' | 'pm') => (minutes % 720) + (half === 'pm' ? 720 : 0);

/** `15:30` for 930 minutes after midnight. */
export function clockTime(minutes: number): string {
  const day = ((minutes % 1_440) + 1_440) % 1_440;
  return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`;
}

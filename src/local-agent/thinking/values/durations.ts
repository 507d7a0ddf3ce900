import { numberAt } from './numbers';

const UNIT_SECONDS: ReadonlyMap<string, number> = new Map([
  ['second', 1],
  ['sec', 1],
  ['minute', 60],
  ['min', 60],
  ['hour', 3_600],
  ['hr', 3_600],
  ['day', 86_400],
  ['night', 86_400],
  ['week', 604_800],
  ['fortnight', 1_209_600],
  ['month', 2_592_000],
  ['year', 31_536_000],
]);

/** A stretch of words `[from, to)` that means a length of time. */
export interface FoundDuration {
  readonly seconds: number;
  readonly from: number;
  readonly to: number;
}

/** Every length of time in lower-case words: "an hour and a half", "ten minutes", "1 hour 30 minutes". */
export function findDurations(words: readonly string[]): readonly FoundDuration[] {
  const found: FoundDuration[] = [];
  for (let at = 0; at < words.length;) {
    const duration = durationAt(words, at);
    if (duration) found.push(duration);
    at = duration ? duration.to : at + 1;
  }
  return found;
}

function durationAt(words: readonly string[], from: number): FoundDuration | null {
  const first = durationPart(words, from);
  if (!first) return null;
  let { seconds, to } = first;
  let smallest = first.unit;
  for (;;) {
    const joint = words[to] === 'and' ? 1 : 0;
    const next = durationPart(words, to + joint);
    if (next && next.unit < smallest) {
      seconds += next.seconds;
      to = next.to;
      smallest = next.unit;
      continue;
    }
    // "an hour thirty", "a minute twenty"
    const bare = joint === 0 && (smallest === 3_600 || smallest === 60) ? numberAt(words, to) : null;
    if (!bare || bare.value < 5 || bare.value > 59 || bare.digits?.startsWith('0')) break;
    if (/^(?:times?|percent|degrees?|people|o'clock|am|pm)$/.test(words[bare.to] ?? '')) break;
    return { seconds: seconds + bare.value * (smallest / 60), from, to: bare.to };
  }
  return { seconds, from, to };
}

interface Part extends FoundDuration {
  readonly unit: number;
}

function durationPart(words: readonly string[], at: number): Part | null {
  return fractionPart(words, at) ?? gluedPart(words[at] ?? '', at) ?? countedPart(words, at);
}

/** "half an hour", "a quarter of an hour", "three quarters of an hour", "half a minute". */
function fractionPart(words: readonly string[], at: number): Part | null {
  let next = at;
  let share = 0;
  if (words[next] === 'a' && /^(?:half|quarter)$/.test(words[next + 1] ?? '')) next++;
  if (words[next] === 'half') share = 0.5;
  else if (words[next] === 'quarter') share = 0.25;
  else if (words[next] === 'three' && words[next + 1] === 'quarters') {
    share = 0.75;
    next++;
  }
  if (share === 0) return null;
  next++;
  const joined = /^(?:of|an?)$/.test(words[next] ?? '');
  if (words[next] === 'of') next++;
  if (/^an?$/.test(words[next] ?? '')) next++;
  const unit = unitOf(words[next]);
  const direct = words[at] === 'a' && !joined;
  return unit && (joined || direct)
    ? { seconds: unit * share, unit: unit * share, from: at, to: next + 1 }
    : null;
}

/** "90s", "5min", "1h30". */
function gluedPart(word: string, at: number): Part | null {
  const found = /^(\d+(?:\.\d+)?)(s|secs?|m|mins?|h|hrs?)(\d{1,2})?m?$/.exec(word);
  if (!found) return null;
  const unit = found[2]?.startsWith('s') ? 1 : found[2]?.startsWith('m') ? 60 : 3_600;
  const rest = found[3] === undefined ? 0 : Number(found[3]) * (unit / 60);
  return { seconds: Number(found[1]) * unit + rest, unit, from: at, to: at + 1 };
}

function countedPart(words: readonly string[], at: number): Part | null {
  if (/^(?:an?|another)$/.test(words[at] ?? '')) {
    const unit = unitOf(words[at + 1]);
    if (unit) return withHalf(words, unit, at, at + 2, unit);
  }
  const number = numberAt(words, at);
  if (!number) return null;
  const to = words[number.to] === 'more' || words[number.to] === 'of' ? number.to + 1 : number.to;
  const unit = unitOf(words[to]);
  return unit ? withHalf(words, number.value * unit, at, to + 1, unit) : null;
}

function withHalf(words: readonly string[], seconds: number, from: number, to: number, unit: number): Part {
  const joined = words[to] === 'and' && words[to + 1] === 'a';
  const share = !joined ? 0 : words[to + 2] === 'half' ? 0.5 : words[to + 2] === 'quarter' ? 0.25 : 0;
  return {
    seconds: seconds + unit * share,
    unit: share ? unit * share : unit,
    from,
    to: share ? to + 3 : to,
  };
}

/** Seconds of a unit's name, singular or plural; null for other words. */
export function unitOf(word: string | undefined): number | null {
  return UNIT_SECONDS.get((word ?? '').replace(/s$/, '')) ?? null;
}

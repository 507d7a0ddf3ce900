import { numberAt } from './number-words';

/** Seconds of each unit, by the names it goes by; plurals lose their s first. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ...['s', 'sec', 'second'].map((name) => [name, 1] as const),
  ...['m', 'min', 'minute'].map((name) => [name, 60] as const),
  ...['h', 'hr', 'hour'].map((name) => [name, 3_600] as const),
  ...['d', 'day'].map((name) => [name, 86_400] as const),
  ...['w', 'wk', 'week'].map((name) => [name, 604_800] as const),
]);

const ISO = /^p(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?)?$/;

/**
 * Reads a length of time, in seconds: "10 minutes", "an hour and a half", "half an hour", "1h30m", "PT10M". Null when
 * any word of it is something else.
 */
export function readLength(text: string): number | null {
  const plain = text.trim().toLowerCase();
  const iso = ISO.exec(plain);
  if (iso) {
    const [weeks, days, hours, minutes, seconds] = iso.slice(1).map((part) => Number(part ?? 0));
    const sum = weeks! * 604_800 + days! * 86_400 + hours! * 3_600 + minutes! * 60 + seconds!;
    return sum > 0 ? sum : null;
  }
  const words = wordsOf(plain);
  let at = /^(?:in|for|after|about|another)$/.test(words[0] ?? '') ? 1 : 0;
  if (words[at] === 'about') at++;
  let sum = 0;
  let smallest = Infinity;
  while (at < words.length) {
    if (smallest !== Infinity && words[at] === 'and') at++;
    const part = partAt(words, at);
    if (!part || part.unit >= smallest) return null;
    sum += part.seconds;
    smallest = part.unit;
    at = part.to;
    if (/^(?:from now|later|time|long)$/.test(words.slice(at).join(' '))) break;
  }
  return sum > 0 ? sum : null;
}

interface Part {
  readonly seconds: number;
  readonly unit: number;
  readonly to: number;
}

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/(\d)([a-z])/g, '$1 $2')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .split(/[\s,]+/)
    .map((word) => word.replace(/^['"]+|['".]+$/g, ''))
    .filter(Boolean);
}

function partAt(words: readonly string[], at: number): Part | null {
  return fraction(words, at) ?? counted(words, at);
}

/** "half an hour", "a quarter of an hour", "three quarters of an hour". */
function fraction(words: readonly string[], from: number): Part | null {
  const at = words[from] === 'a' && /^(?:half|quarter)$/.test(words[from + 1] ?? '') ? from + 1 : from;
  const share =
    words[at] === 'half' ? 0.5 : words[at] === 'quarter' ? 0.25 : quarters(words, at) ? 0.75 : null;
  if (share === null) return null;
  let to = at + (share === 0.75 ? 2 : 1);
  if (words[to] === 'of') to++;
  if (/^an?$/.test(words[to] ?? '')) to++;
  const unit = unitOf(words[to]);
  return unit === null ? null : { seconds: unit * share, unit: unit * share, to: to + 1 };
}

const quarters = (words: readonly string[], at: number) =>
  /^(?:three|3)$/.test(words[at] ?? '') && words[at + 1] === 'quarters';

/** "10 minutes", "an hour and a half", "one and a half hours". */
function counted(words: readonly string[], at: number): Part | null {
  const number = /^an?$/.test(words[at] ?? '') ? { value: 1, to: at + 1 } : numberAt(words, at);
  if (!number) return null;
  const early = andAPart(words, number.to);
  const to = number.to + (early ? 3 : 0);
  const unit = unitOf(words[to]);
  if (unit === null) return null;
  const late = early ? 0 : andAPart(words, to + 1);
  const share = early + late;
  return {
    seconds: (number.value + share) * unit,
    unit: share ? unit * share : unit,
    to: to + (late ? 4 : 1),
  };
}

/** The share of "and a half" or "and a quarter"; 0 for other words. */
function andAPart(words: readonly string[], at: number): number {
  if (words[at] !== 'and' || words[at + 1] !== 'a') return 0;
  // "and a half hour" counts in hours by itself.
  if (words[at + 2] === 'half') return 0.5;
  return words[at + 2] === 'quarter' ? 0.25 : 0;
}

function unitOf(word: string | undefined): number | null {
  const name = word ?? '';
  return UNITS.get(name) ?? UNITS.get(name.replace(/s$/, '')) ?? null;
}

/** A length as said aloud, in its two largest units: "1 hour and 30 minutes". `seconds` is at least 1. */
export function spokenLength(seconds: number): string {
  let left = Math.max(1, Math.round(seconds));
  const parts: string[] = [];
  for (const [name, size] of [
    ['week', 604_800],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
  ] as const) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? '' : 's'}`);
  }
  return parts.slice(0, 2).join(' and ');
}

import type { Json } from '../../shared/json';
import { clockTime, findDuration, findMoment, isoDate, type FoundMoment } from './moments';
import { findNumbers } from './numbers';
import type { Parameter } from './parameters';
import type { Word } from './utterance';
import { editDistance, rootOf, stem, tokens } from './words';

/** A value and the positions of the words it was made of. */
export interface FoundValue {
  readonly value: Json;
  readonly at: readonly number[];
}

/** What typed values are read from. `used` words are taken by another parameter already. */
export interface TypedSource {
  readonly words: readonly Word[];
  readonly used: ReadonlySet<number>;
  /** Roots of the tool's own words; a number before one of them counts things. */
  readonly toolRoots: ReadonlySet<string>;
  readonly now: Date;
}

/** The value of a parameter whose words are known by their form: choices, switches, numbers, times. */
export function typedValue(parameter: Parameter, source: TypedSource): FoundValue | null {
  if (parameter.choices.length > 0) return choiceValue(parameter, source);
  switch (parameter.type) {
    case 'boolean':
      return switchValue(source);
    case 'number':
    case 'integer':
      return numberValue(parameter, source);
    case 'string':
      if (parameter.role === 'moment') return momentValue(parameter, source);
      return parameter.role === 'duration' ? durationText(source) : codeValue(parameter, source);
    case 'array':
    case 'object':
      return null;
  }
}

/** The choice whose words were said; a letter may be wrong in long words. */
function choiceValue(parameter: Parameter, source: TypedSource): FoundValue | null {
  const free = source.words.map((word, index) => (source.used.has(index) ? '' : word.lower));
  let best: (FoundValue & { readonly length: number }) | null = null;
  for (const choice of parameter.choices) {
    const wanted = tokens(choice);
    for (let from = 0; from + wanted.length <= free.length; from++) {
      const matches = wanted.every((word, index) => sameWord(word, free[from + index] ?? ''));
      if (!matches || (best && best.length >= wanted.length)) continue;
      const value = parameter.type === 'number' || parameter.type === 'integer' ? Number(choice) : choice;
      best = { value, at: wanted.map((_, index) => from + index), length: wanted.length };
    }
  }
  if (!best) return null;
  return parameter.type === 'array'
    ? { value: [best.value], at: best.at }
    : { value: best.value, at: best.at };
}

function sameWord(wanted: string, said: string): boolean {
  if (said === '') return false;
  if (stem(wanted) === stem(said)) return true;
  return wanted.length >= 5 && editDistance(wanted, said) <= 1;
}

function switchValue(source: TypedSource): FoundValue | null {
  for (const [index, word] of source.words.entries()) {
    if (source.used.has(index)) continue;
    if (/^(?:on|enable|enabled|activate|start|yes|true)$/.test(word.lower))
      return { value: true, at: [index] };
    if (/^(?:off|disable|disabled|deactivate|stop|no|false)$/.test(word.lower))
      return { value: false, at: [index] };
  }
  return null;
}

function numberValue(parameter: Parameter, source: TypedSource): FoundValue | null {
  const lower = source.words.map((word) => word.lower);
  const unit = unitSeconds(parameter);
  if (unit !== null) {
    const duration = findDuration(lower);
    if (duration && isFree(source, duration.from, duration.to)) {
      return {
        value: fit(parameter, duration.seconds / unit),
        at: range(source, duration.from, duration.to),
      };
    }
  }
  for (const number of findNumbers(lower)) {
    if (!isFree(source, number.from, number.to) || number.value < parameter.minimum) continue;
    if (number.value > parameter.maximum) continue;
    const next = lower[number.to] ?? '';
    const counts =
      source.toolRoots.has(rootOf(next)) || source.toolRoots.has(rootOf(lower[number.to + 1] ?? ''));
    const marked = /^(?:percent|degrees?|of|results?|items?|times?)$/.test(next);
    const firstFew = /^(?:top|first|last|only|just|up|to)$/.test(lower[number.from - 1] ?? '');
    if (!parameter.required && !counts && !marked && !firstFew) continue;
    const to = /^(?:percent|degrees?)$/.test(next) ? number.to + 1 : number.to;
    return { value: fit(parameter, number.value), at: range(source, number.from, to) };
  }
  return null;
}

/** Seconds of the unit a number parameter counts in, if it counts time. */
function unitSeconds(parameter: Parameter): number | null {
  const said = `${parameter.name} ${parameter.description}`.toLowerCase();
  if (/second/.test(said)) return 1;
  if (/minute/.test(said)) return 60;
  if (/hour/.test(said)) return 3_600;
  return /\bdays?\b/.test(said) ? 86_400 : null;
}

const fit = (parameter: Parameter, value: number) =>
  parameter.type === 'integer' ? Math.round(value) : Math.round(value * 1_000) / 1_000;

function momentValue(parameter: Parameter, source: TypedSource): FoundValue | null {
  const lower = source.words.map((word) => word.lower);
  const moment = findMoment(lower, source.now);
  if (!moment) {
    const duration = findDuration(lower);
    if (!duration || lower[duration.from - 1] !== 'in') return null;
    return {
      value: said(source, duration.from - 1, duration.to),
      at: range(source, duration.from - 1, duration.to),
    };
  }
  if (!isFree(source, moment.from, moment.to)) return null;
  const from = /^(?:at|on)$/.test(lower[moment.from - 1] ?? '') ? moment.from - 1 : moment.from;
  const at = range(source, from, moment.to);
  return { value: momentText(parameter, moment, source) ?? said(source, moment.from, moment.to), at };
}

/** The moment as the schema wants it; null when the person's own words will do. */
function momentText(parameter: Parameter, moment: FoundMoment, source: TypedSource): string | null {
  const day = isoDate(moment.day ?? source.now);
  const hint = parameter.description;
  if (parameter.format === 'date-time' || /ISO 8601|YYYY-MM-DDT/i.test(hint)) {
    return `${day}T${clockTime(moment.minutes ?? 9 * 60)}:00`;
  }
  if (parameter.format === 'date' || /YYYY-MM-DD|ISO date/i.test(hint)) return day;
  if (parameter.format === 'time' || /HH:MM/i.test(hint)) return clockTime(moment.minutes ?? 9 * 60);
  return null;
}

function durationText(source: TypedSource): FoundValue | null {
  const duration = findDuration(source.words.map((word) => word.lower));
  if (!duration || !isFree(source, duration.from, duration.to)) return null;
  return { value: said(source, duration.from, duration.to), at: range(source, duration.from, duration.to) };
}

/** Whether a text parameter holds a code of figures, such as an order number. */
export function wantsCode({ name, description, type }: Parameter): boolean {
  const named = /\b(?:number|id|code|pin|zip|phone)\b/i.test(name.replaceAll('_', ' '));
  return type === 'string' && (named || /\b(?:number|id|digits)\b/i.test(description));
}

/** A code spoken digit by digit or typed as figures, for parameters such as an order number. */
function codeValue(parameter: Parameter, source: TypedSource): FoundValue | null {
  if (!wantsCode(parameter)) return null;
  const number = findNumbers(source.words.map((word) => word.lower)).find((one) =>
    isFree(source, one.from, one.to),
  );
  if (!number) return null;
  return { value: number.digits ?? String(number.value), at: range(source, number.from, number.to) };
}

const range = (source: TypedSource, from: number, to: number) =>
  source.words.map((_, index) => index).slice(from, to);
const isFree = (source: TypedSource, from: number, to: number) =>
  range(source, from, to).every((index) => !source.used.has(index));
const said = (source: TypedSource, from: number, to: number) =>
  source.words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');

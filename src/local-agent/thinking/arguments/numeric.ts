import { findDurations } from '../values/durations';
import { findNumbers, findOrdinal, type FoundNumber } from '../values/numbers';
import { isStopWord } from '../../../shared/vocabulary/stop-words';
import { rootOf } from '../../../shared/vocabulary/synonyms';
import { tokens } from '../../../shared/vocabulary/words';
import { wantsCode } from './codes';
import { span, type Filling } from './filling';
import { parametersOf, type Parameter } from './parameters';
import { directionOf, fillChange, isChange } from './relative';

/** A number in the words that a parameter could take, with how much speaks for it. */
interface Candidate {
  readonly parameter: Parameter;
  readonly value: number | string;
  readonly at: readonly number[];
  readonly score: number;
}

/** Gives numbers, lengths of time and codes to the parameters they belong to, the clearest first. */
export function fillNumbers(parameters: readonly Parameter[], filling: Filling): void {
  const numeric = parameters.filter(
    (one) =>
      one.type === 'number' ||
      one.type === 'integer' ||
      (one.type === 'array' && one.entries === 'number') ||
      wantsCode(one),
  );
  if (numeric.length === 0) return;
  const numbers = findNumbers(filling.lower).filter(({ from, to }) => filling.isReadable(from, to));
  const candidates = numeric.flatMap((parameter, rank) => [
    ...lengths(parameter, filling),
    ...numbers.flatMap((number, order) => counted(parameter, number, rank === order, filling)),
    ...ordinals(parameter, filling),
    ...mixedCodes(parameter, filling),
  ]);
  for (const { parameter, value, at, score } of candidates.sort((a, b) => b.score - a.score)) {
    if (score <= 0 || !at.every((index) => filling.isFree(index))) continue;
    if (parameter.type === 'array') {
      const before = filling.values[parameter.name];
      filling.set(parameter, [...(Array.isArray(before) ? before : []), value], at);
    } else if (!filling.has(parameter)) {
      filling.certain++;
      filling.set(parameter, value, at);
    }
  }
  if (numeric.every((parameter) => !filling.has(parameter))) fillChange(numeric, filling);
}

/** Lengths of time in the unit the parameter counts in. */
function lengths(parameter: Parameter, filling: Filling): readonly Candidate[] {
  const unit = unitSeconds(parameter);
  if (unit === null || wantsCode(parameter)) return [];
  return findDurations(filling.lower)
    .filter(({ from, to }) => filling.isReadable(from, to))
    .map(({ seconds, from, to }) => {
      const lead = /^(?:for|in|of|by|another)$/.test(filling.lower[from - 1] ?? '') ? 1 : 0;
      return {
        parameter,
        value: fit(parameter, seconds / unit),
        at: lead && filling.lower[from - 1] === 'in' ? span(from - 1, to) : span(from, to),
        score: inRange(parameter, seconds / unit) ? 10 + lead : 0,
      };
    });
}

/** Seconds of the unit a number parameter counts in, if it counts time. */
export function unitSeconds({ name, description }: Parameter): number | null {
  const named = tokens(name)
    .map(secondsOf)
    .find((unit) => unit !== null);
  if (named !== undefined) return named;
  // "Steps a day" counts no days.
  const plain = description
    .replace(/e\.g\..*/i, '')
    .replace(/\b(?:a|an|per|each|every) (?:second|minute|hour|day|night|week)\b/gi, '');
  const inUnit = /\bin (seconds|minutes|hours|days)\b/i.exec(description)?.[1];
  return (
    tokens(inUnit ?? plain)
      .map(secondsOf)
      .find((unit) => unit !== null) ?? null
  );
}

function secondsOf(word: string): number | null {
  switch (word.replace(/s$/, '')) {
    case 'second':
    case 'sec':
      return 1;
    case 'minute':
    case 'min':
      return 60;
    case 'hour':
      return 3_600;
    case 'day':
    case 'night':
      return 86_400;
    case 'week':
      return 604_800;
    default:
      return null;
  }
}

const COUNTING =
  /^(?:count|counts|limit|number|max|maximum|min|minimum|n|amount|quantity|top|results|size|times|copies|servings|people|guests|persons)$/;

function counted(
  parameter: Parameter,
  number: FoundNumber,
  inOrder: boolean,
  filling: Filling,
): readonly Candidate[] {
  const { lower } = filling;
  if (wantsCode(parameter)) return codes(parameter, number, filling);
  if (!inRange(parameter, number.value)) return [];
  const own = ownRoots(parameter);
  const next = lower[number.to] ?? '';
  const before = lower.slice(Math.max(0, number.from - 3), number.from);
  const unit = unitOfWord(next);
  const fits = unitFit(parameter, unit);
  if (fits < 0) return [];
  const nameAfter =
    own.has(rootOf(next)) && !isStopWord(next) && !(isPlace(parameter) && next.endsWith('s')) ? 3 : 0;
  const nameBefore = before.some((word) => !isStopWord(word) && own.has(rootOf(word))) ? 2 : 0;
  // "Row ten" is a place in a row, "three rows" are so many.
  const placed = isPlace(parameter) && nameBefore > 0 && own.has(rootOf(before.at(-1) ?? '')) ? 2 : 0;
  const year =
    tokens(parameter.name).includes('year') && number.value > 1_800 && number.value < 2_200 ? 3 : 0;
  const counts = tokens(parameter.name).some((word) => COUNTING.test(word));
  const thing =
    counts &&
    (filling.profile.roots.has(rootOf(next)) || filling.profile.roots.has(rootOf(lower[number.to + 1] ?? '')))
      ? 2
      : 0;
  const few =
    counts && /^(?:top|first|last|only|just|newest|latest|largest)$/.test(before.at(-1) ?? '') ? 2 : 0;
  // Something to count stands behind it: "three packs of coffee", "a dozen eggs".
  const counting = counts && next !== '' && !isStopWord(next) && unit === null ? 1.5 : 0;
  // "By ten" changes, "to ten" sets.
  const by = isChange(parameter) ? (before.at(-1) === 'by' ? 4 : -1) : 0;
  const sign = isChange(parameter) && directionOf(lower) < 0 && number.value > 0 ? -1 : 1;
  const cues = by + fits + nameAfter + nameBefore + placed + year + thing + few + counting;
  if (!parameter.required && cues === 0 && !isOnlyNumeric(parameter, filling)) return [];
  const score = (parameter.required ? 1 : 0.2) + cues + (inOrder ? 0.5 : 0);
  // Other units may be wanted by a parameter of their own: "five miles to kilometres".
  const ownUnit =
    fits > 0 && /^(?:percent|degrees|people|money)$/.test(unit ?? '') && !hasUnitParameter(filling);
  // "Three replicas of the mailer": what is counted is no part of a text.
  const ownThing = (nameAfter > 0 && unit === null) || (counts && next === 'times');
  const withUnit = (ownUnit || ownThing) && filling.isFree(number.to);
  // "Ticket 61" is the number's own word.
  const label = number.from > 1 && !isStopWord(before.at(-1) ?? '') && own.has(rootOf(before.at(-1) ?? ''));
  const from = label && filling.isFree(number.from - 1) ? number.from - 1 : number.from;
  const at = span(from, withUnit ? number.to + 1 : number.to);
  return [{ parameter, value: fit(parameter, sign * number.value), at, score }];
}

/** Whether some other parameter wants to know the unit: a currency, a unit to convert from. */
const hasUnitParameter = ({ profile }: Filling) =>
  parametersOf(profile.tool).some(({ name }) => /^(?:from|to|unit|currency)|_(?:unit|currency)$/i.test(name));

/** An optional number may be bare where it is the tool's only one and announced: "to 30", "by 5". */
function isOnlyNumeric(parameter: Parameter, { lower }: Filling): boolean {
  return parameter.fallback === undefined && lower.some((word) => /^(?:to|by)$/.test(word));
}

function ownRoots({ name, description }: Parameter): ReadonlySet<string> {
  const first = description.split(/e\.g\.|[.;(]/)[0] ?? '';
  return new Set([...tokens(name), ...tokens(first)].filter((word) => !isStopWord(word)).map(rootOf));
}

type Measure = 'percent' | 'degrees' | 'money' | 'length' | 'people' | 'time';

function unitOfWord(word: string): Measure | null {
  if (/^(?:percent|per ?cent|pct|%)$/.test(word)) return 'percent';
  if (/^(?:degrees?|celsius|fahrenheit)$/.test(word)) return 'degrees';
  if (/^(?:dollars?|euros?|pounds?|bucks|yen|cents?|francs?)$/.test(word)) return 'money';
  if (/^(?:kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|feet|k)$/.test(word)) return 'length';
  if (/^(?:people|persons?|guests?|adults?|of)$/.test(word)) return word === 'of' ? null : 'people';
  return /^(?:seconds?|minutes?|hours?|days?|weeks?|am|pm|o'clock)$/.test(word) ? 'time' : null;
}

/** Whether the unit that was said is the one the parameter counts in; below zero when it is another. */
function unitFit(parameter: Parameter, unit: Measure | null): number {
  if (unit === null) return 0;
  const hint = `${parameter.name} ${parameter.description}`.toLowerCase();
  switch (unit) {
    case 'percent':
      return /percent|%|level|brightness|volume/.test(hint) || parameter.maximum === 100 ? 3 : 0;
    case 'degrees':
      return /degree|temp|celsius|fahrenheit|heat/.test(hint) ? 3 : 0;
    case 'money':
      return /amount|price|sum|money|budget|cost|value|currency|tip|bill/.test(hint) ? 3 : 0;
    case 'length':
      return /\bkm|kilomet|mile|met(?:er|re)|distance|radius|length|value|amount/.test(hint) ? 3 : 0;
    case 'people':
      return /people|person|guest|party|size|count|number/.test(hint) ? 3 : 0;
    case 'time':
      return unitSeconds(parameter) === null && !/value|amount/.test(hint) ? -1 : 0;
  }
}

function codes(parameter: Parameter, number: FoundNumber, { lower }: Filling): readonly Candidate[] {
  const to = endOfDigits(number, lower);
  const text =
    to > number.to ? lower.slice(number.from, to).join(' ') : (number.digits ?? String(number.value));
  if (!matches(parameter.pattern, text)) return [];
  // Where the example has letters, figures alone are hardly it.
  if (/\b[A-Z]{1,3}-?\d{2,}/.test(`${parameter.description} ${parameter.examples.join(' ')}`)) return [];
  const named = lower
    .slice(Math.max(0, number.from - 3), number.from)
    .some((word) => ownRoots(parameter).has(rootOf(word)));
  return [
    {
      parameter,
      value: text,
      at: span(number.from, to),
      score: 1 + (number.digits ? 1 : 0) + (named ? 1 : 0),
    },
  ];
}

/** "0301 4455" is one number. */
function endOfDigits({ from, to, digits }: FoundNumber, lower: readonly string[]): number {
  let end = to;
  if (/^\+?\d+$/.test(lower[from] ?? '') && (digits?.length ?? 0) > 2)
    while (/^\d{2,}$/.test(lower[end] ?? '')) end++;
  return end;
}

/** Codes of letters and figures, as they are typed: "LH452", "AB-1023". */
function mixedCodes(parameter: Parameter, filling: Filling): readonly Candidate[] {
  if (!wantsCode(parameter)) return [];
  return filling.words.flatMap(({ text }, index) => {
    const mixed =
      /\d/.test(text) &&
      /^[A-Za-z]*[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(text) &&
      !/^\d+(?:st|nd|rd|th|am|pm)?$/i.test(text);
    if (!mixed || !filling.isReadable(index, index + 1) || !matches(parameter.pattern, text)) return [];
    return [{ parameter, value: text, at: [index], score: 3 }];
  });
}

/** Whether a number says which one in a row. */
const isPlace = ({ name }: Parameter) =>
  tokens(name).some((word) =>
    /^(?:index|position|number|item|floor|page|step|channel|slot|row|line)$/.test(word),
  );

/** "The third" for parameters that point at a place in a row. */
function ordinals(parameter: Parameter, filling: Filling): readonly Candidate[] {
  if (!isPlace(parameter) || wantsCode(parameter)) return [];
  return filling.lower.flatMap((word, index) => {
    const position = findOrdinal([word]);
    if (position === null || position < 0 || !filling.isReadable(index, index + 1)) return [];
    return [
      { parameter, value: position + 1, at: [index], score: inRange(parameter, position + 1) ? 1.5 : 0 },
    ];
  });
}

function matches(pattern: string, text: string): boolean {
  // Only patterns of figures are tried, so that no schema can hang the search.
  const length = /^\^?(?:\[0-9\]|\\d)\{(\d+)(?:,(\d*))?\}\$?$/.exec(pattern);
  if (!length) return true;
  const least = Number(length[1]);
  const most = length[2] === undefined ? least : length[2] === '' ? Infinity : Number(length[2]);
  return text.length >= least && text.length <= most;
}

const inRange = ({ minimum, maximum }: Parameter, value: number) => value >= minimum && value <= maximum;
const fit = ({ type }: Parameter, value: number) =>
  type === 'integer' ? Math.round(value) : Math.round(value * 1_000) / 1_000;

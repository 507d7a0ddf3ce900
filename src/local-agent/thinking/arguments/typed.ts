import { clockTime } from '../values/clock-times';
import { isoDate } from '../values/calendar';
import { findChoices, type FoundChoice } from '../values/choices';
import { findDurations } from '../values/durations';
import { findMoment, type FoundMoment } from '../values/moments';
import { numberAt } from '../values/numbers';
import { rootOf } from '../../../shared/vocabulary/synonyms';
import { isStopWord } from '../../../shared/vocabulary/stop-words';
import { tokens } from '../../../shared/vocabulary/words';
import { wantsCode } from './codes';
import { span, type Filling } from './filling';
import { fillNumbers } from './numeric';
import { parametersOf, type Parameter } from './parameters';
import { fillUnits, namesUnit } from './unit-names';
import { fillWebAddress, wantsWebAddress } from './web-addresses';
import { namesParameter } from './spans';

/** Fills the parameters whose words are known by their form: choices, times, lengths, numbers, switches, codes. */
export function fillTyped(parameters: readonly Parameter[], filling: Filling): void {
  const open = () => parameters.filter((parameter) => !filling.has(parameter));
  fillChoices(open(), filling);
  fillMoments(open().filter(isMoment), filling);
  fillNumbers(open(), filling);
  fillUnits(open().filter(namesUnit), filling);
  for (const parameter of open()) {
    if (wantsWebAddress(parameter)) fillWebAddress(parameter, filling);
    else if (parameter.type === 'string' && parameter.role === 'duration')
      fillDurationText(parameter, filling);
    else if (parameter.type === 'boolean') fillSwitch(parameter, filling);
  }
}

/** Whether a parameter is a text that is read from words anywhere: nothing else can fill it. */
export function isFreeText(parameter: Parameter): boolean {
  return (
    (parameter.type === 'string' || (parameter.type === 'array' && parameter.entries === 'string')) &&
    parameter.choices.length === 0 &&
    !isMoment(parameter) &&
    parameter.role !== 'duration' &&
    !wantsCode(parameter) &&
    !wantsWebAddress(parameter) &&
    !namesUnit(parameter)
  );
}

const isMoment = ({ type, role, choices }: Parameter) =>
  type === 'string' && role === 'moment' && choices.length === 0;

function fillChoices(parameters: readonly Parameter[], filling: Filling): void {
  const open = parameters.filter(({ choices }) => choices.length > 0);
  const free = (index: number) => filling.isFree(index);
  const found = open
    .flatMap((parameter) =>
      findChoices(parameter.choices, filling.lower, (index) => mayChoose(parameter, index, filling))
        .filter(({ sureness }) => sureness > 1 || parameter.required)
        .map((one) => ({ parameter, one, score: choiceScore(parameter, one, filling) })),
    )
    .sort((a, b) => b.score - a.score);
  for (const { parameter, one } of found) {
    if (parameter.type === 'array') addToList(parameter, one, filling);
    else if (!filling.has(parameter) && span(one.from, one.to).every(free)) {
      // The "priority" of "low priority" is no part of anything else.
      const named =
        parameter.role !== 'text' && free(one.to) && namesParameter(parameter, filling.lower[one.to] ?? '');
      filling.set(parameter, choiceValue(parameter, one.choice), span(one.from, one.to + Number(named)));
      if (one.sureness < 2 || isOwnWord(one, filling)) continue;
      filling.certain += parameter.required || one.sureness > 2 ? 1 : 0.5;
    }
  }
}

/** Inside words taken as they were said, only "high priority" and "label bug" are choices. */
function mayChoose(parameter: Parameter, index: number, filling: Filling): boolean {
  // "A folder named Recipes" is not sorted by name.
  if (/^(?:named|called|titled)$/.test(filling.lower[index] ?? '')) return false;
  // "Which folder is it in" asks for it.
  const [asks = '', thing = '', next = ''] = filling.lower.slice(Math.max(0, index - 1));
  if (
    !parameter.required &&
    asks === 'which' &&
    !thing.endsWith('s') &&
    /^(?:the|my|our|it|this|that)$/.test(next)
  )
    return false;
  if (namesPlaceOfOther(parameter, index, filling)) return false;
  if (filling.isReadable(index, index + 1)) return true;
  const beside = [filling.lower[index - 1] ?? '', filling.lower[index + 1] ?? ''];
  return filling.isFree(index) && beside.some((word) => namesParameter(parameter, word));
}

/** "Into the Invoices folder" names a place for one parameter, and no kind of thing for another. */
function namesPlaceOfOther(parameter: Parameter, index: number, filling: Filling): boolean {
  const { lower } = filling;
  const from = lower.findLastIndex(
    (word, at) => at < index && /^(?:in|into|to|inside|within|which|from)$/.test(word),
  );
  if (parameter.required || from < 0 || index - from > 4) return false;
  return parametersOf(filling.profile.tool).some(
    (other) =>
      other !== parameter &&
      /^(?:container|target|place)$/.test(other.role) &&
      namesParameter(other, lower[index] ?? ''),
  );
}

/** A choice that is also the tool's own verb ("lock") or noun tells little about which tool is meant. */
function isOwnWord({ from, to }: FoundChoice, filling: Filling): boolean {
  return filling.lower.slice(from, to).every((word) => filling.profile.core.has(rootOf(word)));
}

function choiceScore(parameter: Parameter, { from, to, sureness }: FoundChoice, filling: Filling): number {
  const before = filling.lower[from - 1] ?? '';
  const name = tokens(parameter.name);
  const goal = /^(?:to|into|in)$/;
  let lead = 0;
  if (name.some((word) => /^(?:to|target|into|destination)$/.test(word))) lead = goal.test(before) ? 2 : -0.5;
  else if (name.some((word) => /^(?:from|source|base)$/.test(word))) lead = goal.test(before) ? -2 : 0.5;
  // "80 euros" is what there is, not what is wanted.
  if (lead !== 0 && numberAt([before], 0) !== null) lead = lead > 0 ? lead * 4 : -lead;
  // "Play the next song" begins with any verb and means the next.
  const opening = from === 0 ? -0.4 : 0;
  return sureness * 2 + (to - from) + lead + opening + (parameter.required ? 0.3 : 0);
}

function choiceValue(parameter: Parameter, choice: string) {
  return parameter.type === 'number' || parameter.type === 'integer' ? Number(choice) : choice;
}

function addToList(
  parameter: Parameter,
  { choice, from, to, sureness }: FoundChoice,
  filling: Filling,
): void {
  if (!span(from, to).every((index) => filling.isFree(index))) return;
  const before = filling.values[parameter.name];
  const list = Array.isArray(before) ? before : [];
  const value = parameter.entries === 'number' ? Number(choice) : choice;
  if (list.includes(value) || (sureness < 2 && list.length > 0)) return;
  if (list.length === 0) filling.certain++;
  filling.set(parameter, [...list, value], span(from, to));
}

function fillMoments(parameters: readonly Parameter[], filling: Filling): void {
  // The one that must be there comes first, and a start before an end.
  const ordered = [...parameters].sort((a, b) => Number(isEnd(a)) - Number(isEnd(b)));
  const wantsDay = ordered.find((one) => momentForm(one) === 'date');
  const wantsTime = ordered.find((one) => momentForm(one) === 'time');
  let day: Date | null = null;
  for (const parameter of ordered) {
    const readable: readonly string[] = filling.lower.map((word, index) =>
      filling.isReadable(index, index + 1) ? word : '',
    );
    const found = momentFor(parameter, readable, filling);
    if (!found) return;
    const past = speaksOfPast(parameter, filling);
    const moment: FoundMoment = {
      ...found,
      day:
        isEnd(parameter) && !saysDay(found, readable)
          ? (day ?? found.day)
          : past
            ? lastDay(found.day, filling)
            : found.day,
    };
    const form = momentForm(parameter);
    const shared = wantsDay && wantsTime && (form === 'date' || form === 'time');
    const value = momentValue(parameter, moment, filling);
    if (value === null) continue;
    day = moment.day;
    filling.certain++;
    filling.set(parameter, value, shared && found.minutes !== null ? [] : found.at);
    if (shared && filling.has(wantsDay) && filling.has(wantsTime))
      found.at.forEach((at) => filling.used.add(at));
  }
}

/** A time that must be told may be a bare hour: "an alarm for six". */
function momentFor(parameter: Parameter, readable: readonly string[], filling: Filling): FoundMoment | null {
  const context = { now: filling.context.now, likely: likelyHalf(filling) };
  const found = findMoment(readable, context);
  if (!parameter.required || momentForm(parameter) === 'date' || (found && found.minutes !== null))
    return found;
  const bare = readable.map((word) => (/^(?:for|to|until|by)$/.test(word) ? 'at' : word));
  return findMoment(readable.length < 3 ? ['at', ...bare] : bare, context) ?? found;
}

/** "Since Monday" is the Monday that was. */
const speaksOfPast = ({ name }: Parameter, { lower }: Filling) =>
  tokens(name).some((word) => /^(?:since|after)$/.test(word)) ||
  lower.some((word) => /^(?:since|slept|happened|recorded)$/.test(word));

function lastDay(day: Date | null, { context: { now } }: Filling): Date | null {
  if (day === null || day.getTime() <= now.getTime()) return day;
  const week = new Date(day.getFullYear(), day.getMonth(), day.getDate() - 7);
  return week.getTime() <= now.getTime()
    ? week
    : new Date(day.getFullYear() - 1, day.getMonth(), day.getDate());
}

const isEnd = ({ name }: Parameter) =>
  tokens(name).some((word) => /^(?:end|ends|until|to|finish|checkout|return)$/.test(word));
const saysDay = (moment: FoundMoment, words: readonly string[]) =>
  moment.at.some((index) =>
    /day|tomorrow|tonight|january|february|march|april|june|july|august|september|october|november|december/.test(
      words[index] ?? '',
    ),
  );

function likelyHalf({ lower, profile }: Filling): 'am' | 'pm' | null {
  if (lower.some((word) => /^(?:wake|alarm|breakfast|morning)$/.test(word)) || profile.nouns.has('alarm'))
    return 'am';
  return lower.some((word) => /^(?:dinner|evening|tonight|party|supper|afternoon|drinks)$/.test(word))
    ? 'pm'
    : null;
}

/** How a moment must be written; `words` as it was said. */
function momentForm({
  name,
  format,
  pattern,
  description,
  examples,
}: Parameter): 'date-time' | 'date' | 'time' | 'words' {
  if (format === 'date-time' || format === 'date' || format === 'time') return format;
  const hint = `${description} ${examples.join(' ')}`;
  if (/YYYY-MM-DD[T ]|\d{4}-\d\d-\d\dT/.test(hint)) return 'date-time';
  if (/YYYY-MM-DD|\d{4}-\d\d-\d\d/.test(hint) || /^\^?\\d\{4\}-/.test(pattern)) return 'date';
  if (/HH:MM|\b\d\d:\d\d\b/i.test(hint) || pattern.includes(':')) return 'time';
  if (!/ISO/i.test(hint)) return 'words';
  return /\bdate\b/i.test(name) && !/time/i.test(hint) ? 'date' : 'date-time';
}

/** The moment as the schema wants it; null when what was said does not hold it. */
function momentValue(parameter: Parameter, moment: FoundMoment, filling: Filling): string | null {
  const day = moment.day === null ? null : isoDate(moment.day);
  switch (momentForm(parameter)) {
    case 'date-time':
      return `${day ?? isoDate(filling.context.now)}T${clockTime(moment.minutes ?? 540)}:00`;
    case 'date':
      return day;
    case 'time':
      return moment.minutes === null ? null : clockTime(moment.minutes);
    case 'words':
      return withoutJoint(moment.at, filling);
  }
}

function withoutJoint(at: readonly number[], { words }: Filling): string {
  const text = at.map((index) => words[index]?.text ?? '');
  return (/^(?:at|on|by|around|for)$/i.test(text[0] ?? '') ? text.slice(1) : text).join(' ');
}

function fillDurationText(parameter: Parameter, filling: Filling): void {
  const duration = findDurations(filling.lower).find(({ from, to }) => filling.isReadable(from, to));
  if (!duration) return;
  const at = span(duration.from, duration.to);
  filling.certain++;
  filling.set(parameter, at.map((index) => filling.words[index]?.text ?? '').join(' '), at);
}

const YES = /^(?:on|enable|enabled|activate|start|yes|true|unmute)$/;
const NO = /^(?:off|disable|disabled|deactivate|stop|no|false)$/;

/** On and off for what must be told; what may be told only by its name: "urgent", "without subtitles". */
function fillSwitch(parameter: Parameter, filling: Filling): void {
  const names = tokens(parameter.name)
    .filter(
      (word) => !isStopWord(word) && !/^(?:is|has|use|include|only|enable|enabled|state|value)$/.test(word),
    )
    .map(rootOf);
  const told = /\b(?:true|only|whether)\b([^.;]*)/i.exec(parameter.description)?.[1] ?? '';
  const telling = tokens(told)
    .filter((word) => word.length > 4 && !isStopWord(word) && !filling.profile.named.has(rootOf(word)))
    .map(rootOf);
  for (const [index, word] of filling.lower.entries()) {
    if (!filling.isReadable(index, index + 1)) continue;
    const root = rootOf(word);
    const named = names.includes(root) || (!parameter.required && telling.includes(root));
    // "Not read yet" is unread.
    const undone = /^un(.{3,})$/.exec(parameter.name.toLowerCase())?.[1];
    if (undone !== undefined && rootOf(undone) === root && filling.lower.slice(0, index).includes('not')) {
      filling.certain++;
      filling.set(parameter, true, [filling.lower.indexOf('not'), index]);
      return;
    }
    // "Unmute" is not muted.
    const opposite = /^un(.{3,})$/.exec(word)?.[1];
    if (opposite !== undefined && names.includes(rootOf(opposite))) {
      filling.certain++;
      filling.set(parameter, false, [index]);
      return;
    }
    const isName = named && (!parameter.required || !filling.profile.named.has(root));
    if (isName && !filling.lower.some((one) => parameter.required && (YES.test(one) || NO.test(one)))) {
      const negated = filling.lower
        .slice(Math.max(0, index - 3), index)
        .some((one) => /^(?:no|not|without|don't|never|non)$/.test(one));
      filling.certain++;
      // "In random order" says no more than "random".
      const more = /^(?:order|mode)$/.test(filling.lower[index + 1] ?? '') ? [index + 1] : [];
      filling.set(parameter, !negated, [index, ...more]);
      return;
    }
    if ((YES.test(word) || NO.test(word)) && (parameter.required || names.length === 0)) {
      filling.certain++;
      filling.set(parameter, YES.test(word), [index]);
      return;
    }
  }
}

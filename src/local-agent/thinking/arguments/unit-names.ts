import { numberAt } from '../values/numbers';
import { isStopWord } from '../../../shared/vocabulary/stop-words';
import { span, type Filling } from './filling';
import type { Parameter } from './parameters';

/** Whether a text parameter names a unit of measure: its description begins with that. */
export function namesUnit({ type, choices, description }: Parameter): boolean {
  return type === 'string' && choices.length === 0 && /^(?:the |a |which )?units?\b/i.test(description);
}

/** "26 miles", "a mile": the unit of the amount; "in kilometres", "how many kilometres": the one that is wanted. */
export function fillUnits(parameters: readonly Parameter[], filling: Filling): void {
  const wanted = parameters.find(({ name }) => /(?:^|_)(?:to|into|target)(?:_|$)/i.test(name));
  const had = parameters.find((parameter) => parameter !== wanted);
  if (had && !filling.has(had)) fillFrom(had, afterNumber(filling), filling);
  if (wanted && !filling.has(wanted)) fillFrom(wanted, wantedAt(filling), filling);
}

function fillFrom(parameter: Parameter, at: readonly number[], filling: Filling): void {
  if (at.length === 0) return;
  filling.certain += 0.5;
  filling.set(parameter, at.map((one) => filling.words[one]!.text).join(' '), at);
}

function afterNumber(filling: Filling): readonly number[] {
  for (let at = 0; at < filling.lower.length; at++) {
    const number = numberAt(filling.lower, at);
    if (number) return unitAt(number.to, filling);
  }
  return [];
}

function wantedAt(filling: Filling): readonly number[] {
  const { lower } = filling;
  const lead = lower.findLastIndex(
    (word, at) => /^(?:in|to|into)$/.test(word) && unitAt(at + 1, filling).length > 0,
  );
  if (lead >= 0) return unitAt(lead + 1, filling);
  const many = lower.findIndex((word, at) => /^(?:many|much)$/.test(word) && lower[at - 1] === 'how');
  return many < 0 ? [] : unitAt(many + 1, filling);
}

/** A unit, with what goes before its name: "degrees Fahrenheit", "square feet". */
function unitAt(from: number, { lower, used }: Filling): readonly number[] {
  const long = /^(?:degrees?|square|cubic|fluid|imperial|nautical|metric|us|light)$/.test(lower[from] ?? '');
  const to =
    from + (long && /^[\p{L}]+$/u.test(lower[from + 1] ?? '') && !isStopWord(lower[from + 1]!) ? 2 : 1);
  const word = lower[to - 1] ?? '';
  const at = span(from, to);
  return word === '' || isStopWord(word) || !/^\p{L}/u.test(word) || at.some((one) => used.has(one))
    ? []
    : at;
}

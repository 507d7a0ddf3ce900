import type { Filling } from './filling';
import type { Parameter } from './parameters';

const MORE = /^(?:up|louder|brighter|higher|more|increase|raise|warmer|hotter|faster|bigger|larger|lighter)$/;
const LESS =
  /^(?:down|quieter|softer|dimmer|darker|lower|less|decrease|reduce|cooler|colder|slower|smaller|dim)$/;
/** What "a bit" is where the schema shows no example. */
const STEP = 10;

/** Whether a number says by how much something changes, up or down, and not what it becomes. */
export function isChange({ name, description, type, minimum }: Parameter): boolean {
  if ((type !== 'number' && type !== 'integer') || minimum >= 0) return false;
  return (
    /^(?:change|delta|adjustment|difference|increment|offset|by)$/.test(name.toLowerCase()) ||
    /\b(?:to add|by how much|relative|negative)\b/i.test(description)
  );
}

/** 1 for more, -1 for less, 0 where the words do not tell. */
export function directionOf(lower: readonly string[]): 1 | 0 | -1 {
  const told = lower.find((word) => MORE.test(word) || LESS.test(word));
  return told === undefined ? 0 : LESS.test(told) ? -1 : 1;
}

/** "A bit quieter": a step in that direction, as large as the schema's own example. */
export function fillChange(parameters: readonly Parameter[], filling: Filling): void {
  const parameter = parameters.find((one) => isChange(one) && !filling.has(one));
  const direction = directionOf(filling.lower);
  if (!parameter || direction === 0) return;
  const at = filling.lower.findIndex((word) => MORE.test(word) || LESS.test(word));
  if (!filling.isReadable(at, at + 1)) return;
  const example = /e\.g\. -?(\d+)/.exec(parameter.description)?.[1] ?? parameter.examples[0];
  const step = Math.abs(Number(example ?? STEP)) || STEP;
  const value = Math.min(parameter.maximum, Math.max(parameter.minimum, direction * step));
  filling.certain += 0.5;
  filling.set(parameter, value, [at]);
}

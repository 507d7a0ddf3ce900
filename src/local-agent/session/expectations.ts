/* What the recognizer is told beforehand: names that may fall, and the answers that an open question invites. */
import type { Memory, OfferedTool } from '../thinking/types';
import type { SessionState } from './state';

/** As many as the speech port takes. */
const MOST = 200;
const LONGEST = 200;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

/** The client's keyterms first, then the names that the tools' schemas list and those the last result named. */
export function keytermsOf({ config, memory }: Pick<SessionState, 'config' | 'memory'>): readonly string[] {
  const names = [...(config.input.keyterms ?? []), ...memory.items, ...config.tools.flatMap(enumValues)];
  return usable(names).filter((name) => /\p{L}{3}/u.test(name));
}

/** Short phrases that answer what is open: a missing argument, or a choice among listed items. */
export function awaitedAnswers(memory: Memory, tools: readonly OfferedTool[]): readonly string[] {
  const { question, items } = memory;
  const asked = tools.find(({ name }) => name === question?.tool);
  const values = question && asked ? valuesOf(propertiesOf(asked)[question.missing]) : [];
  const places = items.slice(0, ORDINALS.length).map((_, at) => `the ${ORDINALS[at]!} one`);
  const choice = items.length > 0 ? [...places, 'the last one', ...items] : [];
  return usable([...(question ? ['yes', 'no', 'cancel', 'never mind'] : []), ...values, ...choice]);
}

const enumValues = (tool: OfferedTool): readonly string[] =>
  Object.values(propertiesOf(tool)).flatMap(valuesOf);

function propertiesOf({ parameters }: OfferedTool): Readonly<Record<string, unknown>> {
  const { properties } = parameters;
  return isRecord(properties) ? properties : {};
}

/** The texts of an enum, as they are said: `living_room` is "living room". */
function valuesOf(schema: unknown): readonly string[] {
  if (!isRecord(schema) || !Array.isArray(schema['enum'])) return [];
  return schema['enum']
    .filter((value) => typeof value === 'string')
    .map((value) => value.replace(/[_-]+/g, ' '));
}

function usable(phrases: readonly string[]): readonly string[] {
  const trimmed = phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase !== '');
  return [...new Set(trimmed)].filter(({ length }) => length <= LONGEST).slice(0, MOST);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

import { fillArguments } from '../arguments/fill';
import type { FillingContext } from '../arguments/filling';
import { parametersOf, type Parameter } from '../arguments/parameters';
import { isFreeText } from '../arguments/typed';
import type { Json } from '../../../shared/json';
import type { OfferedTool, OpenQuestion } from '../types';
import { findOrdinal } from '../values/numbers';
import { tokens } from '../../../shared/vocabulary/words';

/** What an answer leaves: every value so far, and what is still missing. */
export interface Answered {
  readonly values: Readonly<Record<string, Json>>;
  readonly missing: Parameter | null;
}

/** Takes what was said as the answer to an open question; null when it holds none. */
export function takeAnswer(
  question: OpenQuestion,
  tool: OfferedTool,
  plain: string,
  context: FillingContext,
): Answered | null {
  const parameters = parametersOf(tool);
  const asked = parameters.find(({ name }) => name === question.missing);
  if (!asked) return null;
  const filled = fillArguments(tool, plain, context);
  const value = isFreeText(asked) ? freeAnswer(asked, plain, context) : filled.values[asked.name];
  if (value === undefined || value === '') return null;
  const more = Object.fromEntries(
    parameters
      .filter((one) => filled.said.includes(one.name) && !isFreeText(one))
      .map(({ name }) => [name, filled.values[name] ?? null]),
  );
  const values = { ...more, ...question.arguments, [asked.name]: value };
  const missing = parameters.find(
    (one) => one.required && values[one.name] === undefined && one.fallback === undefined,
  );
  return { values, missing: missing ?? null };
}

const LEAD_IN =
  /^(?:it'?s|it is|it should (?:be|say)|it says|that'?s|that would be|the one (?:called|named)|(?:it'?s )?called|named|titled|in|for|to|about|from|that|say|i mean|i meant|let'?s say|make it|how about|maybe)\s+/i;

function freeAnswer(asked: Parameter, plain: string, { items }: FillingContext): Json {
  const bare = plain
    .replace(LEAD_IN, '')
    .replace(asked.role === 'text' ? /^$/ : /^(?:the|my|an?|our)\s+/i, '')
    .replace(/[.!?]+$/, '')
    .trim();
  const position = tokens(bare).length <= 3 ? findOrdinal(tokens(bare)) : null;
  const text = (position === null ? undefined : items.at(position)) ?? bare;
  if (asked.type !== 'array') return text;
  return text
    .split(/,\s*(?:and\s+)?|\s+and\s+/i)
    .map((part) => part.trim())
    .filter(Boolean);
}

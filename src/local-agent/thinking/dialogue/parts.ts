/* One request out of several in a sentence, or several out of one. */
import { fillArguments } from '../arguments/fill';
import type { FillingContext } from '../arguments/filling';
import { nested, parametersOf } from '../arguments/parameters';
import type { Choice, PlainRequest } from '../choosing/choose';
import { speechAct } from '../speech-act';
import type { Arguments, OfferedTool, PlannedCall } from '../types';

/** More requests than this in one sentence are not looked for. */
export const MOST_PARTS = 4;

/** A part of a sentence as a request of its own. */
export const alone = (part: string, found?: PlainRequest['found']): PlainRequest => ({
  ...{ text: part, said: part, around: '', act: speechAct(part) },
  ...(found && { found }),
});

/** Whether something is told rather than asked for. */
export const isTold = (act: PlainRequest['act']) => act === 'statement' || act === 'remark';
/** Whether a part of a sentence asks for something when it stands alone. */
export const asksByItself = (part: string) =>
  /^(?:order|question)$/.test(speechAct(part.replace(/[.!?]+$/, '')));

/** "... and in Madrid": the same tool with another argument, unless the words belong to the one before. */
export function oneMore(
  before: string,
  choice: Choice,
  part: string,
  context: FillingContext,
): Choice | null {
  const { tool, filled } = choice;
  if (asksByItself(part)) return null;
  const added = fillArguments(tool, part, context);
  if (added.certain === 0 || added.leftover > 0) return null;
  const both = fillArguments(tool, `${before} and ${part}`, context);
  const changes = added.said.every(
    (name) =>
      filled.values[name] !== undefined &&
      filled.values[name] !== added.values[name] &&
      JSON.stringify(both.values[name]) === JSON.stringify(filled.values[name]),
  );
  if (!changes) return null;
  const values = {
    ...filled.values,
    ...Object.fromEntries(added.said.map((name) => [name, added.values[name] ?? null])),
  };
  return { ...choice, filled: { ...filled, values } };
}

/** "Put cheese and crackers in my cart" is two things to put where a tool takes one at a time. */
export function oneForEach({ tool, filled }: Choice, request: string): readonly PlannedCall[] | null {
  if (!/^(?:add|put|order|buy|get|remove|delete|take|throw|pick)\b/i.test(request)) return null;
  const taken = parametersOf(tool).find(
    ({ name, role, type, required }) =>
      required && type === 'string' && /^(?:thing|text)$/.test(role) && filled.said.includes(name),
  );
  const value = taken && filled.values[taken.name];
  if (
    !taken ||
    typeof value !== 'string' ||
    !/\b(?:list|cart|basket|trolley|tasks|todos)\b/i.test(`${request} ${tool.name}`)
  )
    return null;
  const parts = value.split(/,\s*(?:and\s+)?|\s+and\s+/i).filter(Boolean);
  if (parts.length < 2 || parts.length > MOST_PARTS) return null;
  return parts.map((part) => planned(tool, { ...filled.values, [taken.name]: part }));
}

/** "On the shopping note, also write down ..." begins with no request of its own. */
export const LEADS_IN = /^(?:on|in|at|to|for|from|into)\b/i;
/** "Capture the screen and save it" is about one thing. */
export const SAME_THING = /\b(?:it|them|that|those)\b/i;

/** One call with what was said for it in two parts. */
export function togetherWith(first: Choice, more: Choice): Choice {
  const values = { ...more.filled.values, ...first.filled.values };
  return { ...first, filled: { ...first.filled, values } };
}

/** The call of a tool with these values, which may be dotted names. */
export function planned(tool: OfferedTool, values: Arguments): PlannedCall {
  return { name: tool.name, arguments: nested(values) };
}

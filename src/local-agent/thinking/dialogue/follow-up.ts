import { fillArguments } from '../arguments/fill';
import type { FillingContext } from '../arguments/filling';
import type { Json } from '../../../shared/json';
import { nested, parametersOf } from '../arguments/parameters';
import { unitSeconds } from '../arguments/numeric';
import { ROLE_TRAITS } from '../arguments/roles';
import { stripped } from '../politeness';
import { speechAct } from '../speech-act';
import type { Memory, OfferedTool, PlannedCall } from '../types';
import { findDurations } from '../values/durations';
import { findOrdinal } from '../values/numbers';
import { tokens } from '../../../shared/vocabulary/words';

const AGAIN =
  /^(?:(?:please )?(?:do|try|repeat|run|play) (?:that|it|this)(?: (?:again|once more|one more time))?|(?:and )?(?:once more|again|one more time|another one|same again|the same again|one more))(?: please)?[.!?]*$/i;
const MORE = /^(?:and(?: then| also)?|what about|how about|also|plus|then)\b[\s,]*(.+)$/i;
const INSTEAD =
  /^(?:(?:no|nope|not that(?: one)?|sorry|wait|oops|actually|i meant|i mean|i said|rather|or|a (?:bit|little) (?:more|less|louder|quieter|warmer|cooler|brighter|darker))\b[\s,.!]*)*(?:(?:i (?:meant|said|want(?:ed)?|mean)|make (?:it|that)|change (?:it|that) to|set it to|it's|it should be|rather|try|not .+?,)\b[\s,]*)?(.+)$/i;
const IS_INSTEAD =
  /^(?:no|nope|not|sorry|wait|oops|actually|i meant|i mean|i said|rather|make (?:it|that)|change (?:it|that) to|a (?:bit|little))\b/i;
/** Longer words are a request of their own. */
const LONGEST = 8;

/** A call that follows from the one before, or nothing. */
export type FollowUp =
  | { readonly kind: 'call'; readonly call: PlannedCall }
  | { readonly kind: 'other-tool'; readonly text: string };

/** "Do that again", "and in Paris?", "no, I meant Rome", "no, the other": the last tool once more. */
export function followUp(
  said: string,
  memory: Memory,
  tools: readonly OfferedTool[],
  context: FillingContext,
): FollowUp | null {
  const last = memory.lastCall;
  const tool = tools.find(({ name }) => name === last?.name);
  if (!last || !tool) return null;
  if (AGAIN.test(said)) return { kind: 'call', call: last };
  const instead = IS_INSTEAD.test(said);
  const too = /^(.+?)[\s,]+(?:as well|too)(?:,? please)?[.!?]*$/i.exec(said)?.[1];
  const rest = stripped((instead ? INSTEAD : MORE).exec(said)?.[1] ?? too ?? '')
    .replace(/[.!?]+$/, '')
    .replace(/ (?:is|would be|sounds|works) (?:better|good|fine|best)$|,? instead$/i, '');
  const words = tokens(rest);
  if (words.length === 0 || words.length > LONGEST) return null;
  const makes = /\b(?:make|change|set) (?:it|that)\b/i.test(said);
  const act = speechAct(rest);
  const briefly = act === 'question' && words.length <= 3 && /^(?:how|what)\b/i.test(rest);
  if (!makes && !briefly && (act === 'order' || act === 'question' || act === 'statement')) return null;
  const changed = other(rest, last, tool, memory) ?? filled(rest, tool, context);
  if (changed === null) return instead && !makes ? { kind: 'other-tool', text: rest } : null;
  if (makes) inLastUnit(changed, rest, last, tool);
  const kept = instead ? last.arguments : keptFor(tool, last, Object.keys(changed));
  return { kind: 'call', call: { name: tool.name, arguments: { ...kept, ...nested(changed) } } };
}

function filled(rest: string, tool: OfferedTool, context: FillingContext) {
  const { values, said, leftover } = fillArguments(tool, rest, context);
  if (said.length === 0 || leftover > 2) return null;
  return Object.fromEntries(said.map((name) => [name, values[name] ?? null]));
}

/** "Make it fifteen" after ten minutes means minutes, whatever the tool counts in. */
function inLastUnit(changed: Record<string, Json>, rest: string, last: PlannedCall, tool: OfferedTool): void {
  if (findDurations(tokens(rest)).length > 0) return;
  for (const parameter of parametersOf(tool)) {
    const value = changed[parameter.name];
    const before = last.arguments[parameter.name];
    if (unitSeconds(parameter) !== 1 || typeof value !== 'number' || typeof before !== 'number') continue;
    if (before % 60 === 0 && value < 60) changed[parameter.name] = value * 60;
  }
}

/** "The other one": the choice or the listed name that was not taken, where there are two. */
function other(rest: string, last: PlannedCall, tool: OfferedTool, memory: Memory) {
  if (!/^(?:the )?other(?: one)?$/i.test(rest) || findOrdinal(tokens(rest)) !== null) return null;
  for (const { name, choices, type } of parametersOf(tool)) {
    const before = last.arguments[name];
    if (typeof before !== 'string') continue;
    const among = choices.length > 0 ? choices : memory.items;
    const [left, ...more] = among.filter((one) => one !== before);
    if (left !== undefined && more.length === 0 && type === 'string') return { [name]: left };
  }
  return null;
}

/** One more thing of the same kind: what was special about the last one ("two bags") is not carried on. */
function keptFor(tool: OfferedTool, last: PlannedCall, changed: readonly string[]) {
  const parameters = parametersOf(tool);
  const anew = parameters.some(
    ({ name, role, required, type, choices }) =>
      required &&
      changed.includes(name) &&
      choices.length === 0 &&
      type !== 'number' &&
      type !== 'integer' &&
      ROLE_TRAITS[role].runsOn,
  );
  if (!anew) return last.arguments;
  const required = new Set(parameters.filter((one) => one.required).map(({ name }) => name.split('.')[0]));
  return Object.fromEntries(Object.entries(last.arguments).filter(([name]) => required.has(name)));
}

import { z } from 'zod';
import { parametersOf } from '../arguments/parameters';
import type { Arguments, FinishedCall, OfferedTool, PlannedCall } from '../types';

/** How a client names the tool that brings further tools into `session.tools`. */
const FINDER = /^(?:find|search|discover|get)_?(?:more_?|other_?)?tools?$/i;

/** Whether a tool of this name brings further tools. */
export function isFinder(name: string): boolean {
  return FINDER.test(name);
}

/** Splits what is offered into tools that do things and the one that finds more of them, if there is one. */
export function finderAmong(tools: readonly OfferedTool[]): {
  readonly others: readonly OfferedTool[];
  readonly finder: OfferedTool | null;
} {
  const finder = tools.find(({ name }) => isFinder(name)) ?? null;
  return { others: finder ? tools.filter((tool) => tool !== finder) : tools, finder };
}

/** Asks for tools in the person's own words; null when the tool does not simply take words. */
export function findingCall(finder: OfferedTool, words: string): PlannedCall | null {
  const parameters = parametersOf(finder);
  const taking = parameters.find(({ type, required }) => required && type === 'string') ?? parameters[0];
  if (!taking || taking.type !== 'string') return null;
  const others = parameters.some((one) => one.required && one !== taking);
  const values: Arguments = { [taking.name]: words.replace(/[\s.!?]+$/u, '') };
  return others ? null : { name: finder.name, arguments: values };
}

/** Each further tool that a search names fits so much less, where it does not tell how well it does. */
const NEXT = 0.6;

/** The tools that searches have named and how well they fit, 0..1: as they tell it, else by their order. */
export function foundIn(
  calls: readonly FinishedCall[],
  tools: readonly OfferedTool[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { result } of calls.filter(({ name }) => isFinder(name))) {
    const named = tools
      .map(({ name }) => ({ name, at: placeOf(name, result) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    const fits = fitsIn(result);
    named.forEach(({ name }, place) => {
      found.set(name, Math.max(found.get(name) ?? 0, fits.get(name) ?? NEXT ** place));
    });
  }
  return found;
}

function placeOf(name: string, text: string): number {
  return text.search(new RegExp(`(?<![\\w-])${name.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`));
}

/** `{"name": ..., "fit": 0.8}` wherever it stands in a result. */
const NAMED = z.object({ name: z.string(), fit: z.number().min(0).max(1) });

function fitsIn(result: string): ReadonlyMap<string, number> {
  const fits = new Map<string, number>();
  try {
    JSON.parse(result, (_, value: unknown) => {
      const named = NAMED.safeParse(value);
      if (named.success) fits.set(named.data.name, named.data.fit);
      return value;
    });
  } catch {
    // Not every tool answers in JSON; then the order counts.
  }
  return fits;
}

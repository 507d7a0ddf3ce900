import { parametersOf } from '../arguments/parameters';
import type { Arguments, OfferedTool, PlannedCall } from '../types';

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

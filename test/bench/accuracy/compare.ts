/* Whether the calls that were made are those that were expected. */
import type { Json } from '../../../src/shared/json';
import type { OfferedTool, PlannedCall } from '../../../src/local-agent/thinking/types';
import type { ExpectedCall, ExpectedValue } from './cases';

type Schema = Readonly<Record<string, unknown>>;

/** The schema of one parameter; empty where the tool does not say. */
export function schemaOf(tool: OfferedTool | undefined, parameter: string): Schema {
  const properties = tool?.parameters['properties'];
  return isObject(properties) && isObject(properties[parameter]) ? properties[parameter] : {};
}

/** Whether the same tools are called, as often, in any order. */
export function sameTools(expected: readonly ExpectedCall[], made: readonly PlannedCall[]): boolean {
  const names = (calls: readonly { readonly name: string }[]) => calls.map(({ name }) => name).sort();
  return JSON.stringify(names(expected)) === JSON.stringify(names(made));
}

/** Whether each expected call has a call of its own that fits it, and none is left over. */
export function sameCalls(
  expected: readonly ExpectedCall[],
  made: readonly PlannedCall[],
  tools: readonly OfferedTool[],
): boolean {
  const [first, ...others] = expected;
  if (!first) return made.length === 0;
  return made.some(
    (call, at) =>
      fits(
        first,
        call,
        tools.find(({ name }) => name === call.name),
      ) &&
      sameCalls(
        others,
        made.filter((_, index) => index !== at),
        tools,
      ),
  );
}

/**
 * Whether a call is the expected one. An argument that is not expected is right only when it says what its
 * schema's default says anyway.
 */
function fits(expected: ExpectedCall, made: PlannedCall, tool: OfferedTool | undefined): boolean {
  if (expected.name !== made.name) return false;
  const parameters = new Set([...Object.keys(expected.arguments), ...Object.keys(made.arguments)]);
  return [...parameters].every((parameter) => {
    const schema = schemaOf(tool, parameter);
    const { values, optional } = allowed(expected.arguments[parameter], schema);
    const value = made.arguments[parameter];
    return value === undefined ? optional : values.some((right) => sameValue(right, value, schema));
  });
}

/** Which values are right, and whether none is right too. */
function allowed(expected: ExpectedValue | undefined, schema: Schema) {
  const fallback = schema['default'] as Json | undefined;
  if (expected === undefined) return { values: fallback === undefined ? [] : [fallback], optional: true };
  const values = valuesOf(expected);
  const optional = isObject(expected) && 'eitherOrNone' in expected;
  return { values, optional: optional || (fallback !== undefined && values.includes(fallback)) };
}

/** Every value that an expectation names. */
export function valuesOf(expected: ExpectedValue): readonly Json[] {
  if (isObject(expected) && 'either' in expected) return expected['either'] as readonly Json[];
  if (isObject(expected) && 'eitherOrNone' in expected) return expected['eitherOrNone'] as readonly Json[];
  return [expected as Json];
}

function sameValue(right: Json, value: Json, schema: Schema): boolean {
  if (Array.isArray(right) && Array.isArray(value)) {
    return (
      right.length === value.length && right.every((item: Json, at) => sameValue(item, value[at] as Json, {}))
    );
  }
  if (typeof right !== 'string' || typeof value !== 'string') return right === value;
  if (schema['enum'] !== undefined) return right === value;
  if (schema['format'] === 'date-time') return instant(right) === instant(value);
  return plain(right) === plain(value);
}

/** ISO date and time as epoch milliseconds; without an offset it is local. NaN, equal to nothing, otherwise. */
function instant(text: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? Date.parse(text) : NaN;
}

/** Text as far as it matters: no case, no punctuation around words, no article in front. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[.,!?;:"]+(?=\s|$)/g, '')
    .replace(/(^|\s)["']+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(the|a|an|my) /, '');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

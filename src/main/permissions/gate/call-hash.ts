import { createHash } from 'node:crypto';
import type { Json } from '../../../shared/json';

/** What an approval is bound to: the tool, its exact arguments and what they were found to mean. */
export function callHash(tool: string, args: Json, effect: string): string {
  return createHash('sha256')
    .update(JSON.stringify([tool, sorted(args), effect]))
    .digest('hex');
}

/** The same value with the keys of its objects in order, so that equal arguments hash equally. */
function sorted(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => sorted(item));
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

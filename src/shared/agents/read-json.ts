import type { Json, JsonObject } from '../json';

/** The text, or an empty one for anything else. */
export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The number, or null for anything else. */
export function number(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** The object, or an empty one for anything else. */
export function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The list, or an empty one for anything else. */
export function list(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

/** The value when it is one of these, else the empty text. */
export function pick<const T extends string>(value: Json | undefined, known: readonly T[]): T | '' {
  return known.find((one) => one === value) ?? '';
}

/** Whether the value is an object and no list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** What the text says as JSON, or undefined when it is none. */
export function parsed(typed: string): Json | undefined {
  try {
    return JSON.parse(typed) as Json;
  } catch {
    return undefined;
  }
}

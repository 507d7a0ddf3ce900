import type { Json, JsonObject } from '../json';
import { list, object, parsed, text } from './read-json';

/** Arguments that fit a schema, to begin a test call with: its own examples where it has some. */
export function exampleArguments(schema: string): JsonObject {
  const { properties } = object(parsed(schema));
  return Object.fromEntries(
    Object.entries(object(properties)).map(([name, property]) => [name, exampleOf(object(property))]),
  );
}

function exampleOf(property: JsonObject): Json {
  const [example] = [
    ...list(property['examples']),
    ...('default' in property ? [property['default'] ?? null] : []),
    ...list(property['enum']),
  ];
  if (example !== undefined) return example;
  switch (text(property['type'])) {
    case 'integer':
    case 'number':
      return typeof property['minimum'] === 'number' ? property['minimum'] : 1;
    case 'boolean':
      return true;
    case 'array':
      return [];
    case 'object':
      return {};
    default:
      return '';
  }
}

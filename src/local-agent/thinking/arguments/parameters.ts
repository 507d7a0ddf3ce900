import { z } from 'zod';
import type { Json } from '../../../shared/json';
import type { OfferedTool } from '../types';
import { roleOf, type ParameterRole } from './roles';

/** One parameter of a tool, read leniently from its JSON Schema. */
export interface Parameter {
  /** `city`, or `address.city` inside an object. */
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  /** Type of an array's entries; `string` for everything else. */
  readonly entries: 'string' | 'number';
  readonly description: string;
  readonly required: boolean;
  readonly role: ParameterRole;
  readonly choices: readonly string[];
  readonly examples: readonly string[];
  readonly format: string;
  readonly pattern: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly fallback: Json | undefined;
}

const choicesSchema = z
  .array(z.unknown())
  .transform((values) =>
    values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String),
  );
const typeSchema = z.union([z.string(), z.array(z.string())]).catch('');
const propertySchema = z.object({
  type: typeSchema,
  description: z.string().catch(''),
  enum: choicesSchema.catch([]),
  const: z.union([z.string(), z.number()]).optional().catch(undefined),
  items: z.object({ type: typeSchema, enum: choicesSchema.catch([]) }).catch({ type: '', enum: [] }),
  examples: choicesSchema.catch([]),
  format: z.string().catch(''),
  pattern: z.string().catch(''),
  minimum: z.number().catch(-Infinity),
  maximum: z.number().catch(Infinity),
  default: z.json().optional().catch(undefined),
});
const objectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).catch({}),
  required: z.array(z.string()).catch([]),
});
const EMPTY = { properties: {}, required: [] };

const known = new WeakMap<OfferedTool, readonly Parameter[]>();

/**
 * The parameters of a tool, required ones first; those of an object one level deep stand for themselves. Whatever
 * cannot be read in the schema counts as left out.
 */
export function parametersOf(tool: OfferedTool): readonly Parameter[] {
  const before = known.get(tool);
  if (before) return before;
  const parameters = readObject(tool.parameters, '', true, 1);
  const sorted = [...parameters].sort((a, b) => Number(b.required) - Number(a.required));
  known.set(tool, sorted);
  return sorted;
}

function readObject(raw: unknown, prefix: string, required: boolean, depth: number): readonly Parameter[] {
  const schema = objectSchema.catch(EMPTY).parse(raw);
  return Object.entries(schema.properties).flatMap(([name, property]) => {
    const needed = required && schema.required.includes(name);
    const parameter = readProperty(`${prefix}${name}`, property, needed);
    if (parameter.type !== 'object' || depth === 0) return [parameter];
    const inner = readObject(property, `${prefix}${name}.`, needed, depth - 1);
    return inner.length > 0 ? inner : [parameter];
  });
}

function readProperty(name: string, property: unknown, required: boolean): Parameter {
  const read = propertySchema.safeParse(property);
  const raw = read.success ? read.data : propertySchema.parse({});
  const choices =
    raw.enum.length > 0 ? raw.enum : raw.const === undefined ? raw.items.enum : [String(raw.const)];
  const ownName = name.split('.').at(-1) ?? name;
  return {
    name,
    type: typeOf(raw.type) ?? (hasProperties(property) ? 'object' : 'string'),
    entries: /^(?:number|integer)$/.test(typeOf(raw.items.type) ?? '') ? 'number' : 'string',
    description: raw.description,
    required,
    role: roleOf(ownName, raw.description, raw.format, raw.pattern),
    choices: choices.filter((choice) => choice.trim() !== ''),
    examples: raw.examples,
    format: raw.format,
    pattern: raw.pattern,
    minimum: raw.minimum,
    maximum: raw.maximum,
    fallback: raw.default,
  };
}

const hasProperties = (property: unknown) =>
  typeof property === 'object' && property !== null && 'properties' in property;

function typeOf(types: string | readonly string[]): Parameter['type'] | null {
  for (const type of typeof types === 'string' ? [types] : types) {
    switch (type) {
      case 'string':
      case 'number':
      case 'integer':
      case 'boolean':
      case 'array':
      case 'object':
        return type;
      default:
    }
  }
  return null;
}

/** Arguments with the parameters of nested objects put back into their objects. */
export function nested(values: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  const result: Record<string, Json> = {};
  const inner: Record<string, Record<string, Json>> = {};
  for (const [name, value] of Object.entries(values)) {
    const [outer = '', own] = split(name);
    if (own === undefined) result[outer] = value;
    else result[outer] = inner[outer] = { ...inner[outer], [own]: value };
  }
  return result;
}

function split(name: string): readonly [string, string?] {
  const dot = name.indexOf('.');
  return dot <= 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/**
 * Makes what a server calls a schema into what the Voice Agent API takes (protocol.md section 6.1): an object of
 * properties, references resolved, bounded in depth, number and bytes. Pure.
 */
import { isRecord, type Json } from '../shared/json';
import type { ToolParameters } from '../shared/protocol/tools';
import { oneLine } from './clean-text';

const MOST_BYTES = 6_000;
const MOST_PROPERTIES = 40;
const MOST_NODES = 400;
/** References followed and alternatives joined: each can lead to twenty more. */
const MOST_MERGES = 4_000;
const MOST_CHOICES = 50;
const MOST_VARIANTS = 5;
/** Tried one after the other until the schema is small enough. */
const TRIES = [
  { depth: 5, description: 200 },
  { depth: 3, description: 100 },
  { depth: 2, description: 60 },
  { depth: 1, description: 40 },
] as const;

type Schema = Readonly<Record<string, unknown>>;
type Cleaned = Record<string, Json>;
interface Cleaning {
  readonly root: Schema;
  readonly description: number;
  /** Schemas that may still be looked at: references can multiply without end. */
  nodes: number;
  merges: number;
}

const TYPES = new Set(['string', 'integer', 'number', 'boolean', 'object', 'array']);
const NUMBERS = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const;
/** Names that reach into every object. */
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The schema of a tool's arguments, or null when it is none, is too large, or needs something that cannot be told.
 * A tool without a schema takes no arguments.
 */
export function cleanSchema(raw: unknown): ToolParameters | null {
  if (raw === undefined || raw === null) return { type: 'object', properties: {} };
  if (!isRecord(raw)) return null;
  for (const { depth, description } of TRIES) {
    const cleaned = cleanObject(raw, depth, {
      root: raw,
      description,
      nodes: MOST_NODES,
      merges: MOST_MERGES,
    });
    if (!cleaned) return null;
    const parameters = {
      ...cleaned,
      type: 'object',
      properties: cleaned['properties'] ?? {},
    } as ToolParameters;
    if (JSON.stringify(parameters).length <= MOST_BYTES) return parameters;
  }
  return null;
}

/** The schema for checking arguments: `pattern` and `format` are left to the server, as they can be made to take for ever. */
export function checkable(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(checkable);
  if (!isRecord(schema)) return schema;
  const kept = Object.entries(schema as Record<string, Json>).flatMap(([key, value]) => {
    if (key === 'pattern' || key === 'format' || key === 'examples' || key === 'default') return [];
    if (key === 'properties' && isRecord(value)) {
      return [[key, mapValues(value as Record<string, Json>, checkable)] as const];
    }
    return [[key, key === 'enum' ? value : checkable(value)] as const];
  });
  return Object.fromEntries(kept);
}

/** As {@link cleanNode} for a schema that has to be an object's; null when it is another's. */
function cleanObject(raw: Schema, depth: number, cleaning: Cleaning): Cleaned | null {
  const whole = merged(raw, cleaning);
  const type = soleType(whole);
  if (type !== undefined && type !== 'object') return null;
  return objectParts(whole, depth, cleaning);
}

function objectParts(whole: Schema, depth: number, cleaning: Cleaning): Cleaned | null {
  if (whole['properties'] !== undefined && !isRecord(whole['properties'])) return null;
  const all = Object.entries(isRecord(whole['properties']) ? whole['properties'] : {});
  const required = new Set(stringsOf(whole['required']));
  // What has to be given comes first, so that a cut takes only what can be left out.
  const sorted = [...all].sort(([a], [b]) => Number(required.has(b)) - Number(required.has(a)));
  const usable = sorted.filter(([name]) => isUsableName(name)).slice(0, MOST_PROPERTIES);
  const properties = Object.fromEntries(
    usable.map(([name, schema]) => [name, cleanNode(schema, depth - 1, cleaning)] as const),
  );
  const needed = [...required];
  if (
    needed.some((name) => !Object.hasOwn(properties, name) && Object.hasOwn(Object.fromEntries(all), name))
  ) {
    return null;
  }
  const known = needed.filter((name) => Object.hasOwn(properties, name));
  return {
    properties,
    ...(known.length > 0 && { required: known }),
    ...(whole['additionalProperties'] === false && { additionalProperties: false }),
  };
}

function cleanNode(raw: unknown, depth: number, cleaning: Cleaning): Json {
  cleaning.nodes -= 1;
  if (!isRecord(raw) || cleaning.nodes <= 0) return {};
  const whole = merged(raw, cleaning);
  const told = about(whole, cleaning);
  const choices = choicesOf(whole);
  if (choices) return { ...told, ...choices };
  const variants = variantsOf(whole);
  if (variants.length > 1) {
    if (depth < 1) return told;
    return { ...told, anyOf: variants.map((variant) => cleanNode(variant, depth - 1, cleaning)) };
  }
  const type = soleType(whole);
  if (type === undefined) return told;
  return { ...told, type, ...limitsOf(whole), ...partsOf(type, whole, depth, cleaning) };
}

function partsOf(type: string, whole: Schema, depth: number, cleaning: Cleaning): Cleaned {
  if (depth < 1) return {};
  if (type === 'array' && isRecord(whole['items']))
    return { items: cleanNode(whole['items'], depth - 1, cleaning) };
  if (type === 'object') return objectParts(whole, depth, cleaning) ?? {};
  return {};
}

/** The schema with its reference followed, the parts of `allOf` in it, and the only real alternative in its place. */
function merged(raw: Schema, cleaning: Cleaning, follow = 8): Schema {
  cleaning.merges -= 1;
  if (follow === 0 || cleaning.merges <= 0) return without(raw, '$ref');
  if (typeof raw['$ref'] === 'string') {
    const target = resolved(raw['$ref'], cleaning.root);
    return target
      ? merged({ ...target, ...without(raw, '$ref') }, cleaning, follow - 1)
      : without(raw, '$ref');
  }
  const parts = recordsOf(raw['allOf']).slice(0, 20);
  if (parts.length > 0) {
    return parts.map((part) => merged(part, cleaning, follow - 1)).reduce(joined, without(raw, 'allOf'));
  }
  const real = [...recordsOf(raw['anyOf']), ...recordsOf(raw['oneOf'])].filter(({ type }) => type !== 'null');
  if (real.length === 1) {
    return merged({ ...real[0], ...without(raw, 'anyOf', 'oneOf') }, cleaning, follow - 1);
  }
  return raw;
}

function joined(one: Schema, other: Schema): Schema {
  const properties = { ...recordOf(other['properties']), ...recordOf(one['properties']) };
  const required = [...stringsOf(one['required']), ...stringsOf(other['required'])];
  return {
    ...other,
    ...one,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  };
}

/** What a reference within the same schema points to; others lead nowhere. */
function resolved(reference: string, root: Schema): Schema | null {
  if (!reference.startsWith('#/') || reference.length > 300) return reference === '#' ? root : null;
  let place: unknown = root;
  for (const step of reference.slice(2).split('/')) {
    const key = step.replace(/~1/gu, '/').replace(/~0/gu, '~');
    if (!isRecord(place) || !Object.hasOwn(place, key)) return null;
    place = place[key];
  }
  return isRecord(place) ? place : null;
}

function without(schema: Schema, ...names: readonly string[]): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !names.includes(name)));
}

/** The type, `null` left out; undefined when there is none or more than one. */
function soleType(schema: Schema): string | undefined {
  const { type } = schema;
  const types = (Array.isArray(type) ? type : [type]).filter((one) => one !== 'null');
  if (types.length === 1 && typeof types[0] === 'string' && TYPES.has(types[0])) return types[0];
  if (type === undefined && isRecord(schema['properties'])) return 'object';
  return undefined;
}

function variantsOf(schema: Schema): readonly Schema[] {
  const { type } = schema;
  const told = [...recordsOf(schema['anyOf']), ...recordsOf(schema['oneOf'])].filter(
    (one) => one['type'] !== 'null',
  );
  if (told.length > 0) return told.slice(0, MOST_VARIANTS);
  if (!Array.isArray(type)) return [];
  const types = type.filter((one) => typeof one === 'string' && TYPES.has(one));
  return types.length > 1 ? types.map((one) => ({ ...schema, type: one as string })) : [];
}

/** What can be chosen from; alternatives of one constant each are a choice as well. */
function choicesOf(schema: Schema): Cleaned | null {
  const constants = variantsOf(schema).map((variant) => variant['const']);
  const listed: readonly unknown[] = Array.isArray(schema['enum'])
    ? schema['enum']
    : 'const' in schema
      ? [schema['const']]
      : constants;
  const values = listed.filter(isScalar).slice(0, MOST_CHOICES);
  if (values.length === 0 || values.length < listed.length) return null;
  const types = new Set(values.map((value) => typeof value));
  const [type] = types.size === 1 ? types : [];
  return { ...(type !== undefined && { type: type as string }), enum: values };
}

function about(schema: Schema, { description }: Cleaning): Cleaned {
  const text = typeof schema['description'] === 'string' ? oneLine(schema['description'], description) : '';
  const examples = (Array.isArray(schema['examples']) ? schema['examples'] : []).filter(isScalar).slice(0, 4);
  const standard = schema['default'];
  return {
    ...(text !== '' && { description: text }),
    ...(examples.length > 0 && { examples }),
    ...(isScalar(standard) && standard !== '' && { default: standard }),
    ...(isShort(schema['format'], 30) && { format: schema['format'] }),
    ...(isShort(schema['pattern'], 100) && { pattern: schema['pattern'] }),
  };
}

function limitsOf(schema: Schema): Cleaned {
  return Object.fromEntries(
    NUMBERS.flatMap((name) => {
      const value = schema[name];
      return typeof value === 'number' && Number.isFinite(value) ? [[name, value] as const] : [];
    }),
  );
}

const isUsableName = (name: string) =>
  name.length > 0 && name.length <= 64 && name === oneLine(name, 64) && !UNSAFE_NAMES.has(name);
const isShort = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= most && value === oneLine(value, most);
const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'number' || typeof value === 'boolean' || isShort(value, 100);
const recordOf = (value: unknown): Schema => (isRecord(value) ? value : {});
const recordsOf = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const stringsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

function mapValues(
  record: Readonly<Record<string, Json>>,
  change: (value: Json) => Json,
): Record<string, Json> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

import { z } from 'zod';
import type { Json } from '../../shared/json';
import { tokens } from './words';
import type { OfferedTool } from './types';

/** What a text parameter stands for, guessed from its name and description; it decides which words fill it. */
export type ParameterRole =
  'place' | 'container' | 'query' | 'person' | 'text' | 'moment' | 'duration' | 'thing';

/** One parameter of a tool, read leniently from its JSON Schema. */
export interface Parameter {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  readonly description: string;
  readonly required: boolean;
  readonly role: ParameterRole;
  readonly choices: readonly string[];
  readonly format: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly fallback: Json | undefined;
}

const property = z.object({
  type: z.union([z.string(), z.array(z.string())]).catch('string'),
  description: z.string().catch(''),
  enum: z.array(z.union([z.string(), z.number()]).transform(String)).catch([]),
  items: z.object({ enum: z.array(z.string()).catch([]) }).catch({ enum: [] }),
  format: z.string().catch(''),
  minimum: z.number().catch(-Infinity),
  maximum: z.number().catch(Infinity),
  default: z.json().optional().catch(undefined),
});
const objectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).catch({}),
  required: z.array(z.string()).catch([]),
});

const ROLES: readonly (readonly [ParameterRole, RegExp])[] = [
  ['duration', /^(?:duration|length|interval|how long)$/],
  ['moment', /^(?:when|date|day|time|datetime|moment|start|end|due|deadline|at)$/],
  ['place', /^(?:place|city|location|country|town|timezone|zone|region|destination|origin|where|address)$/],
  ['query', /^(?:query|search|keyword|keywords|topic|subject|term|phrase|about|question|pattern|q)$/],
  ['person', /^(?:recipient|to|person|contact|who|attendee|invitee|user|friend)$/],
  ['text', /^(?:text|message|body|content|note|reminder|task|todo|title|summary|what|words|expression)$/],
  [
    'container',
    /^(?:folder|directory|room|list|playlist|project|category|album|calendar|section|area|within)$/,
  ],
];

/** The parameters of a tool, required ones first. Nested objects are kept as `object` and never filled. */
export function parametersOf(tool: OfferedTool): readonly Parameter[] {
  const schema = objectSchema.catch({ properties: {}, required: [] }).parse(tool.parameters);
  const parameters = Object.entries(schema.properties).map(([name, raw]) =>
    parameterOf(name, property.parse(typeof raw === 'object' && raw !== null ? raw : {}), schema.required),
  );
  return parameters.sort((a, b) => Number(b.required) - Number(a.required));
}

function parameterOf(name: string, raw: z.infer<typeof property>, required: readonly string[]): Parameter {
  const types = typeof raw.type === 'string' ? [raw.type] : raw.type;
  return {
    name,
    type: types.map(knownType).find((type) => type !== null) ?? 'string',
    description: raw.description,
    required: required.includes(name),
    role: roleOf(name, raw),
    choices: raw.enum.length > 0 ? raw.enum : raw.items.enum,
    format: raw.format,
    minimum: raw.minimum,
    maximum: raw.maximum,
    fallback: raw.default,
  };
}

function knownType(type: string): Parameter['type'] | null {
  switch (type) {
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'array':
    case 'object':
      return type;
    default:
      return null;
  }
}

function roleOf(name: string, raw: z.infer<typeof property>): ParameterRole {
  if (/^date|^time/.test(raw.format)) return 'moment';
  if (/\b(?:look|looks|search|searches|looking|searching) for\b/i.test(raw.description)) return 'query';
  const words = tokens(name);
  for (const [role, pattern] of ROLES) {
    if (words.some((word) => pattern.test(word))) return role;
  }
  const hint = tokens(raw.description.split(/e\.g\.|[.,;(]/)[0] ?? '').filter((word) => word.length > 3);
  const hinted = ROLES.filter(([role]) => role !== 'text' && role !== 'moment' && role !== 'duration').find(
    ([, pattern]) => hint.slice(0, 2).some((word) => pattern.test(word)),
  );
  return hinted?.[0] ?? 'thing';
}

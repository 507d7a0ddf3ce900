import type { z } from 'zod';
import { VOICES } from '../catalogue';
import type { Refusal } from '../decode-client';
import { audioFormatSchema } from '../session-config';
import { incomingSessionSchema, type AcceptedSession } from './incoming-session';
import { resolveFormat, type EffectiveConfig } from './resolve-config';

/** What a server answers to a `session.update`. */
export type UpdateVerdict =
  { readonly kind: 'accepted'; readonly session: AcceptedSession } | ({ readonly kind: 'refused' } & Refusal);

type Raw = Readonly<Record<string, unknown>>;

const WRONG_SHAPE = "Invalid message format for type 'session.update'";
const serviceVoices = VOICES.map((voice) => voice.name);

/**
 * Judges the first `session.update` of a socket with the service's own codes and wording (protocol.md
 * sections 3.1 and 9.1). `voices` are the names this server offers. Whether the agent exists is not judged.
 */
export function validateFirstUpdate(session: Raw, voices: readonly string[] = serviceVoices): UpdateVerdict {
  const refusal =
    agentIdRefusal(session) ??
    inlineModelRefusal(session) ??
    formatRefusal(session) ??
    voiceRefusal(session, voices);
  return refusal ? { kind: 'refused', ...refusal } : judge(session);
}

/**
 * Judges a later `session.update`. A frozen field may be repeated, not changed (protocol.md section 5.1);
 * a refused update changes nothing.
 */
export function validateLaterUpdate(session: Raw, current: EffectiveConfig): UpdateVerdict {
  const refusal =
    agentIdLaterRefusal(session) ??
    inlineModelRefusal(session) ??
    immutableRefusal(session, current) ??
    formatRefusal(session);
  return refusal ? { kind: 'refused', ...refusal } : judge(session);
}

function judge(session: Raw): UpdateVerdict {
  const refusal = toolsRefusal(session['tools']);
  if (refusal) return { kind: 'refused', ...refusal };
  const result = incomingSessionSchema.safeParse(session);
  if (result.success) return { kind: 'accepted', session: result.data };
  return { kind: 'refused', ...refusalOf(result.error.issues[0], session) };
}

function agentIdRefusal(session: Raw): Refusal | null {
  if (session['agent_id'] === undefined || Object.keys(session).length === 1) return null;
  return invalid('agent_id', 'agent_id is mutually exclusive with other session fields');
}

function agentIdLaterRefusal(session: Raw): Refusal | null {
  if (session['agent_id'] === undefined) return null;
  return {
    code: 'agent_id_not_first',
    message: 'agent_id can only be set on the first session.update',
    param: 'agent_id',
  };
}

function inlineModelRefusal(session: Raw): Refusal | null {
  if (session['llm'] === undefined) return null;
  return invalid(
    'llm',
    'BYO LLM config is not allowed on session.update; define it on a stored agent via POST /v1/agents',
  );
}

function formatRefusal(session: Raw): Refusal | null {
  const formats = [part(session, 'input')['format'], part(session, 'output')['format']];
  return formats.every((format) => format === undefined || isObject(format))
    ? null
    : invalid('format', 'Audio format must be a JSON object');
}

function voiceRefusal(session: Raw, voices: readonly string[]): Refusal | null {
  const voice = part(session, 'output')['voice'];
  if (typeof voice !== 'string' || voices.includes(voice)) return null;
  const known = [...voices].sort().join(', ');
  return invalid('output.voice', `Invalid voice '${voice.slice(0, 100)}'. Must be one of: ${known}`);
}

function immutableRefusal(session: Raw, current: EffectiveConfig): Refusal | null {
  const input = part(session, 'input');
  const output = part(session, 'output');
  const changed: readonly (readonly [path: string, changes: boolean])[] = [
    ['greeting', differs(session['greeting'], current.greeting)],
    ['input.type', differs(input['type'], current.input.type)],
    ['input.format', differs(formatKey(input['format']), formatKey(current.input.format))],
    ['output.type', differs(output['type'], current.output.type)],
    ['output.voice', differs(output['voice'], current.output.voice)],
    ['output.format', differs(formatKey(output['format']), formatKey(current.output.format))],
    ['webhook', session['webhook'] !== undefined],
    ['pre_connect_requests', session['pre_connect_requests'] !== undefined],
  ];
  const param = changed.find(([, changes]) => changes)?.[0];
  if (param === undefined) return null;
  const message = `'${param}' cannot be changed after the first session.update`;
  return { code: 'immutable_field', message, param };
}

function differs(given: unknown, current: unknown): boolean {
  return given !== undefined && given !== current;
}

/** A format as one comparable text; an invalid one equals none. */
function formatKey(format: unknown): string | undefined {
  if (format === undefined) return undefined;
  const parsed = audioFormatSchema.safeParse(format);
  if (!parsed.success) return 'invalid';
  const { encoding, sample_rate } = resolveFormat(parsed.data);
  return `${encoding} ${String(sample_rate)}`;
}

function toolsRefusal(tools: unknown): Refusal | null {
  if (!Array.isArray(tools)) return null;
  for (const [index, tool] of tools.entries()) {
    if (!isObject(tool)) continue;
    const at = `tools[${String(index)}]`;
    if (tool['http'] !== undefined && tool['http'] !== null) {
      return invalid(`${at}.http`, `'${at}.http' is only allowed on a stored agent`);
    }
    const parameters = tool['parameters'];
    if (
      isObject(parameters) &&
      parameters['properties'] !== undefined &&
      !isObject(parameters['properties'])
    ) {
      return invalid(`${at}.parameters.properties`, `'${at}.parameters.properties' must be an object`);
    }
  }
  return null;
}

/** Unknown keys and misplaced nulls break the message's shape; everything else is a bad value. */
function refusalOf(issue: z.core.$ZodIssue | undefined, session: Raw): Refusal {
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...keys];
  const param = dotted(path);
  if (keys.length > 0 || valueAt(session, path) === null) {
    return { code: 'invalid_format', message: WRONG_SHAPE, ...(param && { param }) };
  }
  const code = path[0] === 'webhook' ? 'invalid_webhook' : 'invalid_value';
  return { code, message: `'${param}': ${issue?.message ?? 'invalid'}`, param };
}

function dotted(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

function invalid(param: string, message: string): Refusal {
  return { code: 'invalid_value', message, param };
}

function part(session: Raw, name: 'input' | 'output'): Raw {
  const value = session[name];
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Json, JsonObject } from '../json';
import { isObject, list, number, object, pick, text } from './read-json';

/** Methods of HTTP tools (protocol.md section 6.5). */
export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** One of them. */
export type HttpMethod = (typeof HTTP_METHODS)[number];

/** A header of an HTTP tool. Its value is only ever written. */
export interface HeaderDraft {
  /** For the form, distinct within a tool. */
  key: number;
  name: string;
  /** Typed now; empty keeps the stored one. */
  value: string;
  /** When the stored value was set, as the service told it; null when nothing is stored. */
  stored: string | null;
}

/** Where the service calls a tool. */
export interface HttpDraft {
  url: string;
  method: HttpMethod;
  headers: HeaderDraft[];
}

/** A tool of an agent as it is edited; the form's controls write into it. */
export interface ToolDraft {
  /** For the form, distinct within an agent. */
  key: number;
  /** Place of the tool in the agent as it was read; null for a new one. */
  from: number | null;
  name: string;
  description: string;
  /** JSON Schema of the arguments, as text. */
  parameters: string;
  hold: boolean;
  /** Seconds; null for the service's own. */
  timeout: number | null;
  whenDone: string;
  whenFailed: string;
  /** Null for a tool that the client runs. */
  http: HttpDraft | null;
}

/** Arguments of a tool that takes none. */
export const NO_PARAMETERS: JsonObject = { type: 'object', properties: {}, required: [] };

/** The draft of a tool as the service told it. */
export function toolDraftOf(tool: JsonObject, from: number): ToolDraft {
  const told = object(tool['response_instructions']);
  return {
    key: from,
    from,
    name: text(tool['name']),
    description: text(tool['description']),
    parameters: asText(tool['parameters'] ?? NO_PARAMETERS),
    hold: tool['execution_mode'] === 'hold',
    timeout: number(tool['timeout_seconds']),
    whenDone: text(told['success']),
    whenFailed: text(told['error']),
    http: isObject(tool['http']) ? httpDraftOf(tool['http']) : null,
  };
}

/** A tool to begin with, for the place after these. */
export function newTool(others: readonly ToolDraft[], http: boolean): ToolDraft {
  const key = Math.max(-1, ...others.map((tool) => tool.key)) + 1;
  return {
    ...toolDraftOf({}, key),
    from: null,
    http: http ? { url: '', method: 'POST', headers: [] } : null,
  };
}

/** A header to begin with, for the place after these. */
export function newHeader(others: readonly HeaderDraft[]): HeaderDraft {
  return { key: Math.max(-1, ...others.map(({ key }) => key)) + 1, name: '', value: '', stored: null };
}

/** A schema as a person edits it. */
export function asText(schema: Json): string {
  return JSON.stringify(schema, null, 2);
}

function httpDraftOf(http: JsonObject): HttpDraft {
  return {
    url: text(http['url']),
    method: pick(http['http_method'], HTTP_METHODS) || 'POST',
    headers: headersOf(http).map(({ name, stored }, key) => ({ key, name, value: '', stored })),
  };
}

/** The headers that are stored; older answers are a map with masked values (protocol.md section 14, row 24). */
export function headersOf(http: JsonObject): readonly { readonly name: string; readonly stored: string }[] {
  const { headers } = http;
  if (isObject(headers)) return Object.keys(headers).map((name) => ({ name, stored: '' }));
  return list(headers).map((header) => ({
    name: text(object(header)['name']),
    stored: text(object(header)['last_set_at']),
  }));
}

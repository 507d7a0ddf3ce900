import type { Agent, AgentCreate } from '../../shared/protocol';

/** What of an agent is to change; a field that is left out stays as it is. */
export type AgentChanges = Readonly<Partial<AgentCreate>>;
type Fields = Readonly<Record<string, unknown>>;

/** What the service sets itself. */
const OF_THE_SERVICE = ['id', 'created_at', 'updated_at'];

/**
 * The whole agent as `PUT` takes it: what was read, with the changes. A part of an agent would be right by one
 * document and lose the rest by another (protocol.md section 14, row 25). Secrets, which are never read back, are
 * kept by what the service has documented: header names without values, and no `llm` at all (section 10.2).
 */
export function updatedAgent(read: Agent, changes: AgentChanges): AgentCreate {
  const kept = Object.entries(read).filter(
    ([name, value]) =>
      !OF_THE_SERVICE.includes(name) && name !== 'llm' && value !== null && value !== undefined,
  );
  const merged: Fields = { ...Object.fromEntries(kept), ...changes };
  const voice = merged['voice'];
  return withoutUndefined({
    ...merged,
    ...(isObject(voice) &&
      isObject(merged['output']) && { output: { ...merged['output'], voice: voice['voice_id'] } }),
    ...(Array.isArray(merged['tools']) && { tools: merged['tools'].map(writableTool) }),
    ...(Array.isArray(merged['pre_connect_requests']) && {
      pre_connect_requests: merged['pre_connect_requests'].map(withWritableHttp),
    }),
  }) as AgentCreate;
}

function writableTool(tool: unknown): unknown {
  if (!isObject(tool)) return tool;
  const kept = Object.entries(tool).filter(([name, value]) => name !== 'id' && value !== null);
  return withWritableHttp(Object.fromEntries(kept));
}

function withWritableHttp(part: unknown): unknown {
  if (!isObject(part) || !isObject(part['http'])) return part;
  const { headers, ...http } = part['http'];
  return { ...part, http: { ...http, ...(headers !== undefined && { headers: writableHeaders(headers) }) } };
}

/** Read back as a list of names, in older documents as a map to `"***"` (protocol.md section 14, row 24). */
function writableHeaders(headers: unknown): unknown {
  if (isObject(headers)) {
    return Object.entries(headers).map(([name, value]) => (value === '***' ? { name } : { name, value }));
  }
  if (!Array.isArray(headers)) return [];
  return headers.map((header: unknown) =>
    isObject(header)
      ? Object.fromEntries(
          Object.entries(header).filter(([name]) => ['name', 'value', 'remove'].includes(name)),
        )
      : header,
  );
}

function withoutUndefined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

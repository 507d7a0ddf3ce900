import { z } from 'zod';
import { incomingSession, type EffectiveConfig } from './agent-config';
import { RestError } from './errors';

/** Agents that may be stored at once; they live in memory only. */
const MOST_AGENTS = 1_000;

const header = z.strictObject({
  name: z.string().min(1),
  value: z.string().optional(),
  remove: z.boolean().optional(),
});
const http = z.strictObject({
  url: z
    .string()
    .max(2_048)
    .regex(/^https:\/\/[^/]/, { error: 'must be an https address' }),
  http_method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
  headers: z.array(header).default([]),
});
const tool = z
  .object({
    name: z.string().min(1),
    description: z.string().default(''),
    parameters: z.record(z.string(), z.json()).optional(),
    http: http.nullish(),
  })
  .catchall(z.json());

const agentFields = z.object({
  name: z.string().min(1),
  system_prompt: z.string(),
  voice: z.object({ voice_id: z.string().min(1) }),
  greeting: z.string().nullish(),
  input: z.record(z.string(), z.json()).optional(),
  output: z.record(z.string(), z.json()).optional(),
  tools: z.array(tool).optional(),
  llm: z.array(z.json()).max(1).optional(),
});
type AgentFields = z.infer<typeof agentFields>;

/** A stored agent with what a session needs of it. */
export interface StoredAgent {
  readonly id: string;
  readonly fields: AgentFields;
  readonly config: EffectiveConfig;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Stored agents, in memory (protocol.md section 10.2). */
export class Agents {
  private readonly agents = new Map<string, StoredAgent>();

  constructor(
    private readonly newId: (prefix: string) => string,
    private readonly now: () => number,
  ) {}

  /** The agent, or undefined. */
  find(id: string): StoredAgent | undefined {
    return this.agents.get(id);
  }

  /** @throws RestError `validation_error` naming the first bad field. */
  create(body: unknown): object {
    if (this.agents.size >= MOST_AGENTS) throw new RestError('invalid_request', 'Too many agents are stored');
    const id = this.newId('agent');
    const at = new Date(this.now()).toISOString();
    return this.store(id, parseFields(body), at, at);
  }

  /** Changes what is sent and keeps the rest. @throws RestError when unknown or not valid. */
  update(id: string, body: unknown): object {
    const agent = this.need(id);
    if (typeof body !== 'object' || body === null)
      throw new RestError('validation_error', 'body: must be an object');
    const fields = parseFields({ ...agent.fields, ...body });
    return this.store(id, fields, agent.createdAt, new Date(this.now()).toISOString());
  }

  /** @throws RestError when unknown. */
  read(id: string): object {
    return shown(this.need(id));
  }

  /** @throws RestError when unknown. */
  remove(id: string): void {
    this.need(id);
    this.agents.delete(id);
  }

  /** Newest first. */
  list(): readonly object[] {
    return [...this.agents.values()].reverse().map(({ id, fields, createdAt, updatedAt }) => ({
      id,
      name: fields.name,
      created_at: createdAt,
      updated_at: updatedAt,
    }));
  }

  private store(id: string, fields: AgentFields, createdAt: string, updatedAt: string): object {
    const config = incomingSession(id, fields);
    const agent: StoredAgent = { id, fields, config, createdAt, updatedAt };
    this.agents.set(id, agent);
    return shown(agent);
  }

  private need(id: string): StoredAgent {
    const agent = this.agents.get(id);
    if (!agent) throw new RestError('agent_not_found', 'Agent not found');
    return agent;
  }
}

function parseFields(body: unknown): AgentFields {
  const parsed = agentFields.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const param = issue?.path.map(String).join('.') ?? null;
  const missing = issue?.code === 'invalid_type' && issue.input === undefined;
  throw new RestError(
    'validation_error',
    `${param ?? 'body'}: ${missing ? 'Field required' : (issue?.message ?? 'invalid')}`,
    param,
  );
}

/** As read back: header values and model keys are never shown. */
function shown({ id, fields, createdAt, updatedAt }: StoredAgent): object {
  const tools = fields.tools?.map((one) => ({
    ...one,
    ...(one.http && {
      http: { ...one.http, headers: one.http.headers.map(({ name }) => ({ name, last_set_at: updatedAt })) },
    }),
  }));
  const llm = fields.llm?.map((one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? { base_url: one.base_url, model: one.model }
      : {},
  );
  return { id, ...fields, tools: tools ?? [], llm: llm ?? [], created_at: createdAt, updated_at: updatedAt };
}

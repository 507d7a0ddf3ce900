import type { HttpTool } from '../../http-tools/tool-request';
import { incomingSession, type EffectiveConfig } from './agent-config';
import { parseAgentFields, type AgentFields, type ToolFields } from './agent-fields';
import { RestError } from './errors';
import { pageOf, type PageQuery } from './paging';

/** Agents that may be stored at once; they live in memory only. */
const MOST_AGENTS = 1_000;

/** A header of a tool, with when its value was last given. */
interface StoredHeader {
  readonly name: string;
  readonly value: string;
  readonly setAt: string;
}
interface StoredTool {
  readonly id: string;
  readonly fields: ToolFields;
  readonly http: (Omit<HttpTool, 'headers'> & { readonly headers: readonly StoredHeader[] }) | null;
}

/** A stored agent with what a session needs of it. */
export interface StoredAgent {
  readonly number: number;
  readonly id: string;
  readonly fields: AgentFields;
  readonly tools: readonly StoredTool[];
  readonly config: EffectiveConfig;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What the store needs. */
export interface AgentsWorld {
  readonly newId: (prefix: string) => string;
  readonly now: () => number;
  /** Why an address may not be stored for a tool, or null. */
  readonly refusalOfAddress: (url: string) => Promise<string | null>;
}

/** Stored agents, in memory (protocol.md section 10.2). */
export class Agents {
  private readonly agents = new Map<string, StoredAgent>();
  private made = 0;

  constructor(private readonly world: AgentsWorld) {}

  /** The agent, or undefined. */
  find(id: string): StoredAgent | undefined {
    return this.agents.get(id);
  }

  /** @throws RestError `validation_error` naming the first bad field. */
  async create(body: unknown): Promise<object> {
    const fields = parseAgentFields(body);
    await this.judgeAddresses(fields);
    if (this.agents.size >= MOST_AGENTS) throw new RestError('invalid_request', 'Too many agents are stored');
    const at = this.at();
    const id = this.world.newId('agent');
    return this.store(
      { number: ++this.made, id, fields, tools: this.toolsOf(fields, [], at), createdAt: at },
      at,
    );
  }

  /**
   * Changes what is sent and keeps the rest, or replaces the whole agent; `tools` are always replaced as a whole.
   * @throws RestError when unknown or not valid.
   */
  async update(id: string, body: unknown, how: 'merge' | 'replace'): Promise<object> {
    this.need(id);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new RestError('validation_error', 'body: must be an object', 'body');
    }
    const wished = () =>
      parseAgentFields(how === 'merge' ? { ...withoutTools(this.need(id).fields), ...body } : body);
    await this.judgeAddresses(wished());
    // Another change may have come meanwhile: what it set and this one does not name stays.
    const fields = wished();
    const agent = this.need(id);
    const at = this.at();
    const kept = how === 'merge' && !('tools' in body);
    const tools = kept ? agent.tools : this.toolsOf(fields, agent.tools, at);
    return this.store({ ...agent, fields, tools }, at);
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

  /** A page of summaries, newest first. */
  list(query: PageQuery) {
    const { items, rest } = pageOf(this.agents.values(), query);
    const agents = items.map(({ id, fields, createdAt, updatedAt }) => ({
      id,
      name: fields.name,
      created_at: createdAt,
      updated_at: updatedAt,
    }));
    return { agents, ...rest };
  }

  private store(agent: Omit<StoredAgent, 'config' | 'updatedAt'>, at: string): object {
    const tools = agent.tools.map(({ fields, ...tool }) => ({ ...fields, http: shownHttp(tool.http) }));
    const config = incomingSession(agent.id, { ...agent.fields, tools });
    const stored = { ...agent, config, updatedAt: at };
    this.agents.set(agent.id, stored);
    return shown(stored);
  }

  /** Ids stay with the names of tools, header values with the names of headers. */
  private toolsOf(
    { tools = [] }: AgentFields,
    before: readonly StoredTool[],
    at: string,
  ): readonly StoredTool[] {
    return tools.map((fields, index) => {
      const old = before.find((one) => one.fields.name === fields.name);
      const http = fields.http && {
        url: fields.http.url,
        method: fields.http.http_method,
        headers: storedHeaders(
          fields.http.headers,
          old?.http?.headers ?? [],
          at,
          `tools.${String(index)}.http.headers`,
        ),
      };
      return { id: old?.id ?? this.world.newId('tool'), fields, http: http ?? null };
    });
  }

  private async judgeAddresses({ tools = [] }: AgentFields): Promise<void> {
    for (const [index, { http }] of tools.entries()) {
      const refusal = http ? await this.world.refusalOfAddress(http.url) : null;
      const param = `tools.${String(index)}.http.url`;
      if (refusal !== null) throw new RestError('validation_error', `${param}: ${refusal}`, param);
    }
  }

  private need(id: string): StoredAgent {
    const agent = this.agents.get(id);
    if (!agent) throw new RestError('agent_not_found', 'Agent not found');
    return agent;
  }

  private at(): string {
    return new Date(this.world.now()).toISOString();
  }
}

/** A value sets, a name alone keeps, `remove` deletes; what is not named is kept (protocol.md section 6.5). */
function storedHeaders(
  written: NonNullable<ToolFields['http']>['headers'],
  before: readonly StoredHeader[],
  at: string,
  param: string,
): readonly StoredHeader[] {
  const headers = new Map(before.map((one) => [one.name.toLowerCase(), one]));
  for (const { name, value, remove } of written) {
    const key = name.toLowerCase();
    if (remove) headers.delete(key);
    else if (value !== undefined) headers.set(key, { name, value, setAt: at });
    else if (!headers.has(key))
      throw new RestError('validation_error', `${param}: ${name} has no value`, param);
  }
  return [...headers.values()];
}

function withoutTools(fields: AgentFields): AgentFields {
  return { ...fields, tools: undefined };
}

/** As read back: header values and model keys are never shown. */
function shown({ id, fields, tools, createdAt, updatedAt }: StoredAgent): object {
  const llm = fields.llm?.map((one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? { base_url: one.base_url, model: one.model }
      : {},
  );
  return {
    id,
    ...fields,
    tools: tools.map((tool) => ({ ...tool.fields, id: tool.id, http: shownHttp(tool.http) })),
    llm: llm ?? [],
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

function shownHttp(http: StoredTool['http']) {
  if (!http) return null;
  const headers = http.headers.map(({ name, setAt }) => ({ name, last_set_at: setAt }));
  return { url: http.url, http_method: http.method, headers };
}

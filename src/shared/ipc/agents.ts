import { z } from 'zod';
import { HTTP_METHODS } from '../agents/tool-draft';
import type { Problem } from '../problem';
import { agentCreateSchema, TOOL_TIMEOUT_SECONDS, type AgentSummary, type Voice } from '../protocol';
import type { JsonObject } from '../json';
import { request } from './contract';

/** What the service said of one field. */
export interface FieldRefusal {
  /** As the service names it; null when it named none. */
  readonly param: string | null;
  readonly message: string;
}

/** An answer of the service, or why there is none; what it refused of single fields stands beside it. */
export type AgentsAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem; readonly fields: readonly FieldRefusal[] };

/** What the agents screen begins with. */
export interface AgentsOverview {
  readonly agents: readonly AgentSummary[];
  readonly voices: readonly Voice[];
  /** Where these agents are reached; the WebSocket and the REST base. */
  readonly socketUrl: string;
  readonly apiUrl: string;
}

/** What a test call of an HTTP tool found. */
export interface TestCallResult {
  readonly outcome: 'done' | 'failed';
  /** What the agent would be told. */
  readonly result: string;
  readonly milliseconds: number;
}

const nothing = z.undefined();
const id = z.string().min(1).max(200);

/** A call that the person tries out, with header values that were just typed. */
const testCall = z.strictObject({
  url: z.string().max(2_048),
  method: z.enum(HTTP_METHODS),
  headers: z.array(z.strictObject({ name: z.string().max(200), value: z.string().max(8_192) })).max(50),
  arguments: z.record(z.string(), z.json()),
  timeoutSeconds: z.number().min(TOOL_TIMEOUT_SECONDS.min).max(TOOL_TIMEOUT_SECONDS.max),
});
/** A call that the person tries out. */
export type TestCall = Readonly<z.infer<typeof testCall>>;

/** Requests about stored agents of the hosted service. Secrets go in and are never told back. */
export const agentsRequests = {
  'agents.overview': request(nothing).returning<AgentsAnswer<AgentsOverview>>(),
  'agents.read': request(id).returning<AgentsAnswer<JsonObject>>(),
  'agents.create': request(agentCreateSchema).returning<AgentsAnswer<JsonObject>>(),
  /** `readAt`: `updated_at` of the agent that was edited, null when the service told none. */
  'agents.update': request(
    z.strictObject({ id, readAt: z.string().max(100).nullable(), body: agentCreateSchema }),
  ).returning<AgentsAnswer<JsonObject>>(),
  'agents.delete': request(id).returning<AgentsAnswer<null>>(),
  'agents.testTool': request(testCall).returning<TestCallResult>(),
  /** Puts a snippet on the clipboard: a page has no way to it of its own. */
  'agents.copy': request(z.string().max(200_000)).returning<undefined>(),
} as const;

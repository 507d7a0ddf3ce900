/*
 * Stored agents for the agents screen: the service's answers with what it refused of single fields, and test calls of
 * HTTP tools, made from here under the service's own limits.
 */
import { runTool, type ToolTransport } from '../../http-tools/run-tool';
import type { agentsRequests, AgentsAnswer, TestCall, TestCallResult } from '../../shared/ipc/agents';
import type { JsonObject } from '../../shared/json';
import { publicUrlTrouble } from '../../shared/network/public-url';
import { ProblemError, type Problem } from '../../shared/problem';
import type { Agent, AgentSummary } from '../../shared/protocol';
import type { Handlers } from '../ipc/request-server';
import type { ServiceAddress } from '../service/endpoints';
import type { ServiceClient } from '../service/rest-client';
import { ServiceError } from '../service/service-error';

/** Agents that the list shows at most. */
const MOST_AGENTS = 1_000;
const PAGE = 200;

/** What the agents screen reaches. */
export interface AgentsWorld {
  readonly client: Pick<
    ServiceClient,
    'listAgents' | 'getAgent' | 'createAgent' | 'updateAgent' | 'deleteAgent' | 'voices'
  >;
  /** @throws ProblemError at a bad custom host. */
  readonly address: () => Pick<ServiceAddress, 'socketUrl' | 'restUrl'>;
  /** How a test call reaches the network. */
  readonly transport: ToolTransport;
  /** Puts a text on the clipboard. */
  readonly copy: (text: string) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** The answers to the requests of the agents screen. */
export function agentHandlers(world: AgentsWorld): Handlers<typeof agentsRequests> {
  const { client } = world;
  return {
    'agents.overview': () =>
      answered(async () => {
        const { socketUrl, restUrl } = world.address();
        const [agents, { voices }] = await Promise.all([everyAgent(client), client.voices()]);
        return { agents, voices, socketUrl, apiUrl: restUrl };
      }),
    'agents.read': (id) => answered(async () => asJson(await client.getAgent(id))),
    'agents.create': (body) => answered(async () => asJson(await client.createAgent(body))),
    'agents.update': ({ id, readAt, body }) =>
      answered(async () => {
        const now = (await client.getAgent(id)).updated_at ?? null;
        if (readAt !== null && now !== null && now !== readAt) throw new ProblemError(changedElsewhere);
        return asJson(await client.updateAgent(id, body));
      }),
    'agents.delete': (id) =>
      answered(async () => {
        await client.deleteAgent(id);
        return null;
      }),
    'agents.testTool': (call) => testTool(call, world),
    'agents.copy': (text) => {
      world.copy(text);
      return undefined;
    },
  };
}

async function everyAgent(client: AgentsWorld['client']): Promise<readonly AgentSummary[]> {
  const agents: AgentSummary[] = [];
  let cursor: string | null = null;
  do {
    const page = await client.listAgents({ limit: PAGE, ...(cursor !== null && { cursor }) });
    agents.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && agents.length < MOST_AGENTS);
  return agents;
}

async function testTool(call: TestCall, { transport, now }: AgentsWorld): Promise<TestCallResult> {
  const trouble = publicUrlTrouble(call.url);
  if (trouble !== null)
    throw new ProblemError({ code: 'tool_address', sentence: 'The tool was not called.', next: trouble });
  const began = now();
  const { outcome, result } = await runTool(
    call,
    call.arguments,
    call.timeoutSeconds * 1_000,
    new AbortController().signal,
    transport,
  );
  return { outcome, result, milliseconds: Math.round(now() - began) };
}

async function answered<T>(ask: () => Promise<T>): Promise<AgentsAnswer<T>> {
  try {
    return { ok: true, value: await ask() };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const fields = error instanceof ServiceError ? error.facts.fields : [];
    return { ok: false, problem: error.problem, fields };
  }
}

/** What was left out of an answer is undefined in the agent; JSON has no such thing. */
function asJson(agent: Agent): JsonObject {
  return JSON.parse(JSON.stringify(agent)) as JsonObject;
}

const changedElsewhere: Problem = {
  code: 'agent_changed',
  sentence: 'The agent was changed somewhere else meanwhile, so it was not saved.',
  next: 'Copy what you want to keep, then open the agent again.',
};

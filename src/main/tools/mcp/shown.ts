/** What of the servers others see: their tools among ours, and the pictures of them that windows show. */
import type { McpServerView } from '../../../shared/ipc/mcp';
import type { McpServer } from '../../../shared/settings/mcp-server';
import type { Tool } from '../tool';
import type { Live } from './live';
import { agentName, slugsOf } from './names';
import { choiceFor, toolOf, type McpCaller } from './tools';

/** The tools of the servers that are switched on, as far as they are known, under names of their own. */
export function toolsOf(
  servers: readonly McpServer[],
  live: (id: string) => Live | undefined,
  caller: McpCaller,
): readonly Tool[] {
  const enabled = servers.filter((server) => server.enabled);
  const slugs = slugsOf(enabled);
  return enabled.flatMap((server) =>
    (live(server.id)?.tools ?? []).flatMap((tool) => {
      const made = toolOf(server, tool, agentName(slugs.get(server.id) ?? server.id, tool.name), caller);
      return made ? [made] : [];
    }),
  );
}

/** A server as windows show it. */
export function viewOf(server: McpServer, live: Live): McpServerView {
  const { state, problem, needsSignIn, signingIn, signedIn, title, logged } = live;
  return {
    ...{ id: server.id, name: server.name, enabled: server.enabled, transport: server.transport },
    ...{ state, problem, needsSignIn, signingIn, signedIn, title, logged },
    tools: live.tools.map((tool) => ({
      ...{ name: tool.name, title: tool.title, description: tool.description, claims: tool.claims },
      ...choiceFor(server, tool),
    })),
  };
}

/** Where a deployed agent is reached. */
export interface AgentPlace {
  readonly agentId: string;
  /** The WebSocket, such as `wss://agents.assemblyai.com/v1/ws`. */
  readonly socketUrl: string;
  /** REST base without a slash at its end. */
  readonly apiUrl: string;
}

/**
 * A file of `resources/channels` for one agent: its placeholders `__AGENT_ID__`, `__SOCKET_URL__` and `__API_URL__`
 * stand inside quotes. Characters that could end a quoted text are left out; no id or address has them.
 */
export function fillSnippet(source: string, { agentId, socketUrl, apiUrl }: AgentPlace): string {
  const values = { AGENT_ID: agentId, SOCKET_URL: socketUrl, API_URL: apiUrl };
  return source.replaceAll(/__(AGENT_ID|SOCKET_URL|API_URL)__/g, (_whole, name: keyof typeof values) =>
    values[name].replaceAll(/["'`\\\s$]/g, ''),
  );
}

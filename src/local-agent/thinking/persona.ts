/** Words that follow "You are" without being a name. */
const NOT_NAMES = /^(?:a|an|the|now|not|to|on|in|at|my|our|your|here|Parley's|called|an?n?oyed)$/i;

/** The agent's name as the system prompt gives it ("You are Nova, ..."), or an empty text. */
export function agentNameOf(systemPrompt: string): string {
  const found =
    /\b(?:you are called|your name is|you go by|call yourself)\s+["']?([\p{Lu}][\p{L}\p{N}-]*)/u.exec(
      systemPrompt,
    ) ?? /\b[Yy]ou(?: are|'re)\s+["']?([\p{Lu}][\p{L}\p{N}-]*)/u.exec(systemPrompt);
  const name = found?.[1] ?? '';
  return NOT_NAMES.test(name) ? '' : name;
}

const BACK_CHANNEL =
  /^(?:(?:m+[\s-]?h?m+|u+h[\s-]?hu+h|a+h|o+h|h+m+|okay|ok|yeah|yep|right|all right|i see|got it|sure|cool|nice|great)[\s,.!]*)+$/i;

/**
 * Whether words said over the agent only show that somebody listens (protocol.md section 2.6). They never do when
 * the agent is asking something: then they answer it.
 */
export function isBackChannel(text: string, agentSays: string): boolean {
  return !agentSays.trim().endsWith('?') && BACK_CHANNEL.test(text.trim());
}

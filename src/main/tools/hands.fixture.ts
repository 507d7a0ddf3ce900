/** For tests: hands for conversations that are not about tools. */
import type { ConversationHands } from '../conversation/surroundings';
import type { HandsCall } from './call';
import type { ToolResult } from './tool';

/** Hands that run every call with `run`, unasked, and know no requests. */
export function handsThat(run: (call: HandsCall) => Promise<ToolResult>): ConversationHands {
  return {
    call: async (call) => ({
      type: 'outcome',
      outcome: { result: await run(call), foreign: false, action: null },
    }),
    approveBySpeech: () => Promise.resolve(false),
    supersede: () => undefined,
    stopApproved: () => undefined,
    dropWaiting: () => undefined,
  };
}

import { MAX_LIFETIME_MS, STANDARD_LIFETIME_MS } from '../session/lifetime';
import { standardBehaviour, type Behaviour } from '../session/behaviour';
import type { Timing } from '../timing';
import type { Faults } from './catalogue';

/** The timing with single steps changed. */
export function faultyTiming(timing: Timing, faults: Faults): Timing {
  const late = faults['ready-delay'];
  return {
    ...timing,
    ...(late !== undefined && { updatedToReady: late }),
    ...faults.timing,
  };
}

/** How a session behaves where the sources of the API contradict each other. */
export function faultyBehaviour(faults: Faults): Behaviour {
  return {
    replyCreate: faults['replace-reply'] ? 'replace' : standardBehaviour.replyCreate,
    speechStarted: faults['speech-started'] ?? standardBehaviour.speechStarted,
    preamble: faults.preamble ?? standardBehaviour.preamble,
    context: faults['ignore-context'] ? 'ignored' : standardBehaviour.context,
    burstMs: faults['enforce-rate'] ?? standardBehaviour.burstMs,
    leadingSilenceMs: faults['leading-silence'] ?? standardBehaviour.leadingSilenceMs,
    tools: {
      hold: faults['hold-tools'] === true,
      timeoutSeconds: faults['tool-timeout'] ?? null,
      served: faults['served-tools'] === true,
    },
    servedCalls: faults['hide-served-calls'] ? 'hidden' : standardBehaviour.servedCalls,
    bargeInAfterCallMs: faults['barge-in-tool'] ?? null,
    resultReplyIds: faults['tool-reply-ids'] ? 'call' : 'reply',
  };
}

/** How long a session may last, in milliseconds: the token's cap unless it is ignored, and never beyond the API's own. */
export function lifetimeOf(
  faults: Faults,
  capSeconds: number | null,
): { readonly first: number; readonly longest: number } {
  const exact = faults['expires-in'];
  if (exact !== undefined) return { first: exact * 1_000, longest: exact * 1_000 };
  const cap = capSeconds === null || faults['ignore-token-cap'] ? MAX_LIFETIME_MS : capSeconds * 1_000;
  return { first: Math.min(STANDARD_LIFETIME_MS, cap), longest: cap };
}

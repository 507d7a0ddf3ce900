import type { Json } from '../../../shared/json';
import type { Pacing } from './turn-taking';

/** A reply that has been heard, and what the tools of its turn brought. */
export interface HeardReply {
  readonly text: string;
  readonly interrupted: boolean;
  /** Data of the turn's tool results. */
  readonly results: readonly Json[];
}

/** So many choices are not weighed in a moment. */
const MANY = 3;

/**
 * The pacing after a reply (protocol.md section 8.3): the person gets time to think when it asked something, read out
 * a choice, invited them to take their time, or told of a tool's result with several things in it. The next final
 * transcript of the person ends that. A reply that was cut short asks nothing.
 */
export function pacingAfter({ text, interrupted, results }: HeardReply): Pacing {
  if (interrupted) return 'as-preset';
  const asks = /\?["'”’)\]]*\s*$/u.test(text);
  const invites = /\b(?:take your time|no rush|no hurry|whenever you(?:'|’)?re ready)\b/iu.test(text);
  const choices = (text.match(/\bor\b/giu) ?? []).length;
  const thoughtful = asks || invites || choices >= MANY - 1 || results.some(offersMany);
  return thoughtful ? 'thinking-time' : 'as-preset';
}

function offersMany(result: Json): boolean {
  if (typeof result !== 'object' || result === null) return false;
  if (Array.isArray(result)) return result.length >= MANY;
  return Object.values(result).some((value: Json) => Array.isArray(value) && value.length >= MANY);
}

import type { ServiceErrorFacts } from './service-error';

/** Attempts at a request that may safely be made again. */
const MOST_ATTEMPTS = 4;
const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** The longest that a service may have us wait. */
const LONGEST_ASKED_MS = 60_000;

/**
 * Milliseconds to wait before the next attempt; null when there is to be none (protocol.md section 9.3).
 * `attempts` is how many were made, from 1; `random` is drawn anew each time, 0 to 1.
 */
export function retryDelay(
  { retry, afterSeconds }: Pick<ServiceErrorFacts, 'retry' | 'afterSeconds'>,
  attempts: number,
  random: number,
): number | null {
  if (retry !== 'backoff' || attempts >= MOST_ATTEMPTS) return null;
  if (afterSeconds !== null) return Math.min(afterSeconds * 1_000, LONGEST_ASKED_MS);
  return random * Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS);
}

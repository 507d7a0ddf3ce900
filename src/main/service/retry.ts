import type { ServiceErrorFacts } from './service-error';

/** Attempts at a request that may safely be made again. */
const MOST_ATTEMPTS = 4;
const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** The longest that a service may ask us to wait. */
const LONGEST_ASKED_MS = 60_000;

/** What the next attempt depends on. */
export interface Failed {
  readonly facts: ServiceErrorFacts;
  /** Attempts made so far, from 1. */
  readonly attempts: number;
  /** Header `Retry-After`: seconds or a date; undefined when there was none. */
  readonly retryAfter: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  /** 0 to 1, drawn anew each time. */
  readonly random: number;
}

/** Milliseconds to wait before the next attempt; null when there is to be none (protocol.md section 9.3). */
export function retryDelay({ facts, attempts, retryAfter, now, random }: Failed): number | null {
  if (facts.retry !== 'backoff' || attempts >= MOST_ATTEMPTS) return null;
  const asked = askedDelay(retryAfter, now);
  if (asked !== null) return Math.min(asked, LONGEST_ASKED_MS);
  return random * Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS);
}

/** What a `Retry-After` asks for, in milliseconds; null when it cannot be read. */
export function askedDelay(retryAfter: string | undefined, now: number): number | null {
  const text = retryAfter?.trim() ?? '';
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Number(text) * 1_000;
  const date = text === '' ? NaN : Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

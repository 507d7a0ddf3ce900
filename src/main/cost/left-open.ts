import { clockText, dollarsText } from '../../shared/cost-words';
import type { Problem } from '../../shared/problem';
import type { OpenSocket } from './lines';
import { elapsed, GRACE_MS, LONGEST_SESSION_MS, priceOf } from './price';

/** While a hosted socket is open, the ledger notes so often that it still is. */
export const ALIVE_EVERY_MS = 30_000;

/** A session that a crash left open, in milliseconds of billed time. */
export interface LeftOpen {
  readonly openedAt: number;
  readonly perHour: number;
  /** It was seen open for so long. */
  readonly atLeast: number;
  /** What is counted: the crash came before the next note, and the service's grace followed. */
  readonly estimate: number;
  /** Had the service not noticed, it would have ended the session by itself then. */
  readonly atMost: number;
}

/** What a socket that was opened and never closed can have cost. `now` is the start after the crash. */
export function leftOpen(socket: OpenSocket, now: number): LeftOpen {
  const { openedAt, seenAt, perHour, ready, expiresAt } = socket;
  const atLeast = elapsed(openedAt, seenAt);
  const unseen = now < seenAt ? ALIVE_EVERY_MS : Math.min(ALIVE_EVERY_MS, now - seenAt);
  const estimate = atLeast + unseen + (ready ? GRACE_MS : 0);
  const longest = expiresAt === null ? LONGEST_SESSION_MS : elapsed(openedAt, expiresAt);
  return { openedAt, perHour, atLeast, estimate, atMost: Math.max(estimate, longest) };
}

/** The remark about them at the next start, or null when there are none. */
export function leftOpenRemark(sessions: readonly LeftOpen[], timeZone: string): Problem | null {
  const [first] = sessions;
  if (!first) return null;
  const price = (which: 'estimate' | 'atMost') =>
    dollarsText(sessions.reduce((sum, it) => sum + priceOf(it[which], it.perHour), 0) / 1_000_000);
  const seen = clockText(sessions.reduce((sum, { atLeast }) => sum + atLeast, 0) / 1_000);
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone });
  const began = when.format(first.openedAt);
  return {
    code: 'session_left_open',
    sentence:
      sessions.length === 1
        ? `A hosted session of ${began} was left open when Parley stopped unexpectedly. It was open for at least ${seen} and is counted with ${price('estimate')}.`
        : `${sessions.length} hosted sessions were left open when Parley stopped unexpectedly, the first on ${began}. They were open for at least ${seen} and are counted with ${price('estimate')}.`,
    next: `Had the service not noticed, it would be ${price('atMost')} at most: see your usage at AssemblyAI.`,
  };
}

/** Waits before a server that ended by itself is started again, in milliseconds; after the last it is left alone. */
const WAITS_MS = [1_000, 5_000, 30_000, 120_000] as const;
/** A server that ran so long has recovered: what failed before counts no more. */
const RECOVERED_MS = 60_000;

/** Failures in a row after this one; `ranMs` is how long the server was ready, null when it never was. */
export function failuresAfter(before: number, ranMs: number | null): number {
  return ranMs !== null && ranMs >= RECOVERED_MS ? 1 : before + 1;
}

/** How long to wait before the next start; null to leave it alone. */
export function waitBefore(failures: number): number | null {
  return WAITS_MS[failures - 1] ?? null;
}

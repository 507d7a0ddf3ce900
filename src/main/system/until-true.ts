const LOOK_EVERY_MS = 100;

/**
 * Looks again and again until it is so; false when the time (in milliseconds) is over. For what other programs do and
 * do not tell of. Rejects when aborted.
 */
export async function untilTrue(
  longestMs: number,
  signal: AbortSignal,
  look: () => Promise<boolean>,
): Promise<boolean> {
  const until = performance.now() + longestMs;
  for (;;) {
    if (await look()) return true;
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    signal.throwIfAborted();
  }
}

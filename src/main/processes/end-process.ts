import type { UtilityProcess } from 'electron';

/**
 * Ends a child at once. It holds nothing that could be lost, and a polite end would wait for its threads, one of
 * which may hang in the engine (see `worker-calls.ts` of the speech process): then Parley could not quit.
 */
export function endProcess(child: UtilityProcess | null): void {
  const pid = child?.pid;
  child?.kill();
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone by itself meanwhile.
  }
}

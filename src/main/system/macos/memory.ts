import { totalmem } from 'node:os';
import { can, cannot, type Memory } from '../desktop';
import type { RunProgram } from '../run-program';

/** Memory on macOS, where nearly nothing is free and much can be dropped. */
export function macosMemory(run: RunProgram): Memory {
  return {
    async read(signal) {
      const outcome = await run('vm_stat', [], { signal });
      const available = outcome.ok ? availableIn(outcome.output) : null;
      return available === null
        ? cannot('macOS did not tell how much memory is free.')
        : can({ available, total: totalmem() });
    },
  };
}

/** Bytes that are free or can be had at once, from `vm_stat`. */
export function availableIn(output: string): number | null {
  const pageSize = Number(/page size of (\d+) bytes/u.exec(output)?.[1]);
  const pages = ['free', 'inactive', 'speculative', 'purgeable'].map((name) =>
    Number(new RegExp(`^Pages ${name}:\\s+(\\d+)\\.$`, 'mu').exec(output)?.[1]),
  );
  const bytes = pageSize * pages.reduce((total, count) => total + count, 0);
  return Number.isNaN(bytes) ? null : bytes;
}

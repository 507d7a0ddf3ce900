import { percentile } from '../bench/statistics';
import type { SoakReport } from './soak';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const milliseconds = (value: number) => String(Math.round(value)).padStart(8);

/** The report for people. */
export function reportText({ turns, talks, mishaps, recoveries, violations, heap }: SoakReport): string {
  const rows = [...mishaps].sort().map(([kind, count]) => {
    const times = recoveries.get(kind) ?? [];
    const figures =
      times.length === 0
        ? ''
        : `${milliseconds(percentile(times, 0.5))}${milliseconds(percentile(times, 0.95))}`;
    return `  ${kind.padEnd(24)}${String(count).padStart(6)}${String(times.length).padStart(12)}${figures}`;
  });
  const drift = heap?.drift ?? null;
  const memory =
    heap === null
      ? 'not measured'
      : `${megabytes(heap.first)} -> ${megabytes(heap.last)}, trend ${drift === null ? 'too short to tell' : megabytes(drift)}`;
  return [
    `${String(turns)} turns in ${String(talks)} talks`,
    '',
    `  ${'what went wrong'.padEnd(24)}${'times'.padStart(6)}${'new session'.padStart(12)}${'p50 ms'.padStart(8)}${'p95 ms'.padStart(8)}`,
    ...rows,
    '',
    `Heap: ${memory}`,
    violations.length === 0 ? 'No invariant was broken.' : `${String(violations.length)} violations:`,
    ...violations.map(({ invariant, what }) => `  ${invariant}: ${what}`),
  ].join('\n');
}

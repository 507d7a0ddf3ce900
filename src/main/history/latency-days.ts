import type { DayLatency } from '../../shared/ipc/history';
import type { AnswerTime } from './catalogue';

/** How fast answers were, day by day and engine by engine, newest day first. `dayOf` names a time's day: `2026-11-21`. */
export function latencyDays(
  answers: readonly AnswerTime[],
  dayOf: (at: number) => string,
): readonly DayLatency[] {
  const groups = new Map<string, { day: string; engine: AnswerTime['engine']; times: number[] }>();
  for (const { at, engine, milliseconds } of answers) {
    const day = dayOf(at);
    const key = `${day} ${engine}`;
    const group = groups.get(key) ?? { day, engine, times: [] };
    group.times.push(milliseconds);
    groups.set(key, group);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([, { day, engine, times }]) => {
      const sorted = times.toSorted((a, b) => a - b);
      const [p50, p90, p95] = [50, 90, 95].map((percent) => percentile(sorted, percent));
      return { day, engine, count: sorted.length, p50: p50!, p90: p90!, p95: p95! };
    });
}

/** The nearest-rank percentile of sorted values, of which there is at least one. */
function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1]!;
}

/** The local day of a time: `2026-11-21`. */
export function localDay(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

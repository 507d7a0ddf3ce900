/** Days and times as lists of what happened write them. */
import { dateWritten, t } from '../words.svelte';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What happened on one local day, in the order in which it was given. */
interface DayGroup<Row> {
  /** As `dayName` writes it. */
  readonly day: string;
  readonly rows: readonly Row[];
}

/** Groups rows that are in the order of time by their local day; `at` tells when one was (epoch milliseconds). */
export function byDay<Row>(
  rows: readonly Row[],
  at: (row: Row) => number,
  now: number,
): readonly DayGroup<Row>[] {
  const groups: { day: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const day = dayName(at(row), now);
    const last = groups.at(-1);
    if (last?.day === day) last.rows.push(row);
    else groups.push({ day, rows: [row] });
  }
  return groups;
}

/** "Today", "Yesterday", or the day with its date. */
export function dayName(at: number, now: number): string {
  const day = new Date(at).toDateString();
  if (day === new Date(now).toDateString()) return t('Today');
  if (day === new Date(now - DAY_MS).toDateString()) return t('Yesterday');
  return dateWritten(at, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** "09:05". */
export function clockTime(at: number): string {
  return dateWritten(at, { hour: '2-digit', minute: '2-digit' });
}

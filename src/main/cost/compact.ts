import { byDay, monthOf, type Calendar } from './calendar';
import { keyOf, type LedgerLine, type ReadLedger } from './lines';
import { nothingSpent, plus, type Spent } from './price';

/**
 * The lines of a shorter ledger with the same sums, or null when there is nothing to shorten. Months that are over
 * become one line each; what cannot be read is kept as it is.
 */
export function compacted(ledger: ReadLedger, now: number, calendar: Calendar): readonly string[] | null {
  const { book, lines } = ledger;
  const month = monthOf(calendar.dayOf(now));
  const over = [...book.charges.values()].filter(({ at }) => monthOf(calendar.dayOf(at)) < month);
  const overDays = [...book.summaries.keys()].some((period) => period.length > 7 && period < month);
  if (over.length === 0 && !overDays) return null;

  const sums = new Map<string, Spent>();
  const parts = [...book.summaries, ...over.flatMap((charge) => byDay(charge, calendar))];
  for (const [day, spent] of parts) {
    // A session over the end of the month has a part in this one, which keeps its day.
    const period = monthOf(day) < month ? monthOf(day) : day;
    sums.set(period, plus(sums.get(period) ?? nothingSpent, spent));
  }
  const gone = new Set(over.map(({ key }) => key));
  const stays = (line: LedgerLine | null): boolean => {
    if (line === null) return true;
    if (line.type === 'spent' || gone.has(keyOf(line))) return false;
    return book.open.has(keyOf(line)) || line.type === 'opened' || line.type === 'closed';
  };
  const summaries = [...sums].sort(([a], [b]) => a.localeCompare(b));
  return [
    ...summaries.map(([period, spent]) =>
      JSON.stringify({ type: 'spent', period, ...spent } satisfies LedgerLine),
    ),
    ...lines.filter(({ line }) => stays(line)).map(({ text }) => text),
  ];
}

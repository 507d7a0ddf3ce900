import { byDay, monthOf, type Calendar } from './calendar';
import type { Book } from './lines';
import { elapsed, nothingSpent, plus, type Spent } from './price';

/** What a day and its month have cost. */
export interface Totals {
  readonly day: Spent;
  readonly month: Spent;
}

/** What today and this month have cost: `closed` sockets, and what the `open` ones have come to by now. */
export function totalsOf(
  book: Book,
  now: number,
  calendar: Calendar,
): { readonly closed: Totals; readonly open: Totals } {
  const today = calendar.dayOf(now);
  const month = monthOf(today);
  const charged = [...book.charges.values()].flatMap((charge) => byDay(charge, calendar));
  const running = [...book.open.values()].flatMap(({ openedAt, perHour }) =>
    byDay({ at: openedAt, milliseconds: elapsed(openedAt, now), perHour }, calendar),
  );
  const sum = (parts: readonly (readonly [string, Spent])[]): Totals => ({
    day: total(parts.filter(([period]) => period === today)),
    month: total(parts.filter(([period]) => monthOf(period) === month)),
  });
  return { closed: sum([...book.summaries, ...charged]), open: sum(running) };
}

function total(parts: readonly (readonly [string, Spent])[]): Spent {
  return parts.reduce((sum, [, spent]) => plus(sum, spent), nothingSpent);
}

import { dollarsText } from '../../shared/cost-words';
import type { Problem } from '../../shared/problem';
import { monthOf, type Calendar } from './calendar';
import { microDollars, priceOf } from './price';

/** A limit on what the hosted service may cost. */
export type Cap = 'conversation' | 'day' | 'month';

/** How long a hosted socket may be, or stay, open. */
export type Allowance =
  /**
   * `milliseconds` from now until the nearest cap, at most a day: ask again when they are over, because a new day or a
   * changed setting may allow more. Null when nothing limits.
   */
  | { readonly allowed: true; readonly milliseconds: number | null; readonly cap: Cap | null }
  | { readonly allowed: false; readonly cap: Cap; readonly problem: Problem };

/** The settings that limit; dollars, null for no cap. */
export interface CapSettings {
  readonly dollarsPerHour: number;
  readonly capConversation: number | null;
  readonly capDay: number | null;
  readonly capMonth: number | null;
}

/** What the caps are held against, in micro-dollars; the open session included. */
export interface SpentSoFar {
  readonly conversation: number;
  readonly day: number;
  readonly month: number;
}

/** With less than this left a cap is reached: a session of no length helps nobody. */
const SHORTEST_MS = 1_000;
/** Longer is asked for again; a longer timer than 24 days would ring at once. */
const LONGEST_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** What the caps allow from `now` (epoch milliseconds) on: the least of them. */
export function allowance(
  settings: CapSettings,
  spent: SpentSoFar,
  now: number,
  calendar: Calendar,
): Allowance {
  const perHour = microDollars(settings.dollarsPerHour);
  if (perHour === 0) return { allowed: true, milliseconds: null, cap: null };
  const midnight = calendar.nextDay(now) - now;
  const monthEnds = monthOf(calendar.dayOf(now)) !== monthOf(calendar.dayOf(now + midnight));
  const limits = ([cap, dollars, renewed]: readonly [Cap, number | null, boolean]) =>
    dollars === null ? [] : [{ cap, dollars, milliseconds: timeLeft(dollars, spent[cap], renewed) }];
  const timeLeft = (dollars: number, gone: number, renewed: boolean) => {
    const left = lasts(microDollars(dollars) - gone, perHour);
    return renewed && left > midnight ? midnight + lasts(microDollars(dollars), perHour) : left;
  };
  const caps: (readonly [Cap, number | null, boolean])[] = [
    ['conversation', settings.capConversation, false],
    ['day', settings.capDay, true],
    ['month', settings.capMonth, monthEnds],
  ];
  const [nearest] = caps.flatMap(limits).sort((a, b) => a.milliseconds - b.milliseconds);
  if (!nearest) return { allowed: true, milliseconds: null, cap: null };
  const { cap, dollars, milliseconds } = nearest;
  if (milliseconds < SHORTEST_MS) return { allowed: false, cap, problem: reached(cap, dollars) };
  return { allowed: true, milliseconds: Math.min(milliseconds, LONGEST_MS), cap };
}

/** For how many milliseconds the money lasts. */
function lasts(money: number, perHour: number): number {
  return Math.max(0, Math.floor((money / perHour) * HOUR_MS));
}

/** What a conversation has cost that was billed for so many milliseconds, in micro-dollars. */
export function conversationCost(milliseconds: number, settings: CapSettings): number {
  return priceOf(Math.max(0, milliseconds), microDollars(settings.dollarsPerHour));
}

function reached(cap: Cap, dollars: number): Problem {
  const amount = dollarsText(dollars);
  switch (cap) {
    case 'conversation':
      return {
        code: 'cap_conversation',
        sentence: `This conversation has reached its cap of ${amount}.`,
        next: 'Begin a new one, raise the cap in Settings under “Cost and limits”, or use the local agent.',
      };
    case 'day':
      return {
        code: 'cap_day',
        sentence: `The hosted service has reached its cap of ${amount} for today.`,
        next: 'Raise the cap in Settings under “Cost and limits”, or use the local agent until tomorrow.',
      };
    case 'month':
      return {
        code: 'cap_month',
        sentence: `The hosted service has reached its cap of ${amount} for this month.`,
        next: 'Raise the cap in Settings under “Cost and limits”, or use the local agent.',
      };
  }
}

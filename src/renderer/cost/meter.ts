import type { CostPicture } from '../../shared/ipc/conversation';
import type { CostSum, CostTotals } from '../../shared/ipc/cost';
import type { Settings } from '../../shared/settings/schema';
import { clockWritten, moneyWritten, t, toldText } from '../words.svelte';

/** The settings that limit the cost. */
export type Caps = Pick<Settings, 'capConversation' | 'capDay' | 'capMonth'>;

/** What the open session has come to at `now` (epoch milliseconds); nothing while none is open. */
function openSum({ openSince, dollarsPerHour }: CostPicture, now: number): CostSum {
  return sumOf(openSince === null ? 0 : Math.max(0, now - openSince) / 1_000, dollarsPerHour);
}

function sumOf(seconds: number, dollarsPerHour: number): CostSum {
  return { seconds, dollars: (seconds / 3_600) * dollarsPerHour };
}

function plus(one: CostSum, other: CostSum): CostSum {
  return { seconds: one.seconds + other.seconds, dollars: one.dollars + other.dollars };
}

/** What this conversation has come to at `now`. */
export function conversationSum(cost: CostPicture, now: number): CostSum {
  return plus(sumOf(cost.closedSeconds, cost.dollarsPerHour), openSum(cost, now));
}

/** The meter's words: "2:05 · $0.16". */
export function meterText({ seconds, dollars }: CostSum): string {
  return `${clockWritten(seconds)} · ${moneyWritten(dollars)}`;
}

/** One line of the account: what it is for, how long, how much, and the cap on it. */
export interface AccountLine {
  readonly name: string;
  readonly time: string;
  readonly dollars: string;
  readonly cap: string;
}

/**
 * The account behind the meter. Main's sums hold closed sessions only, so the open one is added to them. Null sums or
 * caps are not known yet and left out.
 */
export function account(
  cost: CostPicture | null,
  totals: CostTotals | null,
  caps: Caps | null,
  now: number,
): readonly AccountLine[] {
  const line = (name: string, sum: CostSum, cap: number | null | undefined): AccountLine => ({
    name,
    time: clockWritten(sum.seconds),
    dollars: moneyWritten(sum.dollars),
    cap:
      cap === undefined ? '' : cap === null ? t('no cap') : t('of {amount}', { amount: moneyWritten(cap) }),
  });
  const open = cost ? openSum(cost, now) : { seconds: 0, dollars: 0 };
  return [
    ...(cost ? [line(t('This conversation'), conversationSum(cost, now), caps?.capConversation)] : []),
    ...(totals
      ? [
          line(t('Today'), plus(totals.today, open), caps?.capDay),
          line(t('This month'), plus(totals.month, open), caps?.capMonth),
        ]
      : []),
  ];
}

/** What should be known of the account besides its figures. `failure`: why the sums could not be had. */
export function accountRemarks(totals: CostTotals | null, failure: string | null): readonly string[] {
  const { unreadable, leftOpen } = totals ?? { unreadable: 0, leftOpen: null };
  return [
    ...(leftOpen === null ? [] : [toldText(leftOpen)]),
    ...(failure === null ? [] : [toldText(failure)]),
    ...(unreadable === 0
      ? []
      : [
          t('{count} lines of the record could not be read; the sums may be too small.', {
            count: unreadable,
          }),
        ]),
  ];
}

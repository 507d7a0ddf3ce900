import type { ConversationHead, KeptEnd } from '../../shared/ipc/history';
import { durationText } from '../conversation/durations';
import type { PlainText } from '../../shared/words/catalogue';
import { dateWritten, moneyWritten, t } from '../words.svelte';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The conversations of one local day, as given. */
export interface DayGroup<Row> {
  readonly day: string;
  readonly rows: readonly Row[];
}

/** Groups rows that are in the order of time by the day on which their conversation began. */
export function byDay<Row extends { readonly head: ConversationHead }>(
  rows: readonly Row[],
  now: number,
): readonly DayGroup<Row>[] {
  const groups: { day: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const day = dayName(row.head.beganAt, now);
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

/** A local day such as `2026-11-21`, short enough for a table: "21 Nov". */
export function shortDay(day: string): string {
  return dateWritten(new Date(`${day}T12:00`), { day: 'numeric', month: 'short' });
}

/** How much a search has found. */
export const foundText = (count: number, more: boolean): string =>
  more ? t('{count} or more found.', { count }) : t('{count} found.', { count });

/** "09:05". */
export function clockTime(at: number): string {
  return dateWritten(at, { hour: '2-digit', minute: '2-digit' });
}

/** Who answered. */
export function engineName(engine: ConversationHead['engines'][number]): string {
  return engine === 'hosted' ? 'AssemblyAI' : t('Local agent');
}

/** What a conversation cost: "$0.08", "under 1 cent"; null when it cost nothing. */
export function costText(dollars: number | null): string | null {
  if (dollars === null) return null;
  return dollars < 0.01 ? t('under 1 cent') : moneyWritten(dollars);
}

/** The facts of a conversation in a few words each: engine, duration, cost, and how it ended if that is worth a word. */
export function factsOf(head: ConversationHead): readonly string[] {
  return [
    head.engines.map(engineName).join(', '),
    durationText(head.lastAt - head.beganAt),
    costText(head.dollars),
    shortEnd(head),
  ].filter((fact) => fact !== null);
}

function shortEnd({ state, end }: ConversationHead): string | null {
  if (state === 'open') return t('going on');
  if (state === 'cut') return t('cut off');
  return end === 'failed' ? t('failed') : null;
}

const ends: Readonly<Record<KeptEnd, PlainText>> = {
  person: 'You ended it.',
  idle: 'Closed because nobody spoke.',
  cap: 'Closed at the limit of its cost.',
  sleep: 'Closed when the computer went to sleep.',
  lock: 'Closed when the screen was locked.',
  quit: 'Closed when Parley was quit.',
  failed: 'Ended by a failure.',
};

/** How a conversation ended, in a sentence. */
export function endText({ state, end }: ConversationHead): string {
  if (state === 'open') return t('It is going on.');
  if (end === null)
    return t('Cut off: Parley or the computer stopped in mid-talk. What came before is here.');
  return t(ends[end]);
}

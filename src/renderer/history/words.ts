import type { ConversationHead, KeptEnd } from '../../shared/ipc/history';
import { durationText } from '../conversation/durations';
import type { PlainText } from '../../shared/words/catalogue';
import { dateWritten, moneyWritten, t } from '../words.svelte';

/** A local day such as `2026-11-21`, short enough for a table: "21 Nov". */
export function shortDay(day: string): string {
  return dateWritten(new Date(`${day}T12:00`), { day: 'numeric', month: 'short' });
}

/** Who answered. */
export function engineName(engine: ConversationHead['engines'][number]): string {
  return engine === 'hosted' ? 'AssemblyAI' : t('Local agent');
}

/** What a conversation cost: "$0.08", "under 1 cent"; null when it cost nothing. */
function costText(dollars: number | null): string | null {
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

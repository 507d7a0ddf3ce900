import { allowanceWords, answerWords } from '../../shared/audit-words';
import type { AuditRow } from '../../shared/ipc/audit';
import { dayName } from '../history/words';
import { t, toldText } from '../words.svelte';

/** Why it was let run or was not, and by whom. */
export function allowedText({ allowed, by }: Pick<AuditRow, 'allowed' | 'by'>): string {
  const words = [t(allowanceWords[allowed]), by === null ? '' : t(answerWords[by])].join(' ').trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** What a row is called: what would happen or has happened, in words. */
export function titleOf({ effect, said, tool }: Pick<AuditRow, 'effect' | 'said' | 'tool'>): string {
  return toldText(effect ?? (said || tool.replaceAll('_', ' ')));
}

/** Rows that are in the order of time, grouped by their local day. */
export function actionsByDay(
  rows: readonly AuditRow[],
  now: number,
): readonly { readonly day: string; readonly rows: readonly AuditRow[] }[] {
  const groups: { day: string; rows: AuditRow[] }[] = [];
  for (const row of rows) {
    const day = dayName(row.at, now);
    const last = groups.at(-1);
    if (last?.day === day) last.rows.push(row);
    else groups.push({ day, rows: [row] });
  }
  return groups;
}

import { allowanceWords, answerWords } from '../../shared/audit-words';
import type { AuditRow } from '../../shared/ipc/audit';
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

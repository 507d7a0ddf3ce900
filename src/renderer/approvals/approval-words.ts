import type { ApprovalCard } from '../../shared/ipc/approvals';
import { t, toldText } from '../words.svelte';

/** Milliseconds that a request waits for an answer, for the bar that shows the rest of it. */
const WAITS_MS = 30_000;
/** What counts as short: shown at once, without unfolding. */
const SHORT = { lines: 6, characters: 240 } as const;

/** How a request can be approved by voice; null when it cannot. */
export function voiceHint({ verbs }: Pick<ApprovalCard, 'verbs'>): string | null {
  const [plainest] = verbs;
  return plainest === undefined ? null : t('Or say “{verb} it”.', { verb: plainest });
}

/** What a choice that holds for later calls is called on its button. */
export function rememberText(
  choice: ApprovalCard['remember'][number],
  { scope }: Pick<ApprovalCard, 'scope'>,
): string {
  if (choice === 'always')
    return scope === null ? t('Always allow') : t('Always allow in {scope}', { scope });
  return scope === null
    ? t('Allow in this conversation')
    : t('Allow in {scope} in this conversation', { scope });
}

/** Whether arguments can be shown at once. */
export function isShort(text: string): boolean {
  return text.length <= SHORT.characters && text.split('\n').length <= SHORT.lines;
}

/** Whether there are arguments at all. */
export function hasArguments(text: string): boolean {
  return !['', '{}'].includes(text.trim());
}

/** The part of the waiting time that is left, 1 to 0. Times in epoch milliseconds. */
export function timeLeft(expiresAt: number, now: number): number {
  return Math.min(1, Math.max(0, (expiresAt - now) / WAITS_MS));
}

/** A line of a preview: what it adds or takes away is told by its first character, and shown in its colour. */
export interface PreviewLine {
  readonly text: string;
  readonly change: 'added' | 'removed' | null;
}

/** The lines of a preview. Only a text that looks like a comparison is coloured: a list with dashes is none. */
export function previewLines(preview: string): readonly PreviewLine[] {
  const lines = preview.split('\n');
  const isComparison = lines.every((text) => text === '' || /^[-+ @…]/.test(text));
  return lines.map((text) => ({
    text,
    change: !isComparison ? null : text.startsWith('+') ? 'added' : text.startsWith('-') ? 'removed' : null,
  }));
}

/** How the keys answer a card, as it says itself. */
export const keysText = (key: string, several: boolean): string =>
  several
    ? t('With the focus here, {key} approves, Escape denies.', { key })
    : t('{key} approves, Escape denies.', { key });

/** What a screen reader is told when requests come while the person is busy elsewhere. */
export function waitingText(cards: readonly ApprovalCard[], key: string): string {
  const newest = cards.at(-1);
  if (!newest) return '';
  const keys =
    cards.length === 1
      ? keysText(key, false)
      : t('{count} requests wait. {key} goes to the first, Escape denies it.', { count: cards.length, key });
  return [t('Waiting for your approval.'), toldText(newest.question), toldText(newest.effect), keys].join(
    ' ',
  );
}

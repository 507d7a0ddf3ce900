import type { PromptFinding } from '../../shared/settings/prompt-check';
import { t } from '../words.svelte';

/** Longest piece of the text that is shown of a finding. */
const LONGEST_SHOWN = 40;

/** Where a finding is, and what the person wrote there. */
export interface FindingShown {
  /** Counted from 1. */
  readonly line: number;
  readonly excerpt: string;
}

/** A finding's place in words. */
export function shownFinding(text: string, { start, end }: PromptFinding): FindingShown {
  const line = text.slice(0, start).split('\n').length;
  const found = text.slice(start, end).replace(/\s+/g, ' ').trim();
  // By whole characters, so that none is cut in half.
  const characters = Array.from(found);
  const excerpt =
    characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN).join('')}…` : found;
  return { line, excerpt };
}

/** How much was found, in a sentence; empty for nothing. */
export function findingsText(count: number): string {
  return count === 0 ? '' : t('{count} things cannot be spoken:', { count });
}

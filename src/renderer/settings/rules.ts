import { assertNever } from '../../shared/assert-never';
import type { TurnPreset } from '../../shared/settings/profile';
import { ruleSchema, type Rule, type RuleChange } from '../../shared/settings/rules';
import { turnPresets } from '../profiles/profile-words';
import { t } from '../words.svelte';

/** Most rules there may be. */
const MAX_RULES = 50;

/** A rule while it is being written: every kind of change keeps what was entered for it. */
export interface RuleDraft {
  /** Null for a new one. */
  readonly id: string | null;
  readonly phrase: string;
  readonly kind: RuleChange['kind'];
  readonly preset: TurnPreset;
  readonly volume: number;
  readonly text: string;
}

/** An empty draft. */
export const newRule: RuleDraft = {
  id: null,
  phrase: '',
  kind: 'preset',
  preset: 'patient',
  volume: 50,
  text: '',
};

/** The rule as a draft, for editing. */
export function draftOf({ id, phrase, change }: Rule): RuleDraft {
  return { ...newRule, ...change, id, phrase };
}

/** What the rule changes, in a sentence. */
export function ruleText(change: RuleChange): string {
  switch (change.kind) {
    case 'preset':
      return t('Turn preset: {preset}', {
        preset: t(turnPresets.find(({ value }) => value === change.preset)!.text),
      });
    case 'volume':
      return t('Loudness of the hosted voice: {volume} %', { volume: change.volume });
    case 'instruction':
      return t('Instruction: {text}', { text: change.text });
    default:
      return assertNever(change);
  }
}

/** The rules with the draft among them, or the sentence that says what is missing and where. */
export type WrittenRule =
  | { readonly ok: true; readonly rules: Rule[] }
  | { readonly ok: false; readonly field: 'phrase' | 'text'; readonly sentence: string };

/** Puts a draft in its place: where its rule was, or at the end under `newId`. */
export function withRule(rules: readonly Rule[], draft: RuleDraft, newId: string): WrittenRule {
  const phrase = draft.phrase.trim();
  const wrong = (field: 'phrase' | 'text', sentence: string) => ({ ok: false, field, sentence }) as const;
  if (phrase === '') return wrong('phrase', 'Write what you will say.');
  if (phrase.length > 60) return wrong('phrase', 'At most 60 characters, so that it is easily said.');
  const same = (rule: Rule) => rule.id !== draft.id && rule.phrase.toLowerCase() === phrase.toLowerCase();
  if (rules.some(same)) return wrong('phrase', 'Another rule has this phrase already.');
  if (draft.id === null && rules.length >= MAX_RULES) return wrong('phrase', 'Fifty rules are the most.');
  if (draft.kind === 'instruction' && draft.text.trim() === '')
    return wrong('text', 'Write what Parley shall do.');
  const over = draft.text.trim().length - 500;
  if (draft.kind === 'instruction' && over > 0)
    return wrong('text', `Too long by ${String(over)} characters.`);
  const rule = ruleSchema.parse({ id: draft.id ?? newId, phrase, change: changeOf(draft) });
  const known = rules.some(({ id }) => id === rule.id);
  return {
    ok: true,
    rules: known ? rules.map((other) => (other.id === rule.id ? rule : other)) : [...rules, rule],
  };
}

function changeOf({ kind, preset, volume, text }: RuleDraft): RuleChange {
  switch (kind) {
    case 'preset':
      return { kind, preset };
    case 'volume':
      return { kind, volume };
    case 'instruction':
      return { kind, text };
    default:
      return assertNever(kind);
  }
}

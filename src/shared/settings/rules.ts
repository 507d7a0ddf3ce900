import { z } from 'zod';
import { wordsOf } from '../words';
import { turnPresetSchema } from './profile';

/** What a rule changes in the open talk, without a break. */
export const ruleChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preset'), preset: turnPresetSchema }),
  /** Loudness of the hosted voice, 0 to 100. */
  z.object({ kind: z.literal('volume'), volume: z.number().int().min(0).max(100) }),
  /** Added to the prompt until the conversation ends. */
  z.object({ kind: z.literal('instruction'), text: z.string().trim().min(1).max(500) }),
]);
/** What a rule changes in the open talk. */
export type RuleChange = Readonly<z.infer<typeof ruleChangeSchema>>;

/** One of the person's own rules: a phrase, also shown as a button, and what it changes. */
export const ruleSchema = z.object({
  id: z.string().min(1).max(64),
  /** Said alone, it brings the change. */
  phrase: z.string().trim().min(1).max(60),
  change: ruleChangeSchema,
});
/** One of the person's own rules. */
export type Rule = Readonly<z.infer<typeof ruleSchema>>;

/** The rules of a fresh installation. */
export const defaultRules: Rule[] = [
  { id: 'slow-down', phrase: 'slow down', change: { kind: 'preset', preset: 'patient' } },
  {
    id: 'shorter',
    phrase: 'shorter answers',
    change: { kind: 'instruction', text: 'From now on answer in one short sentence.' },
  },
];

/** Words that make a request polite and change nothing about it. */
const POLITE = new Set(['please', 'kindly', 'thanks', 'thank', 'you', 'okay', 'ok', 'parley']);

/**
 * The rule whose phrase is exactly what the person said; null when none is. Case, punctuation and polite words do not
 * count; any other word more makes it an ordinary request. The first of equal phrases wins.
 */
export function ruleFor(rules: readonly Rule[], transcript: string): Rule | null {
  const said = plain(transcript);
  if (said === '') return null;
  return rules.find(({ phrase }) => plain(phrase) === said) ?? null;
}

function plain(text: string): string {
  const words = wordsOf(text);
  const meant = words.filter((word) => !POLITE.has(word));
  return (meant.length > 0 ? meant : words).join(' ');
}

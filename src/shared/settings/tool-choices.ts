import { z } from 'zod';

/** What the person has chosen for a tool, for good: everywhere (`scope` null), or in one scope. */
export const toolChoiceSchema = z.object({
  tool: z.string().min(1).max(200),
  /** The grant's id, `app:firefox`, `mcp:server-id`. */
  scope: z.string().max(300).nullable(),
  /** The scope in words: "Documents". */
  scopeLabel: z.string().max(300).nullable(),
  choice: z.enum(['ask', 'always', 'deny']),
});
/** A stored choice. */
export type ToolChoice = Readonly<z.infer<typeof toolChoiceSchema>>;
/** What can be chosen for good. */
export type StoredChoice = ToolChoice['choice'];

/** Choices that are kept at most. */
export const MOST_TOOL_CHOICES = 500;

/** What is stored for a tool in exactly this scope; 'ask' when nothing is. */
export function storedChoice(
  choices: readonly ToolChoice[],
  tool: string,
  scope: string | null,
): StoredChoice {
  return choices.find((choice) => choice.tool === tool && choice.scope === scope)?.choice ?? 'ask';
}

/** The choices with this one in place of an earlier one for the same; 'ask' is what holds anyway and is not kept. */
export function withToolChoice(choices: readonly ToolChoice[], chosen: ToolChoice): ToolChoice[] {
  const others = choices.filter(({ tool, scope }) => tool !== chosen.tool || scope !== chosen.scope);
  return chosen.choice === 'ask' ? others : [...others, chosen].slice(-MOST_TOOL_CHOICES);
}

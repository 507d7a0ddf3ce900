import type { FinishedCall } from '../types';
import { contentRoots, tokens } from '../../../shared/vocabulary/words';

/** Longer words are no answer to a question of approval. */
const LONGEST = 10;

/** The question that a client wants asked before it runs a call; null when the result is an outcome. */
export function approvalQuestion({ result, outcome }: FinishedCall): string | null {
  if (outcome !== 'done') return null;
  try {
    const value: unknown = JSON.parse(result);
    if (typeof value !== 'object' || value === null) return null;
    const { status, say } = value as { readonly status?: unknown; readonly say?: unknown };
    return status === 'waiting_for_approval' && typeof say === 'string' && say.trim() !== ''
      ? say.trim()
      : null;
  } catch {
    return null;
  }
}

const ANSWERS = new Set(
  (
    'yes yeah yep yup ok okay sure alright right fine go ahead do proceed approve approved allow no nope nah not never ' +
    "don't dont stop wait cancel later hold leave forget deny refuse please certainly absolutely definitely run"
  ).split(' '),
);
const FILLING = new Set(
  'it that this them those and the one on now then for me thanks thank you can may up just all i to of course'.split(
    ' ',
  ),
);
const ASKS =
  /\?|^(?:what|who|when|where|why|how|which|is|are|did|does|should|shall|can you|could|would|will)\b/i;

/**
 * Whether this only answers the question: assent, refusal, or words of the question itself. Whether it approves is for
 * the client to judge.
 */
export function answersApproval(said: string, question: string): boolean {
  const words = tokens(said);
  if (words.length === 0 || words.length > LONGEST || ASKS.test(said.trim())) return false;
  const asked = new Set(contentRoots(question));
  const answers = (word: string) => ANSWERS.has(word) || contentRoots(word).some((root) => asked.has(root));
  return words.some(answers) && words.every((word) => answers(word) || FILLING.has(word));
}

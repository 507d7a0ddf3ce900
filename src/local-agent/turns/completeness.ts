/** Words after which a person is not done yet. Particles that often end a command (on, off, up) are not among them. */
const HANGING = new Set(
  (
    'a an the and or but so because if when while than to my your our their his its this these those called named ' +
    'titled for of with from about at into onto by as is are was were be between via per please and um uh uhm er ' +
    'hmm like just also then named saying says i we he she they you can could would should will do does did'
  ).split(' '),
);

/** Words that end a sentence well although they stand above: "thank you", "I can". */
const FINAL_PAIRS =
  /\b(?:thank you|love you|yes i (?:do|can|did|will|am)|no i (?:do|did|can)|how are you|who are you|yes please|no please|like that|that is|it is)$/;

/**
 * Whether these words sound like a finished thought. A question mark settles it; a last word such as "the" or
 * "called", a comma or a dash means that more is to come (models.md, "End of turn").
 */
export function soundsComplete(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.endsWith('?')) return true;
  if (/(?:,|-|–|—|:|\.\.\.|…)$/.test(trimmed)) return false;
  const plain = trimmed
    .toLowerCase()
    .replace(/[^a-z0-9' ]+/g, ' ')
    .trim();
  if (FINAL_PAIRS.test(plain)) return true;
  const words = plain.split(/\s+/);
  // "Please" alone hangs at the start of a request, not at its end.
  if (words.length > 1 && words.at(-1) === 'please') return true;
  return !HANGING.has(words.at(-1) ?? '');
}

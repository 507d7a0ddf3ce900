import type { Word } from '../utterance';
import { isVerb } from '../vocabulary/actions';
import { isStopWord } from '../../../shared/vocabulary/stop-words';

const BE = /^(?:is|are|was|were|has|have|had|been|what's|how's|who's|when's|where's)$/;
const DO = /^(?:do|does|did|can|could|will|would|should|shall|may)$/;
const ASKS = /^(?:what|when|where|who|why|how|which|what's|how's|who's|when's|where's)$/;
const PRONOUN = /^(?:i|you|we|they|he|she|it|one|people|there)$/;
const DETERMINER = /^(?:the|a|an|my|our|your|his|her|their|this|that|these|those|some|any|every|no)$/;
const PARTICIPLE =
  /^(?:\p{L}{3,}ed|done|gone|been|taken|given|written|sold|sent|paid|held|made|found|lost|left|built|begun|broken|driven|eaten|spoken|worn|born)$/u;
const GERUND = /^\p{L}{2,}ing$/u;
/** Things, though they end like something that goes on. */
const THINGS =
  /^(?:meeting|building|training|wedding|parking|evening|morning|painting|ceiling|heating|recording|setting|meaning|listing|thing|king|ring|spring|string|wing|sting|outing|booking|shopping|housing|reading|writing|pudding|dressing|lightning|feeling|warning|opening|landing|washing|spelling|rating)$/;
/** Verbs that hardly any order begins with. */
const MORE_VERBS =
  /^(?:look|cost|mean|pass|fail|weigh|taste|belong|last|happen|exist|live|end|own|smell|sound)$/;
const MANNER = /^(?:last|ever|already|still|yet|just|finally|recently|usually|really|currently|actually)$/;
const WISHES = /^(?:want|wants|need|needs|like|love|going|have|has|got|trying|hoping|planning|plan|hope)$/;

/**
 * Positions of the words that say something of a thing and belong to no name: "big" of "how big is the video",
 * "pronounced" of "how is croissant pronounced", "cook" of "I want to cook fish".
 */
export function predicatesIn(words: readonly Word[]): ReadonlySet<number> {
  const lower = words.map((word) => word.lower);
  return new Set(
    [...ofQuestion(words, lower), ...ofWhether(lower), ...ofWish(lower), ...ofTold(lower)].filter(
      (at) => !isStopWord(lower[at] ?? '') && (at === 0 || !/^\p{Lu}/u.test(words[at]?.text ?? '')),
    ),
  );
}

function ofQuestion(words: readonly Word[], lower: readonly string[]): readonly number[] {
  const verb = lower.findIndex((word, at) => at < 4 && (BE.test(word) || DO.test(word)));
  if (verb < 0 || (verb > 0 && !ASKS.test(lower[0] ?? ''))) return [];
  const measure = lower[0] === 'how' ? lower.map((_, at) => at).slice(1, verb) : [];
  const after = lower.map((_, at) => at).slice(verb + 1, endOfClause(words, verb));
  return [...measure, ...(BE.test(lower[verb] ?? '') ? stateOf(after, lower) : deedOf(after, lower))];
}

/** The end of the clause that a word stands in. */
function endOfClause(words: readonly Word[], from: number): number {
  const end = words.findIndex(({ mark }, at) => at >= from && mark !== '');
  return end < 0 ? words.length : end + 1;
}

/** "(Has) the release finished", "(is) peanut butter fattening". */
function stateOf(at: readonly number[], lower: readonly string[]): readonly number[] {
  const word = (index: number | undefined) => lower[index ?? -1] ?? '';
  const subject = at.findIndex((index) => !isStopWord(word(index)));
  const named = /^(?:called|named|titled|labelled|labeled)$/;
  return at.slice(subject + 1).flatMap((index) => {
    const before = word(index - 1);
    const state =
      (PARTICIPLE.test(word(index)) || (GERUND.test(word(index)) && !THINGS.test(word(index)))) &&
      !named.test(word(index)) &&
      !DETERMINER.test(before);
    if (subject < 0 || !state) return [];
    // "Finished building" is one state.
    const more = GERUND.test(word(index + 1)) ? [index + 1] : [];
    return MANNER.test(before) ? [index - 1, index, ...more] : [index, ...more];
  });
}

/** "(Does) a foxglove look like", "(did) I spend". */
function deedOf(at: readonly number[], lower: readonly string[]): readonly number[] {
  const [first = -1, second = -1] = at;
  if (PRONOUN.test(lower[first] ?? '')) return second < 0 ? [] : [second];
  const subject = at.findIndex((index) => !isStopWord(lower[index] ?? ''));
  if (subject < 0) return [];
  const deed = at.slice(subject + 1).find((index) => {
    const word = lower[index] ?? '';
    return (isVerb(word) || MORE_VERBS.test(word)) && !DETERMINER.test(lower[index - 1] ?? '');
  });
  return deed === undefined ? [] : [deed];
}

/** "(Whether the tests still) pass". */
function ofWhether(lower: readonly string[]): readonly number[] {
  const from = lower.findIndex((word) => /^(?:whether|if)$/.test(word));
  return from < 0
    ? []
    : lower.flatMap((word, at) => (at > from + 1 && MANNER.test(word) ? [at, at + 1] : []));
}

/** "(I want to) cook". */
function ofWish(lower: readonly string[]): readonly number[] {
  return lower.flatMap((word, at) =>
    word === 'to' && WISHES.test(lower[at - 1] ?? '') && at + 1 < lower.length ? [at + 1] : [],
  );
}

/** "(I) ate", "(we've) harvested". */
function ofTold(lower: readonly string[]): readonly number[] {
  const from = /^(?:that|note|log|record|remember)$/.test(lower[0] ?? '')
    ? lower.findIndex((word) => /^(?:i|we)\b/.test(word))
    : 0;
  if (from < 0 || !/^(?:i|we|i've|we've)$/.test(lower[from] ?? '')) return [];
  const at = from + (/^(?:just|already|also|finally)$/.test(lower[from + 1] ?? '') ? 2 : 1);
  return at + 1 < lower.length ? [at] : [];
}

/** Words after which a person is not done yet. Particles that often end a command (on, off, up) are not among them. */
const HANGING = wordSet(
  'a an the and or but so because if when while than to my your our their his its this these those called named ' +
    'titled for of with from about at into onto by as is are was were be between via per please and um uh uhm er ' +
    'hmm like just also then named saying says i we he she they you can could would should will do does did ' +
    // Words that count or describe what has yet to be named.
    'next past half quarter every each another other own some any newest latest oldest nearest biggest largest ' +
    'smallest quarterly daily weekly monthly yearly very quite really in',
);
/** Of those, the ones after which not even a question is complete; "what are you looking for?" is. */
const HANGING_QUESTION = wordSet('a an the and or but my your our their his its in to than by into');

/** Words that end a sentence well although they stand above: "thank you", "I can". */
const FINAL_PAIRS =
  /\b(?:thank you|love you|yes i (?:do|can|did|will|am)|no i (?:do|did|can)|how are you|who are you|yes please|no please|like that|that is|it is|come in|log in|sign in|zoom in|the other|each other|not really)$/;

/** Only an opening: what is wanted follows. */
const OPENING =
  /^(?:well|so|now|wait|no wait|okay so|hey|listen|actually|(?:can|could|would|will) you(?: please)?)$/;
/** "If it rains tomorrow": a clause of which the main one follows. One that has begun shows by a comma. */
const FIRST_CLAUSE =
  /^(?:if|because|unless|although|whenever|as soon as|once|(?:when|after|before|while) (?:the|a|i|it|we|you|he|she|they|my|this|that))\b[^,]*$/;
/** A time span without its unit: "set a timer for ten". */
const BARE_NUMBER =
  /\b(?:timer|count ?down|remind|wait|snooze|minutes?|for|in|down of)\b.* (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)$/;
/** "Turn it down to" is often written as "too". */
const HEARD_AS_TOO = /\b(?:down|up|it|volume|set|brightness) too$/;

/** "Open the folder with the" is often written as "her"; what is opened or shown is rarely with a person. */
const HEARD_AS_HER =
  /^(?:please )?(?:open|close|find|show|search|play|delete|copy|move)\b.* (?:with|in) her$/;

/**
 * Whether these words sound like a finished thought. A last word such as "the" or "called", a comma or a dash, an
 * opening without its request or a first clause without its second mean that more is to come (models.md, "End of
 * turn"). Nothing at all counts as finished: nobody waits for a cough to go on.
 */
export function soundsComplete(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '') return true;
  if (/(?:,|-|–|—|:|\.\.\.|…)$/.test(trimmed)) return false;
  const plain = trimmed
    .toLowerCase()
    .replace(/[^a-z0-9', ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (OPENING.test(plain)) return false;
  if (FINAL_PAIRS.test(plain)) return true;
  const words = plain.split(/[\s,]+/);
  const last = words.at(-1) ?? '';
  if (trimmed.endsWith('?')) return !HANGING_QUESTION.has(last);
  // "Please" alone hangs at the start of a request, not at its end.
  if (words.length > 1 && last === 'please') return true;
  if (FIRST_CLAUSE.test(plain) || BARE_NUMBER.test(plain) || HEARD_AS_TOO.test(plain)) return false;
  if (HEARD_AS_HER.test(plain)) return false;
  return !HANGING.has(last);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

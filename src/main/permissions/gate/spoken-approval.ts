/**
 * Whether what the person said approves the call that waits. Approval is a small closed language: whatever is not
 * wholly in it is a no. A word too strict costs a second question, a word too lax costs an unapproved action.
 */

/** What the words are judged against: the card that waits. */
export interface SpokenQuestion {
  /** The card's verbs in their plain form; one may have several words: `['bring', 'bring to front']`. */
  readonly verbs: readonly string[];
  /** The question as it was spoken. Its words are all that an approval may name, in their order. */
  readonly question: string;
}

/** The verdict. `because` is for the record and for what is said next; it never changes what may run. */
export type SpokenAnswer =
  | { readonly verdict: 'approve' }
  | {
      readonly verdict: 'no';
      readonly because:
        /** Holds a word of refusing or of putting off: "don't", "wait", "later". */
        | 'negated'
        /** Assent alone, without a word of doing: "yes", "okay". */
        | 'bare'
        /** Words of the question as it was asked: may be the loudspeaker. */
        | 'echo'
        /** Anything else: something new, a question, a fragment, nothing at all. */
        | 'other';
    };

/** Words of an approval; a longer sentence is about something else. */
const MOST_WORDS = 10;
const MOST_CHARACTERS = 200;

const NEGATIONS = wordSet(
  `no not never nope nah nay none nothing nobody nowhere neither nor cannot without stop stops stopped stopping wait
  waits waiting cancel cancels cancelled canceled cancelling canceling later hold hang abort halt pause skip leave
  forget nevermind refuse deny denied reject rejected decline declined disapprove undo unless instead dont doesnt
  didnt cant wont wouldnt shouldnt couldnt isnt arent wasnt werent aint mustnt neednt havent hasnt hadnt know knot
  weight nix negative enough yet`,
);
const ASSENTS = phrases(
  `yes; yeah; yep; yup; ok; okay; sure; of course; certainly; absolutely; definitely; right; all right; alright; fine;
  please; um; uh; erm; parley`,
);
const PERMISSIONS = phrases('you can; you may; you can go ahead and; you may go ahead and; go ahead and');
/** Before a participle of a card's verb: "get it moved". */
const WANTED = phrases('i want it; i want that; get it; get that; have it; have that');
/** Doing in general: these need no verb of the card. */
const DOINGS = phrases(
  `do it; do that; do this; go ahead; go ahead and do it; go ahead and do that; go ahead and run it; run it; run that;
  proceed; approve; approved; approve it; approve that; approve this; i approve; i approve it; i approve that; allow it;
  allow that`,
);
const TAILS = phrases('please; now; right now; right away; for me; then; thanks; thank you; yes; parley');
const POINTERS = wordSet('it that this them those these');
/** May stand inside what is named, never at its end: there the sentence was cut off. */
const LINKS = wordSet('the my a an to in into from with for on as and of me');
/** "Copy that" is heard in every film and means "understood". */
const IDIOM = 'copy that';
/** Signs that the sentence is asked, quoted or broken off. */
const NOT_TOLD = /[?？"“”«»„…]|\.\.|[-–—]\s*$/u;
const FILE_NAME = /\w\.[a-z0-9]{1,5}\b/iu;

/**
 * Judges the person's next transcript after the question. Approves only a short utterance about the pending call: a verb
 * of the card with a pointing word or words of the question ("open it", "go ahead and move it to Archive"), or words of
 * doing ("do it", "approve"). Any negation is a no, also where the card's verb or the name holds it.
 */
export function judgeWords(text: string, { verbs, question }: SpokenQuestion): SpokenAnswer {
  const words = wordsOf(text);
  if (words.some(isNegation)) return no('negated');
  if (text.length > MOST_CHARACTERS || words.length > MOST_WORDS || NOT_TOLD.test(text)) return no('other');
  if (words.length > 0 && dropAll(words, ASSENTS).length === 0) return no('bare');
  const asked = wordsOf(question);
  if (words.length > 1 && !POINTERS.has(words.at(-1)!) && isWithin(asked, words)) return no('echo');
  const named = FILE_NAME.test(question) ? wordSet('file document') : new Set<string>();
  const card: Card = { verbs: verbs.map(wordsOf).filter(([first]) => first), asked, named };
  return isApproval(words, card) ? { verdict: 'approve' } : no('other');
}

interface Card {
  /** None is empty. */
  readonly verbs: readonly (readonly string[])[];
  readonly asked: readonly string[];
  /** Words that may stand for what is named. */
  readonly named: ReadonlySet<string>;
}

/** Assents, then words of doing or a command of the card's verbs or both, then courtesies. */
function isApproval(words: readonly string[], card: Card): boolean {
  const told = dropAll(words, ASSENTS);
  const assented = told.length < words.length;
  const wanted = card.verbs.map(([verb]) => participleOf(verb!));
  if (startsWithin(told, WANTED).some(([word, ...rest]) => wanted.includes(word ?? '') && isTail(rest)))
    return true;
  return (
    startsWithin(told, DOINGS).some(
      (rest) => isTail(rest) || isCommand(dropAll(rest, ASSENTS), card, true),
    ) || [told, ...startsWithin(told, PERMISSIONS)].some((rest) => isCommand(rest, card, assented))
  );
}

/** A verb of the card and what it is done to. Without an object ("open") it may be a fragment, unless assented to. */
function isCommand(words: readonly string[], card: Card, assented: boolean): boolean {
  return card.verbs.some((verb) => {
    if (words[0] !== verb[0]) return false;
    const rest = words.slice(1);
    for (let end = rest.length; end >= 0; end -= 1) {
      if (!isTail(rest.slice(end))) continue;
      const object = rest.slice(0, end);
      const whole =
        object.length === 0
          ? (assented || rest.length > 0) && verb.length === 1
          : isObject(object, verb, card);
      if (whole && [verb[0], ...object].join(' ') !== IDIOM) return true;
    }
    return false;
  });
}

/** Points at the pending thing or names it: only words of the question, in its order. */
function isObject(object: readonly string[], verb: readonly string[], { asked, named }: Card): boolean {
  const particles = verb.slice(1).filter((word) => !LINKS.has(word));
  if (LINKS.has(object.at(-1)!) || object.includes(verb[0]!)) return false;
  if (!particles.every((word) => object.includes(word))) return false;
  const filling = new Set([...particles, 'up', 'one']);
  let from = 0;
  let points = 0;
  for (const word of object) {
    const at = asked.indexOf(word, from);
    if (POINTERS.has(word) || named.has(word)) points += 1;
    else if (at >= 0 && !LINKS.has(word)) {
      from = at + 1;
      points += 1;
    } else if (!LINKS.has(word) && !filling.has(word)) return false;
  }
  return points > 0;
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    put: 'put',
    set: 'set',
    make: 'made',
    write: 'written',
    bring: 'brought',
    take: 'taken',
    send: 'sent',
    quit: 'quit',
    shut: 'shut',
    hide: 'hidden',
    show: 'shown',
    read: 'read',
    undo: 'undone',
    throw: 'thrown',
    unzip: 'unzipped',
    zip: 'zipped',
    trim: 'trimmed',
    drop: 'dropped',
    swap: 'swapped',
  }),
);

function participleOf(verb: string): string {
  const irregular = IRREGULAR.get(verb);
  if (irregular) return irregular;
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}

function no(because: Extract<SpokenAnswer, { verdict: 'no' }>['because']): SpokenAnswer {
  return { verdict: 'no', because };
}

/** Lower case, without punctuation; `don't` is `not`, and the dot of a file name is neither written nor spoken. */
function wordsOf(text: string): readonly string[] {
  const found =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];
  return found
    .map((word) => (/n['’]t$/u.test(word) ? 'not' : word.replace(/['’]/gu, '')))
    .filter((word) => word !== 'dot');
}

function isNegation(word: string): boolean {
  return NEGATIONS.has(word);
}

/** All of these words stand in the question, in this order: said it may be, or heard of the loudspeaker. */
function isWithin(asked: readonly string[], words: readonly string[]): boolean {
  let from = 0;
  return words.every((word) => (from = asked.indexOf(word, from) + 1) > 0);
}

function isTail(words: readonly string[]): boolean {
  return dropAll(words, TAILS).length === 0;
}

/** What is left after as many of these phrases as stand at the beginning. */
function dropAll(words: readonly string[], these: readonly (readonly string[])[]): readonly string[] {
  const [rest] = startsWithin(words, these);
  return rest ? dropAll(rest, these) : words;
}

/** What follows each of these phrases that the words begin with. */
function startsWithin(
  words: readonly string[],
  these: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return these
    .filter((phrase) => phrase.every((word, at) => words[at] === word))
    .map((phrase) => words.slice(phrase.length));
}

function phrases(list: string): readonly (readonly string[])[] {
  return list.split(';').map((phrase) => phrase.trim().split(/\s+/u));
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
